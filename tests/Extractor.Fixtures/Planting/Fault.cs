using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Planting;

/// <summary>A kind of fault that published forms have: one relation fails, every other still holds.</summary>
/// <param name="Rule">The rule that has to find it.</param>
/// <param name="Severity">How much the finding has to weigh.</param>
/// <param name="Plant">The form with the fault, or null where the form gives it no place (no numeric indicator, say).</param>
public sealed record Fault(string Kind, string Rule, Severity Severity, Func<FormDraft, Chance, Planted?> Plant)
{
    /// <summary>What the finding has to say of who is wrong: what is more than a hint was published so.</summary>
    public string? Explanation { get; init; } = Severity == Severity.Info ? null : "published";
}

/// <summary>How much a finding weighs.</summary>
public enum Severity { Error, Warning, Info }

/// <summary>A form with a fault, before it is put on paper.</summary>
/// <param name="Pointer">The field of the result that is wrong, as a JSON Pointer relative to the form.</param>
/// <param name="Changed">
/// Fields that have to be printed, and otherwise than without the fault, or the paper does not show it; some layouts have no
/// place for them, and some ways of writing hide a small difference.
/// </param>
public sealed record Planted(FormDraft Form, string Pointer, params ImmutableArray<string> Changed)
{
    /// <summary>Fields that have to be printed and may be blank: a reader needs them to see the fault.</summary>
    public ImmutableArray<string> Needed { get; init; } = [];

    /// <summary>Fields that have to say something: no score and no name of a level contradicts anything where it is left blank.</summary>
    public ImmutableArray<string> Filled { get; init; } = [];

    /// <summary>What else has to be true of the paper.</summary>
    public Func<PrintedForm, bool> Besides { get; init; } = _ => true;

    /// <summary>The same by the rows on paper, where a layout has rows of its own before the form's.</summary>
    public Planted On(PrintedForm paper) => this with { Pointer = On(Pointer, paper), Changed = [.. Changed.Select(pointer => On(pointer, paper))], Needed = [.. Needed.Select(pointer => On(pointer, paper))], Filled = [.. Filled.Select(pointer => On(pointer, paper))] };

    /// <summary>Is the fault to be seen on paper?</summary>
    public bool Shows(PrintedForm clean, PrintedForm faulty) =>
        Changed.All(pointer => faulty.At(pointer) is { } text && text != clean.At(pointer)) && Needed.All(pointer => faulty.At(pointer) is not null)
        && Filled.All(pointer => faulty.At(pointer) is { } text && text.Any(char.IsLetterOrDigit)) && Besides(faulty);

    private string On(string pointer, PrintedForm paper)
    {
        if (pointer.Split('/') is not ["", "indicators", var row, var field])
        {
            return pointer;
        }

        var name = Form.Measures[int.Parse(row, CultureInfo.InvariantCulture)].Name;
        var place = paper.Indicators.Select(printed => printed.Level3).ToList().IndexOf(name);
        return place < 0 ? pointer : string.Create(CultureInfo.InvariantCulture, $"/indicators/{place}/{field}");
    }
}
