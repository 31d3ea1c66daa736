using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Extractor.Acceptance;

namespace Extractor.Benchmarks;

/// <summary>
/// Of the texts that a document states, how many stand somewhere in what a program read of it: a measure that also fits a
/// program that knows no fields. Blanks and widths do not count; texts of one character, which stand everywhere, are left out.
/// </summary>
internal sealed record TextsFound(int Numbers = 0, int NumbersFound = 0, int Words = 0, int WordsFound = 0)
{
    public static TextsFound Of(Case document, string read)
    {
        var text = Folded(read);
        var stated = document.Truths.SelectMany(StatedForm.Fields).Select(field => Folded(field.Value)).Where(value => value.Length > 1).ToLookup(IsNumber);
        int Found(bool numbers) => stated[numbers].Count(value => text.Contains(value, StringComparison.Ordinal));
        return new TextsFound(stated[true].Count(), Found(true), stated[false].Count(), Found(false));
    }

    /// <summary>All that the program's own results say in fields.</summary>
    public static string TextOf(ImmutableArray<JsonElement> results) => string.Join('\n', results.SelectMany(ReadForm.Fields).Select(field => field.Value));

    public static TextsFound operator +(TextsFound a, TextsFound b) =>
        new(a.Numbers + b.Numbers, a.NumbersFound + b.NumbersFound, a.Words + b.Words, a.WordsFound + b.WordsFound);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"numbers {Share(NumbersFound, Numbers)} of {Numbers}, other texts {Share(WordsFound, Words)} of {Words} found letter by letter");

    private static bool IsNumber(string value) => value.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '%');

    private static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));

    private static string Share(int part, int of) => (100m * part / Math.Max(1, of)).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
