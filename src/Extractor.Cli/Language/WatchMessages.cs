using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Cli.Language;

/// <summary>What is said about stores and watched folders.</summary>
internal static class WatchMessages
{
    public static readonly Phrase WatchCommand = new(
        "监视一个文件夹：放入的文件自动提取，直到停止。",
        "Watches a folder: what is dropped into it is extracted, until stopped.");

    public static readonly Phrase InitCommand = new("把一个文件夹设为收件文件夹：写入标记文件，登记到存储。", "Makes a folder an inbox: puts its marker file there and registers it with the store.");
    public static readonly Phrase StatusCommand = new("显示等待、处理中、完成和失败的数量。", "Shows what waits, runs, is done and failed.");
    public static readonly Phrase RetryCommand = new("把隔离的文件重新排队。", "Has documents in quarantine read again.");
    public static readonly Phrase VerifyCommand = new("重新计算所有文件的哈希，与台账核对。", "Hashes everything in the store again and holds it against the ledger.");
    public static readonly Phrase BackupCommand = new("备份存储；可以在监视进行时备份，已备份的内容不再复制。", "Copies the store, also while it is watched with; what was copied before is not copied again.");
    public static readonly Phrase RestoreCommand = new("从备份恢复存储。", "Makes a store of a backup.");

    public static readonly Phrase InboxArgument = new("收件文件夹。", "The folder to watch.");
    public static readonly Phrase DeliverOption = new(
        "随时更新的导出（写入 DIR/exports），逗号分隔：json,ndjson,csv,xlsx,sqlite,parquet,changes。",
        "Exports that are kept up to date in DIR/exports: json,ndjson,csv,xlsx,sqlite,parquet,changes.");

    public static readonly Phrase WebhooksOption = new(
        "JSON 文件，列出有变化时要通知的网址和密钥（Standard Webhooks）；默认不通知。",
        "A JSON file of endpoints and secrets that are told of changes (Standard Webhooks); none by default.");

    public static readonly Phrase DeliverWhere = new("--deliver 需要 --output。", "--deliver needs --output.");
    public static readonly Phrase ExportsTroubled = new("警告：导出不能写入（{0}），稍后重试。", "Warning: exports cannot be written ({0}); they are tried again.");
    public static readonly Phrase StoreOption = new("存储：一个文件夹，或 file: 网址。", "The store: a folder, or a file: URL.");
    public static readonly Phrase WatchOutputOption = new("每个文件的结果（JSON）写入的文件夹。", "The folder for the results, one JSON file for each document.");
    public static readonly Phrase OnDoneOption = new("完成后收件文件夹中的原文件：留下、移走或删除（默认留下）。", "What becomes of a file in the inbox once it is done (default: leave).");
    public static readonly Phrase ProcessedOption = new("完成的文件移到的文件夹。", "The folder that files are moved to once they are done.");
    public static readonly Phrase SettleOption = new("文件多少秒没有变化才处理（默认 5）。", "Seconds that a file must not have changed before it is taken (default: 5).");
    public static readonly Phrase PatienceOption = new(
        "看起来不完整的文件多少秒没有变化才处理（默认 60）。", "Seconds after which a file that does not look whole is taken all the same (default: 60).");

    public static readonly Phrase ScanOption = new("每隔多少秒完整扫描一次（默认 10）。", "Seconds between two full scans (default: 10).");
    public static readonly Phrase PollOption = new("不用文件系统事件，只靠定时扫描。", "Does not listen to file system events; scans alone.");
    public static readonly Phrase OnceOption = new("处理完现有的文件就结束。", "Ends when everything that is there is done.");
    public static readonly Phrase VerifyOutputOption = new("同时核对写到这个文件夹的结果。", "Also checks the results written to this folder.");
    public static readonly Phrase BackupOutputOption = new("备份写入的文件夹。", "The folder for the backup.");
    public static readonly Phrase BackupArgument = new("备份所在的文件夹。", "The folder of the backup.");
    public static readonly Phrase RetryArgument = new("文件的 SHA-256，或它的开头（至少 8 位）。", "The SHA-256 of a document, or its beginning (8 digits or more).");
    public static readonly Phrase RetryAllOption = new("全部隔离的文件。", "All that are in quarantine.");

    // Refusals.
    public static readonly Phrase NeedsLinux = new("监视文件夹目前只支持 Linux。", "Watching needs Linux.");
    public static readonly Phrase NoInbox = new("收件文件夹“{0}”不能打开：{1}", "The inbox \"{0}\" cannot be opened: {1}");
    public static readonly Phrase WithinInbox = new(
        "“{0}”在收件文件夹之内：写在那里的文件会被当成新文件。请换一个位置。",
        "\"{0}\" is within the inbox: what is written there would be taken in again. Choose another place.");

    public static readonly Phrase ProcessedMissing = new("--on-done move 需要 --processed DIR。", "--on-done move needs --processed DIR.");
    public static readonly Phrase SecondsWrong = new("{0}：需要大于 0 的秒数。", "{0}: a number of seconds above 0 is needed.");
    public static readonly Phrase RetryWhat = new("请给出 SHA-256，或者 --all。", "Name documents by their SHA-256, or give --all.");
    public static readonly Phrase RetryUnknown = new("隔离区里没有 {0}。", "{0} is not in quarantine.");
    public static readonly Phrase Retried = new("{0} 个文件重新排队。", "{0} document(s) wait again.");

    // What the watch says.
    public static readonly Phrase InboxGone = new(
        "警告：收件文件夹不可用（不存在，或标记文件 .inbox-id 缺失或不同）。不作任何判断，等待恢复；如果这是新的文件夹，请先运行 extractor init。",
        "Warning: the inbox is not available (it is not there, or its marker .inbox-id is missing or another's). Nothing is concluded; waiting for it. If this is a new folder, run extractor init.");

    public static readonly Phrase InboxBack = new("收件文件夹已恢复。", "The inbox is back.");
    public static readonly Phrase Troubled = new("警告：存储或输出不能读写（{0}）。工作暂停，恢复后自动继续。", "Warning: the store or the output cannot be used ({0}). Work waits, and goes on by itself.");
    public static readonly Phrase Recovered = new("存储和输出恢复正常。", "The store and the output can be used again.");
    public static readonly Phrase Draining = new("正在结束：等待处理中的文件完成……", "Ending: documents that are being read are read to their end…");
    public static readonly Phrase Progress = new(
        "收件 {0} 个；等待 {1}，处理中 {2}，已完成 {3}，每分钟 {4}",
        "{0} files; {1} waiting, {2} running, {3} done, {4} a minute");

    public static readonly Phrase Initialised = new("收件文件夹已登记：{0}（{1}）", "Inbox registered: {0} ({1})");

    // Status.
    public static readonly Phrase StatusFiles = new(
        "收件 {0} 个 = 完成 {1} + 等待 {2} + 隔离 {3} + 重复 {4} + 忽略 {5} + 撤回 {6} + 已移走 {7}",
        "{0} files seen = {1} done + {2} waiting + {3} quarantined + {4} duplicate + {5} ignored + {6} withdrawn + {7} removed");

    public static readonly Phrase StatusDocuments = new(
        "文件内容：等待 {0}（其中推迟 {1}），处理中 {2}，完成 {3}，压缩包 {4}，隔离 {5}；最近一分钟完成 {6}",
        "Documents: {0} waiting ({1} of them put off), {2} running, {3} done, {4} archives, {5} in quarantine; {6} ended in the last minute");

    public static readonly Phrase StatusReason = new("  {0}：隔离 {1}，未取 {2}，推迟 {3}", "  {0}: {1} in quarantine, {2} not taken, {3} put off");
    public static readonly Phrase StatusWatched = new("监视正在运行。", "A watch is running.");
    public static readonly Phrase StatusNotWatched = new("没有监视在运行。", "No watch is running.");
    public static readonly Phrase StatusInbox = new("收件文件夹 {0}：{1}", "Inbox {0}: {1}");
    public static readonly Phrase InboxThere = new("可用", "available");
    public static readonly Phrase InboxNotThere = new("不可用", "NOT available");

    // Verify, backup, restore.
    public static readonly Phrase Verified = new("核对了 {0} 个文件，发现 {1} 处不符。", "{0} files checked, {1} differences found.");
    public static readonly Phrase Copied = new("复制了 {0} 个文件到 {1}。", "{0} files copied to {1}.");
    public static readonly Phrase CopyFailed = new("复制失败：{0}", "The copy failed: {0}");

    // The text beside a document in quarantine.
    public static readonly Phrase ReasonText = new(
        "文件：{0}\n原因：{1}\n说明：{2}\nSHA-256：{3}\n处理：排除原因后运行  extractor retry {4} --store 存储\n",
        "File: {0}\nReason: {1}\nDetail: {2}\nSHA-256: {3}\nTo read it again, once the cause is removed:  extractor retry {4} --store STORE\n");

    public static Phrase Of(WatchMode mode) => mode switch
    {
        WatchMode.Events => new("方式：文件系统事件加定时扫描。", "Mode: file system events, and scans."),
        WatchMode.RemoteFolder => new("方式：定时扫描（文件夹在网络上，其他机器的改动没有事件）。", "Mode: scans (the folder is on the network: changes by other machines raise no events)."),
        WatchMode.NoEvents => new("方式：定时扫描（收不到文件系统事件）。", "Mode: scans (no events of the file system are to be had)."),
        WatchMode.NotWritable => new("方式：定时扫描（文件夹只读，无法试验事件）。", "Mode: scans (the folder cannot be written to, so events could not be tried)."),
        _ => new("方式：定时扫描（按要求）。", "Mode: scans (as ordered)."),
    };

    public static Phrase Of(StoreProblem problem) => problem switch
    {
        StoreProblem.UnknownScheme => new("不支持的存储类型“{0}:”：本版本的存储是文件夹。", "Stores of the kind \"{0}:\" are not known: a store of this build is a folder."),
        StoreProblem.NotAFileUrl => new("“{0}”不是本机文件夹的网址。", "\"{0}\" is no URL of a folder of this machine."),
        StoreProblem.Missing => new("“{0}”中没有存储。", "There is no store in \"{0}\"."),
        StoreProblem.NotALedger => new("台账已损坏，或者不是台账：{0}", "The ledger is damaged, or no ledger: {0}"),
        StoreProblem.Newer => new("台账是更新版本的程序建立的：{0}", "A newer version of the program made the ledger: {0}"),
        StoreProblem.InUse => new("另一个程序正在监视：{0}", "Another program is watching: {0}"),
        StoreProblem.Present => new("“{0}”中已经有存储。", "There is a store in \"{0}\" already."),
        _ => new("存储不能打开：{0}", "The store cannot be opened: {0}"),
    };

    public static Phrase Of(Fault fault) => fault switch
    {
        Fault.Ledger => new("台账：{0}", "ledger: {0}"),
        Fault.Missing => new("缺失：{0}", "missing: {0}"),
        _ => new("内容已变：{0}", "altered: {0}"),
    };
}
