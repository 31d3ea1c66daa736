using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Reads forms from the rows of tables, by the words of the form templates and the structure of the tables.</summary>
public sealed class FormReader(DocumentHead document, FormTemplates templates)
{
    private int formsRead;

    private enum Block { None, Funds, Goals, Indicators, Notes }

    /// <summary>Given a region, the document's regions in reading order, returns the form that it is, or why it is none.</summary>
    public FormReading Read(FormRegion region)
    {
        var reading = Read(region, $"{document.Sha256[..12]}-{formsRead + 1}");
        formsRead += reading is FormFound ? 1 : 0;
        return reading;
    }

    /// <summary>Reads one region row by row: header rows open a block, and the block that is open takes the rows that are its own.</summary>
    private FormReading Read(FormRegion region, string id)
    {
        var log = new FieldLog(region);
        var title = FormTitle.Read(region, log);
        var header = new HeaderBlock();
        var unitLine = HeadingTexts.Read(title, region, header, log);
        var funds = new FundsBlock();
        var goals = new GoalsBlock();
        var indicators = new IndicatorBlock();
        var notes = new NotesBlock();
        var open = Block.None;
        for (var row = region.FirstRow; row < region.EndRow; row++)
        {
            open = indicators.TryReadHeader(region, row, log) ? Block.Indicators
                : funds.TryReadHeader(region, row, log) ? Block.Funds
                : goals.TryReadHeader(region, row, log) ? Block.Goals
                : notes.TryReadHeader(region, row, log) ? Block.Notes
                : open == Block.Indicators && indicators.TryReadTotal(region, row, log) ? Block.None
                : open;
            var taken = open switch
            {
                Block.Funds => funds.TryReadRow(region, row, log),
                Block.Goals => goals.TryReadRow(region, row, log),
                Block.Indicators => indicators.TryReadRow(region, row, log),
                Block.Notes => notes.TryReadRow(region, row, log),
                _ => false,
            };
            if (!taken && !funds.TryReadPairs(region, row, log) && !goals.TryReadLabelled(region, row, log))
            {
                header.ReadRow(region, row, log);
            }
        }

        header.Finish(log);
        indicators.TakeTotalOf(header, log);
        var refusal = Refusal.Of(region, title, header, funds, goals, indicators);
        if (refusal is { } reason)
        {
            return new FormRefused(region.Pages(), title.Title, reason, new FormTrace(null, [], log.Anchors, log.Unfilled, []));
        }

        var unit = MoneyUnit.Read(region, funds, unitLine, log);
        var executionPoints = funds.AnnouncedPoints(log);
        OtherColumns.Finish(funds.Columns, log);
        OtherColumns.Finish(goals.Columns, log);
        OtherColumns.Finish(indicators.Columns, log);
        var notUnderstood = ExtraCells.Keep(region, log);
        var extra = ExtraCells.Read(log);
        var choice = TemplateChoice.Of(templates.All, title.Title, Columns(funds, goals, indicators), Marks(region), Traits(header, funds, indicators));
        return new FormFound(
            new Form(
                id, choice.Template.Id, title.Title, title.Year, region.Pages(),
                header.ProjectName, header.Department, header.ImplementingUnit, unit,
                funds.Rows, goals.Goals, indicators.Rows, indicators.Total, extra, log.Provenance) { ExecutionPoints = executionPoints },
            new FormTrace(choice.Template.Id, choice.Reasons(), log.Anchors, log.Unfilled, notUnderstood));
    }

    private static RoleSet Columns(FundsBlock funds, GoalsBlock goals, IndicatorBlock indicators) =>
        (funds.Columns?.Roles ?? default) | (goals.Columns?.Roles ?? default) | (indicators.Columns?.Roles ?? default);

    /// <summary>The printed labels that only tell which template a form is of.</summary>
    private static HashSet<string> Marks(FormRegion region)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        for (var row = region.FirstRow; row < region.EndRow; row++)
        {
            if (region.RolesIn(row).Has(Role.Mark))
            {
                marks.UnionWith(region.StartingIn(row).Where(cell => cell.Is(Role.Mark)).SelectMany(cell => new[] { cell.Key, LabelKey.WithoutBracket(cell.Key) }));
            }
        }

        return marks;
    }

    private static HashSet<LayoutTrait> Traits(HeaderBlock header, FundsBlock funds, IndicatorBlock indicators)
    {
        var traits = new HashSet<LayoutTrait>();
        if (header.IsWholeDepartment)
        {
            traits.Add(LayoutTrait.WholeDepartment);
        }

        if (funds.IsAcross)
        {
            traits.Add(LayoutTrait.SourcesAcross);
        }

        if (indicators.Columns is { } map && map.Of(Role.Weight) is { } weight && map.Of(Role.Target) is { } target && weight.Start < target.Start)
        {
            traits.Add(LayoutTrait.PointsBeforeValues);
        }

        return traits;
    }
}
