using System.Security.Cryptography;
using System.Text;
using Extractor.Core.Results;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Watching;

/// <summary>
/// Reads documents of one line: their text becomes the only remark of the result, and <c>fails: Reason</c> fails with it.
/// </summary>
internal sealed class TestReader : IReader
{
    private const string Fails = "fails: ";

    /// <summary>The names and texts that were read, in their order.</summary>
    public List<(string Name, string Text)> Read { get; } = [];

    Outcome IReader.Read(Job job, Action<PageBegun> pageBegins)
    {
        if (!File.Exists(job.Path))
        {
            return new Failed(FailureReason.NotFound, "");
        }

        var bytes = File.ReadAllBytes(job.Path);
        var text = Encoding.UTF8.GetString(bytes);
        Read.Add((job.Name!, text));
        pageBegins(new PageBegun(1, 1));
        return text.StartsWith(Fails, StringComparison.Ordinal)
            ? new Failed(Enum.Parse<FailureReason>(text[Fails.Length..].Split('\n')[0]), "")
            : new Done(ResultFormat.Write(new ResultFile(
                ResultFile.CurrentSchemaVersion,
                new ResultDocument(job.Name!, Convert.ToHexStringLower(SHA256.HashData(bytes)), 1, "text/plain", [text]),
                new Producer("extractor", "test", "none", null), [], [], [], [])));
    }

    public void Dispose()
    {
    }
}
