namespace Extractor.Benchmarks;

/// <summary>A field that a form states, and what was read of it.</summary>
/// <param name="Pointer">In the truth.</param>
/// <param name="Read">Null where the row that it stands in was not found.</param>
/// <param name="Doubted">A person is told to look at it, or a finding names it.</param>
/// <param name="Confidence">What the result says about it; null where it says nothing, as of blank cells.</param>
/// <param name="Page">Where it was read; 0 where the result does not say.</param>
internal sealed record FieldOutcome(string Pointer, string Stated, string? Read, bool Doubted, double? Confidence, int Page)
{
    private static readonly string[] Numbers = ["initialBudget", "annualBudget", "executed", "weight", "rate", "score"];

    public bool IsRight => Read == Stated;

    public bool IsNumber => Numbers.Contains(Pointer[(Pointer.LastIndexOf('/') + 1)..]);

    /// <summary>A wrong number that nobody is told about: the worst.</summary>
    public bool IsSilent => IsNumber && !IsRight && !Doubted;

    /// <summary>The row of an indicator, or null.</summary>
    public string? Indicator => Pointer.StartsWith("/indicators", StringComparison.Ordinal) ? Pointer[..Pointer.LastIndexOf('/')] : null;

    public override string ToString() => $"{Pointer}: stated '{Stated}', {(Read is null ? "its row is not there" : $"read '{Read}'")}";
}
