using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Html;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Tests.Reports;

/// <summary>A hundred texts that try to be executed, each in every field of a document, looked at by a real browser.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    /// <summary>What each of them would leave in the page.</summary>
    private const string Mark = "data-broken";

    /// <summary>A dialog would keep the browser from ending.</summary>
    private const string Act = $"document.documentElement.setAttribute('{Mark}','1');alert(1)";

    private static readonly string[] Ways = ["", "\">", "'>", "-->", "</style>", "</script>", "</title></svg>", "]]>", "</textarea></select></option>", "\u2028\n\0\""];

    private static readonly string[] Deeds =
    [
        $"<script>{Act}</script>",
        $"<img src=x onerror={Act}>",
        $"<svg onload={Act}><script>{Act}</script></svg>",
        $"<iframe srcdoc='<script>parent.{Act}</script>'></iframe>",
        $"<a href=\"javascript:{Act}\" id=x>x</a><form action=\"javascript:{Act}\"><button>",
        $" onmouseover={Act} autofocus onfocus={Act} style=animation-name:x onanimationstart={Act} x=\"",
        $"<meta http-equiv=refresh content=\"0;url=javascript:{Act}\"><base href=\"https://evil.example/\">",
        $"<link rel=stylesheet href=https://evil.example/x.css><object data=\"javascript:{Act}\"></object>",
        $"<details open ontoggle={Act}><body onload={Act}><style>@import 'https://evil.example/x.css';*{{color:red}}</style>",
        $"&lt;script&gt;{Act}&lt;/script&gt;&#60;script&#62;{Act}&#60;/script&#62;+ADw-script+AD4-{Act}+ADw-/script+AD4-\u202E<!--",
    ];

    private static ImmutableArray<string> Payloads { get; } = [.. Ways.SelectMany(way => Deeds.Select(deed => way + deed))];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Tongue.Chinese)]
    [InlineData(Tongue.English)]
    public void The_page_has_no_element_and_no_attribute_but_its_own(Tongue tongue)
    {
        Assert.Equal(100, Payloads.Length);
        var page = Page(tongue);
        var markup = Embedded().Replace(page, "<$1>");
        var tags = markup.Split('<')[1..];
        Assert.All(tags, tag => Assert.Matches(OwnTag(), tag));
        Assert.Equal(1, tags.Count(tag => tag.StartsWith("script", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_browser_runs_none_of_it_and_has_nothing_to_refuse()
    {
        var (dom, log) = Browse(Page(Tongue.Chinese));
        Assert.DoesNotContain(Mark + "=\"", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
        // Its own script has run: it is what shows the filters.
        Assert.Contains("<output id=\"shown\">显示 300 / 300 条</output>", dom, StringComparison.Ordinal);
    }

    /// <summary>That nothing is found above means something only if it would be found.</summary>
    [Fact]
    public void What_is_not_encoded_is_run_and_what_the_policy_refuses_is_told()
    {
        var page = $"<!DOCTYPE html><html><head></head><body>{Payloads[0].Replace(";alert(1)", "", StringComparison.Ordinal)}</body></html>";
        Assert.Contains(Mark + "=\"1\"", Browse(page).Dom, StringComparison.Ordinal);
        var (dom, log) = Browse(page.Replace("<head>", "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">", StringComparison.Ordinal));
        Assert.DoesNotContain(Mark + "=\"", dom, StringComparison.Ordinal);
        Assert.Contains("Content Security Policy", log, StringComparison.Ordinal);
    }

    private static string Page(Tongue tongue)
    {
        var report = MismatchReport.Of(Payloads.Select(Document), ReportSample.Profiles);
        return ReportPage.Write(report, ReportSample.Pictures(report), tongue, "0.0.0");
    }

    /// <summary>Says the payload wherever a document can say something; every fourth was not read.</summary>
    private static DeliveredDocument Document(string payload, int index)
    {
        var read = (DeliveredResult)ReportSample.Read(index + 1, payload, ReportSample.Pdf, [Form(payload)], [Finding(payload, Severity.Warning, "/forms/0/indicators/0/actual")]).Outcome;
        return new DeliveredDocument(
            index, ReportSample.Sha256(index + 1), 1, [payload, $"in/{payload}"], null,
            read with
            {
                Read = read.Read with
                {
                    Document = read.Read.Document with { Remarks = [payload] },
                    Unread = [new(3, UnreadReason.Damaged, payload)],
                    Refused = [new([1], payload, RefusalReason.BlankForm, payload, payload)],
                },
            });
    }

    private static ResultForm Form(string payload)
    {
        var number = new NumberReading(payload, 1);
        var quantity = new QuantityReading(payload, payload, 1, payload);
        string[] pointers = ["/funds/0/executed", "/indicators/0/actual", $"/extra/{payload.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"];
        return new ResultForm(
            payload, payload, payload, 2023, [1], payload, payload, payload + "2", payload,
            [new FundRow("total", payload, number, number, number, number, number, number)], new Goals(payload, payload),
            [new Indicator(payload, payload, payload, quantity, quantity, number, number, payload)], new Total(number, number),
            [new LabelledText(payload, payload)],
            [.. pointers.Select(pointer => new FieldProvenance(pointer, [new Provenance(1, [100, 100, 150, 120], payload, 1)]))], [payload],
            [Finding(payload, Severity.Error, "/funds/0/executed"), Finding(payload, Severity.Info, payload)]);
    }

    private static Finding Finding(string payload, Severity severity, string subject) => new(
        payload, severity, subject, payload, payload, payload, payload, ["/indicators/0/actual", $"/extra/{payload}", payload, "/goals/expected"], null);

    private (string Dom, string Log) Browse(string page)
    {
        var start = new ProcessStartInfo("chromium")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={_folder.At("profile")}", "--enable-logging=stderr", "--virtual-time-budget=3000", "--dump-dom",
            _folder.Write("page.html", Encoding.UTF8.GetBytes(page)),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var browser = Process.Start(start)!;
        var log = browser.StandardError.ReadToEndAsync();
        var dom = browser.StandardOutput.ReadToEndAsync();
        if (!browser.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            browser.Kill(entireProcessTree: true);
            Assert.Fail("Chromium did not end.");
        }

        return (dom.Result, log.Result);
    }

    /// <summary>The style and the script of the page itself, whose text is no markup.</summary>
    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Embedded();

    /// <summary>What follows a "&lt;": the elements and attributes that the page is made of.</summary>
    [GeneratedRegex("^(!DOCTYPE html|/?(html|head|meta|title|style|body|header|main|section|article|details|summary|h[1-5]|p|small|span|b|abbr|a|ul|li|div|dl|dt|dd|table|thead|tbody|tfoot|tr|th|td|svg|defs|image|use|rect|figure|figcaption|label|input|select|option|output|button|script)( (lang|charset|http-equiv|content|name|class|id|href|title|value|type|role|placeholder|width|height|x|y|viewBox|preserveAspectRatio|aria-hidden|aria-label|data-[rosc][a-z]*)=\"[^\"<>]*\"| open| hidden| checked)*/?)>[^<>]*$")]
    private static partial Regex OwnTag();
}
