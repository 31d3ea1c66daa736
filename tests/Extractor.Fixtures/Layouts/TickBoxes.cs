namespace Extractor.Fixtures.Layouts;

/// <summary>Choices printed one after another, the chosen one ticked.</summary>
public static class TickBoxes
{
    /// <param name="tick">☑, or √ after an open box.</param>
    public static string Draw(Chance chance, string tick, params string[] choices)
    {
        var chosen = chance.Between(0, choices.Length - 1);
        return string.Join("  ", choices.Select((choice, i) => (i == chosen, tick) switch
        {
            (true, "☑") => "☑" + choice,
            (true, _) => "□" + choice + tick,
            _ => "□" + choice,
        }));
    }
}
