using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>What is counted of the scans of a kind.</summary>
/// <param name="Found">Of the forms stated.</param>
/// <param name="Numbers">Number fields with a text; <paramref name="NumbersRight"/> of them to the digit.</param>
/// <param name="Silent">Numbers wrong, neither in <c>needsReview</c> nor named by a finding.</param>
/// <param name="Read">Fields that the results say something about; a person is told to look at <paramref name="Doubted"/> of them.</param>
internal sealed record ScanTally(
    int Documents = 0, int Pages = 0, int Forms = 0, int Found = 0, int Invented = 0, int Fields = 0, int Right = 0, int Numbers = 0, int NumbersRight = 0,
    int Rows = 0, int Whole = 0, int Silent = 0, int Read = 0, int Doubted = 0)
{
    public const string Header = "kind            documents  pages  forms  found  invented    fields   numbers      rows  silent    review";

    public static ScanTally Of(Case document)
    {
        var (forms, invented) = FormOutcome.Of(document.Truths, document.Results);
        return forms.Aggregate(new ScanTally(Documents: 1, Pages: document.Pages, Invented: invented), (sum, form) => sum + Of(form));
    }

    public static ScanTally operator +(ScanTally a, ScanTally b) => new(
        a.Documents + b.Documents, a.Pages + b.Pages, a.Forms + b.Forms, a.Found + b.Found, a.Invented + b.Invented, a.Fields + b.Fields, a.Right + b.Right,
        a.Numbers + b.Numbers, a.NumbersRight + b.NumbersRight, a.Rows + b.Rows, a.Whole + b.Whole, a.Silent + b.Silent, a.Read + b.Read, a.Doubted + b.Doubted);

    public string Line(string kind) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kind,-15} {Documents,9} {Pages,6} {Forms,6} {Found,6} {Invented,9} {Share(Right, Fields),9} {Share(NumbersRight, Numbers),9} {Share(Whole, Rows),9} {Silent,7} {Share(Doubted, Read),9}");

    /// <summary>Fields are those that the form says something in, or that were read where it says nothing.</summary>
    private static ScanTally Of(FormOutcome form)
    {
        var fields = form.Fields.Where(field => field.Stated.Length > 0 || field.Read is { Length: > 0 }).ToArray();
        var numbers = fields.Where(field => field.IsNumber).ToArray();
        var read = fields.Where(field => field.Confidence is not null).ToArray();
        return new ScanTally(
            Forms: 1, Found: form.Found ? 1 : 0, Fields: fields.Length, Right: fields.Count(field => field.IsRight), Numbers: numbers.Length,
            NumbersRight: numbers.Count(field => field.IsRight), Rows: form.Rows, Whole: form.Whole,
            Silent: form.Found ? fields.Count(field => field.IsSilent) : 0, Read: read.Length, Doubted: read.Count(field => field.Doubted));
    }

    private static string Share(int part, int of) => of == 0 ? "-" : (100m * part / of).ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
