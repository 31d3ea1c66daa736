using Extractor.Core.Auditing;
using Extractor.Core.Forms;

namespace Extractor.Core.Tests.Auditing;

/// <summary>How sure a number is that was recognised, once the sums have been heard that it is in.</summary>
public class ArithmeticWitnessTests
{
    /// <summary>The field, the form, how sure it was and how sure it is. By Bayes' rule with 1 in 50: 0.9 / (0.9 + 0.1 * 0.02) = 0.998.</summary>
    public static TheoryData<string, string, Func<Form, Form>, decimal, decimal> Cases => new()
    {
        { "a part of a sum", "/funds/1/executed", form => form, 0.9m, 0.998m },
        { "the sum", "/funds/0/executed", form => form, 0.9m, 0.998m },
        { "a part that is zero", "/funds/2/initialBudget", form => form, 0.9m, 0.998m },
        { "points to be had", "/indicators/2/weight", form => form, 0.9m, 0.998m },
        { "points given", "/indicators/2/score", form => form, 0.9m, 0.998m },
        { "a number that is hardly legible", "/funds/1/executed", form => form, 0.3m, 0.955m },
        { "a place that nothing was read in", "/funds/1/executed", form => form, 0, 0 },
        { "a number that is sure without it", "/funds/1/executed", form => form, 0.9995m, 0.9995m },
        { "a total with one part: 0.9 / (0.9 + 0.1 * 0.2)", "/funds/0/executed", form => form.WithFund(1, row => row with { Executed = SampleForm.Number("380000.50") }).WithFund(3, row => row with { Executed = SampleForm.Number("0") }), 0.9m, 0.978m },
        { "a sum that does not come out", "/funds/1/executed", form => form.WithFund(1, row => row with { Executed = SampleForm.Number("361000.6") }), 0.9m, 0.9m },
        { "a sum that another could round to", "/funds/1/executed", form => form.WithFund(0, row => row with { Executed = SampleForm.Number("380001") }), 0.9m, 0.9m },
        { "scores without a total", "/indicators/2/score", form => form with { Total = null }, 0.9m, 0.9m },
        { "a rate, from which no amount follows to the last digit", "/funds/0/rate", form => form, 0.9m, 0.9m },
        { "a text", "/indicators/0/target", form => form, 0.9m, 0.9m },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_number_is_as_sure_as_it_was_read_and_as_the_sums_make_it(string what, string pointer, Func<Form, Form> change, decimal read, decimal confirmed) =>
        Assert.Equal((what, confirmed), (what, Confidence(ArithmeticWitness.Confirmed(Recognized(change(SampleForm.Clean).WithConfidence(pointer, read))), pointer)));

    [Fact]
    public void No_reading_is_changed()
    {
        var form = Recognized(SampleForm.Clean.WithConfidence("/funds/1/executed", 0.5m));
        Assert.Equal(form, ArithmeticWitness.Confirmed(form) with { Provenance = form.Provenance });
    }

    [Fact]
    public void A_text_layer_needs_no_witness()
    {
        var form = SampleForm.Clean.WithConfidence("/funds/1/executed", 0.5m);
        Assert.Same(form, ArithmeticWitness.Confirmed(form));
    }

    private static decimal Confidence(Form form, string pointer) => form.Provenance.Single(field => field.Pointer == pointer).LeastConfidence;

    private static Form Recognized(Form form) => form with
    {
        Provenance = [.. form.Provenance.Select(field => field with { Places = [.. field.Places.Select(place => place with { Origin = "ppocr" })] })],
    };
}
