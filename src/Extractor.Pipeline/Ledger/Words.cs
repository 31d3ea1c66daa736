using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Ledger;

/// <summary>The words that the ledger keeps. They outlive the program: renaming a value of a type must not change them.</summary>
internal static class Words
{
    private static readonly Dictionary<string, FailureReason> Reasons = Enum.GetValues<FailureReason>().ToDictionary(Of);

    public static string Of(FileState state) => state switch
    {
        Ledger.FileState.Seen => "seen",
        Ledger.FileState.Claimed => "claimed",
        Ledger.FileState.Duplicate => "duplicate",
        Ledger.FileState.Refused => "refused",
        Ledger.FileState.Ignored => "ignored",
        Ledger.FileState.Withdrawn => "withdrawn",
        _ => "removed",
    };

    public static FileState FileState(string word) => word switch
    {
        "seen" => Ledger.FileState.Seen,
        "claimed" => Ledger.FileState.Claimed,
        "duplicate" => Ledger.FileState.Duplicate,
        "refused" => Ledger.FileState.Refused,
        "ignored" => Ledger.FileState.Ignored,
        "withdrawn" => Ledger.FileState.Withdrawn,
        _ => Ledger.FileState.Removed,
    };

    public static DocumentState DocumentState(string word) => word switch
    {
        "waiting" => Ledger.DocumentState.Waiting,
        "running" => Ledger.DocumentState.Running,
        "done" => Ledger.DocumentState.Done,
        "unpacked" => Ledger.DocumentState.Unpacked,
        _ => Ledger.DocumentState.Quarantined,
    };

    /// <summary>As results and summaries have it: too-large.</summary>
    public static string Of(FailureReason reason)
    {
        var name = reason.ToString();
        return string.Concat(name.Select((c, at) => char.IsUpper(c) && at > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
    }

    /// <summary>A reason that this version does not know is a fault of the program.</summary>
    public static FailureReason Reason(string word) => Reasons.GetValueOrDefault(word, FailureReason.Internal);
}
