using System.Buffers;
using System.Globalization;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>A number cell of a form as the rules see it: a number, nothing, something that is no number, or no such column.</summary>
/// <param name="Pointer">Where it stands in the form.</param>
/// <param name="Text">As printed.</param>
/// <param name="Number">The number, or null.</param>
/// <param name="Problem">Why there is none; null together with <paramref name="Number"/> where the layout has no such column.</param>
public sealed record Figure(string Pointer, string Text, PrintedNumber? Number, NumberProblem? Problem)
{
    /// <summary>Beyond this a product or a quotient of two numbers might not fit a decimal; no form comes near it.</summary>
    private const decimal Largest = 1e14m;

    /// <summary>More decimals than a person or a form prints: what a program leaves that calculates in binary floating point.</summary>
    private const int MostMeantDecimals = 8;

    /// <summary>Decimals that the number is good to: those printed, or more where its column drops trailing zeros.</summary>
    public int Decimals { get; init; } = Number is null ? 0 : MeantDecimals(Number);

    /// <summary>Given, not calculated: no rounding stands behind it.</summary>
    public bool IsExact { get; init; }

    /// <exception cref="InvalidOperationException">It is no number.</exception>
    public decimal Value => Number?.Value ?? throw new InvalidOperationException($"{Pointer} is no number.");

    public bool IsNumber => Number is not null;

    /// <summary>The layout has no such column.</summary>
    public bool IsAbsent => Number is null && Problem is null;

    public bool IsNothing => Problem is NumberProblem.Nothing;

    /// <summary>Something is printed that is no number.</summary>
    public bool IsUnreadable => Problem is not (null or NumberProblem.Nothing);

    /// <summary>Printed with the digits of binary floating point: 98.21000000000001.</summary>
    public bool IsFloat => Number is { ShownDecimals: > MostMeantDecimals };

    /// <param name="isExact">Given, not calculated.</param>
    public static Figure Of(string pointer, NumberReading? reading, bool isExact = false)
    {
        if (reading is null)
        {
            return new Figure(pointer, "", null, null) { IsExact = isExact };
        }

        return reading.Value is { } plain && Math.Abs(plain) is < Largest and > 1 / Largest && Plain(reading.Text, plain) is { } number
            ? new Figure(pointer, reading.Text, number, null) { IsExact = isExact }
            : Parsed(pointer, reading) with { IsExact = isExact };
    }

    private static Figure Parsed(string pointer, NumberReading reading)
    {
        var parse = NumberText.Parse(reading.Text);
        return (reading.Value, parse) switch
        {
            (null, NoNumber(var problem)) => new Figure(pointer, reading.Text, null, problem),
            (null, _) => new Figure(pointer, reading.Text, null, NumberProblem.NotANumber),
            ({ } value, _) when Math.Abs(value) >= Largest || (value != 0 && Math.Abs(value) <= 1 / Largest)
                => new Figure(pointer, reading.Text, null, NumberProblem.TooLong),
            ({ } value, PrintedNumber printed) when printed.Value == value => new Figure(pointer, reading.Text, printed, null),
            // 86.2 under a heading that carries the percent sign.
            ({ } value, PrintedNumber printed) when printed.Value == value * 100
                => new Figure(pointer, reading.Text, new PrintedNumber(value, printed.ShownDecimals + 2, "%"), null),
            ({ } value, _) => new Figure(pointer, reading.Text, new PrintedNumber(value, Auditing.Decimals.Count(value), ""), null),
        };
    }

    /// <summary>What most cells hold, digits with a point and perhaps a percent sign, without going over them as the reader did; null for all else.</summary>
    private static PrintedNumber? Plain(string text, decimal value)
    {
        var isRate = text is [.., '%'];
        var digits = isRate ? text.AsSpan()[..^1] : text.AsSpan();
        if (digits.ContainsAnyExcept(PlainNumber) || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, NumberFormatInfo.InvariantInfo, out var printed) || printed != (isRate ? value * 100 : value))
        {
            return null;
        }

        var point = digits.IndexOf('.');
        var shown = point < 0 ? 0 : digits.Length - point - 1;
        return isRate ? new PrintedNumber(value, shown + 2, "%") : new PrintedNumber(value, shown, "");
    }

    private static readonly SearchValues<char> PlainNumber = SearchValues.Create("0123456789.");

    /// <summary>The decimals that its column has at least: those of floating point say nothing of it.</summary>
    internal int ColumnDecimals => Decimals <= MostMeantDecimals ? Decimals : 0;

    /// <summary>The figure in a column that is good to so many decimals at least.</summary>
    internal Figure GoodTo(int decimals, bool isExact = false) =>
        Decimals >= decimals && IsExact == isExact ? this : this with { Decimals = Math.Max(Decimals, decimals), IsExact = isExact };

    /// <summary>The numbers that may stand behind it.</summary>
    public Interval Range(Rounding rounding) =>
        IsExact ? Interval.Point(Value) : Interval.Behind(Decimals <= MostMeantDecimals ? Auditing.Decimals.Round(Value, Decimals) : Value, Decimals, rounding);

    private static int MeantDecimals(PrintedNumber number)
    {
        if (number.ShownDecimals <= MostMeantDecimals)
        {
            return number.ShownDecimals;
        }

        var meant = Auditing.Decimals.Round(number.Value, 6);
        return Math.Abs(number.Value - meant) <= 1e-10m ? Auditing.Decimals.Count(meant) : number.ShownDecimals;
    }
}
