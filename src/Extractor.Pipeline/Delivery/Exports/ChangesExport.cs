using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// A line for each document that changed, in the order of the changes, with its state now: <c>result</c>, <c>refused</c> or
/// <c>superseded</c>. A document that changed several times stands where it changed last. A consumer that has seen the
/// sequence <c>n</c> asks for <c>--since n</c>, and takes what it gets in place of what it had of these documents.
/// </summary>
internal static class ChangesExport
{
    public static void Write(string path, IEnumerable<DocumentLine> documents)
    {
        using var lines = new JsonLines(path);
        foreach (var line in documents)
        {
            lines.Write(json =>
            {
                json.WriteString("event", line.IsSuperseded ? "superseded" : line.Result is null ? "refused" : "result");
                json.WriteDocument(line);
            });
        }
    }
}
