using System.Buffers;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>
/// Sees a form of which nothing, or not its beginning, was made a table, because its lines are lost in a bad copy or none were
/// drawn: its labels stand in the text outside tables. Its page counts as not read, and is never silently passed over.
/// </summary>
/// <remarks>
/// A paragraph that speaks of forms names labels too, in sentences; an index of forms names no columns; and what stands over a
/// table has its value behind the label, on one line.
/// </remarks>
internal sealed class FormWithoutTable
{
    /// <summary>So many of the columns stand there, besides the name of a project.</summary>
    private const int LeastColumns = 3;

    /// <summary>Shorter words stand in other texts as well.</summary>
    private const int ShortestWord = 3;

    private const string EndsOfSentences = "。；！？";

    private static readonly Role[] Columns = [Role.Level1, Role.Level2, Role.Level3, Role.Target, Role.Actual, Role.Executed];

    private readonly string[] _names;
    private readonly SearchValues<string>[] _columns;

    public FormWithoutTable(FormTemplates templates)
    {
        string[] Words(Role role) => [.. templates.Vocabulary.KeysOf(role).Where(word => word.Length >= ShortestWord)];
        _names = Words(Role.ProjectName);
        _columns = [.. Columns.Select(role => SearchValues.Create(Words(role), StringComparison.Ordinal))];
    }

    /// <summary>What is told of the page; null where no such form stands on it.</summary>
    public UnreadPage? On(FlowingPage page)
    {
        if (!page.Lines.Any(line => NamesProject(line.Text)))
        {
            return null;
        }

        var isBeginningLost = page.Lines.Any(line => line.Reading is not null && _names.Contains(line.Text));
        string[] keys =
        [
            .. page.Lines.Where(line => !line.Text.AsSpan().ContainsAny(EndsOfSentences)).Select(line => LabelKey.Of(line.Text)),
            .. isBeginningLost ? page.Layout.Fragments.SelectMany(fragment => fragment.Cells.Select(cell => LabelKey.OfLabel(fragment.TextOf(cell)))) : [],
        ];
        if (!keys.Any(NamesProject) || _columns.Count(words => keys.Any(key => key.AsSpan().ContainsAny(words))) < LeastColumns)
        {
            return null;
        }

        return new UnreadPage(
            page.Layout.Number, page.Layout.Width, page.Layout.Height, UnreadReason.NoTable,
            "The labels of a self-evaluation form stand on it in no table: its lines are not seen, and its values were not read.");
    }

    private bool NamesProject(string text) => Array.Exists(_names, name => text.StartsWith(name, StringComparison.Ordinal));
}
