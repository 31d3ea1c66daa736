using System.Text;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Office;
using Extractor.Ingestion.Pdf;
using Extractor.Ingestion.Text;
using Extractor.Ingestion.Web;

namespace Extractor.Ingestion;

/// <summary>Opens a document of any kind that is read. The kind is told by the content, never by the name.</summary>
public static class DocumentFile
{
    /// <summary>How an encrypted Office file names the stream that holds it (MS-OFFCRYPTO, 2.3.4.4).</summary>
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <param name="fileName">For the head only.</param>
    /// <param name="password">Of an encrypted PDF; null where there is none.</param>
    /// <exception cref="PdfiumUnavailableException">It is a PDF, and there is no PDFium on this machine.</exception>
    public static DocumentOpening Open(string fileName, byte[] content, string? password = null)
    {
        if (content.Length == 0)
        {
            return new RefusedDocument(OpenFailure.Empty, "The file is empty. Fetch it again from where it was published.");
        }

        var signature = Signature.Of(content);
        return signature.Kind switch
        {
            ContentKind.Pdf => PdfFile.Open(fileName, content, password),
            ContentKind.Html or ContentKind.HtmlFragment => WebPage.Open(fileName, content),
            ContentKind.Png or ContentKind.Jpeg or ContentKind.Tiff => Picture.Open(fileName, content, signature.Kind),
            ContentKind.Zip => OpenPackage(fileName, content),
            ContentKind.OldOffice => OldOffice(content),
            _ when signature.Name is null && TextDumpFile.LooksLikeText(content) => TextDumpFile.Open(fileName, content),
            _ => new RefusedDocument(OpenFailure.UnknownKind, signature.Name ?? ""),
        };
    }

    private static DocumentOpening OpenPackage(string fileName, byte[] content)
    {
        var check = OfficePackage.Check(content);
        return check switch
        {
            { Refused: { } refused } => refused,
            { Kind: OfficeKind.Workbook } => Workbook.Open(fileName, content, check.Remarks),
            { Kind: OfficeKind.TextDocument } => TextDocument.Open(fileName, content, check.Remarks),
            { Kind: OfficeKind.BinaryWorkbook } => new RefusedDocument(OpenFailure.OldOffice, "a binary workbook (.xlsb)"),
            { IsArchive: true } => new RefusedDocument(OpenFailure.Archive, ""),
            _ => new RefusedDocument(OpenFailure.UnknownKind, "a document of another kind, in a ZIP"),
        };
    }

    private static RefusedDocument OldOffice(byte[] content) => content.AsSpan().IndexOf(EncryptedPackage) >= 0
        ? new RefusedDocument(OpenFailure.EncryptedOffice, "")
        : new RefusedDocument(OpenFailure.OldOffice, "");
}
