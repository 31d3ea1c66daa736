using Extractor.Core.Auditing;
using Extractor.Core.Pages;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Language;

/// <summary>What a person is told where a program is told one word.</summary>
public static class Reasons
{
    public static Phrase Of(Severity severity) => severity switch
    {
        Severity.Error => new("错误", "error"),
        Severity.Warning => new("警告", "warning"),
        _ => new("提示", "info"),
    };

    public static Phrase Of(UnreadReason reason) => reason switch
    {
        UnreadReason.NoTextLayer => new("只有图像，没有可信的文字", "pictures and no text to trust"),
        UnreadReason.BadTextLayer => new("文字层与印出的内容不符", "the text layer does not say what is printed"),
        UnreadReason.Damaged => new("这一页已损坏", "the page is damaged"),
        UnreadReason.TooLarge => new("超出了大小限制", "larger than the limits allow"),
        UnreadReason.TimeLimit => new("超出了时间限制", "it took longer than the limits allow"),
        UnreadReason.MemoryLimit => new("超出了内存限制", "it took more memory than the limits allow"),
        UnreadReason.NoRecognition => new("是图像，而文字识别组件缺失或已损坏", "a picture, and what recognises text is missing or damaged"),
        UnreadReason.NotRecognized => new("图像上的文字无法可靠识别（照片、手写或其他文字）", "a picture whose text cannot be recognised reliably (a photograph, handwriting, another script)"),
        UnreadReason.BlankPage => new("空白页", "a blank page"),
        UnreadReason.NoTable => new("疑似自评表但未识别出表格线：表中数据未读取，请人工处理", "what seems to be a form whose lines are not seen: its values were not read, see to it by hand"),
        UnreadReason.Unsupported => new("图像的存储方式不受支持：请另存后再试", "a picture stored in a way that is not read: save it otherwise"),
        UnreadReason.ReaderCrashed => new("读取进程崩溃", "the reader crashed on it"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    public static Phrase Of(FailureReason reason) => reason switch
    {
        FailureReason.NotFound => new("没有这个文件或文件夹", "no such file or folder"),
        FailureReason.NothingToRead => new("里面没有可以读取的文件", "nothing that can be read is in it"),
        FailureReason.NotAFile => new("不是普通文件（管道、设备等）", "not a regular file (a pipe, a device)"),
        FailureReason.NotReadable => new("不能读取这个文件", "the file cannot be read"),
        FailureReason.Empty => new("文件是空的", "the file is empty"),
        FailureReason.UnknownFormat => new("不是可以读取的文件类型", "not of a kind that is read"),
        FailureReason.OldOfficeFormat => new("旧版 Office 文件：请另存为 .docx 或 .xlsx", "an old Office file: save it as .docx or .xlsx"),
        FailureReason.ArchiveNotOpened => new("压缩包：请先解压", "an archive where a document is expected: unpack it first"),
        FailureReason.NotAResult => new("不是提取结果文件", "not a result file"),
        FailureReason.Encrypted => new("文件已加密：请用 --password 给出密码", "encrypted: give the password with --password"),
        FailureReason.WrongPassword => new("密码不对", "the password does not open it"),
        FailureReason.UnsupportedEncryption => new("文件受到密码以外的保护，不能打开", "protected by something else than a password"),
        FailureReason.CannotDecrypt => new("文件已加密：请去掉密码后重新保存或压缩", "encrypted: save it, or pack it, without a password"),
        FailureReason.ExpandsTooFar => new("解压后过大（疑似压缩炸弹）", "it expands too far (a decompression bomb)"),
        FailureReason.UnsafeContent => new("含有不安全的内容，拒绝读取", "refused for what is in it, which is not safe to read"),
        FailureReason.UnsafeName => new("压缩包内的文件名指向压缩包之外，拒绝读取", "refused: its name leads out of the archive"),
        FailureReason.ReaderMissing => new("没有安装 PDF 引擎", "the PDF engine is not installed"),
        FailureReason.BadProfile => new("核对规定不可用", "an audit profile cannot be used"),
        FailureReason.BadTemplate => new("版式文件不可用", "a form template cannot be used"),
        FailureReason.Damaged => new("文件已损坏或不完整", "damaged or truncated"),
        FailureReason.TooLarge => new("超出了大小限制", "larger than the limits allow"),
        FailureReason.TimeLimit => new("超出了时间限制", "it took longer than the limits allow"),
        FailureReason.MemoryLimit => new("超出了内存限制", "it took more memory than the limits allow"),
        FailureReason.ReaderCrashed => new("读取进程崩溃", "the reader crashed on it"),
        FailureReason.NotWritable => new("不能写入结果", "the result could not be written"),
        FailureReason.DiskFull => new("不能写入结果：磁盘已满", "the result could not be written: no space is left"),
        _ => new("程序内部错误", "an internal error"),
    };
}
