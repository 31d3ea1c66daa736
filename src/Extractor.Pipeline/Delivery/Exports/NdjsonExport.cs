using System.Text.Json;
using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// Documents, forms and findings, an object a line. Forms and findings have the members of the result file, and before
/// them <c>document</c> and <c>superseded</c>; findings also <c>form</c>.
/// </summary>
internal static class NdjsonExport
{
    public static void Write(string folder, IEnumerable<DocumentLine> documents)
    {
        using var documentLines = new JsonLines(Path.Combine(folder, "documents.ndjson"));
        using var formLines = new JsonLines(Path.Combine(folder, "forms.ndjson"));
        using var findingLines = new JsonLines(Path.Combine(folder, "findings.ndjson"));
        foreach (var line in documents)
        {
            documentLines.Write(json => json.WriteDocument(line));
            if (line.Document.Outcome is DeliveredResult result)
            {
                // From the bytes as they were committed: members that this version does not know stay.
                using var file = JsonDocument.Parse(result.Bytes);
                Write(line, file.RootElement, formLines, findingLines);
            }
        }
    }

    private static void Write(DocumentLine line, JsonElement file, JsonLines formLines, JsonLines findingLines)
    {
        WriteFindings(line, null, file, findingLines);
        foreach (var form in file.GetProperty("forms").EnumerateArray())
        {
            formLines.Write(json =>
            {
                WriteOwner(json, line);
                json.WriteMembers(form);
            });
            WriteFindings(line, form.GetProperty("id").GetString(), form, findingLines);
        }
    }

    private static void WriteFindings(DocumentLine line, string? form, JsonElement owner, JsonLines findingLines)
    {
        foreach (var finding in owner.GetProperty("findings").EnumerateArray())
        {
            findingLines.Write(json =>
            {
                WriteOwner(json, line);
                json.WriteString("form", form);
                json.WriteMembers(finding);
            });
        }
    }

    private static void WriteOwner(Utf8JsonWriter json, DocumentLine line)
    {
        json.WriteString("document", line.Sha256);
        json.WriteBoolean("superseded", line.IsSuperseded);
    }
}
