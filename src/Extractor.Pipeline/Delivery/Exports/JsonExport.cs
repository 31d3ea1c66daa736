using System.Buffers;
using System.Security.Cryptography;
using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>The result file of each document, named by its hash, and a line for each document that says where its result stands.</summary>
internal static class JsonExport
{
    public const string IndexName = "documents.ndjson";

    private const string ResultsFolder = "results";

    public static void Write(string folder, IEnumerable<DocumentLine> documents)
    {
        Directory.CreateDirectory(Path.Combine(folder, ResultsFolder));
        using var index = new JsonLines(Path.Combine(folder, IndexName));
        foreach (var line in documents)
        {
            var result = line.Document.Outcome as DeliveredResult;
            // A folder for each first two digits: no folder of a hundred thousand files.
            var path = $"{ResultsFolder}/{line.Sha256[..2]}/{line.Sha256}.json";
            index.Write(json =>
            {
                json.WriteDocument(line);
                json.WriteString("path", result is null ? null : path);
                json.WriteString("resultSha256", result is null ? null : Hash(result.Bytes));
            });
            if (result is not null)
            {
                Write(Path.Combine(folder, path), result.Bytes);
            }
        }
    }

    private static void Write(string path, ReadOnlySequence<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var part in bytes)
        {
            file.Write(part.Span);
        }
    }

    private static string Hash(ReadOnlySequence<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in bytes)
        {
            hash.AppendData(part.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
