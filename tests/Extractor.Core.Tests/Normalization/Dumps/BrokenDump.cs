using System.Text;

namespace Extractor.Core.Tests.Normalization.Dumps;

/// <summary>
/// Prints forms as tab-separated rows and breaks them as other extractors do: cells slide, page breaks cut rows and lose the
/// columns of merged cells, labels stand alone or lower down, markup stays.
/// </summary>
/// <param name="chance">Drawn from for everything.</param>
/// <param name="percent">How often damage happens, 100 for as often as in the worst files.</param>
internal sealed class BrokenDump(Random chance, int percent)
{
    private const int Columns = 9;

    private readonly List<string[]> lines = [];

    /// <summary>Set for the whole file: its program repeats merged labels, or prints each once.</summary>
    private readonly bool repeatsLabels = chance.Next(100) < 15;

    /// <summary>Set for the whole file: its program prints the text of a merged cell in each of its columns.</summary>
    private readonly bool repeatsMerged = percent > 0 && chance.Next(100) < 10;

    public static string Of(IEnumerable<InventedForm> forms, Random chance, int percent)
    {
        var dump = new BrokenDump(chance, percent);
        foreach (var form in forms)
        {
            dump.Print(form);
        }

        return string.Join('\n', dump.lines.Select(line => string.Join('\t', line)));
    }

    private bool Hit(int often) => chance.Next(10_000) < often * percent;

    private void Print(InventedForm form)
    {
        PrintTop(form);
        PrintFunds(form);
        PrintGoals(form);
        PrintIndicators(form);
        PrintTotal(form);
        Add([""]);
    }

    private void PrintTop(InventedForm form)
    {
        const string Title = "财政项目支出绩效自评表", Year = "(2023 年度)";
        if (Hit(10))
        {
            Add([$"<p style=\"text-align: center;\">{Title}</p> <p style=\"text-align: center;\">{Year}</p>"]);
        }
        else
        {
            Add(Row(0, repeatsMerged ? [.. Enumerable.Repeat(Title, Columns)] : [Title]));
            Add(Row(0, repeatsMerged ? [.. Enumerable.Repeat(Year, Columns)] : [Year]));
        }

        var slide = Hit(4) ? 1 : 0;
        Add(Row(slide, "项目名称", Html(form.Project)));
        var (department, unit) = (Wrapped(form.Department), Wrapped(form.Unit));
        Add(repeatsMerged
            ? Row(0, "主管部门", department, department, department, "实施单位", unit, unit, unit, unit)
            : Row(Hit(4) ? 1 : 0, "主管部门", department, "", "", "实施单位", unit));
    }

    private void PrintFunds(InventedForm form)
    {
        var header = Row(0, "项目资金 (元)", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分");
        if (Hit(3))
        {
            Add(Row(0, header[0]));
            header[0] = "";
        }

        Add(Hit(3) ? Slid(header, header[0].Length == 0 ? -1 : 1) : header);
        foreach (var fund in form.Funds)
        {
            var row = Row(1, fund.Label, fund.Initial, fund.Annual, fund.Executed, fund.Weight, fund.Rate, fund.Score);
            Add(Hit(3) ? Squeezed(Slid(row, 0)) : Slid(row, Hit(6) ? -1 : Hit(2) ? 1 : 0));
            if (Hit(2))
            {
                Break();
            }
        }
    }

    /// <summary>The empty cells inside a row are lost, and what stood after them slid to the left.</summary>
    private static string[] Squeezed(string[] row) => [row[0], .. row.Skip(1).Where(cell => cell.Length > 0), .. row.Skip(1).Where(cell => cell.Length == 0)];

    private void PrintGoals(InventedForm form)
    {
        string[] header = Row(1, "预期目标", "", "", "实际完成情况");
        var (expected, actual) = (Html(form.Expected), Html(form.Actual));
        string[] texts = repeatsMerged ? Row(1, expected, expected, expected, actual, actual, actual, actual) : Row(1, expected, "", "", actual);
        switch (chance.Next(4))
        {
            case 0:
                header[0] = "年度总体目标";
                break;
            case 1:
                texts[0] = "年度 总体 目标";
                break;
            case 2:
                (header[0], texts[0]) = ("年度", "总体目标");
                break;
        }

        Add(header);
        if (Hit(10) && form.Expected.Length > 12 && form.Actual.Length > 12)
        {
            int first = chance.Next(3, form.Expected.Length - 3), second = chance.Next(3, form.Actual.Length - 3);
            Add(Row(0, texts[0], form.Expected[..first], "", "", form.Actual[..second]));
            Break();
            Add(Row(1, form.Expected[first..], "", "", form.Actual[second..]));
        }
        else
        {
            Add(texts);
        }
    }

    private void PrintIndicators(InventedForm form)
    {
        var header = Row(1, "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施");
        header[0] = Hit(10) ? "" : Hit(5) ? form.Indicators[0].Level1 : "绩效指标";
        var swapped = header[0] == form.Indicators[0].Level1;
        Add(Hit(4) ? Slid(header, header[0].Length == 0 ? -1 : 1) : header);
        var rows = form.Indicators.Select((row, i) => Row(
            1,
            LabelOf(form, i, row => row.Level1) is var first && swapped && i == 0 ? "" : first,
            LabelOf(form, i, row => row.Level2),
            Html(Wrapped(row.Level3)), row.Target, row.Actual, row.Weight, row.Score, row.Deviation)).ToList();
        var lost = 0;
        var printedAt = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            printedAt[i] = lines.Count;
            if (Hit(3))
            {
                Add([""]);
                printedAt[i]++;
            }

            if (i > 0 && row[2].Length == 0 && Hit(4) && !repeatsLabels)
            {
                // The label of the merged cell that runs over the break stands alone there, and no more on its first row.
                var label = form.Indicators[i].Level2;
                var first = lines.FindIndex(printedAt[form.Indicators.Select(other => other.Level2).ToList().IndexOf(label)], line => line.Contains(label));
                if (first >= 0)
                {
                    lines[first] = [.. lines[first].Select(cell => cell == label ? "" : cell)];
                    Break();
                    Add(Row(chance.Next(3), label));
                    lost = Hit(60) ? -1 : 0;
                }
            }
            else if (row[1].Length > 0 && i > 0 && Hit(5) && !repeatsLabels)
            {
                // So may a first-level one.
                row = [.. row];
                Add(Row(chance.Next(2), row[1]));
                row[1] = "";
                Break();
                lost = Hit(60) ? -1 : 0;
            }

            var slide = lost + (Hit(8) ? -1 : Hit(2) ? 1 : 0);
            if (i == 0 || !Hit(12))
            {
                Add(Broken(Slid(row, slide)));
                continue;
            }

            lost = PrintOverBreak(row, lost, header);
        }
    }

    /// <summary>A row at a page break: whole below it, or cut in two, its label perhaps alone; the next page may have lost the first column.</summary>
    private int PrintOverBreak(string[] row, int lost, string[] header)
    {
        var after = Hit(60) ? -1 : Hit(4) ? 1 : 0;
        if (Hit(40) && row[3].Length > 4 && !row[3].Contains('<', StringComparison.Ordinal))
        {
            var at = chance.Next(2, row[3].Length - 1);
            var valuesAbove = chance.Next(3) == 0;
            var labelsAbove = chance.Next(3) == 0;
            string[] upper = [.. Enumerable.Repeat("", Columns)], lower = [.. upper];
            for (var column = 1; column < Columns; column++)
            {
                (column < 3 ? labelsAbove ? upper : lower : valuesAbove ? upper : lower)[column] = row[column];
            }

            if (Hit(15))
            {
                (upper[6], lower[6]) = (row[6], "");
            }

            (upper[3], lower[3]) = (row[3][..at], row[3][at..]);
            if (row[8].Length > 4 && Hit(50))
            {
                (upper[8], lower[8]) = (row[8][..(row[8].Length / 2)], row[8][(row[8].Length / 2)..]);
            }

            if (row[4].Length > 6 && !row[4].EndsWith('次') && Hit(30))
            {
                (upper[4], lower[4]) = (row[4][..5], row[4][5..]);
            }

            Add(Slid(upper, lost));
            Break();
            Add(Slid(lower, after));
            return after;
        }

        if (Hit(30) && row[2].Length > 0 && row[1].Length == 0)
        {
            var alone = Row(chance.Next(3), row[2]);
            row = [.. row];
            row[2] = "";
            if (chance.Next(2) == 0)
            {
                Add(alone);
                Break();
            }
            else
            {
                Break();
                Add(alone);
            }
        }
        else
        {
            Break();
            if (Hit(15))
            {
                Add(header);
                after = 0;
            }
        }

        if (Hit(10) && row[1].Length == 0)
        {
            row = [.. row];
            row[1] = "绩效指标";
            after = Math.Max(after, -1);
        }

        Add(Slid(row, after));
        return after;
    }

    private void PrintTotal(InventedForm form)
    {
        if (Hit(10))
        {
            foreach (var text in new[] { "总分", "", "100", "", form.TotalScore })
            {
                Add([text]);
            }

            return;
        }

        if (Hit(3))
        {
            Add(Row(5, "100", form.TotalScore));        // its label was in a column that the page lost
            return;
        }

        var row = Row(0, "总分", "", "", "", "", "", "100", form.TotalScore);
        Add(Hit(20) ? [.. row.Take(1), .. row.Skip(2), ""] : row);
    }

    /// <summary>The label of a row: on the first row of its group, on each, or at half height.</summary>
    private string LabelOf(InventedForm form, int at, Func<InventedIndicator, string> label)
    {
        var name = label(form.Indicators[at]);
        if (repeatsLabels)
        {
            return name;
        }

        var first = form.Indicators.Select(label).ToList().IndexOf(name);
        var count = form.Indicators.Count(row => label(row) == name);
        return at == first + (HalfHeight(form) && label(form.Indicators[at]) == form.Indicators[at].Level1 ? (count - 1) / 2 : 0) ? name : "";
    }

    /// <summary>One form in twelve keeps first-level labels at half height; drawn from the form, so that its rows agree.</summary>
    private bool HalfHeight(InventedForm form) => percent > 0 && form.Indicators.Count % 12 == 7;

    private void Break()
    {
        switch (chance.Next(6))
        {
            case 0:
                Add([$"- {chance.Next(1, 40)} -"]);
                break;
            case 2:
                Add([""]);
                Add(["财政项目支出绩效自评表"]);
                Add(["(2023 年度)"]);
                break;
            case 3 when Hit(30):
                break;      // nothing shows it
            case 1:
                Add([""]);
                Add([$"第{chance.Next(1, 40)}页"]);
                Add([""]);
                break;
            default:
                Add([""]);
                break;
        }
    }

    /// <summary>Slid as a whole: to the left only over empty cells.</summary>
    private static string[] Slid(string[] row, int by)
    {
        if (by < 0 && row[0].Length == 0)
        {
            return [.. row.Skip(1), ""];
        }

        return by > 0 ? ["", .. row] : row;
    }

    /// <summary>Some cells of a row slid further than others.</summary>
    private string[] Broken(string[] row)
    {
        var name = Array.FindIndex(row, cell => cell.Length > 0 && cell is not ("产出指标" or "效益指标" or "满意度指标") && !cell.EndsWith("指标", StringComparison.Ordinal));
        if (name is >= 2 and <= 3 && Hit(3) && row.Take(name).All(cell => cell.Length == 0))
        {
            return [row[name], .. row[1..name], "", .. row[(name + 1)..]];
        }

        if (Hit(2) && name is > 1 and <= 3 && row[name - 1].Length == 0)
        {
            return [.. row[..(name - 1)], .. row[name..], ""];      // from its name on
        }

        if (Hit(1) && row[^1].Length == 0 && name > 0 && row.Length >= name + 4)
        {
            return [.. row[..(name + 1)], "", .. row[(name + 1)..]];    // its values
        }

        return Hit(3) && name is > 0 and <= 3 ? [.. row[..name], "", .. row[name..]] : row;
    }

    private string Html(string text) => Hit(5) ? $"<p>{text}</p>" : text;

    private string Wrapped(string text)
    {
        if (!Hit(15) || text.Length < 6)
        {
            return text;
        }

        var wrapped = new StringBuilder(text);
        return wrapped.Insert(chance.Next(2, text.Length - 2), ' ').ToString();
    }

    private static string[] Row(int first, params string[] cells)
    {
        var row = Enumerable.Repeat("", Math.Max(Columns, first + cells.Length)).ToArray();
        cells.CopyTo(row, first);
        return row;
    }

    private void Add(string[] line) => lines.Add(line);
}
