using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Extractor.Benchmarks;

/// <summary>Holds what the program's audit finds in a set of documents against the faults that were planted in it, rule by rule.</summary>
/// <remarks>Extraction and audit are measured together: a fault that was not read is not found, and one that was read into a form is a false alarm.</remarks>
internal static class PlantedRun
{
    /// <returns>0; 3 where the folder holds no document with a truth.</returns>
    public static int Print(string folder, string program, string scratch, bool verbose)
    {
        var forms = Case.Of(folder).Select(document => document.Read(program, scratch)).SelectMany(AuditedTruth.Of).ToList();
        if (forms.Count == 0)
        {
            Console.Error.WriteLine($"No document with a truth beside it in {folder}.");
            return 3;
        }

        var planted = forms.SelectMany(form => form.Planted.Select(fault => (form, fault))).ToList();
        Console.WriteLine("rule  fault                      severity  planted   found  right verdict");
        foreach (var kind in planted.GroupBy(pair => (pair.fault.Rule, pair.fault.Kind, pair.fault.Severity)).OrderBy(group => group.Key.Rule, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.Key.Rule,-5} {kind.Key.Kind,-26} {kind.Key.Severity,-8} {kind.Count(),8} {kind.Count(pair => pair.form.Finds(pair.fault)),7} {kind.Count(pair => pair.form.Judges(pair.fault)),14}"));
        }

        var found = planted.Count(pair => pair.form.Finds(pair.fault));
        var judged = planted.Count(pair => pair.form.Judges(pair.fault));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"planted {planted.Count}: found at the right field by the right rule {Share(found, planted.Count)}, with the right severity and explanation {Share(judged, planted.Count)}"));

        var clean = forms.Where(form => form.Planted.IsEmpty).ToList();
        Alarms("clean forms and documents", clean, _ => true);
        Alarms("forms with a fault, by other rules than the fault's", [.. forms.Where(form => !form.Planted.IsEmpty)], pair => pair.Form.Planted.All(fault => fault.Rule != pair.Alarm.Rule));
        if (verbose)
        {
            foreach (var (form, fault) in planted.Where(pair => !pair.form.Judges(pair.fault)))
            {
                Console.WriteLine($"{(form.Finds(fault) ? "JUDGED OTHERWISE" : "MISSED")} {form.Name}: {fault.Kind}, {fault.Rule} {fault.Severity} at {fault.Pointer}{form.About(fault)}");
            }

            foreach (var form in forms)
            {
                foreach (var alarm in form.Alarms.Where(alarm => form.Planted.All(fault => fault.Rule != alarm.Rule)))
                {
                    Console.WriteLine($"{(form.Planted.IsEmpty ? "FALSE ALARM" : $"BESIDE {form.Planted[0].Kind}")} {form.Name}: {alarm.Rule} {alarm.Severity} {alarm.Subject} {alarm.Message}");
                }
            }
        }

        return 0;
    }

    private static void Alarms(string which, List<AuditedTruth> forms, Func<(AuditedTruth Form, StatedFinding Alarm), bool> counts)
    {
        var alarms = forms.SelectMany(form => form.Alarms.Select(alarm => (Form: form, Alarm: alarm))).Where(counts).Select(pair => pair.Alarm).ToList();
        var (errors, warnings) = (alarms.Count(alarm => alarm.Severity == "error"), alarms.Count(alarm => alarm.Severity == "warning"));
        var rules = string.Join(", ", alarms.CountBy(alarm => $"{alarm.Rule} {alarm.Severity}").OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{which}: {forms.Count}; errors {errors}, warnings {warnings} ({(forms.Count == 0 ? 0 : 100m * warnings / forms.Count):0.0} in 100 forms){(rules.Length > 0 ? ": " + rules : "")}"));
    }

    private static string Share(int part, int of) =>
        of == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{part} ({100m * part / of:0.0} %)");
}

/// <summary>A fault as the truth states it, with its pointer in the result.</summary>
internal sealed record StatedFault(string Kind, string Rule, string Severity, string? Explanation, string Pointer);

/// <summary>A finding as the result file states it.</summary>
internal sealed record StatedFinding(string Rule, string Severity, string Subject, string? Explanation, string Message)
{
    public static StatedFinding Of(JsonElement finding) => new(
        finding.GetProperty("rule").GetString()!, finding.GetProperty("severity").GetString()!, finding.GetProperty("subject").GetString()!,
        finding.GetProperty("explanation").GetString(), finding.GetProperty("message").GetString()!);
}

/// <summary>A form that was printed, with what was planted in it and what was found.</summary>
/// <param name="Doubtful">The result is not sure of one of its fields, so that it need not say who is wrong.</param>
internal sealed record AuditedTruth(string Name, ImmutableArray<StatedFault> Planted, ImmutableArray<StatedFinding> Findings, bool Doubtful)
{
    private const double Sure = 0.99;

    public IEnumerable<StatedFinding> Alarms => Findings.Where(finding => finding.Severity != "info");

    /// <summary>Every form of a document that a truth states.</summary>
    public static IEnumerable<AuditedTruth> Of(Case document)
    {
        var places = Alignment.Of([.. document.Truths.Select(ReadForm.Key)], [.. document.Results.Select(ReadForm.Key)]);
        foreach (var (truth, i) in document.Truths.Select((truth, i) => (truth, i)))
        {
            var result = places[i] >= 0 ? document.Results[places[i]] : (JsonElement?)null;
            yield return new AuditedTruth(
                $"{document.Name}#{i + 1}", Stated(truth.GetProperty("planted").EnumerateArray()),
                result is null ? [] : [.. result.Value.GetProperty("findings").EnumerateArray().Select(StatedFinding.Of), .. Together(document, places[i])],
                result is { } form && form.GetProperty("provenance").EnumerateObject().Any(IsDoubtful));
        }

        yield return new AuditedTruth(
            $"{document.Name} as a whole", Stated(document.Planted),
            [.. document.Findings.Select(StatedFinding.Of).Where(finding => !finding.Subject.StartsWith("/forms/", StringComparison.Ordinal))], false);
    }

    private static ImmutableArray<StatedFault> Stated(IEnumerable<JsonElement> faults) =>
    [
        .. faults.Where(fault => fault.TryGetProperty("rule", out _)).Select(fault => new StatedFault(
            fault.GetProperty("kind").GetString()!, fault.GetProperty("rule").GetString()!, fault.GetProperty("severity").GetString()!,
            fault.GetProperty("explanation").GetString(), fault.GetProperty("pointer").GetString()!)),
    ];

    /// <summary>What the document's audit says of one of its forms, with the pointers of the form.</summary>
    private static IEnumerable<StatedFinding> Together(Case document, int form)
    {
        var start = FormattableString.Invariant($"/forms/{form}");
        return document.Findings.Select(StatedFinding.Of).Where(finding => finding.Subject == start || finding.Subject.StartsWith(start + "/", StringComparison.Ordinal))
            .Select(finding => finding with { Subject = finding.Subject[start.Length..] });
    }

    public bool Finds(StatedFault fault) => Findings.Any(finding => finding.Rule == fault.Rule && finding.Subject == fault.Pointer);

    public bool Judges(StatedFault fault) => Findings.Any(finding =>
        finding.Rule == fault.Rule && finding.Subject == fault.Pointer && finding.Severity == fault.Severity
        && (finding.Explanation == fault.Explanation || (Doubtful && finding.Explanation is null)));

    /// <summary>What was said in its place.</summary>
    public string About(StatedFault fault) => string.Concat(Findings
        .Where(finding => finding.Rule == fault.Rule || finding.Severity != "info")
        .Select(finding => $"\n    {finding.Rule} {finding.Severity} {finding.Explanation} {finding.Subject} {finding.Message}"));

    private static bool IsDoubtful(JsonProperty field) =>
        (field.Value.ValueKind == JsonValueKind.Array ? field.Value.EnumerateArray() : Enumerable.Repeat(field.Value, 1))
        .Any(place => place.GetProperty("confidence").GetDouble() < Sure);
}
