namespace Extractor.Core.Auditing;

/// <summary>A doubtful cell, and the number that would make its relation hold.</summary>
internal sealed record Misread(Figure Cell, decimal Other);

/// <summary>Tells a sum that was published wrong from one that we may have read wrong.</summary>
internal static class Misreading
{
    /// <summary>
    /// The only cell of a sum that was read with doubt and would make the sum exact with one other digit, or with its decimal
    /// point elsewhere; null where there is none or more than one.
    /// </summary>
    public static Misread? Of(FormFigures form, Verdict verdict)
    {
        Misread? only = null;
        var missing = verdict.Computation.Value - verdict.Stated.Value;
        foreach (var cell in verdict.Computation.Operands.Insert(0, verdict.Stated))
        {
            if (form.IsSure([cell.Pointer]))
            {
                continue;
            }

            var other = ReferenceEquals(cell, verdict.Stated) ? cell.Value + missing : cell.Value - missing;
            if (other >= 0 && IsNear(cell, other))
            {
                if (only is not null)
                {
                    return null;
                }

                only = new Misread(cell, other);
            }
        }

        return only;
    }

    private static bool IsNear(Figure cell, decimal other)
    {
        if (other != 0 && (cell.Value == other * 10 || cell.Value == other * 100 || cell.Value * 10 == other || cell.Value * 100 == other))
        {
            return true;
        }

        // Digit by digit, with the decimals that both need.
        var decimals = Math.Max(Decimals.Count(cell.Value), Decimals.Count(other));
        if (decimals > 8)
        {
            return false;
        }

        var unit = Decimals.Unit(-decimals);
        var (left, right) = (decimal.Truncate(cell.Value * unit), decimal.Truncate(other * unit));
        var different = 0;
        while (left > 0 || right > 0)
        {
            different += left % 10 != right % 10 ? 1 : 0;
            (left, right) = (decimal.Truncate(left / 10), decimal.Truncate(right / 10));
        }

        return different == 1;
    }
}
