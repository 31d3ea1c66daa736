namespace Extractor.Cli.Language;

/// <summary>How much is said.</summary>
internal enum Loudness { Quiet, Normal, Verbose }

/// <summary>Says things to a person, in their language: failures and notes on standard error.</summary>
internal sealed class Voice(Tongue tongue, Loudness loudness, ProgressLine progress)
{
    public Tongue Tongue => tongue;

    public Loudness Loudness => loudness;

    /// <summary>Progress on standard error, which gives way to whatever else is said.</summary>
    public ProgressLine Progress => progress;

    /// <summary>Said whatever the loudness.</summary>
    public void Complain(string sentence)
    {
        progress.Clear();
        Console.Error.WriteLine(sentence);
    }

    public void Note(string sentence)
    {
        if (loudness != Loudness.Quiet)
        {
            Complain(sentence);
        }
    }

    public string Say(Phrase text) => text.In(tongue);

    public string Say(Phrase text, params object[] values) => text.In(tongue, values);
}
