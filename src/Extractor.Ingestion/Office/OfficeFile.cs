using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Extractor.Ingestion.Office;

/// <summary>The parts of an Office file by their names, and how they refer to one another (ECMA-376 part 2).</summary>
internal sealed class OfficeFile : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="content">Of a file that <see cref="OfficePackage.Check(byte[])"/> has found to be safe.</param>
    public OfficeFile(byte[] content)
    {
        _archive = new ZipArchive(new MemoryStream(content, writable: false));
        foreach (var entry in _archive.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/'), entry);
        }
    }

    /// <summary>The part that the others hang on.</summary>
    public string Main => RelatedTo("", "officeDocument") ?? throw new InvalidDataException("The file does not say which of its parts is the document.");

    /// <summary>The name of a part that another refers to; null where it refers to none of that type.</summary>
    /// <param name="type">The last word of the relationship's type, which is the same in all dialects.</param>
    public string? RelatedTo(string part, string type) => Relationships(part)
        .Where(relation => relation.Attr("Type")?.EndsWith("/" + type, StringComparison.Ordinal) == true)
        .Select(relation => Resolve(part, relation.Attr("Target") ?? ""))
        .FirstOrDefault();

    /// <summary>The types, as their last words, and the names of the parts that a part refers to, by the ids that it uses.</summary>
    public Dictionary<string, (string Type, string Part)> RelationsOf(string part)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var relation in Relationships(part))
        {
            var type = relation.Attr("Type") ?? "";
            relations.TryAdd(relation.Attr("Id") ?? "", (type[(type.LastIndexOf('/') + 1)..], Resolve(part, relation.Attr("Target") ?? "")));
        }

        return relations;
    }

    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public XmlReader Open(string part) =>
        _parts.TryGetValue(part, out var entry) && OfficePackage.IsXml(entry)
            ? XmlReader.Create(entry.Open(), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            })
            : throw new InvalidDataException($"The part {part} is missing.");

    /// <summary>A small part as a tree.</summary>
    public XElement Load(string part)
    {
        using var reader = Open(part);
        return XElement.Load(reader);
    }

    public void Dispose() => _archive.Dispose();

    private IEnumerable<XElement> Relationships(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return _parts.ContainsKey(name) ? Load(name).Elements().Where(relation => relation.Attr("TargetMode") != "External") : [];
    }

    /// <summary>A target is named from where the part is that refers to it, or from the root.</summary>
    private static string Resolve(string from, string target)
    {
        var path = new List<string>();
        var steps = target.StartsWith('/') ? target : from[..(from.LastIndexOf('/') + 1)] + target;
        foreach (var step in Uri.UnescapeDataString(steps).Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("" or "." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
