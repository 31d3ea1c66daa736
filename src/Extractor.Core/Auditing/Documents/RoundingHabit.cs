namespace Extractor.Core.Auditing.Documents;

/// <summary>The way in which a publisher rounds its rates or its scores, as its forms show it.</summary>
/// <param name="Way">Its place in <see cref="Documents.Way.Of"/>.</param>
/// <param name="Seen">All that was seen.</param>
/// <param name="IsSure">So many forms show it that a single one can be held against it.</param>
internal sealed record RoundingHabit(Rounded What, int Way, IReadOnlyList<RoundingSeen> Seen, bool IsSure)
{
    /// <summary>A habit that a single form can be held against shows in so many forms, and in so many of them beyond doubt.</summary>
    public const int FewestForms = 5;

    private const int FewestTelling = 3;

    private const decimal LeastShare = 0.8m;

    public Way Words => Documents.Way.Of(What)[Way];

    public IEnumerable<RoundingSeen> Fitting => Seen.Where(seen => seen.Fits(Way));

    /// <summary>Those that it explains and the usual way does not.</summary>
    public IEnumerable<RoundingSeen> Unusual => Seen.Where(seen => seen.Fits(Way) && !seen.IsUsual);

    public IEnumerable<RoundingSeen> Deviating => Seen.Where(seen => !seen.Fits(Way));

    /// <summary>The way that explains most of what was seen, the usual one before others that explain as much; null where nothing was.</summary>
    public static RoundingHabit? Of(Rounded what, IEnumerable<RoundingSeen> all)
    {
        var seen = all.Where(one => one.What == what).ToList();
        if (seen.Count == 0)
        {
            return null;
        }

        var way = Enumerable.Range(0, Documents.Way.Of(what).Length).MaxBy(candidate => seen.Count(one => one.Fits(candidate)));
        var telling = seen.Count(one => one.Fits(way) && (way == 0 ? one.Tells : !one.IsUsual));
        return new RoundingHabit(
            what, way, seen,
            seen.Count >= FewestForms && telling >= FewestTelling && seen.Count(one => one.Fits(way)) >= LeastShare * seen.Count);
    }

    /// <summary>One sentence about the habit, with how many forms show it.</summary>
    /// <param name="scores">Of the same forms: points that are calculated as usual although the rate is not are worth a word.</param>
    public (string Chinese, string English) Sentence(RoundingHabit? scores)
    {
        var (apart, apartEn) = What == Rounded.Rate && scores is { Way: 0 } && scores.Seen.All(seen => seen.IsUsual) && scores.Seen.Any(seen => !seen.Fits(1))
            ? ($"预算执行得分则{scores.Words.Chinese}", $", while {scores.Words.English} explains the scores") : ("", "");
        var (all, fitting, unusual) = (Wording.Number(Seen.Count), Wording.Number(Fitting.Count()), Wording.Number(Unusual.Count()));
        return What == Rounded.Rate
            ? ($"执行率取整习惯：{all} 张表中有 {fitting} 张的执行率可由{Words.Chinese}解释，其中 {unusual} 张不能由四舍五入解释，应为填报系统的固定做法{(apart.Length > 0 ? "；" + apart : "")}。",
               $"Habit of rounding: {Words.English} explains the execution rates of {fitting} of {all} forms, {unusual} of which rounding half up does not; it is the publisher's way{apartEn}.")
            : ($"执行得分取整习惯：{all} 张表中有 {fitting} 张的预算执行得分可由{Words.Chinese}解释，其中 {unusual} 张不能由通常算法（{UsualWay.Chinese}）解释，应为填报系统的固定做法。",
               $"Habit of rounding: {Words.English} explains the scores for execution of {fitting} of {all} forms, {unusual} of which {UsualWay.English} does not; it is the publisher's way.");
    }

    /// <summary>One sentence about a form that deviates.</summary>
    /// <param name="whose">The others that it is held against: 本文件, or a publisher's name.</param>
    public (string Chinese, string English) Deviation(RoundingSeen seen, string whose, string whoseEn)
    {
        var (subject, subjectEn) = What == Rounded.Rate ? ("执行率", "A rate") : ("预算执行得分", "A score for execution");
        var (firm, firmEn) = IsSure ? ("；该做法在其他表中一贯，偏离应予核实", "; the habit is firm, and the deviation worth a look") : ("", "");
        return (
            $"{subject}取整与{whose}其他表不一致：表列 {seen.Stated.Text}，计算值 {Show(seen)}，其他表均可由{Words.Chinese}解释，此表不能{firm}。",
            $"{subjectEn} rounded unlike the others{whoseEn}: {seen.Stated.Text} is stated, {Show(seen)} computed; {Words.English} explains the others and not this one{firmEn}.");
    }

    /// <summary>The computed value, with two digits more than are stated.</summary>
    public string Show(RoundingSeen seen) => What == Rounded.Rate
        ? Wording.Percent(Decimals.Round(seen.Computed, seen.Stated.Decimals + 2))
        : Wording.Number(Decimals.Round(seen.Computed, seen.Stated.Decimals + 2));

    /// <summary>How much a deviation weighs.</summary>
    public Severity Weight(RoundingSeen seen) =>
        IsSure && (What == Rounded.Rate || !seen.IsAccepted) ? Severity.Warning : Severity.Info;

    private Way UsualWay => Documents.Way.Of(What)[0];
}
