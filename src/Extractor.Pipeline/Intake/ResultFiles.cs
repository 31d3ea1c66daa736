using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Intake;

/// <summary>Result files as they lie in folders, for whoever has no ledger.</summary>
public static class ResultFiles
{
    /// <summary>The files, and those in the folders and below, in ordinal order.</summary>
    public static ImmutableArray<string> Find(IEnumerable<string> named) =>
    [
        .. named.SelectMany(path => Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : Enumerable.Repeat(path, 1)).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A document for each file, in the order of the files.</summary>
    /// <param name="refused">Told of each file that is no result.</param>
    public static IEnumerable<DeliveredDocument> Read(IEnumerable<string> files, Action<string, Failed> refused)
    {
        foreach (var file in files)
        {
            if (ReadOne(file, refused) is { Read.Document: var document } result)
            {
                yield return new DeliveredDocument(0, document.Sha256, 0, [document.FileName], null, result);
            }
        }
    }

    private static DeliveredResult? ReadOne(string file, Action<string, Failed> refused)
    {
        try
        {
            var bytes = new ReadOnlySequence<byte>(File.ReadAllBytes(file));
            return new DeliveredResult(bytes, ResultFormat.ReadResultFile(bytes));
        }
        catch (JsonException wrong)
        {
            refused(file, new Failed(FailureReason.NotAResult, wrong.Message));
        }
        catch (FileNotFoundException)
        {
            refused(file, new Failed(FailureReason.NotFound, ""));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            refused(file, new Failed(FailureReason.NotReadable, denied.Message));
        }

        return null;
    }
}
