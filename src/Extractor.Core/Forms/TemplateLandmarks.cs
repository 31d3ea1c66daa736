using System.Collections.Frozen;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Forms;

/// <summary>What the form templates tell reconstruction: where a form's table begins and ends, and what its rows look like.</summary>
internal static class TemplateLandmarks
{
    public static TableLandmarks Of(Vocabulary words) => new(
        Titles: Keys(words, Role.Title, Role.TitleOfTargets),
        FirstRow: Keys(words, Role.ProjectName, Role.WholeDepartment),
        // 自评总分 stands in the header of some forms.
        LastRow: Keys(words, Role.Total).Except(Keys(words, Role.TotalScore)).ToFrozenSet(),
        BeforeLastRow: Keys(words, Role.Level1, Role.Level2, Role.Level3, Role.Actual).Except(Sides(words)).ToFrozenSet(),
        AlwaysFilled: Keys(words, Role.InitialBudget, Role.AnnualBudget, Role.Level3, Role.Target, Role.Actual, Role.Weight, Role.Score).Except(Sides(words)).ToFrozenSet(),
        SeldomFilled: Keys(words, Role.Deviation),
        SingleRow: Keys(words, Role.Expected, Role.Achieved).Except(Sides(words)).ToFrozenSet(),
        Labels: Keys(
            words, Role.Level1Value, Role.Level2Value, Role.IndicatorsSide, Role.GoalsSide, Role.ProjectName, Role.WholeDepartment, Role.Department,
            Role.ImplementingUnit, Role.FundsSide, Role.Total, Role.FundTotal, Role.FundFiscal, Role.FundCarryover, Role.FundOther, Role.FundUnknown, Role.NoteLabel).Where(key => key.Length >= ShortestWhole).Union(Keys(words, Role.Total)).ToFrozenSet())
    {
        Headers = Keys(
            words, Role.InitialBudget, Role.AnnualBudget, Role.Executed, Role.FundWeight, Role.Rate, Role.FundScore, Role.Expected, Role.Achieved,
            Role.Level1, Role.Level2, Role.Level3, Role.Target, Role.TargetNature, Role.TargetUnit, Role.Actual, Role.Weight, Role.Score,
            Role.Deviation, Role.Standard).Except(Sides(words)).ToFrozenSet(),
        Words = Keys(words, [.. Enum.GetValues<Role>().Except(PartsOfTexts)]),
    };

    /// <summary>These stand within longer texts, and are no labels.</summary>
    private static readonly Role[] PartsOfTexts = [Role.Title, Role.TitleOfTargets, Role.TitleOfIndex, Role.FiscalPart, Role.CarryoverPart];

    /// <summary>A shorter label may well be the rest of another that is not known.</summary>
    private const int ShortestWhole = 3;

    /// <summary>What stands beside a block is no header over a column, though in some forms the same word is.</summary>
    private static FrozenSet<string> Sides(Vocabulary words) => Keys(words, Role.FundsSide, Role.GoalsSide, Role.IndicatorsSide);

    private static FrozenSet<string> Keys(Vocabulary words, params Role[] roles) => [.. roles.SelectMany(role => words.KeysOf(role))];
}
