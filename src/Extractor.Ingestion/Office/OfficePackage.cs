using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Office;

/// <summary>What an Office file is, by its content types.</summary>
internal enum OfficeKind { Other, Workbook, TextDocument, BinaryWorkbook }

/// <summary>What a look into a package found before it is opened.</summary>
/// <param name="Refused">Why it is not to be opened; null where it is safe.</param>
/// <param name="Remarks">What is left alone in it, for a person.</param>
internal sealed record PackageCheck(OfficeKind Kind, RefusedDocument? Refused, ImmutableArray<string> Remarks)
{
    /// <summary>It is no document, but files that somebody packed.</summary>
    public bool IsArchive { get; init; }
}

/// <summary>
/// Looks through an Office file before it is read: how far it expands, how deep it nests, whether it holds a
/// document type definition, macros or links to elsewhere. Nothing of it is run, and nothing is fetched.
/// </summary>
internal static class OfficePackage
{
    private const string ContentTypes = "[Content_Types].xml";

    private const int MostParts = 10_000;

    /// <summary>Bytes that the XML parts of a package may expand to, together. A form is some 100 KB; a list of 100,000 rows some 50 MB.</summary>
    private const long LargestExpansion = 200_000_000;

    /// <summary>What is larger than this, expanded, and compressed by more than the ratio is no document that somebody wrote.</summary>
    private const long SuspiciousExpansion = 20_000_000, SuspiciousRatio = 400;

    /// <summary>What is thrown where a part is not what it must be.</summary>
    public static bool IsDamage(Exception exception) => exception is XmlException or InvalidDataException or UriFormatException;

    public static PackageCheck Check(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false));
            return Check(archive);
        }
        catch (InvalidDataException)
        {
            return Refuse(OfficeKind.Other, OpenFailure.Damaged, "The file is damaged or cut off. Fetch it again from where it was published.");
        }
    }

    private static PackageCheck Check(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts)
        {
            return Refuse(OfficeKind.Other, OpenFailure.TooLarge, $"It has more than {MostParts} parts.");
        }

        if (archive.GetEntry(ContentTypes) is null)
        {
            return new PackageCheck(OfficeKind.Other, null, []) { IsArchive = archive.Entries is not [{ FullName: "mimetype" }, ..] };
        }

        var parts = archive.Entries.Where(IsXml).ToArray();
        if (parts.Sum(part => part.Length) > LargestExpansion || parts.Any(IsSuspicious))
        {
            return Refuse(OfficeKind.Other, OpenFailure.Bomb, $"It expands to {parts.Sum(part => part.Length) / 1_000_000} MB.");
        }

        var look = new PackageLook();
        foreach (var part in parts)
        {
            if (Flaw(part, look) is { } flaw)
            {
                return flaw;
            }
        }

        return new PackageCheck(look.Kind, null, look.Remarks());
    }

    private static PackageCheck? Flaw(ZipArchiveEntry part, PackageLook look)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            // Parsed and not prohibited, so as to tell it from damage; without a resolver nothing is fetched, and no entity is expanded before it is met.
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            MaxCharactersInDocument = LargestExpansion,
        });
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.DocumentType)
                {
                    return Refuse(look.Kind, OpenFailure.Unsafe, $"Its part {part.FullName} has a document type definition.");
                }

                if (xml.Depth > SheetLimits.Depth)
                {
                    return Refuse(look.Kind, OpenFailure.Unsafe, $"In its part {part.FullName}, elements are nested more than {SheetLimits.Depth} deep.");
                }

                look.See(xml);
            }

            return null;
        }
        catch (XmlException)
        {
            // Whoever needs the part will say that it is damaged.
            return null;
        }
    }

    public static bool IsXml(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || part.FullName.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static bool IsSuspicious(ZipArchiveEntry part) =>
        part.Length > SuspiciousExpansion && part.Length / Math.Max(part.CompressedLength, 1) > SuspiciousRatio;

    private static PackageCheck Refuse(OfficeKind kind, OpenFailure reason, string message) => new(kind, new RefusedDocument(reason, message), []);
}
