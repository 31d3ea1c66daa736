using System.Buffers;
using System.Text;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>
/// A folder for each document that could not be read: its bytes, and a text that says why. Gone when the document is read
/// after all.
/// </summary>
/// <param name="sentences">The text for a person, of the document.</param>
public sealed class QuarantineOutput(string folder, ContentFolder blobs, Func<LedgerDocument, string> sentences) : IOutput
{
    private const string CopyName = "document", ReasonName = "reason.txt";

    public string Target => "quarantine";

    public bool Misses(LedgerDocument document) =>
        document.State == DocumentState.Quarantined && !File.Exists(Path.Combine(folder, document.Sha256, ReasonName));

    public void Take(LedgerDocument document)
    {
        var own = Path.Combine(folder, document.Sha256);
        if (document.State != DocumentState.Quarantined)
        {
            if (Directory.Exists(own))
            {
                Directory.Delete(own, recursive: true);
            }

            return;
        }

        Directory.CreateDirectory(own);
        var copy = Path.Combine(own, CopyName);
        if (!File.Exists(copy) && !Posix.TryLink(blobs.PathOf(document.Sha256), copy))
        {
            File.Copy(blobs.PathOf(document.Sha256), copy);
        }

        // The text last: where it stands, the copy does.
        AtomicFile.Write(Path.Combine(own, ReasonName), new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(sentences(document))));
    }
}
