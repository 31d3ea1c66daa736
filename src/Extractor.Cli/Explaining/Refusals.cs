using Extractor.Cli.Language;
using Extractor.Core.Normalization;

namespace Extractor.Cli.Explaining;

/// <summary>Why something is no form, in words.</summary>
internal static class Refusals
{
    public static Phrase Say(RefusalReason reason) => reason switch
    {
        RefusalReason.TargetTable => new("不是自评表：绩效目标表，没有实际完成值。", "No self-evaluation: a table of targets, without what was reached."),
        RefusalReason.EvaluationIndexTable => new("不是自评表：评价指标表，只说明如何评价。", "No self-evaluation: an evaluation index table, which says how to evaluate."),
        RefusalReason.BudgetTable => new("不是自评表：预算或决算表，没有绩效指标。", "No self-evaluation: a budget or final-account table, without indicators."),
        RefusalReason.BlankForm => new("空白自评表：没有填写任何内容。", "A blank form: nothing is filled in."),
        _ => new("不是自评表：没有找到足够的自评表栏目。", "No self-evaluation: too little of one was found in it."),
    };
}
