namespace Extractor.Core.Normalization;

/// <summary>What a printed text says as a number: a <see cref="PrintedNumber"/>, or <see cref="NoNumber"/> and why.</summary>
public abstract record NumberParse;

/// <summary>A number as it is printed.</summary>
/// <param name="Value">Exact, without trailing zeros; a percentage as a fraction of one.</param>
/// <param name="ShownDecimals">Decimals that are printed, counted on <paramref name="Value"/>: 2 for 10.50, 4 for 34.26%.</param>
/// <param name="Unit">What is printed after the digits (%, ‰, 万元, 分), or empty.</param>
public sealed record PrintedNumber(decimal Value, int ShownDecimals, string Unit) : NumberParse
{
    /// <summary>A percent or per mille sign is printed.</summary>
    public bool IsRate => Unit is "%" or "‰";
}

/// <summary>A text that is no number.</summary>
public sealed record NoNumber(NumberProblem Problem) : NumberParse;

/// <summary>Why a text is no number.</summary>
public enum NumberProblem
{
    /// <summary>An empty cell, or a mark that stands for nothing: a dash, a slash, 无.</summary>
    Nothing,

    /// <summary>Words, or a number with something around it that is not known to leave it as it is.</summary>
    NotANumber,

    /// <summary>Commas that do not part groups of three digits: a decimal comma, a lost digit, a misplaced comma.</summary>
    BrokenGrouping,

    /// <summary>More than one decimal point.</summary>
    SecondPoint,

    /// <summary>A blank between two digits: one number set wide, or two numbers.</summary>
    BlankInside,

    /// <summary>More digits than a decimal holds exactly.</summary>
    TooLong,
}
