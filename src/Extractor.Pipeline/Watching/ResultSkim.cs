using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Results;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>What the ledger keeps of a result, without making objects of all of it.</summary>
internal static class ResultSkim
{
    /// <param name="sha256">Of the result's bytes.</param>
    /// <exception cref="JsonException">The bytes are no result.</exception>
    public static NewResult Of(string sha256, ReadOnlySequence<byte> result)
    {
        var outline = ResultOutline.Skim(result);
        return new NewResult(
            sha256, result.Length, outline.PageCount, outline.Unread.Length, outline.Forms, outline.Errors, outline.Warnings, outline.Infos,
            Findings(result));
    }

    /// <summary>The document that a result says it is of.</summary>
    /// <exception cref="JsonException">The bytes are no result.</exception>
    public static string? Document(ReadOnlySequence<byte> result)
    {
        var reader = new Utf8JsonReader(result);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                if (reader.ValueTextEquals("document"u8))
                {
                    reader.Read();
                    using var document = JsonDocument.ParseValue(ref reader);
                    return document.RootElement.TryGetProperty("sha256", out var sha256) ? sha256.GetString() : null;
                }

                reader.Skip();
            }
        }

        return null;
    }

    private static ImmutableArray<NewFinding> Findings(ReadOnlySequence<byte> result)
    {
        var findings = ImmutableArray.CreateBuilder<NewFinding>();
        var reader = new Utf8JsonReader(result);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("findings"u8))
            {
                Take(ref reader, "", findings);
            }
            else if (reader.ValueTextEquals("forms"u8))
            {
                TakeForms(ref reader, findings);
            }
            else
            {
                reader.Skip();
            }
        }

        return findings.ToImmutable();
    }

    private static void TakeForms(ref Utf8JsonReader reader, ImmutableArray<NewFinding>.Builder findings)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var form = "";
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("id"u8))
                {
                    reader.Read();
                    form = reader.GetString() ?? "";
                }
                else if (reader.ValueTextEquals("findings"u8))
                {
                    Take(ref reader, form, findings);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }

    private static void Take(ref Utf8JsonReader reader, string form, ImmutableArray<NewFinding>.Builder findings)
    {
        reader.Read();
        using var array = JsonDocument.ParseValue(ref reader);
        var number = 0;
        foreach (var finding in array.RootElement.EnumerateArray())
        {
            findings.Add(new NewFinding(
                form, ++number, finding.GetProperty("rule").GetString()!, finding.GetProperty("subject").GetString()!,
                finding.GetProperty("severity").GetString()!));
        }
    }
}
