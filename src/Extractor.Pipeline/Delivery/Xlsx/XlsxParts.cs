using System.Globalization;
using System.Text;
using System.Xml;

namespace Extractor.Pipeline.Delivery.Xlsx;

/// <summary>The small parts of a workbook.</summary>
internal static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false, NewLineHandling = NewLineHandling.None });

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string SheetPart(int number) => $"xl/worksheets/sheet{Digits(number)}.xml";

    public static void WriteContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", ContentTypes);
        WriteElement(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        WriteElement(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        WriteElement(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Spreadsheet + "sheet.main+xml"));
        WriteElement(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", Spreadsheet + "styles+xml"));
        for (var sheet = 1; sheet <= sheets; sheet++)
        {
            WriteElement(xml, "Override", ("PartName", "/" + SheetPart(sheet)), ("ContentType", Spreadsheet + "worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    public static void WriteRootRelations(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        WriteElement(xml, "Relationship", ("Id", "rId1"), ("Type", Relations + "/officeDocument"), ("Target", "xl/workbook.xml"));
        xml.WriteEndElement();
    }

    public static void WriteWorkbookRelations(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        for (var sheet = 1; sheet <= sheets; sheet++)
        {
            WriteElement(xml, "Relationship", ("Id", "rId" + Digits(sheet)), ("Type", Relations + "/worksheet"), ("Target", SheetPart(sheet)["xl/".Length..]));
        }

        WriteElement(xml, "Relationship", ("Id", "rId" + Digits(sheets + 1)), ("Type", Relations + "/styles"), ("Target", "styles.xml"));
        xml.WriteEndElement();
    }

    public static void WriteWorkbook(XmlWriter xml, IReadOnlyList<XlsxSheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("bookViews");
        WriteElement(xml, "workbookView", ("activeTab", "0"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        for (var index = 0; index < sheets.Count; index++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheets[index].Name);
            xml.WriteAttributeString("sheetId", Digits(index + 1));
            xml.WriteAttributeString("r", "id", Relations, "rId" + Digits(index + 1));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        // In the order that Excel keeps: by name, then by sheet.
        for (var index = 0; index < sheets.Count; index++)
        {
            WriteName(xml, "_xlnm._FilterDatabase", index, hidden: true, sheets[index], sheets[index].FilteredRange);
        }

        for (var index = 0; index < sheets.Count; index++)
        {
            WriteName(xml, "_xlnm.Print_Titles", index, hidden: false, sheets[index], "$1:$1");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string name, int sheetIndex, bool hidden, XlsxSheet sheet, string range)
    {
        xml.WriteStartElement("definedName");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("localSheetId", Digits(sheetIndex));
        if (hidden)
        {
            xml.WriteAttributeString("hidden", "1");
        }

        xml.WriteString($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!{range}");
        xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
