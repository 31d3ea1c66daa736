using System.Text;
using CsCheck;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;
using Extractor.Ingestion.Tests.Office;

namespace Extractor.Ingestion.Tests;

/// <summary>Files with damage in any place: whatever comes of them is a value, and what is read can be laid out.</summary>
public sealed class MutationTests
{
    private const string Sheet =
        "<sheetFormatPr defaultRowHeight=\"14\"/><cols><col min=\"1\" max=\"3\" width=\"9\"/></cols><sheetData><row r=\"1\" ht=\"20\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>a</t></is></c>"
        + "<c r=\"B1\" s=\"2\"><v>44260.5</v></c><c r=\"C1\" t=\"s\"><v>0</v></c></row><row r=\"2\" hidden=\"0\"><c r=\"A2\" s=\"1\"/><c r=\"B2\" s=\"1\"><f>A1</f><v>1</v></c></row></sheetData>"
        + "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>";

    private const string Body =
        "<w:p><w:r><w:t>title</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr>"
        + "<w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

    private const string Page =
        "<!DOCTYPE html><body><h1>t</h1><table><caption>c</caption><thead><tr><th rowspan=2 colspan=3>a<td>b</thead><tr><td><table><tr><td>x<td>y</table><td hidden>z</tr></table><p style='display:none'>q";

    private static readonly byte[] Tiff = [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 96, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, 96, 0, 0, 0, 0, 0, 0, 0];

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 1, 0, 96, 0, 96, 0, 0, 0xFF, 0xC0, 0, 11, 8, 1, 0, 1, 0, 1, 1, 0x11, 0];

    /// <summary>A place, how much is taken out there, and what is put in instead.</summary>
    private static readonly Gen<(int At, int Out, string In)[]> Changes = Gen.Select(
        Gen.Int[0, 2000], Gen.Int[0, 6], Gen.OneOf(Gen.Const(""), Gen.String[Gen.Char["<>/=\"0123456789ABXZacmrstvw:;&?%[] -"], 0, 6], Gen.Const("99999999999"), Gen.Const("-1"))).Array[1, 4];

    [Fact]
    public void A_workbook() => Changes.Sample(
        (changes) => Open(OfficeComposer.Workbook(("S", Changed(Sheet, changes)), ("T", Sheet)).Styles("yyyy/m/d").Strings("<t>x</t>").ToBytes()), iter: 2000);

    [Fact]
    public void The_styles_of_a_workbook() => Changes.Sample(
        (changes) => Open(OfficeComposer.Workbook(("S", Sheet)).Styles(Changed("#,##0.00_ ;[Red]\\-0.0%;\"x\"@;yyyy\\-m [$-804]h:mm", changes)).Strings("<t>x</t>")
            .Change("xl/styles.xml", xml => Changed(xml, [.. changes.Skip(1)])).ToBytes()), iter: 2000);

    [Fact]
    public void A_text_document() => Changes.Sample((changes) => Open(OfficeComposer.TextDocument(Changed(Body, changes)).ToBytes()), iter: 2000);

    [Fact]
    public void A_web_page() => Changes.Sample((changes) => Open(Encoding.UTF8.GetBytes(Changed(Page, changes))), iter: 2000);

    [Fact]
    public void A_package() => Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[1, 6].Sample(
        (changes) => Open(Changed(OfficeComposer.Workbook(("S", Sheet)).Styles().ToBytes(), changes)), iter: 2000);

    [Fact]
    public void A_picture() => Gen.Select(Gen.Int[4, 60], Gen.Byte).Array[1, 6].Sample((changes) =>
    {
        Open(Changed(Tiff, changes));
        Open(Changed(Jpeg, changes));
        Open([0x89, .. "PNG"u8, .. Changed(Jpeg, changes)]);
    }, iter: 5000);

    private static void Open(byte[] content)
    {
        if (DocumentFile.Open("file", content) is not OpenedDocument { File: var file })
        {
            return;
        }

        for (var number = 1; number <= file.Head.PageCount; number++)
        {
            if (file.ReadPage(number) is Sheet sheet)
            {
                var layout = SheetLayout.Of(sheet);
                Assert.All(layout.Fragments, fragment => Assert.Equal(fragment.RowCount * fragment.ColumnCount, fragment.Cells.Sum(cell => cell.RowSpan * cell.ColumnSpan)));
                Assert.All(layout.Fragments, fragment => Assert.True(fragment.Box.Right <= sheet.Width + 0.01 && fragment.Box.Bottom <= sheet.Height + 0.01));
            }
        }
    }

    private static string Changed(string text, (int At, int Out, string In)[] changes)
    {
        foreach (var (at, taken, put) in changes)
        {
            var from = at % (text.Length + 1);
            text = text[..from] + put + text[Math.Min(from + taken, text.Length)..];
        }

        return text;
    }

    private static byte[] Changed(byte[] bytes, (int At, byte Value)[] changes)
    {
        bytes = [.. bytes];
        foreach (var (at, value) in changes)
        {
            bytes[at % bytes.Length] = value;
        }

        return bytes;
    }
}
