using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>A labelled text above a table.</summary>
/// <param name="Order">Its line's place below the title.</param>
internal sealed record HeadingText(string Label, string Value, HeadingLine Line, int Order);

/// <summary>What stands between a form's title and its table: 单位名称：…, 填报日期：…, 单位：万元, 公开14表.</summary>
internal static class HeadingTexts
{
    private static readonly RoleSet Fields = RoleSet.Of(Role.Department, Role.WholeDepartment, Role.ImplementingUnit, Role.ProjectName);

    /// <summary>Gives the labelled values to the fields, keeps the others, and returns the unit of money, where one is said.</summary>
    public static HeadingLine? Read(FormTitle title, FormRegion region, HeaderBlock header, FieldLog log)
    {
        HeadingLine? unit = null;
        for (var i = 0; i < title.Below.Length; i++)
        {
            var line = title.Below[i];
            var said = false;
            foreach (var (label, value) in InlineLabel.AllOf(line.Line.Text))
            {
                said = true;
                var meaning = region.Vocabulary.Of(LabelKey.OfLabel(label));
                var text = new HeadingText(label, value, line, i);
                if (AmountUnit.Find($"{label}:{value}") is not null)
                {
                    unit = line;
                }
                else if (value.Length > 0 && meaning.Roles.HasAny(Fields))
                {
                    header.ReadAbove(meaning, text);
                }
                else
                {
                    log.Keep(text);
                }
            }

            if (!said && line.Line.Text.Length > 0)
            {
                log.Keep(new HeadingText(line.Line.Text, "", line, i));
            }
        }

        return unit;
    }
}
