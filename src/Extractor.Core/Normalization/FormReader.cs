using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Pages;

namespace Extractor.Core.Normalization;

/// <summary>Reads a form from the rows of a table, by the words of a form template and the structure of the table.</summary>
public sealed class FormReader
{
    private enum Block { Header, Funds, Goals, Indicators, After }

    private readonly DocumentHead document;
    private readonly FormLabels[] labels;
    private int formsRead;

    public FormReader(DocumentHead document, ImmutableArray<FormTemplate> templates)
    {
        this.document = document;
        labels = [.. templates.Select(template => new FormLabels(template))];
    }

    /// <summary>
    /// Given a region, the document's regions in reading order, returns the form that it is, read by the first template
    /// that fits, or null where it is none.
    /// </summary>
    public Form? Read(FormRegion region)
    {
        var id = $"{document.Sha256[..12]}-{formsRead + 1}";
        foreach (var template in labels)
        {
            if (Read(region, template, id) is { } form)
            {
                formsRead++;
                return form;
            }
        }

        return null;
    }

    /// <summary>
    /// Reads the region row by row: header rows switch the block, other rows belong to the block that they stand in.
    /// Null where this is no self-evaluation: it has no indicators with targets and results, or neither project, funds nor total.
    /// </summary>
    private static Form? Read(FormRegion region, FormLabels labels, string id)
    {
        var log = new FieldLog(region);
        var heading = FormTitle.Read(region, labels, log);
        var header = new HeaderBlock(labels.Header);
        var funds = new FundsBlock(labels.Funds);
        var goals = new GoalsBlock(labels.Goals);
        var indicators = new IndicatorBlock(labels.Indicators);
        var block = Block.Header;
        for (var row = region.FirstRow; row < region.EndRow; row++)
        {
            if (block < Block.Funds && funds.TryReadHeader(region, row, log))
            {
                block = Block.Funds;
            }
            else if (block < Block.Goals && goals.TryReadHeader(region, row, log))
            {
                block = Block.Goals;
            }
            else if (block < Block.Indicators && indicators.TryReadHeader(region, row, log))
            {
                block = Block.Indicators;
            }
            else if (block == Block.Indicators && indicators.TryReadTotal(region, row, log))
            {
                block = Block.After;
            }
            else
            {
                ReadRow(block, region, row, log);
            }
        }

        var anchored = header.ProjectName is not null || !funds.Rows.IsEmpty || indicators.Total is not null;
        if (indicators.Rows.IsEmpty || !anchored)
        {
            return null;
        }

        var extra = ExtraCells.Read(region, log);
        return new Form(
            id, labels.TemplateId, heading.Title, heading.Year, Pages(region),
            header.ProjectName, header.Department, header.ImplementingUnit, funds.Unit,
            funds.Rows, goals.Goals, indicators.Rows, indicators.Total, extra, log.Provenance);

        void ReadRow(Block inBlock, FormRegion rows, int row, FieldLog fields)
        {
            switch (inBlock)
            {
                case Block.Header: header.ReadRow(rows, row, fields); break;
                case Block.Funds: funds.ReadRow(rows, row, fields); break;
                case Block.Goals: goals.ReadRow(rows, row, fields); break;
                case Block.Indicators: indicators.ReadRow(rows, row, fields); break;
                default: break;     // below the total row: what stands there becomes extra
            }
        }
    }

    private static ImmutableArray<int> Pages(FormRegion region)
    {
        var pages = new SortedSet<int>();
        for (var row = region.FirstRow; row < region.EndRow; row++)
        {
            foreach (var cell in region.Across(row))
            {
                foreach (var part in cell.Parts)
                {
                    pages.Add(part.PageNumber);
                }
            }
        }

        return [.. pages];
    }
}
