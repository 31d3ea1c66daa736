using Extractor.Cli.Language;
using Extractor.Pipeline.Delivery;

namespace Extractor.Cli.Commands;

/// <summary>The folder for the results, tried out before anything is read.</summary>
internal static class OutputFolder
{
    /// <summary>Of this process alone: another may try the same folder.</summary>
    private static readonly string Trial = $".extractor-{Environment.ProcessId}.tmp";

    /// <summary>Makes the folder where there is none. Null, and said why, where nothing can be written there.</summary>
    public static string? Open(string named, Voice voice)
    {
        var folder = Path.GetFullPath(named);
        if (File.Exists(folder))
        {
            voice.Complain(voice.Say(Messages.OutputIsFile, named));
            return null;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, Trial);
            File.Create(trial).Dispose();
            File.Delete(trial);
            return folder;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            voice.Complain(voice.Say(Messages.OutputNotWritable, named, WriteFailure.Of(refused).Detail));
            return null;
        }
    }
}
