using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Extractor.Cli.Language;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor train confidence FOLDER --output FILE.json</c></summary>
internal static class TrainCommand
{
    private const string Words = ".words.json";

    public static Command Build(Tongue tongue)
    {
        var folder = new Argument<string>("FOLDER") { Description = Messages.TrainArgument.In(tongue) };
        BadUsage.RefuseOptionsIn(folder);
        var output = new Option<string>("--output", "-o") { Description = Messages.TrainOutput.In(tongue), HelpName = "FILE.json", Required = true };
        var confidence = new Command("confidence", Messages.TrainConfidence.In(tongue)) { folder, output };
        var common = CommonOptions.AddTo(confidence, tongue);
        confidence.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output), common.Voice(parsed)));
        return new Command("train", Messages.TrainCommand.In(tongue)) { confidence };
    }

    private static int Run(string folder, string output, Voice voice)
    {
        try
        {
            var examples = new List<ConfidenceExample>();
            var truths = Directory.EnumerateFiles(folder, "*" + Words).Order(StringComparer.Ordinal).ToArray();
            foreach (var (truth, document) in truths.Select((truth, document) => (truth, document)))
            {
                var scan = truth[..^Words.Length] + ".pdf";
                examples.AddRange(TrainingPages.Of(document, Path.GetFileName(scan), File.ReadAllBytes(scan), File.ReadAllBytes(truth)));
            }

            foreach (var wrong in examples.Where(example => !example.IsRight && voice.Loudness == Loudness.Verbose))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{Path.GetFileName(truths[wrong.Document])[..^Words.Length]}: {wrong.Printed} | {wrong.Line.Text} ({wrong.Line.LowestProbability:0.000})"));
            }

            var trained = ConfidenceTraining.Fit(examples);
            File.WriteAllBytes(output, trained.Model.ToJson(
                string.Create(CultureInfo.InvariantCulture, $"{examples.Count} lines of {truths.Length} generated scans, {examples.Count(example => example.IsRight)} right"), trained.HeldOut));
            if (voice.Loudness != Loudness.Quiet)
            {
                Show(examples.Count, trained, voice);
            }

            return ExitCode.Clean;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            voice.Complain(unusable.Message);
            return ExitCode.BadUsage;
        }
    }

    private static void Show(int lines, TrainedConfidence trained, Voice voice)
    {
        Console.WriteLine(voice.Say(Messages.TrainedOn, lines));
        foreach (var bin in trained.HeldOut)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{bin.From,5:0.000} - {bin.To,5:0.000}  {bin.Count,7}  {bin.MeanConfidence,7:0.0000}  {(double)bin.Right / bin.Count,7:0.0000}"));
        }
    }
}
