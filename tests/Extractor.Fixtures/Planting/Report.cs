using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Planting;

/// <summary>The report of a document: what its text says of its forms, and what of that is wrong on purpose.</summary>
/// <param name="Forms">As they were, with the faults that the text makes of them.</param>
/// <param name="Planted">Faults of the document as a whole.</param>
public sealed record Report(ImmutableArray<Paragraph> Text, ImmutableArray<PrintedForm> Forms, ImmutableArray<PlantedFault> Planted)
{
    /// <summary>So many of a hundred statements are wrong.</summary>
    private const int WrongPercent = 40;

    /// <summary>As national templates of published accounts word it.</summary>
    public static Report Draw(Chance chance, ImmutableArray<PrintedForm> forms)
    {
        var text = ImmutableArray.CreateBuilder<Paragraph>();
        var planted = ImmutableArray.CreateBuilder<PlantedFault>();
        if (forms.All(form => form.ProjectName is { Length: > 0 } && form.Department is { Length: > 0 } && form.Department == forms[0].Department))
        {
            var isWrong = chance.Percent(WrongPercent);
            text.Add(new Paragraph(string.Create(CultureInfo.InvariantCulture, $"本部门{forms[0].Year}年度自评项目共{forms.Length + (isWrong ? chance.Between(1, 2) : 0)}个，自评覆盖率达到100%。")));
            if (isWrong)
            {
                planted.Add(new PlantedFault("project_count", "/passages/0", "C03", "warning", null));
            }
        }

        var told = ImmutableArray.CreateBuilder<PrintedForm>();
        foreach (var (form, i) in forms.Select((form, i) => (form, i)))
        {
            var isAlone = forms.Count(other => other.ProjectName == form.ProjectName) == 1 && forms.All(other => other == form || other.ProjectName?.Contains(form.ProjectName!, StringComparison.Ordinal) != true);
            if (form.ProjectName is not { Length: >= 4 } || !isAlone || Summary(chance, form, i) is not var (paragraph, fault))
            {
                told.Add(form);
                continue;
            }

            text.Add(paragraph);
            told.Add(fault is null ? form : form with { Planted = [fault] });
        }

        return new Report(text.ToImmutable(), told.ToImmutable(), planted.ToImmutable());
    }

    /// <summary>A paragraph about a form; null where the form has nothing to be told, or a fault of its own.</summary>
    private static (Paragraph Text, PlantedFault? Fault)? Summary(Chance chance, PrintedForm form, int number)
    {
        if (!form.Planted.IsEmpty || Number(form.TotalScore) is not { } score || form.Funds.IsEmpty)
        {
            return null;
        }

        var funds = form.Funds[0];
        var (statedScore, budget, executed) = (form.TotalScore!, funds.AnnualBudget, funds.Executed);
        PlantedFault? fault = null;
        if (chance.Percent(WrongPercent))
        {
            if (chance.Percent(50) || Number(budget) is not > 0 || Number(executed) is not > 0)
            {
                statedScore = Written(score - chance.Pick([2m, 3.5m, 5m]));
                fault = new PlantedFault("reported_score", "/total/score", "C04", "error", "published");
            }
            else
            {
                budget = Written(Number(budget)!.Value * 2);
                fault = new PlantedFault("reported_budget", "/funds/0/annualBudget", "C04", "error", "published");
            }
        }

        var money = Number(budget) is not null && Number(executed) is not null && form.Unit is { } unit
            ? $"全年预算数为{budget}{unit}，执行数为{executed}{unit}" + (funds.Rate is [.., '%'] rate ? $"，完成预算的{rate}" : "") + "。"
            : "";
        return fault?.Kind == "reported_budget" && money.Length == 0 ? null : (
            new Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"（{number + 1}）{form.ProjectName}绩效自评综述：根据年初设定的绩效目标，{form.ProjectName}项目自评得分为{statedScore}分。{money}项目绩效目标完成情况：各项工作按计划完成。")),
            fault);
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) && text.Length <= 16 ? value : null;

    private static string Written(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
