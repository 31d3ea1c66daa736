using Extractor.Pipeline.Delivery.Xlsx;

namespace Extractor.Pipeline.Tests.Delivery.Xlsx;

public class NumberShapeTests
{
    [Theory]
    [InlineData("90700000", "90700000.00", 2, false, false)]
    [InlineData("90700000", "90,700,000", 0, true, false)]
    [InlineData("0.3426", "34.26%", 2, false, true)]
    [InlineData("1", "100.00%", 2, false, true)]
    [InlineData("0.342567", "34.26%", 4, false, true)]
    [InlineData("3.5", null, 1, false, false)]
    [InlineData("620.82", "620.82万元", 2, false, false)]
    public void A_number_is_shown_as_it_is_printed(string value, string? printed, int decimals, bool grouped, bool percent) =>
        Assert.Equal(new NumberShape(decimals, grouped, percent), NumberShape.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), printed));

    [Theory]
    [InlineData("123456789012345", true)]
    [InlineData("1234567890123.45", true)]
    [InlineData("1234567890123456", false)]
    [InlineData("1234567890123456000000", false)]
    [InlineData("1000000000000000000000", true)]
    [InlineData("0.123456789", false)]
    public void A_number_with_more_digits_than_a_spreadsheet_keeps_does_not_fit(string number, bool holds)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(holds, NumberShape.Of(value, null).Holds(value));
    }
}
