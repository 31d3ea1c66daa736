using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Forms;

/// <summary>Draws the two goal texts.</summary>
public static class GoalDraft
{
    public static (string Expected, string Actual) Draw(Chance chance, Field field, bool isLong)
    {
        var expected = Text(chance, field, isLong ? chance.Between(22, 40) : chance.Between(1, 7), chance.Percent(35));
        var actual = chance.Between(1, 10) switch
        {
            <= 4 => expected,
            <= 8 => Report(chance, field, isLong),
            9 => chance.Pick(Vocabulary.Phrases.Achieved) + "。",
            _ => "完成",
        };
        return (expected, actual);
    }

    private static string Report(Chance chance, Field field, bool isLong) =>
        chance.Pick(Vocabulary.Phrases.Achieved) + "：" + Text(chance, field, isLong ? chance.Between(15, 30) : chance.Between(2, 6), false);

    private static string Text(Chance chance, Field field, int clauses, bool numbered)
    {
        var pool = field.Aims.Concat(Vocabulary.Phrases.Clauses).ToList();
        var drawn = new List<string>();
        while (drawn.Count < clauses)
        {
            drawn.AddRange(chance.Sample(pool, Math.Min(clauses - drawn.Count, pool.Count)));
        }

        if (numbered)
        {
            return string.Join('\n', drawn.Select((clause, i) => $"{i + 1}.{clause}{(i + 1 < drawn.Count ? "；" : "。")}"));
        }

        return chance.Pick(Vocabulary.Phrases.Openings) + "，" + string.Join(chance.Pick(["，", "；"]), drawn)
            + "，" + chance.Pick(Vocabulary.Phrases.Closings) + "。";
    }
}
