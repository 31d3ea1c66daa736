using System.Text;
using Extractor.Pipeline.Delivery.Webhooks;

namespace Extractor.Pipeline.Tests.Delivery.Webhooks;

public class WebhookSecretTests
{
    [Fact]
    public void The_signature_is_that_of_the_standard_s_libraries()
    {
        // From the tests of the reference libraries.
        var secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            secret.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_")]
    [InlineData("whsec_AAAA")]
    [InlineData("whsec_no base64 at all, however long it is")]
    public void Anything_else_is_no_secret_and_the_message_does_not_say_it(string text)
    {
        var refused = Assert.Throws<FormatException>(() => WebhookSecret.Parse(text));
        Assert.True(text.Length < 8 || !refused.Message.Contains(text[6..], StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_of_more_than_64_bytes_is_none() =>
        Assert.Throws<FormatException>(() => WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[65])));

    [Fact]
    public void It_does_not_show_itself() => Assert.DoesNotContain(
        "AAAA", WebhookSecret.Parse("whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('\0', 32)))).ToString(), StringComparison.Ordinal);
}
