using System.IO.Compression;
using System.Text;

namespace Extractor.Ingestion.Tests.Office;

/// <summary>Composes Office files part by part, honest ones and others.</summary>
internal sealed class OfficeComposer
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, string> _parts = [];
    private readonly List<string> _types = [];
    private readonly Dictionary<string, List<string>> _relationships = [];

    /// <summary>A workbook with one worksheet for each: its name, and what is in its element worksheet.</summary>
    public static OfficeComposer Workbook(params (string Name, string Content)[] sheets)
    {
        var composer = new OfficeComposer();
        composer.Main("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "");
        var list = new StringBuilder();
        for (var i = 1; i <= sheets.Length; i++)
        {
            composer.With($"xl/worksheets/sheet{i}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Relations}\">{sheets[i - 1].Content}</worksheet>");
            composer.Relate("xl/workbook.xml", $"s{i}", "worksheet", $"worksheets/sheet{i}.xml");
            var state = sheets[i - 1].Name.EndsWith('!') ? " state=\"hidden\"" : "";
            list.Append($"<sheet name=\"{sheets[i - 1].Name.TrimEnd('!')}\" sheetId=\"{i}\" r:id=\"s{i}\"{state}/>");
        }

        composer._parts["xl/workbook.xml"] = $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Relations}\"><sheets>{list}</sheets></workbook>";
        return composer;
    }

    /// <summary>A text document with this in its body.</summary>
    public static OfficeComposer TextDocument(string body)
    {
        var composer = new OfficeComposer();
        composer.Main("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            $"""
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{Relations}"
              xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
              xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
              xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>
            """);
        return composer;
    }

    /// <summary>Styles of cells: 0 is plain, 1 has a frame, those after have the number formats.</summary>
    public OfficeComposer Styles(params string[] formats)
    {
        var codes = string.Concat(formats.Select((format, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{System.Net.WebUtility.HtmlEncode(format)}\"/>"));
        var styles = string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{200 + i}\" borderId=\"0\"/>"));
        With("xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
            $"""
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>{codes}</numFmts>
            <borders><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>
            <cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/>{styles}</cellXfs></styleSheet>
            """);
        return Relate("xl/workbook.xml", "styles", "styles", "styles.xml");
    }

    /// <summary>Shared strings, each as what is in its element si.</summary>
    public OfficeComposer Strings(params string[] items)
    {
        With("xl/sharedStrings.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
            $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(items.Select(item => $"<si>{item}</si>"))}</sst>");
        return Relate("xl/workbook.xml", "strings", "sharedStrings", "sharedStrings.xml");
    }

    public OfficeComposer With(string path, string contentType, string content)
    {
        _parts[path] = content;
        _types.Add($"<Override PartName=\"/{path}\" ContentType=\"{contentType}\"/>");
        return this;
    }

    public OfficeComposer Relate(string from, string id, string type, string target, bool external = false)
    {
        var list = _relationships.TryGetValue(from, out var known) ? known : _relationships[from] = [];
        list.Add($"<Relationship Id=\"{id}\" Type=\"{Relations}/{type}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>");
        return this;
    }

    /// <summary>Changes what a part says, its declaration included.</summary>
    public OfficeComposer Change(string path, Func<string, string> change)
    {
        _parts[path] = change(_parts[path]);
        return this;
    }

    public byte[] ToBytes()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + string.Concat(_types) + "</Types>");
            foreach (var (from, list) in _relationships)
            {
                var path = from.Length == 0 ? "_rels/.rels" : $"{Path.GetDirectoryName(from)}/_rels/{Path.GetFileName(from)}.rels";
                Write(zip, path, $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(list)}</Relationships>");
            }

            foreach (var (path, content) in _parts)
            {
                Write(zip, path, content);
            }
        }

        return stream.ToArray();
    }

    private void Main(string path, string contentType, string content)
    {
        With(path, contentType, content);
        Relate("", "main", "officeDocument", path);
    }

    private static void Write(ZipArchive zip, string path, string content)
    {
        using var part = zip.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(content.StartsWith("<?xml", StringComparison.Ordinal) ? content : Declaration + content));
    }
}
