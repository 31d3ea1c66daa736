using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Layouts.Families;
using Extractor.Fixtures.Planting;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Documents;

/// <summary>Draws whole documents.</summary>
public static class DossierDraft
{
    /// <summary>Forms that are drawn until one has a place for the only kind of fault that is wanted, and where another would do.</summary>
    private const int MostAttempts = 1000, FewAttempts = 12;

    public static Dossier Draw(ulong seed, Order order)
    {
        var chance = new Chance(seed).Fork(order.Name);
        var look = Look.Draw(chance.Fork("look"));
        if (order.Family == FormFamily.LookAlikes)
        {
            return new Dossier(order.Name, order.Family, order.Look(look), LookAlikes.Draw(chance, order.Forms), []);
        }

        var layout = FormFamily.Named(order.Family).Draw(chance.Fork("layout"));
        var forms = Forms(chance.Fork("forms"), order, layout);
        var blocks = Blocks(chance.Fork("blocks"), order, forms);
        var dossier = new Dossier(order.Name, order.Family, order.Look(layout.Wide ? look.Widened() : look), blocks, [.. forms.Select(laid => laid.Form)]);
        if (!order.HasReport)
        {
            return dossier;
        }

        var report = Report.Draw(chance.Fork("report"), dossier.Forms);
        return dossier with { Blocks = [.. report.Text, .. blocks], Forms = report.Forms, Planted = report.Planted };
    }

    private static ImmutableArray<LaidForm> Forms(Chance chance, Order order, FormLayout layout)
    {
        var habit = layout.Habit ?? Habit.Draw(chance.Fork("habit"));
        var place = chance.Pick(Vocabulary.Places);
        var year = chance.Between(2018, 2025);
        return Enumerable.Range(0, order.Forms).Select(i => Form(
            chance.Fork("form", i), order, i, layout.Plan, habit, place, year, draft => layout.Lay(draft, chance.Fork("lay", i)))).ToImmutableArray();
    }

    /// <summary>Draws again where the form, or its layout, gives the ordered fault no place; a kind that finds none in many forms gives way to the next.</summary>
    private static LaidForm Form(Chance chance, Order order, int number, PointPlan? plan, Habit habit, string place, int year, Func<FormDraft, LaidForm> lay)
    {
        var kinds = order.Faults(chance, number);
        var attempts = kinds.Count == 1 ? MostAttempts : FewAttempts;
        for (var attempt = 0; ; attempt++)
        {
            var own = chance.Fork("attempt", attempt);
            var (low, high) = order.Indicators ?? (own.Percent(80) ? (5, 13) : (3, 25));
            var draft = FormDraft.Draw(own, habit, place, year, own.Between(low, high), own.Percent(order.LongGoalPercent), plan);
            // A report counts the forms of one department.
            draft = order.HasReport ? draft with { Department = place + "财政局" } : draft;
            if (attempt / attempts >= kinds.Count)
            {
                return lay(draft);
            }

            if (Plant(Faults.Named(kinds[attempt / attempts]), draft, own.Fork("fault"), lay) is { } planted)
            {
                return planted;
            }
        }
    }

    private static LaidForm? Plant(Fault fault, FormDraft draft, Chance chance, Func<FormDraft, LaidForm> lay)
    {
        if (fault.Plant(draft, chance) is not { } planted)
        {
            return null;
        }

        PlantedFault Named(string pointer) => new(fault.Kind, pointer, fault.Rule, fault.Severity.ToString().ToLowerInvariant(), fault.Explanation);
        var (clean, faulty) = (lay(draft), lay(planted.Form with { Planted = [Named(planted.Pointer)] }));
        var onPaper = planted.On(faulty.Form);
        return onPaper.Shows(clean.Form, faulty.Form) ? faulty with { Form = faulty.Form with { Planted = [Named(onPaper.Pointer)] } } : null;
    }

    private static ImmutableArray<Block> Blocks(Chance chance, Order order, ImmutableArray<LaidForm> forms)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var newPages = order.NewPages ?? chance.Percent(35);
        if (chance.Percent(order.SurroundingsPercent))
        {
            Preface(chance, blocks, forms);
        }

        foreach (var form in forms)
        {
            if (newPages && blocks.Count > 0)
            {
                blocks.Add(new NewPage());
            }
            else if (chance.Percent(50))
            {
                blocks.Add(new Gap(chance.Between(10, 300)));
            }

            if (!form.Head.IsEmpty)
            {
                blocks.Add(new TitleLines(form.Head));
            }

            blocks.Add(new TableBlock(form.Table));
            if (chance.Percent(order.SurroundingsPercent))
            {
                After(chance, blocks, form.Form);
            }
        }

        return blocks.ToImmutable();
    }

    private static void Preface(Chance chance, ImmutableArray<Block>.Builder blocks, ImmutableArray<LaidForm> forms)
    {
        if (chance.Percent(60))
        {
            blocks.Add(new Heading(chance.Pick(Vocabulary.Phrases.Sections)));
            blocks.AddRange(chance.Sample(Vocabulary.Phrases.Paragraphs, chance.Between(1, 7)).Select(text => new Paragraph(text)));
        }

        if (chance.Percent(12))
        {
            blocks.Add(new Heading("项目支出绩效自评表目录"));
            blocks.AddRange(forms.Select((form, i) => new Paragraph(
                string.Create(CultureInfo.InvariantCulture, $"{i + 1}.{form.Form.ProjectName}绩效自评表……………{i + 2}"))));
        }

        if (chance.Percent(30))
        {
            Budget(chance, blocks);
        }
    }

    private static void After(Chance chance, ImmutableArray<Block>.Builder blocks, PrintedForm form)
    {
        if (chance.Percent(12))
        {
            blocks.AddRange(Vocabulary.Phrases.Notes.Select(text => new Paragraph(text)));
        }

        if (chance.Percent(20))
        {
            blocks.Add(new Paragraph(chance.Pick(Vocabulary.Phrases.Paragraphs)));
        }

        if (chance.Percent(8))
        {
            Budget(chance, blocks);
        }

        if (chance.Percent(4))
        {
            blocks.Add(new TitleLines([new("项目支出绩效目标申报表", HeadRole.Title), new($"（{form.Year}年度）", HeadRole.Centre)]));
            blocks.Add(new TableBlock(OtherTables.GoalDeclaration(form, $"项目资金（{form.Unit}）")));
        }
    }

    private static void Budget(Chance chance, ImmutableArray<Block>.Builder blocks)
    {
        blocks.Add(new Heading(chance.Pick(Vocabulary.Phrases.BudgetTitles)));
        blocks.Add(new TableBlock(OtherTables.Budget(chance)));
        blocks.Add(new Paragraph(chance.Pick(Vocabulary.Phrases.Paragraphs)));
    }
}
