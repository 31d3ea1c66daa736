using System.Collections.Immutable;
using System.Xml;

namespace Extractor.Ingestion.Office;

/// <summary>What is noticed while the parts of a package are looked through.</summary>
internal sealed class PackageLook
{
    private bool _hasMacros;
    private bool _hasLinks;

    public OfficeKind Kind { get; private set; }

    public void See(XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element)
        {
            return;
        }

        switch (xml.LocalName)
        {
            case "Override" or "Default" when xml.GetAttribute("ContentType") is { } type:
                SeeType(type);
                break;
            case "Relationship" when xml.GetAttribute("TargetMode") == "External":
                // Where a text leads to is no matter; what would be brought in from there is.
                _hasLinks |= xml.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true;
                break;
        }
    }

    public ImmutableArray<string> Remarks() =>
    [
        .. _hasMacros ? ["The file has macros. They were not run."] : (string[])[],
        .. _hasLinks ? ["The file refers to other files. They were not fetched; what it kept of them was read."] : (string[])[],
    ];

    private void SeeType(string type)
    {
        _hasMacros |= type.Contains("vbaProject", StringComparison.Ordinal) || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase);
        if (!type.EndsWith(".main+xml", StringComparison.Ordinal))
        {
            Kind = type.EndsWith("sheet.binary.macroEnabled.main", StringComparison.Ordinal) ? OfficeKind.BinaryWorkbook : Kind;
            return;
        }

        Kind = type.Contains("spreadsheetml", StringComparison.Ordinal) || type.Contains("ms-excel", StringComparison.Ordinal) ? OfficeKind.Workbook
            : type.Contains("wordprocessingml", StringComparison.Ordinal) || type.Contains("ms-word", StringComparison.Ordinal) ? OfficeKind.TextDocument
            : Kind;
    }
}
