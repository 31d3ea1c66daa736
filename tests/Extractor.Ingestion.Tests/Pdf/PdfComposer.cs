#pragma warning disable CA5351 // MD5 is what the old encryption of PDF is made of; nothing here is kept secret by it.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Ingestion.Tests.Pdf;

/// <summary>
/// Composes small PDFs of which every object is known: the truth that the reader is held against. All pages share one
/// dictionary of resources; font F is Helvetica.
/// </summary>
internal sealed class PdfComposer
{
    public const string Portrait = "/MediaBox [0 0 200 300]";

    private const int Catalog = 1;
    private const int Pages = 2;
    private const int Resources = 3;

    private readonly List<byte[]> _objects = [[], [], []];
    private readonly List<int> _pages = [];
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _resources = new(StringComparer.Ordinal);
    private byte[]? _key;
    private string _encryption = "";

    public PdfComposer() => Resource("Font", "F", Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));

    public string CatalogEntries { get; set; } = "";

    /// <summary>One page with this content, and nothing else.</summary>
    public static byte[] OnePage(string content, string pageEntries = Portrait) =>
        new PdfComposer().Page(content, pageEntries).ToBytes();

    public PdfComposer Page(string content, string pageEntries = Portrait)
    {
        var stream = AddStream("", content);
        _pages.Add(Add($"<</Type/Page/Parent {Pages} 0 R/Resources {Resources} 0 R/Contents {stream} 0 R {pageEntries}>>"));
        return this;
    }

    public int Add(string body)
    {
        _objects.Add(Encoding.Latin1.GetBytes(body));
        return _objects.Count;
    }

    public int AddStream(string entries, string data) => AddStream(entries, Encoding.Latin1.GetBytes(data));

    public int AddStream(string entries, byte[] data)
    {
        var number = _objects.Count + 1;
        var stored = _key is null ? data : Rc4(MD5.HashData([.. _key, (byte)number, (byte)(number >> 8), 0, 0, 0])[..(_key.Length + 5)], data);
        _objects.Add([.. Encoding.Latin1.GetBytes($"<<{entries}/Length {stored.Length}>>\nstream\n"), .. stored, .. "\nendstream"u8]);
        return number;
    }

    public PdfComposer Resource(string category, string name, int number)
    {
        if (!_resources.TryGetValue(category, out var names))
        {
            _resources[category] = names = new SortedDictionary<string, int>(StringComparer.Ordinal);
        }

        names[name] = number;
        return this;
    }

    /// <summary>A form XObject that draws this, under a name.</summary>
    public PdfComposer Form(string name, string content, string entries = "/BBox [0 0 1000 1000]") =>
        Resource("XObject", name, AddStream($"/Type/XObject/Subtype/Form/Resources {Resources} 0 R {entries}", content));

    /// <summary>A grey picture of two by two pixels, under a name.</summary>
    public PdfComposer Picture(string name, string entries = "") =>
        Resource("XObject", name, AddStream(
            $"/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8 {entries}", [90, 120, 150, 180]));

    /// <summary>Helvetica whose letters from A on mean these code points (0 = none is said).</summary>
    public PdfComposer FontMeaning(string name, params int[] codePoints)
    {
        var lines = codePoints.Select((point, i) => (Point: point, Code: 'A' + i)).Where(m => m.Point != 0)
            .Select(m => $"<{m.Code:X2}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(m.Point)))}>").ToList();
        var map = AddStream("", $"""
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CMapName /M def /CMapType 2 def
            1 begincodespacerange <00> <FF> endcodespacerange
            {lines.Count} beginbfchar
            {string.Join('\n', lines)}
            endbfchar endcmap end end
            """);
        return Resource("Font", name, Add($"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode {map} 0 R>>"));
    }

    /// <summary>
    /// Encrypts everything added from here on with 40-bit RC4 (ISO 32000-1, 7.6: algorithms 1 to 4, revision 2). Both
    /// passwords are the same one.
    /// </summary>
    public PdfComposer Encrypt(string password)
    {
        byte[] padding =
        [
            0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
            0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
        ];
        byte[] padded = [.. Encoding.Latin1.GetBytes(password).Concat(padding).Take(32)];
        var owner = Rc4(MD5.HashData(padded)[..5], padded);
        var key = MD5.HashData([.. padded, .. owner, 0xFC, 0xFF, 0xFF, 0xFF])[..5];
        var user = Rc4(key, padding);
        var entry = Add($"<</Filter/Standard/V 1/R 2/P -4/O <{Convert.ToHexString(owner)}>/U <{Convert.ToHexString(user)}>>>");
        (_key, _encryption) = (key, $"/Encrypt {entry} 0 R/ID [<> <>]");
        return this;
    }

    public byte[] ToBytes()
    {
        Set(Catalog, $"<</Type /Catalog/Pages {Pages} 0 R {CatalogEntries}>>");
        Set(Pages, $"<</Type/Pages/Count {_pages.Count}/Kids [{string.Join(' ', _pages.Select(p => $"{p} 0 R"))}]>>");
        Set(Resources, $"<<{string.Concat(_resources.Select(c => $"/{c.Key} <<{string.Concat(c.Value.Select(r => $"/{r.Key} {r.Value} 0 R"))}>>"))}>>");
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write(Encoding.Latin1.GetBytes($"{i + 1} 0 obj\n"));
            file.Write(_objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        var entries = string.Concat(offsets.Select(o => o.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        file.Write(Encoding.Latin1.GetBytes(
            $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n{entries}trailer\n<</Size {_objects.Count + 1}/Root {Catalog} 0 R {_encryption}>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private void Set(int number, string body) => _objects[number - 1] = Encoding.Latin1.GetBytes(body);

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        var state = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(data[n] ^ state[(state[i] + state[j]) & 255]);
        }

        return result;
    }
}
