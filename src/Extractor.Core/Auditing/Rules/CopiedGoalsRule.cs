namespace Extractor.Core.Auditing.Rules;

/// <summary>T04: what was reached is not the expected goals, word for word.</summary>
public sealed class CopiedGoalsRule : IAuditRule
{
    /// <summary>Two short texts may well be equal.</summary>
    private const int Shortest = 12;

    public string Id => "T04";

    public Severity Severity => Severity.Info;

    public string Formula => "年度总体目标完成情况不照抄年初设定目标";

    public string FormulaEn => "what was reached is not a copy of the expected goals";

    public IEnumerable<Finding> Check(FormFigures form) =>
        form.Form.Goals is { Expected: { Length: >= Shortest } expected, Actual: { } actual } && IsCopy(expected, actual)
            ? [Report.Note(
                this, Severity, form, "/goals/actual",
                ("完成情况与年初设定目标文字相同，未说明实际完成情况", "What was reached is word for word the expected goals; it does not say what was done"), null, null, "/goals/expected")]
            : [];

    /// <summary>The same letters and digits, whatever stands between them.</summary>
    private static bool IsCopy(string expected, string actual)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            i = Next(expected, i);
            j = Next(actual, j);
            if (i == expected.Length || j == actual.Length)
            {
                return i == expected.Length && j == actual.Length;
            }

            if (expected[i++] != actual[j++])
            {
                return false;
            }
        }
    }

    private static int Next(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
