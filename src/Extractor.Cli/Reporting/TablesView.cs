using System.Globalization;
using Extractor.Cli.Language;
using Extractor.Core.Results;

namespace Extractor.Cli.Reporting;

/// <summary>
/// The tables of a document as a person can skim them: a line a row, each cell where it begins. Forms have a dozen merged
/// columns, which no terminal has the width to draw.
/// </summary>
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
            Console.WriteLine(voice.Say(
                Messages.TableCaption, index + 1, string.Join(", ", table.Pages), table.RowCount, table.ColumnCount));
            foreach (var row in table.Cells.GroupBy(cell => cell.Row))
            {
                var number = (row.Key + 1).ToString(CultureInfo.InvariantCulture);
                Console.WriteLine($"{number,4}  {string.Join(" │ ", row.Select(cell => cell.Text))}");
            }

            Console.WriteLine();
        }
    }
}
