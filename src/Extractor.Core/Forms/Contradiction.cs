using Extractor.Core.Reconstruction;

namespace Extractor.Core.Forms;

/// <summary>A label that the templates give two meanings of which only one can be true.</summary>
/// <param name="Label">As it stands in the file.</param>
public sealed record Contradiction(string Label, Role First, Role Second)
{
    /// <summary>Roles among which the place of a cell decides nothing: a label has one of each list at most.</summary>
    private static readonly Role[][] Exclusive =
    [
        [Role.ProjectName, Role.Department, Role.ImplementingUnit],
        [Role.InitialBudget, Role.AnnualBudget, Role.Executed, Role.FundWeight, Role.Rate, Role.FundScore],
        [Role.FundTotal, Role.FundFiscal, Role.FundCarryover, Role.FundOther, Role.FundUnknown],
        [Role.Expected, Role.Achieved],
        [Role.Level1, Role.Level2, Role.Level3, Role.Target, Role.TargetNature, Role.TargetUnit, Role.Actual, Role.Weight, Role.Score, Role.Deviation, Role.Standard],
        [Role.Title, Role.TitleOfTargets, Role.TitleOfIndex],
    ];

    /// <summary>The first contradiction in the words of the templates taken together, or null.</summary>
    public static Contradiction? In(IEnumerable<FormTemplate> templates)
    {
        var all = templates.ToArray();
        foreach (var roles in Exclusive)
        {
            var first = new Dictionary<string, Role>(StringComparer.Ordinal);
            foreach (var role in roles)
            {
                foreach (var label in all.SelectMany(template => template.WordsFor(role)))
                {
                    if (!first.TryAdd(LabelKey.Of(label), role) && first[LabelKey.Of(label)] is var other && other != role)
                    {
                        return new Contradiction(label, other, role);
                    }
                }
            }
        }

        return null;
    }
}
