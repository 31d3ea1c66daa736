using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>What is counted of a group of documents.</summary>
/// <param name="Forms">Stated.</param>
/// <param name="Found">Of those.</param>
/// <param name="Invented">Forms that the document does not say.</param>
/// <param name="Exact">Forms with every field right, and no row too many.</param>
/// <param name="Rows">Indicators stated; <paramref name="Whole"/> of them have every field right.</param>
/// <param name="Silent">Numbers of found forms that are wrong, and neither doubted nor named by a finding.</param>
/// <param name="Extras">Other labels with a text; <paramref name="Kept"/> of them are there with their text.</param>
internal sealed record Tally(
    int Documents = 0, int Forms = 0, int Found = 0, int Invented = 0, int Exact = 0, int Fields = 0, int Right = 0,
    int Rows = 0, int Whole = 0, int Silent = 0, int Extras = 0, int Kept = 0)
{
    public const string Header =
        "family             printer   documents  forms  found  exact  invented    fields     rows  silent    extra";

    public static Tally operator +(Tally a, Tally b) => new(
        a.Documents + b.Documents, a.Forms + b.Forms, a.Found + b.Found, a.Invented + b.Invented, a.Exact + b.Exact, a.Fields + b.Fields,
        a.Right + b.Right, a.Rows + b.Rows, a.Whole + b.Whole, a.Silent + b.Silent, a.Extras + b.Extras, a.Kept + b.Kept);

    public string Line(string family, string printer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{family,-18} {printer,-10} {Documents,8} {Forms,6} {Found,6} {Exact,6} {Invented,9} {Share(Right, Fields),9} {Share(Whole, Rows),8} {Silent,7} {Share(Kept, Extras),8}");

    private static string Share(int part, int of) => of == 0 ? "-" : (100m * part / of).ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
