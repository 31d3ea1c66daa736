using System.Globalization;
using System.Text.RegularExpressions;

namespace Extractor.Core.Reconstruction;

/// <summary>The number that a page prints on itself.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Of">How many pages it says that there are; null where it does not.</param>
public sealed partial record PageNumber(string Text, int Number, int? Of)
{
    /// <summary>The share of the page's height at its top and at its foot where its number stands: small pages have large margins.</summary>
    private const double Zone = 0.2;

    /// <summary>A number that was recognised with more doubt is none.</summary>
    private const double LeastConfidence = 0.98;

    /// <summary>The number that a page prints; null where it prints none, or several.</summary>
    public static PageNumber? On(PageLayout layout)
    {
        if (layout.IsWhole)
        {
            return null;
        }

        PageNumber? found = null;
        bool isSaid = false, isOpen = false;
        foreach (var line in layout.Lines)
        {
            if (line.Confidence < LeastConfidence || !IsIn(line, layout) || Read(line.Text) is not { } number)
            {
                continue;
            }

            // 第 3 页 says what it is; a bare 3 may be anything, unless nothing stands between it and the end of the page.
            var says = line.Text.AsSpan().ContainsAnyExceptInRange('0', '9');
            if ((!says && !IsLast(line, layout)) || (isSaid && !says))
            {
                continue;
            }

            isOpen = says == isSaid && found is not null && (isOpen || found with { Text = number.Text } != number);
            (found, isSaid) = (number, says);
        }

        return isOpen ? null : found;
    }

    /// <summary>Does the line stand where page numbers do, and look like one?</summary>
    public static bool IsOne(TextLine line, PageLayout layout) => IsIn(line, layout) && LooksLikeOne(line.Text);

    /// <summary>1 · - 1 - · — 1 — · 第 1 页 · 第1页共9页 · 1/9 · Page 1 of 9.</summary>
    public static bool LooksLikeOne(string text)
    {
        var rest = LabelKey.Of(text).ToLowerInvariant()
            .Replace("page", "", StringComparison.Ordinal).Replace("of", "", StringComparison.Ordinal)
            .Trim('-', '—', '－', '―', '–', '·', '~', '第', '页', '[', ']', '(', ')', '.');
        return rest.Length is > 0 and <= 12
            && rest.Any(char.IsAsciiDigit)
            && rest.All(c => char.IsAsciiDigit(c) || c is '/' or '页' or '共' or '第' or ',' or '-');
    }

    /// <summary>What a line that looks like a page number says; null where that is not clear: 3-5 may be a chapter's page.</summary>
    internal static PageNumber? Read(string text)
    {
        if (text.Length > LabelKey.LongestLabel || BrokenNumber().IsMatch(text))
        {
            return null;
        }

        var match = Shape().Match(LabelKey.Of(text).ToLowerInvariant());
        if (!match.Success)
        {
            return null;
        }

        int Part(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, NumberFormatInfo.InvariantInfo);
        var (number, of) = (Part(match.Groups["n"]), match.Groups["of"].Success ? Part(match.Groups["of"]) : (int?)null);
        return number == 0 || number > of ? null : new PageNumber(text, number, of);
    }

    private static bool IsIn(TextLine line, PageLayout layout) =>
        line.Box.Bottom < Zone * layout.Height || line.Box.Top > (1 - Zone) * layout.Height;

    private static bool IsLast(TextLine line, PageLayout layout) => line.Box.Bottom < layout.Height / 2
        ? layout.Lines.All(other => other.Box.Top >= line.Box.Top - line.Size) && layout.Fragments.All(fragment => fragment.Box.Top >= line.Box.Bottom)
        : layout.Lines.All(other => other.Box.Bottom <= line.Box.Bottom + line.Size) && layout.Fragments.All(fragment => fragment.Box.Bottom <= line.Box.Top);

    [GeneratedRegex("[0-9]\\s+[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenNumber();

    /// <summary>第3页共5页, 3/5, -3-, page3of5, and 共5页第3页.</summary>
    [GeneratedRegex(
        "^[-—－―–·~\\[(]*(?:(?:page|第)?(?<n>[0-9]{1,4})页?(?:(?:/|,?共|of)(?<of>[0-9]{1,4})页?)?|共(?<of>[0-9]{1,4})页,?第(?<n>[0-9]{1,4})页)[-—－―–·~\\]).]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
