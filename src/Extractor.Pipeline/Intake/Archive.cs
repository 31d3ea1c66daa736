using System.IO.Compression;
using Extractor.Core.Pages;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Intake;

/// <summary>A ZIP file as a folder of inputs.</summary>
internal static class Archive
{
    /// <summary>What is larger than this and compressed by more than the ratio is no document that somebody wrote.</summary>
    private const long SuspiciousLength = 20_000_000, SuspiciousRatio = 200;

    /// <summary>The inputs in an archive, in the order of its directory; null where it is a document of its own, or no archive at all.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static List<Input>? Open(string path, string shown)
    {
        if (!IsZip(path))
        {
            return null;
        }

        var listing = ZipListing.Of(path);
        if (listing.IsDocument)
        {
            return null;
        }

        if (listing.Refused is { } refused)
        {
            return [new Input(path, shown, refused)];
        }

        try
        {
            var inputs = Entries(path, shown, listing);
            return inputs.Count > 0 ? inputs : [new Input(path, shown, new Failed(FailureReason.NothingToRead, ""))];
        }
        catch (InvalidDataException damaged)
        {
            return [new Input(path, shown, new Failed(FailureReason.Damaged, damaged.Message))];
        }
    }

    private static List<Input> Entries(string path, string shown, ZipListing listing)
    {
        using var zip = ZipContent.Open(path);
        if (zip.Entries.Count != listing.Items.Length)
        {
            throw new InvalidDataException("Its directory says something else than it lists.");
        }

        var labels = new HashSet<string>(StringComparer.Ordinal);
        var inputs = new List<Input>();
        foreach (var item in listing.Items.Where(item => !item.Name.EndsWith('/')))
        {
            var label = ZipNames.Label(item.Name);
            if (!label.Split('/').Any(segment => Readable.IsLeftAside(segment)) && IsReadable(zip, item, label))
            {
                var entry = new ArchiveEntry(item.Index, label[(label.LastIndexOf('/') + 1)..]);
                inputs.Add(new Input(path, Path.Combine(shown, label), Refusal(item))
                {
                    Entry = entry,

                    // Two entries may have one name.
                    Place = Path.Combine(path, labels.Add(label) ? label : $"{label}#{item.Index}"),
                });
            }
        }

        return inputs;
    }

    private static bool IsReadable(ZipArchive zip, ZipItem item, string label) =>
        Readable.ByName(label)
        || (!item.IsEncrypted && Readable.ByContent(label, ZipContent.Start(zip, item.Index, Signature.BytesNeeded)));

    private static Failed? Refusal(ZipItem item) =>
        item.IsEncrypted ? new Failed(FailureReason.CannotDecrypt, "")
        : ZipNames.LeadsOut(item.Name) ? new Failed(FailureReason.UnsafeName, "")
        : item.Length > SuspiciousLength && item.Length / Math.Max(item.CompressedLength, 1) > SuspiciousRatio
            ? new Failed(FailureReason.ExpandsTooFar, $"{item.CompressedLength} bytes to {item.Length / 1_000_000} MB")
        : null;

    private static bool IsZip(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return Signature.Of(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]).Kind == ContentKind.Zip;
    }
}
