using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Extractor.Core.Auditing;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Html;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Pipeline.Tests.Reports;

public partial class ReportPageTests
{
    [Theory]
    [InlineData("zh", Tongue.Chinese)]
    [InlineData("en", Tongue.English)]
    public void The_page_is_the_approved_one(string name, Tongue tongue) => Approved.Check($"report.{name}", "html", Page(tongue));

    [Fact]
    public void The_same_documents_give_the_same_bytes() => Assert.Equal(
        Page(Tongue.Chinese),
        ReportPage.Write(MismatchReport.Of(ReportSample.Documents, ReportSample.Profiles), ReportSample.Pictures(MismatchReport.Of(ReportSample.Documents, ReportSample.Profiles)), Tongue.Chinese, "0.0.0"));
    [Fact]
    public void Only_its_own_style_and_script_are_allowed_and_nothing_is_fetched()
    {
        var page = Page(Tongue.English);
        var policy = PolicyPattern().Match(page).Groups[1].Value.Replace("&#39;", "'", StringComparison.Ordinal);
        Assert.Equal(
            $"default-src 'none'; img-src data:; style-src {HashOf(page, "style")}; script-src {HashOf(page, "script")}; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.All(AddressPattern().Matches(page), address => Assert.Matches("^(#|data:image/png;base64,)", address.Groups[1].Value));
    }

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var page = Page(Tongue.English);
        var anchors = AnchorPattern().Matches(page).Select(anchor => anchor.Groups[1].Value).ToList();
        Assert.Equal(anchors.Distinct(), anchors);
        Assert.All(AddressPattern().Matches(page).Select(address => address.Groups[1].Value).Where(address => address.StartsWith('#')), address => Assert.Contains(address[1..], anchors));
    }

    [Fact]
    public void A_document_that_cannot_be_drawn_says_why_and_the_others_are_shown()
    {
        var plans = ReportSample.Report.Documents.Select(document => PlacePlan.Of(document, ReportSample.Report.Findings)).ToList();
        var pictures = ReportSample.Pictures(ReportSample.Report).SetItem(0, DocumentPictures.Of(plans[0], new Failed(FailureReason.ReaderCrashed, "")));
        var page = ReportPage.Write(ReportSample.Report, pictures, Tongue.English, "0.0.0");
        Assert.Contains("No picture: the reader crashed on it", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"p1-0\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"p5-0\"", page, StringComparison.Ordinal);
        Assert.Contains("stated is 49.7", page, StringComparison.Ordinal);
    }

    /// <summary>Five forms each, every one with findings, and pictures that do not compress.</summary>
    [Fact]
    public void A_thousand_documents_make_less_than_twenty_megabytes()
    {
        var result = (DeliveredResult)ReportSample.Documents[0].Outcome;
        var form = result.Read.Forms[1];
        var many = form with { Findings = [.. form.Findings, .. form.Findings, .. form.Findings] };
        var documents = Enumerable.Range(1, 1000).Select(number => new DeliveredDocument(
            number, ReportSample.Sha256(number), 1, [$"{new string('文', 80)}{number}.pdf"], null,
            result with { Read = result.Read with { Forms = [.. Enumerable.Repeat(many, 5)] } }));
        var report = MismatchReport.Of(documents, ReportSample.Profiles);
        var random = new Random(1);
        var pictures = report.Documents.Select(document =>
        {
            var plan = PlacePlan.Of(document, []);
            return new DocumentPictures(plan, [.. plan.Strips.Select(_ => Bytes(random))], null);
        });

        var page = Encoding.UTF8.GetByteCount(ReportPage.Write(report, [.. pictures], Tongue.Chinese, "0.0.0"));
        Assert.InRange(page, 10_000_000, 20_000_000);
    }

    [Fact]
    public void The_gravest_findings_have_room_first()
    {
        var findings = Enumerable.Range(0, 400).Select(index => new Claim(1, index % 2 == 0 ? Severity.Info : Severity.Error, () => 2000, () => 500)).ToList();
        var rooms = PageBudget.Share(findings);
        Assert.Equal((150, 150, 100), (rooms.Count(room => room == Room.Whole), rooms.Count(room => room == Room.Line), rooms.Count(room => room == Room.None)));
        Assert.All(Enumerable.Range(0, 300).Where(index => index % 2 == 1), index => Assert.Equal(Room.Whole, rooms[index]));
        Assert.All(Enumerable.Range(0, 400).Where(index => rooms[index] == Room.None), index => Assert.Equal(Severity.Info, findings[index].Severity));
    }

    private static string Page(Tongue tongue) => ReportPage.Write(ReportSample.Report, ReportSample.Pictures(ReportSample.Report), tongue, "0.0.0");

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[4000];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string HashOf(string page, string element)
    {
        var start = page.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var text = page[start..page.IndexOf($"</{element}>", StringComparison.Ordinal)];
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
    }

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex PolicyPattern();

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex AnchorPattern();
}
