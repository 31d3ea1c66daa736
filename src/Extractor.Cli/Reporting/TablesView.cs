using Extractor.Cli.Language;
using Extractor.Core.Results;
using Spectre.Console;

namespace Extractor.Cli.Reporting;

/// <summary>The tables of a document drawn as tables; a merged cell's text stands in its first slot.</summary>
internal static class TablesView
{
    public static void Print(TableList list, Voice voice)
    {
        if (list.Tables.IsEmpty)
        {
            Console.WriteLine(voice.Say(Messages.NoTables));
        }

        for (var index = 0; index < list.Tables.Length; index++)
        {
            var table = list.Tables[index];
            var caption = voice.Say(
                Messages.TableCaption, index + 1, string.Join(", ", table.Pages), table.RowCount, table.ColumnCount);
            Console.WriteLine(caption);
            var drawn = new Table { ShowHeaders = false, ShowRowSeparators = true }.SquareBorder();
            for (var column = 0; column < table.ColumnCount; column++)
            {
                drawn.AddColumn("");
            }

            foreach (var row in Slots(table))
            {
                drawn.AddRow(row.Select(text => new Text(text)));
            }

            AnsiConsole.Write(drawn);
        }
    }

    private static List<string[]> Slots(ResultTable table)
    {
        var rows = Enumerable.Range(0, table.RowCount).Select(_ => Enumerable.Repeat("", table.ColumnCount).ToArray()).ToList();
        foreach (var cell in table.Cells)
        {
            rows[cell.Row][cell.Column] = cell.Text;
        }

        return rows;
    }
}
