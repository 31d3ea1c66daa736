using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;

namespace Extractor.Pipeline.Delivery.Xlsx;

/// <summary>
/// A workbook. Several sheets may be written at a time, each row by row: they wait as files beside the output, so that
/// memory does not grow with them. The same rows give the same bytes.
/// </summary>
/// <remarks>
/// Written part by part, ZIP and XML: with the Open XML SDK the native program has twice the size. Tests hold what is
/// written against the SDK's validator.
/// </remarks>
/// <param name="folder">For the sheets until the workbook is saved; it exists.</param>
public sealed class XlsxFile(string folder) : IDisposable
{
    /// <summary>The earliest that a ZIP file can say: when it was made is nobody's business.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(":\\/?*[]");

    private readonly List<XlsxSheet> _sheets = [];

    /// <summary>Begins a sheet; sheets stand in the order in which they were begun.</summary>
    /// <param name="name">At most 31 characters, of which none is : \ / ? * [ ]</param>
    public XlsxSheet Add(string name, ImmutableArray<XlsxColumn> columns)
    {
        if (name.Length is 0 or > 31 || name.AsSpan().ContainsAny(NotInNames))
        {
            throw new ArgumentException($"\"{name}\" cannot be the name of a sheet.", nameof(name));
        }

        var sheet = new XlsxSheet(name, columns, Path.Combine(folder, $"sheet{XlsxParts.Digits(_sheets.Count + 1)}.xml.tmp"));
        _sheets.Add(sheet);
        return sheet;
    }

    /// <summary>Ends all sheets and writes the workbook.</summary>
    public void Save(Stream output)
    {
        foreach (var sheet in _sheets)
        {
            sheet.End();
        }

        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        WritePart(zip, "[Content_Types].xml", xml => XlsxParts.WriteContentTypes(xml, _sheets.Count));
        WritePart(zip, "_rels/.rels", XlsxParts.WriteRootRelations);
        WritePart(zip, "xl/workbook.xml", xml => XlsxParts.WriteWorkbook(xml, _sheets));
        WritePart(zip, "xl/_rels/workbook.xml.rels", xml => XlsxParts.WriteWorkbookRelations(xml, _sheets.Count));
        WritePart(zip, "xl/styles.xml", XlsxStyles.Write);
        for (var index = 0; index < _sheets.Count; index++)
        {
            using var part = Open(zip, XlsxParts.SheetPart(index + 1));
            using var rows = File.OpenRead(_sheets[index].Path);
            rows.CopyTo(part);
        }
    }

    public void Dispose()
    {
        foreach (var sheet in _sheets)
        {
            sheet.Dispose();
            File.Delete(sheet.Path);
        }
    }

    private static void WritePart(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var part = Open(zip, name);
        using var xml = XlsxParts.Writer(part);
        write(xml);
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
