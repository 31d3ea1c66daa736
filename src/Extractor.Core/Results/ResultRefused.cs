using System.Collections.Immutable;
using Extractor.Core.Normalization;

namespace Extractor.Core.Results;

/// <summary>A table that looks like a self-evaluation form and is none, as the result file states it.</summary>
/// <param name="Title">As printed; empty where none is.</param>
/// <param name="Reason">A word for programs.</param>
/// <param name="Message">A sentence for people, in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
public sealed record ResultRefused(ImmutableArray<int> Pages, string Title, RefusalReason Reason, string Message, string MessageEn)
{
    public static ResultRefused From(FormRefused refused)
    {
        var (chinese, english) = Say(refused.Reason);
        return new ResultRefused(refused.Pages, refused.Title, refused.Reason, chinese, english);
    }

    /// <summary>The sentence in both languages.</summary>
    internal static (string Chinese, string English) Say(RefusalReason reason) => reason switch
    {
        RefusalReason.TargetTable => ("绩效目标表：只有指标和目标值，没有实际完成值和得分。", "A table of targets: it has indicators and targets, but neither actual values nor scores."),
        RefusalReason.EvaluationIndexTable => ("评价指标表：只有指标、分值和标准，没有项目的完成情况。", "A table of evaluation indices: it has indicators, points and standards, but nothing that a project reached."),
        RefusalReason.BudgetTable => ("预算或决算表：有项目或资金栏目，没有绩效指标。", "A table of a budget or of final accounts: it names projects or funds, but has no indicators."),
        RefusalReason.BlankForm => ("空白自评表：没有填写任何内容。", "A blank self-evaluation form: nothing is filled in."),
        _ => ("不是自评表：其中没有自评表的栏目。", "No self-evaluation form: nothing of one is in it."),
    };
}
