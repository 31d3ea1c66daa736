using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Extractor.Cli.Tests;

/// <summary>Composes small PDFs, good ones and hostile ones, byte by byte.</summary>
internal static class TestPdf
{
    /// <summary>Pages of A4, each with one line of text.</summary>
    public static byte[] WithText(params string[] lines) => WithPages([.. lines.Select(Line)]);

    /// <summary>Pages that draw the table of two rows and two columns with these texts.</summary>
    public static byte[] WithTable(string topLeft, string topRight, string bottomLeft, string bottomRight) => WithPages(
    [
        Encoding.ASCII.GetBytes($"""
            100 700 400 60 re S 100 730 m 500 730 l S 300 700 m 300 760 l S
            BT /F 12 Tf 110 740 Td ({topLeft}) Tj 200 0 Td ({topRight}) Tj -200 -30 Td ({bottomLeft}) Tj 200 0 Td ({bottomRight}) Tj ET
            """),
    ]);

    /// <summary>One page for each content, which may show text in the font F and draw the form X.</summary>
    /// <param name="filter">How the contents and the form are packed.</param>
    /// <param name="form">The form's content; by default it draws itself twice, which no reader survives.</param>
    private static byte[] WithPages(IReadOnlyList<byte[]> contents, string filter = "", byte[]? form = null, string trailer = "")
    {
        var pages = string.Join(' ', contents.Select((_, index) => $"{5 + (2 * index)} 0 R"));
        var objects = new List<byte[]>
        {
            Plain("<< /Type /Catalog /Pages 2 0 R >>"),
            Plain($"<< /Type /Pages /Count {contents.Count} /Kids [{pages}] >>"),
            Plain("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
            Stream(
                $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> {(form is null ? "" : filter)}",
                form ?? "/X Do /X Do"u8.ToArray()),
        };
        foreach (var content in contents)
        {
            var number = objects.Count + 1;
            objects.Add(Plain(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R " +
                "/Resources << /Font << /F 3 0 R >> /XObject << /X 4 0 R >> >> >>"));
            objects.Add(Stream(filter, content));
        }

        return File(objects, trailer);
    }

    /// <summary>The content of a page that shows one line.</summary>
    private static byte[] Line(string text) => Encoding.ASCII.GetBytes($"BT /F 12 Tf 72 720 Td ({text}) Tj ET");

    /// <summary>The content of a page that draws a form that draws itself twice.</summary>
    private static byte[] EndlessDrawing => "/X Do"u8.ToArray();

    /// <summary>A page with text for each line; where the line is null, a page that no reader survives.</summary>
    public static byte[] WithDeadlyPages(params string?[] lines) =>
        WithPages([.. lines.Select(line => line is null ? EndlessDrawing : Line(line))]);

    /// <summary>A page of some kilobytes whose content is a gigabyte of blanks, deflated twice.</summary>
    public static byte[] Bomb() => WithPages([Deflated(Deflated(Blanks(1 << 30)))], "/Filter [/FlateDecode /FlateDecode]");

    /// <summary>
    /// A page of two kilobytes that keeps a reader busy for minutes and takes little memory: it draws five thousand
    /// times a form of a megabyte of operators that do nothing.
    /// </summary>
    public static byte[] Treadmill() => WithPages(
        [Deflated(Repeated("/X Do "u8.ToArray(), 5000))], "/Filter /FlateDecode", Deflated(Repeated("q Q "u8.ToArray(), 250_000)));

    /// <summary>Opens with a password only; no password is right.</summary>
    public static byte[] Encrypted()
    {
        var hash = string.Concat(Enumerable.Repeat("5A", 32));
        return WithPages(
            [Line("secret")],
            trailer: $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{hash}> /U <{hash}> /P -4 >> /ID [<00> <00>]");
    }

    private static byte[] File(List<byte[]> objects, string trailer)
    {
        var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var offsets = new List<long>();
        for (var index = 0; index < objects.Count; index++)
        {
            offsets.Add(file.Position);
            file.Write(Plain($"{index + 1} 0 obj\n"));
            file.Write(objects[index]);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        file.Write(Plain($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => file.Write(Plain(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"))));
        file.Write(Plain($"trailer << /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Stream(string entries, ReadOnlySpan<byte> content) =>
        [.. Plain($"<< {entries} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];

    private static byte[] Plain(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Deflated(Action<Stream> write)
    {
        var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            write(packer);
        }

        return packed.ToArray();
    }

    private static byte[] Deflated(byte[] content) => Deflated(stream => stream.Write(content));

    private static Action<Stream> Blanks(int count) => Repeated(" "u8.ToArray(), count);

    private static Action<Stream> Repeated(byte[] unit, int times) => stream =>
    {
        const int unitsAtATime = 1 << 16;
        var chunk = Enumerable.Repeat(unit, unitsAtATime).SelectMany(octets => octets).ToArray();
        for (var left = times; left > 0; left -= unitsAtATime)
        {
            stream.Write(chunk, 0, Math.Min(left, unitsAtATime) * unit.Length);
        }
    };
}
