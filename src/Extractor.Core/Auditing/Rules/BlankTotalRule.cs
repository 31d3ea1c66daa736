namespace Extractor.Core.Auditing.Rules;

/// <summary>F02: a total row does not say nothing while its parts have money.</summary>
public sealed class BlankTotalRule : IAuditRule
{
    public string Id => "F02";

    public Severity Severity => Severity.Error;

    public string Formula => "各项资金大于 0 时，年度资金总额不为 0 或空白";

    public string FormulaEn => "where the parts have money, the fund total is neither 0 nor blank";

    public IEnumerable<Finding> Check(FormFigures form) =>
        from block in form.Blocks
        from column in AmountColumn.All
        where IsBreach(block, column)
        let total = column.Of(block.Total)
        let known = FundBlock.Terms(block.Readings[0], column).Known
        let terms = Wording.Terms(known)
        let sum = Wording.Number(known.Sum(part => part.Value))
        let stated = total.IsNothing ? ("空白", "blank") : (total.Text, total.Text)
        let evidence = known.Select(part => part.Pointer)
        select new Finding(
            Id, Severity, total.Pointer,
            $"资金合计（{column.Chinese}）：各项资金之和 {terms.Chinese}={sum}，而表列{Wording.Label(block.Total)}为 {stated.Item1}。",
            $"Fund total ({column.English}): the parts add up to {terms.English}={sum}, but the stated total is {stated.Item2}.",
            total.Text, sum, [.. evidence], Report.Blame(form, total.IsNothing ? evidence : evidence.Append(total.Pointer)))
        {
            Relation = Relation.Broken(0, known.Sum(part => part.Value), known),
        };

    internal static bool IsBreach(FundBlock block, AmountColumn column) =>
        column.Of(block.Total) is { IsNothing: true } or { Number.Value: 0 }
        && block.Readings.All(parts => FundBlock.Terms(parts, column).Known.Sum(part => part.Value) > 0);
}
