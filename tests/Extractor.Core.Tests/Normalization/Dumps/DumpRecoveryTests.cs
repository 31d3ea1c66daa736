using System.Collections.Immutable;
using CsCheck;
using Extractor.Core.Forms;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;
using Xunit.Abstractions;

namespace Extractor.Core.Tests.Normalization.Dumps;

/// <summary>Invented forms are printed, broken and read again: what comes back is measured, and nothing may be wrong in silence.</summary>
public class DumpRecoveryTests(ITestOutputHelper output)
{
    private const double Sure = 0.99;

    private const int Dumps = 100;

    [Fact]
    public void Forms_that_are_not_broken_come_back_whole_and_without_doubt() => Gen.Int.Sample(seed =>
    {
        var (forms, read) = Read(seed, percent: 0);
        Assert.Equal(forms.Count, read.Length);
        foreach (var (form, found) in forms.Zip(read))
        {
            Assert.Equal(Stated(form), Found(found));
            Assert.Equal([], found.Provenance.Where(field => field.Places.Any(place => (double)place.Confidence < Sure)).Select(field => $"{field.Pointer} {field.Places[0].Confidence}"));
        }
    }, iter: 60, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Broken_forms_come_back()
    {
        var tally = new Tally();
        for (var seed = 0; seed < Dumps; seed++)
        {
            var (forms, read) = Read(seed, percent: 100);
            for (var i = 0; i < forms.Count; i++)
            {
                tally.Add(seed, i, Stated(forms[i]), forms[i].Indicators.Count, read.ElementAtOrDefault(i));
            }
        }

        output.WriteLine(tally.ToString());
        Assert.True(tally.Rows >= 0.99, tally.ToString());
        Assert.True(tally.Figures >= 0.995, tally.ToString());
        Assert.True(tally.Texts >= 0.99, tally.ToString());
        Assert.True(tally.Silent <= 0.0005, tally.ToString());
    }

    [Fact]
    public void Whatever_a_dump_says_is_in_its_tables() => Gen.Int.Sample(seed =>
    {
        var chance = new Random(seed);
        var text = Shuffled(BrokenDump.Of([InventedForm.Draw(chance), InventedForm.Draw(chance)], chance, 100), chance);
        var tables = Tables(text);
        Assert.All(tables, table =>
        {
            var covered = new int[table.RowCount, table.ColumnCount];
            foreach (var cell in table.Cells)
            {
                for (var column = cell.Column; column < cell.EndColumn; column++)
                {
                    covered[cell.Row, column]++;
                }
            }

            Assert.All(covered.Cast<int>(), times => Assert.Equal(1, times));
        });
        var said = string.Join(' ', tables.SelectMany(table => table.Cells.Select(cell => cell.Text).Concat(table.Heading.Select(line => line.Line.Text))));
        Assert.All(text.Split('\t', '\n').Where(cell => cell.Contains("台账", StringComparison.Ordinal) && !cell.Contains('<', StringComparison.Ordinal) && !cell.Contains(' ', StringComparison.Ordinal)),
            cell => Assert.Contains(cell, said, StringComparison.Ordinal));
    }, iter: 60, seed: "0N0XIzNsQ0O2");

    /// <summary>Cells changed places, lines too, and some are gone.</summary>
    private static string Shuffled(string text, Random chance)
    {
        var lines = text.Split('\n').Select(line => line.Split('\t')).Where(_ => chance.Next(12) > 0).ToArray();
        for (var n = 0; n < 20; n++)
        {
            var (one, other) = (chance.GetItems(lines, 1)[0], chance.GetItems(lines, 1)[0]);
            int at = chance.Next(one.Length), to = chance.Next(other.Length);
            (one[at], other[to]) = (other[to], one[at]);
        }

        return string.Join('\n', lines.Select(line => string.Join('\t', line)));
    }

    private static ImmutableArray<Table> Tables(string text) => ExtractionResult.Of(
        new DocumentHead("dump.txt", new string('0', 64), 1, "text/tab-separated-values", []), [Dump(text)], ShippedTemplates.All).Tables;

    private static (List<InventedForm> Forms, ImmutableArray<Form> Read) Read(int seed, int percent)
    {
        var chance = new Random(seed);
        List<InventedForm> forms = [.. Enumerable.Range(0, chance.Next(1, 6)).Select(_ => InventedForm.Draw(chance))];
        return (forms, Extract(BrokenDump.Of(forms, chance, percent)));
    }

    internal static ImmutableArray<Form> Extract(string text)
    {
        var head = new DocumentHead("dump.txt", new string('0', 64), 1, "text/tab-separated-values", []);
        return [.. ExtractionResult.Of(head, [Dump(text)], ShippedTemplates.All).Forms.Select(audited => audited.Form)];
    }

    private static TextDump Dump(string text)
    {
        ImmutableArray<DumpLine> lines = [.. text.Split('\n').Select((line, i) => new DumpLine(
            i + 1, [.. line.Split('\t').Select((cell, column) => new DumpCell(cell, new Box(column * 10, i * 12, (column * 10) + 10, (i * 12) + 12)))]))];
        return new TextDump(1, 500, lines.Length * 12, lines);
    }

    internal static SortedDictionary<string, string> Stated(InventedForm form)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["/title"] = "财政项目支出绩效自评表", ["/year"] = "2023", ["/projectName"] = form.Project, ["/department"] = form.Department,
            ["/implementingUnit"] = form.Unit, ["/unit"] = "元", ["/goals/expected"] = form.Expected, ["/goals/actual"] = form.Actual,
            ["/total/weight"] = "100", ["/total/score"] = form.TotalScore,
        };
        foreach (var (fund, i) in form.Funds.Select((fund, i) => (fund, i)))
        {
            Add(fields, $"/funds/{i}", ("label", fund.Label), ("initialBudget", fund.Initial), ("annualBudget", fund.Annual), ("executed", fund.Executed),
                ("weight", fund.Weight), ("rate", fund.Rate), ("score", fund.Score));
        }

        foreach (var (row, i) in form.Indicators.Select((row, i) => (row, i)))
        {
            Add(fields, $"/indicators/{i}", ("level1", row.Level1), ("level2", row.Level2), ("level3", row.Level3), ("target", row.Target),
                ("actual", row.Actual), ("weight", row.Weight), ("score", row.Score), ("deviation", row.Deviation));
        }

        return fields;
    }

    internal static SortedDictionary<string, string> Found(Form form)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["/title"] = form.Title, ["/year"] = $"{form.Year}", ["/projectName"] = form.ProjectName ?? "", ["/department"] = form.Department ?? "",
            ["/implementingUnit"] = form.ImplementingUnit ?? "", ["/unit"] = form.Unit ?? "", ["/goals/expected"] = form.Goals?.Expected ?? "",
            ["/goals/actual"] = form.Goals?.Actual ?? "", ["/total/weight"] = form.Total?.Weight?.Text ?? "", ["/total/score"] = form.Total?.Score?.Text ?? "",
        };
        foreach (var (fund, i) in form.Funds.Select((fund, i) => (fund, i)))
        {
            Add(fields, $"/funds/{i}", ("label", fund.Label), ("initialBudget", fund.InitialBudget?.Text), ("annualBudget", fund.AnnualBudget?.Text),
                ("executed", fund.Executed?.Text), ("weight", fund.Weight?.Text), ("rate", fund.Rate?.Text), ("score", fund.Score?.Text));
        }

        foreach (var (row, i) in form.Indicators.Select((row, i) => (row, i)))
        {
            Add(fields, $"/indicators/{i}", ("level1", row.Level1), ("level2", row.Level2), ("level3", row.Level3), ("target", row.Target?.Text),
                ("actual", row.Actual?.Text), ("weight", row.Weight?.Text), ("score", row.Score?.Text), ("deviation", row.Deviation));
        }

        return fields;
    }

    private static void Add(SortedDictionary<string, string> fields, string row, params (string Field, string? Text)[] texts)
    {
        foreach (var (field, text) in texts)
        {
            fields[$"{row}/{field}"] = text ?? "";
        }
    }
}
