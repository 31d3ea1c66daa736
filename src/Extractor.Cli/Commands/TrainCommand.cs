using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Extractor.Cli.Language;
using Extractor.Ingestion.Ocr;
using Extractor.Ingestion.Ocr.Confidence;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor train confidence|marks FOLDER --output FILE.json</c></summary>
internal static class TrainCommand
{
    private const string Words = ".words.json";

    public static Command Build(Tongue tongue) => new("train", Messages.TrainCommand.In(tongue))
    {
        Of("confidence", Messages.TrainConfidence, tongue, Confidence),
        Of("marks", Messages.TrainMarks, tongue, Marks),
    };

    /// <param name="fit">From the files of truth in the folder to the model's file.</param>
    private static Command Of(string name, Phrase says, Tongue tongue, Func<string[], Voice, byte[]> fit)
    {
        var folder = new Argument<string>("FOLDER") { Description = Messages.TrainArgument.In(tongue) };
        BadUsage.RefuseOptionsIn(folder);
        var output = new Option<string>("--output", "-o") { Description = Messages.TrainOutput.In(tongue), HelpName = "FILE.json", Required = true };
        var command = new Command(name, says.In(tongue)) { folder, output };
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output), fit, common.Voice(parsed)));
        return command;
    }

    private static int Run(string folder, string output, Func<string[], Voice, byte[]> fit, Voice voice)
    {
        try
        {
            string[] truths = [.. Directory.EnumerateFiles(folder, "*" + Words).Order(StringComparer.Ordinal)];
            File.WriteAllBytes(output, fit(truths, voice));
            return ExitCode.Clean;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException or ArgumentException or OcrUnavailableException)
        {
            voice.Complain(unusable.Message);
            return ExitCode.BadUsage;
        }
    }

    private static byte[] Confidence(string[] truths, Voice voice)
    {
        var examples = Examples(truths, TrainingPages.Of);
        foreach (var wrong in examples.Where(example => !example.IsRight && voice.Loudness == Loudness.Verbose))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{NameOf(truths[wrong.Document])}: {wrong.Printed} | {wrong.Line.Text} ({wrong.Line.LowestProbability:0.000})"));
        }

        var trained = ConfidenceTraining.Fit(examples);
        if (voice.Loudness != Loudness.Quiet)
        {
            Console.WriteLine(voice.Say(Messages.TrainedOn, examples.Count));
            Show(trained.HeldOut);
        }

        return trained.Model.ToJson(
            string.Create(CultureInfo.InvariantCulture, $"{examples.Count} lines of {truths.Length} generated scans, {examples.Count(example => example.IsRight)} right"), trained.HeldOut);
    }

    private static byte[] Marks(string[] truths, Voice voice)
    {
        var trained = MarkTraining.Fit(Examples(truths, MarkPages.Of));
        var (judged, wrong) = (trained.HeldOut.Length, trained.HeldOut.Where(mark => !mark.IsRight).ToArray());
        foreach (var mark in wrong.Where(_ => voice.Loudness == Loudness.Verbose))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{NameOf(truths[mark.Example.Document])}: {mark.Example.Printed} | {mark.Told?.ToString() ?? "?"} ({mark.Probability:0.000})"));
        }

        if (voice.Loudness != Loudness.Quiet)
        {
            Console.WriteLine(voice.Say(Messages.TrainedOnMarks, judged));
            Show(ReliabilityTable.Of([.. trained.HeldOut.Select(mark => (mark.Probability, mark.IsRight))]));
        }

        return trained.Model.ToJson(string.Create(CultureInfo.InvariantCulture, $"{judged} marks of {truths.Length} generated scans; of {wrong.Length} held out another is told"));
    }

    private static List<T> Examples<T>(string[] truths, Func<int, string, byte[], ReadOnlyMemory<byte>, IReadOnlyList<T>> of)
    {
        var examples = new List<T>();
        foreach (var (document, truth) in truths.Index())
        {
            var scan = truth[..^Words.Length] + ".pdf";
            examples.AddRange(of(document, Path.GetFileName(scan), File.ReadAllBytes(scan), File.ReadAllBytes(truth)));
        }

        return examples;
    }

    private static string NameOf(string truth) => Path.GetFileName(truth)[..^Words.Length];

    private static void Show(IEnumerable<ReliabilityBin> bins)
    {
        foreach (var bin in bins)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{bin.From,5:0.000} - {bin.To,5:0.000}  {bin.Count,7}  {bin.MeanConfidence,7:0.0000}  {(double)bin.Right / bin.Count,7:0.0000}"));
        }
    }
}
