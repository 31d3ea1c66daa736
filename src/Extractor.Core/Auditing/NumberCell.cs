using System.Globalization;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>A form's cells of numbers, targets and actual values by their pointers: what they say, and the form as it would be if they said something else.</summary>
internal static class NumberCell
{
    /// <summary>Null where the pointer is of no such cell, or the cell is blank.</summary>
    public static string? Text(Form form, string pointer) => (Number(form, pointer)?.Text ?? Quantity(form, pointer)?.Text) is { Length: > 0 } text ? text : null;

    /// <summary>Null where the text is no number, so that the cell would say nothing.</summary>
    public static Form? With(Form form, string pointer, string text)
    {
        if (Number(form, pointer) is { } number)
        {
            return Read(number, text) is { } read ? With(form, pointer, read) : null;
        }

        // A target in several cells is not read from its text alone.
        return Quantity(form, pointer) is { } quantity && QuantityText.Read(quantity.Text) == quantity && QuantityText.Read(text) is { Value: not null } other
            ? With(form, pointer, other)
            : null;
    }

    private static NumberReading? Number(Form form, string pointer) => pointer.Split('/') switch
    {
        ["", "funds", var row, var field] => Row(form.Funds.Length, row) is { } i ? field switch
        {
            "initialBudget" => form.Funds[i].InitialBudget,
            "annualBudget" => form.Funds[i].AnnualBudget,
            "executed" => form.Funds[i].Executed,
            "weight" => form.Funds[i].Weight,
            "rate" => form.Funds[i].Rate,
            "score" => form.Funds[i].Score,
            _ => null,
        } : null,
        ["", "indicators", var row, "weight"] => Row(form.Indicators.Length, row) is { } i ? form.Indicators[i].Weight : null,
        ["", "indicators", var row, "score"] => Row(form.Indicators.Length, row) is { } i ? form.Indicators[i].Score : null,
        ["", "total", "weight"] => form.Total?.Weight,
        ["", "total", "score"] => form.Total?.Score,
        _ => null,
    };

    private static QuantityReading? Quantity(Form form, string pointer) => pointer.Split('/') switch
    {
        ["", "indicators", var row, "target"] => Row(form.Indicators.Length, row) is { } i ? form.Indicators[i].Target : null,
        ["", "indicators", var row, "actual"] => Row(form.Indicators.Length, row) is { } i ? form.Indicators[i].Actual : null,
        _ => null,
    };

    private static Form With(Form form, string pointer, NumberReading read)
    {
        switch (pointer.Split('/'))
        {
            case ["", "funds", var row, var field]:
                var i = Row(form.Funds.Length, row)!.Value;
                var fund = form.Funds[i];
                return form with
                {
                    Funds = form.Funds.SetItem(i, field switch
                    {
                        "initialBudget" => fund with { InitialBudget = read },
                        "annualBudget" => fund with { AnnualBudget = read },
                        "executed" => fund with { Executed = read },
                        "weight" => fund with { Weight = read },
                        "rate" => fund with { Rate = read },
                        _ => fund with { Score = read },
                    }),
                };
            case ["", "indicators", var row, var field]:
                var k = Row(form.Indicators.Length, row)!.Value;
                return form with { Indicators = form.Indicators.SetItem(k, field == "weight" ? form.Indicators[k] with { Weight = read } : form.Indicators[k] with { Score = read }) };
            default:
                return form with { Total = pointer == "/total/weight" ? form.Total! with { Weight = read } : form.Total! with { Score = read } };
        }
    }

    private static Form With(Form form, string pointer, QuantityReading read)
    {
        var i = Row(form.Indicators.Length, pointer.Split('/')[2])!.Value;
        return form with { Indicators = form.Indicators.SetItem(i, pointer.EndsWith("/target", StringComparison.Ordinal) ? form.Indicators[i] with { Target = read } : form.Indicators[i] with { Actual = read }) };
    }

    /// <summary>Reads the text as the cell was read: 86.2 under a heading that carries the percent sign is 0.862.</summary>
    private static NumberReading? Read(NumberReading cell, string text)
    {
        var read = NumberText.Read(text);
        return read.Value is not { } value ? null
            : NumberText.Parse(cell.Text) is PrintedNumber printed && cell.Value is { } was && printed.Value != was && printed.Value == was * 100 ? read with { Value = value / 100 }
            : read;
    }

    private static int? Row(int rows, string number) =>
        int.TryParse(number, NumberStyles.None, NumberFormatInfo.InvariantInfo, out var row) && row < rows ? row : null;
}
