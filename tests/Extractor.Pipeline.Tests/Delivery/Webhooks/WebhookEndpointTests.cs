using System.Text;
using Extractor.Pipeline.Delivery.Webhooks;

namespace Extractor.Pipeline.Tests.Delivery.Webhooks;

public class WebhookEndpointTests
{
    /// <summary>Ways to write an address that only this machine, its network or its cloud can reach, and other URLs that are none.</summary>
    public static TheoryData<string> Refused => new(
    [
        "http://hooks.example/", "ftp://hooks.example/", "file:///etc/passwd", "gopher://127.0.0.1:70/", "hooks.example", "https://", "//hooks.example/",
        "https://user@hooks.example/", "https://user:pass@hooks.example/", "https://127.0.0.1@hooks.example/",
        "https://hooks.example:22/", "https://hooks.example:80/", "https://hooks.example:6379/", "https://hooks.example:0/",
        "https://127.0.0.1/", "https://127.1/", "https://127.0.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/", "https://0177.0.0.1/",
        "https://017700000001/", "https://127.0.0.1./", "https://0/", "https://0.0.0.0/",
        "https://10.0.0.1/", "https://172.16.0.1/", "https://192.168.0.1/", "https://100.64.0.1/", "https://169.254.169.254/latest/meta-data/", "https://2852039166/",
        "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[fd00:ec2::254]/", "https://[fe80::1]/",
        "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://１２７.0.0.1/",
    ]);

    /// <summary>Names, which say nothing until they are looked up: those of this machine stand for its address then.</summary>
    [Theory]
    [InlineData("https://hooks.example/in?token=1")]
    [InlineData("https://hooks.example:8443/")]
    [InlineData("https://93.184.216.34/")]
    [InlineData("https://[2606:2800:220:1::1]/")]
    [InlineData("https://例子.example/")]
    public void A_URL_of_the_internet_is_taken(string url) => Assert.Equal("https", WebhookEndpoint.CheckUrl(url).Scheme);

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Forty_URLs_are_refused_or_their_call_is(string url)
    {
        Assert.Equal(40, Refused.Count);
        Uri checkedUrl;
        try
        {
            checkedUrl = WebhookEndpoint.CheckUrl(url);
        }
        catch (FormatException)
        {
            return;
        }

        // A form that is taken for a name: the system's resolver makes the address of it, as inet_aton does.
        using var sink = new WebhookSink { Addresses = _ => ["127.0.0.1"] };
        using var sender = new WebhookSender(sink.Transport, TimeProvider.System);
        var reply = await sender.SendAsync(
            new WebhookEndpoint(checkedUrl, [WebhookSenderTests.Secret]), WebhookMessage.About(SampleDocuments.All[0], default), CancellationToken.None);
        Assert.False(reply.IsDelivered);
        Assert.Empty(sink.Dialled);
    }

    [Fact]
    public void Endpoints_are_listed_in_a_file()
    {
        var endpoint = Assert.Single(WebhookEndpoint.ReadList(Encoding.UTF8.GetBytes(
            """[{"url":"https://hooks.example/","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","formerSecrets":["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]}]""")));
        Assert.Equal(("https://hooks.example/", 2), (endpoint.Name, endpoint.Secrets.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"url":"https://hooks.example/"}]""")]
    [InlineData("""[{"url":"https://10.0.0.1/","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}]""")]
    [InlineData("""[{"url":null,"secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}]""")]
    [InlineData("""[{"url":"https://a.example/","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"},{"url":"https://a.example","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}]""")]
    public void Another_file_is_refused_and_no_secret_told(string list)
    {
        var refused = Assert.Throws<FormatException>(() => WebhookEndpoint.ReadList(Encoding.UTF8.GetBytes(list)));
        Assert.DoesNotContain("MfKQ", refused.ToString(), StringComparison.Ordinal);
    }
}
