using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Extractor.Ingestion.Office;

/// <summary>
/// Elements and attributes of Office files by their local names: the strict and the transitional dialect of the standard
/// differ in the namespaces alone.
/// </summary>
internal static class OfficeXml
{
    /// <summary>The elements that are wanted, one after the other; no more of the file is in memory than one of them.</summary>
    public static IEnumerable<XElement> Stream(XmlReader reader, Func<XmlReader, bool> isWanted)
    {
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && isWanted(reader))
            {
                yield return (XElement)XNode.ReadFrom(reader);
            }
            else
            {
                reader.Read();
            }
        }
    }

    public static bool Is(this XElement element, string name) => element.Name.LocalName == name;

    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Is(name));

    public static IEnumerable<XElement> Children(this XElement? element, string name) => element?.Elements().Where(child => child.Is(name)) ?? [];

    public static string? Attr(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name && !attribute.IsNamespaceDeclaration)?.Value;

    public static int? Number(this XElement? element, string attribute) =>
        int.TryParse(element.Attr(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch: on where its element is there and does not say that it is off.</summary>
    public static bool IsOn(this XElement? element, string attribute = "val") =>
        element is not null && element.Attr(attribute) is not ("0" or "false" or "off" or "none");

    public static bool IsTrue(string? text) => text is "1" or "true" or "on";
}
