using System.Text;
using System.Text.Json.Serialization;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Forms;

/// <summary>Reads a form template from its JSON file.</summary>
public static class TemplateJson
{
    private const int LongestId = 40;

    /// <summary>Given the file's bytes (UTF-8, comments and trailing commas allowed), returns the template, or the reason why not, with the line.</summary>
    public static (FormTemplate? Template, string? Problem) Parse(ReadOnlySpan<byte> json)
    {
        var (template, problem) = DataFile.Read(ref json, TemplateJsonContext.Strict.FormTemplate, "template");
        return template is not null && Check(template) is var (at, wrong) ? (null, $"line {LineOf(json, at)}: {wrong}") : (template, problem);
    }

    /// <summary>The first thing that makes it no template, and the text in the file that shows it.</summary>
    private static (string At, string Problem)? Check(FormTemplate template)
    {
        if (template.Id.Length is 0 or > LongestId || template.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            return (template.Id, $"the id “{template.Id}” is not made of lower-case letters, digits and dashes");
        }

        if (template.When is { } when)
        {
            if (when.Weight == 0)
            {
                return ("when", "“when” states nothing, so that every form would match");
            }

            if (when.Columns is { } columns && when.Without is { } without && columns.Intersect(without).ToArray() is [var both, ..])
            {
                return ("without", $"“when” asks for the column {both} and for its absence");
            }
        }

        foreach (var label in AllLabels(template))
        {
            if (LabelKey.Of(label).Length == 0 || label.Length > LabelKey.LongestLabel)
            {
                return (label, $"“{label}” can be no label: it is blank or longer than {LabelKey.LongestLabel} characters");
            }
        }

        return Contradiction.In([template]) is { } contradiction
            ? (contradiction.Label, $"“{contradiction.Label}” is said to be both {contradiction.First} and {contradiction.Second}")
            : null;
    }

    private static IEnumerable<string> AllLabels(FormTemplate template) =>
        (template.Words?.Values.SelectMany(words => words) ?? []).Concat(template.When?.Titles ?? []).Concat(template.When?.Labels ?? []);

    /// <summary>The line, from 1, on which the text stands as a JSON string.</summary>
    private static int LineOf(ReadOnlySpan<byte> json, string text)
    {
        var at = json.IndexOf(Encoding.UTF8.GetBytes($"\"{text}\""));
        return at < 0 ? 1 : json[..at].Count((byte)'\n') + 1;
    }
}

[JsonSerializable(typeof(FormTemplate))]
internal sealed partial class TemplateJsonContext : JsonSerializerContext
{
    public static TemplateJsonContext Strict { get; } = new(DataFile.Options());
}
