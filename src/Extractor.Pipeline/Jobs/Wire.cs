using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Pages;

namespace Extractor.Pipeline.Jobs;

/// <summary>
/// How supervisor and worker talk: frames of a length (four bytes, little-endian) and that many bytes. Both ends are the
/// same program, so the format needs no versions.
/// </summary>
public static class Wire
{
    private const byte PageBegunMark = 1, DoneMark = 2, FailedMark = 3;

    private const int NoEntry = -1;

    /// <summary>A larger frame can only come from a stream that is out of step.</summary>
    private const int LargestFrame = 1 << 30;

    /// <exception cref="InvalidDataException">The stream ended inside a frame, or holds no frame.</exception>
    /// <returns>Null at the end of the stream.</returns>
    public static byte[]? ReadFrame(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        var got = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (got == 0)
        {
            return null;
        }

        var length = got == prefix.Length ? BinaryPrimitives.ReadInt32LittleEndian(prefix) : -1;
        if (length is < 0 or > LargestFrame)
        {
            throw new InvalidDataException("No frame where one was expected.");
        }

        var frame = new byte[length];
        return stream.ReadAtLeast(frame, length, throwOnEndOfStream: false) == length
            ? frame
            : throw new InvalidDataException("The stream ended inside a frame.");
    }

    public static void WriteFrame(Stream stream, ReadOnlySpan<byte> frame)
    {
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, frame.Length);
        stream.Write(prefix);
        stream.Write(frame);
        stream.Flush();
    }

    /// <summary>Writes a message as a frame; a result, which may be long, goes out as it lies.</summary>
    public static void Write(Stream stream, WorkerMessage message)
    {
        if (message is not JobEnded(Done(var result)))
        {
            WriteFrame(stream, Encode(message));
            return;
        }

        Span<byte> prefix = stackalloc byte[sizeof(int) + 1];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, checked((int)result.Length + 1));
        prefix[^1] = DoneMark;
        stream.Write(prefix);
        foreach (var part in result)
        {
            stream.Write(part.Span);
        }

        stream.Flush();
    }

    public static byte[] Encode(Attempt attempt) => Written(writer =>
    {
        writer.Write((byte)attempt.Job.Kind);
        writer.Write(attempt.Job.Path);
        writer.Write(attempt.Job.Password is not null);
        writer.Write(attempt.Job.Password ?? "");
        writer.Write(attempt.Job.Templates ?? "");
        writer.Write((byte)attempt.Job.Ocr);
        writer.Write(attempt.Job.Name ?? "");
        writer.Write(attempt.Job.Profile ?? "");
        writer.Write(attempt.Job.Entry?.Index ?? NoEntry);
        writer.Write(attempt.Job.Entry?.Name ?? "");
        Write(writer, attempt.Job.Pictures);
        writer.Write(attempt.Skipped.Length);
        foreach (var page in attempt.Skipped)
        {
            writer.Write(page.Number);
            writer.Write((byte)page.Reason);
            writer.Write(page.Detail);
        }
    });

    public static Attempt DecodeAttempt(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame), Encoding.UTF8);
        var kind = (JobKind)reader.ReadByte();
        var path = reader.ReadString();
        var hasPassword = reader.ReadBoolean();
        var password = reader.ReadString();
        var templates = reader.ReadString();
        var ocr = (OcrChoice)reader.ReadByte();
        var name = reader.ReadString();
        var profile = reader.ReadString();
        var entry = reader.ReadInt32();
        var entryName = reader.ReadString();
        var pictures = ReadPictures(reader);
        var skipped = ImmutableArray.CreateBuilder<SkippedPage>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            skipped.Add(new SkippedPage(reader.ReadInt32(), (UnreadReason)reader.ReadByte(), reader.ReadString()));
        }

        return new Attempt(
            new Job(
                kind, path, hasPassword ? password : null, entry == NoEntry ? null : new ArchiveEntry(entry, entryName),
                templates.Length > 0 ? templates : null, name.Length > 0 ? name : null, ocr) { Profile = profile.Length > 0 ? profile : null, Pictures = pictures },
            skipped.ToImmutable());
    }

    /// <summary>No order is one without a document.</summary>
    private static void Write(BinaryWriter writer, PictureOrder? order)
    {
        writer.Write(order?.Sha256 ?? "");
        writer.Write(order?.Parts.Length ?? 0);
        foreach (var part in order?.Parts ?? [])
        {
            writer.Write(part.Page);
            foreach (var measure in (ReadOnlySpan<double>)[part.PageWidth, part.Left, part.Top, part.Right, part.Bottom])
            {
                writer.Write(measure);
            }
        }
    }

    private static PictureOrder? ReadPictures(BinaryReader reader)
    {
        var sha256 = reader.ReadString();
        var parts = ImmutableArray.CreateBuilder<PagePart>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            parts.Add(new PagePart(
                reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        }

        return sha256.Length == 0 ? null : new PictureOrder(sha256, parts.ToImmutable());
    }

    private static byte[] Encode(WorkerMessage message) => message switch
    {
        PageBegun page => Written(writer =>
        {
            writer.Write(PageBegunMark);
            writer.Write(page.Number);
            writer.Write(page.Count);
            writer.Write(page.IsPicture);
        }),
        JobEnded(Failed failed) => Written(writer =>
        {
            writer.Write(FailedMark);
            writer.Write((byte)failed.Reason);
            writer.Write(failed.Detail);
        }),
        _ => throw new ArgumentException($"No frame for {message}.", nameof(message)),
    };

    public static WorkerMessage DecodeMessage(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame), Encoding.UTF8);
        var mark = reader.ReadByte();
        return mark switch
        {
            PageBegunMark => new PageBegun(reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean()),
            DoneMark => new JobEnded(new Done(new ReadOnlySequence<byte>(frame.AsMemory(1)))),
            FailedMark => new JobEnded(new Failed((FailureReason)reader.ReadByte(), reader.ReadString())),
            _ => throw new InvalidDataException($"Unknown message {mark}."),
        };
    }

    private static byte[] Written(Action<BinaryWriter> write)
    {
        var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            write(writer);
        }

        return stream.ToArray();
    }
}
