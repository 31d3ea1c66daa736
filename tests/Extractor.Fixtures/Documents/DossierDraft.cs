using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Documents;

/// <summary>What a document shall be made of; the rest is drawn.</summary>
/// <param name="Forms">How many forms.</param>
/// <param name="FaultPercent">How many of a hundred forms get a planted fault.</param>
public sealed record Order(string Name, int Forms, int FaultPercent)
{
    /// <summary>Changes the drawn look.</summary>
    public Func<Look, Look> Look { get; init; } = look => look;

    /// <summary>Whether goals may be longer than a page.</summary>
    public bool LongGoals { get; init; } = true;
}

/// <summary>Draws whole documents.</summary>
public static class DossierDraft
{
    public static Dossier Draw(ulong seed, Order order)
    {
        var chance = new Chance(seed).Fork(order.Name);
        var look = order.Look(Look.Draw(chance.Fork("look")));
        var grid = ShanghaiGrid.Draw(chance.Fork("grid"));
        var forms = Forms(chance.Fork("forms"), order);
        return new Dossier(order.Name, look, Blocks(chance.Fork("blocks"), forms, grid), forms);
    }

    private static ImmutableArray<PrintedForm> Forms(Chance chance, Order order)
    {
        var habit = Habit.Draw(chance.Fork("habit"));
        var place = chance.Pick(Vocabulary.Places);
        var year = chance.Between(2018, 2025);
        return Enumerable.Range(0, order.Forms).Select(i =>
        {
            var own = chance.Fork("form", i);
            var count = own.Percent(80) ? own.Between(5, 13) : own.Between(3, 25);
            var draft = FormDraft.Draw(own, habit, place, year, count, order.LongGoals && own.Percent(8));
            return (own.Percent(order.FaultPercent) ? Faults.Plant(own.Pick(Faults.Kinds), draft, own.Fork("fault")) : draft).Print();
        }).ToImmutableArray();
    }

    private static ImmutableArray<Block> Blocks(Chance chance, ImmutableArray<PrintedForm> forms, ShanghaiGrid grid)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var eachOnNewPage = chance.Percent(35);
        Preface(chance, blocks);
        foreach (var form in forms)
        {
            if (eachOnNewPage && blocks.Count > 0)
            {
                blocks.Add(new NewPage());
            }
            else if (chance.Percent(50))
            {
                blocks.Add(new Gap(chance.Between(10, 300)));
            }

            if (!grid.TitleInside)
            {
                blocks.Add(new TitleLines(form.Title, form.YearLine));
            }

            blocks.Add(new TableBlock(ShanghaiLayout.Lay(form, grid)));
            Between(chance, blocks);
        }

        return blocks.ToImmutable();
    }

    private static void Preface(Chance chance, ImmutableArray<Block>.Builder blocks)
    {
        if (chance.Percent(60))
        {
            blocks.Add(new Heading(chance.Pick(Vocabulary.Phrases.Sections)));
            blocks.AddRange(chance.Sample(Vocabulary.Phrases.Paragraphs, chance.Between(1, 7)).Select(text => new Paragraph(text)));
        }

        if (chance.Percent(30))
        {
            Budget(chance, blocks);
        }
    }

    private static void Between(Chance chance, ImmutableArray<Block>.Builder blocks)
    {
        if (chance.Percent(20))
        {
            blocks.Add(new Paragraph(chance.Pick(Vocabulary.Phrases.Paragraphs)));
        }

        if (chance.Percent(8))
        {
            Budget(chance, blocks);
        }
    }

    private static void Budget(Chance chance, ImmutableArray<Block>.Builder blocks)
    {
        blocks.Add(new Heading(chance.Pick(Vocabulary.Phrases.BudgetTitles)));
        blocks.Add(new TableBlock(OtherTables.Budget(chance)));
        blocks.Add(new Paragraph(chance.Pick(Vocabulary.Phrases.Paragraphs)));
    }
}
