using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Auditing;

namespace Extractor.Core.Results;

/// <summary>What a caller wants to know of a result at once: enough for a summary and an exit code.</summary>
public sealed record ResultOutline(int PageCount, ImmutableArray<ResultUnread> Unread, int Forms, int Errors, int Warnings, int Infos)
{
    public static ResultOutline Of(ResultFile file) => new(
        file.Document.PageCount, file.Unread, file.Forms.Length,
        Count(file, Severity.Error), Count(file, Severity.Warning), Count(file, Severity.Info));

    /// <summary>Goes over the bytes of a result file without making objects of it: a thousand pages are 20 MB.</summary>
    /// <exception cref="JsonException">The bytes are no result file.</exception>
    public static ResultOutline Skim(ReadOnlySequence<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var outline = new ResultOutline(0, [], 0, 0, 0, 0);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("document"u8))
            {
                reader.Read();
                using var document = JsonDocument.ParseValue(ref reader);
                outline = outline with { PageCount = document.RootElement.GetProperty("pageCount").GetInt32() };
            }
            else if (reader.ValueTextEquals("unread"u8))
            {
                reader.Read();
                using var unread = JsonDocument.ParseValue(ref reader);
                outline = outline with { Unread = ResultReader.UnreadPages(unread.RootElement) };
            }
            else if (reader.ValueTextEquals("forms"u8))
            {
                outline = SkimForms(ref reader, outline);
            }
            else if (reader.ValueTextEquals("findings"u8))
            {
                outline = SkimFindings(ref reader, outline);
            }
            else
            {
                reader.Skip();
            }
        }

        return outline;
    }

    private static int Count(ResultFile file, Severity severity) => file.AllFindings().Count(finding => finding.Severity == severity);

    private static ResultOutline SkimForms(ref Utf8JsonReader reader, ResultOutline outline)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            outline = outline with { Forms = outline.Forms + 1 };
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("findings"u8))
                {
                    outline = SkimFindings(ref reader, outline);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return outline;
    }

    private static ResultOutline SkimFindings(ref Utf8JsonReader reader, ResultOutline outline)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isSeverity = reader.ValueTextEquals("severity"u8);
                reader.Read();
                if (!isSeverity)
                {
                    reader.Skip();
                }
                else if (reader.ValueTextEquals("error"u8))
                {
                    outline = outline with { Errors = outline.Errors + 1 };
                }
                else if (reader.ValueTextEquals("warning"u8))
                {
                    outline = outline with { Warnings = outline.Warnings + 1 };
                }
                else
                {
                    outline = outline with { Infos = outline.Infos + 1 };
                }
            }
        }

        return outline;
    }
}
