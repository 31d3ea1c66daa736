using System.Collections.Immutable;

namespace Extractor.Core.Auditing.Batches;

/// <summary>A result of a batch.</summary>
/// <param name="File">As it was named.</param>
/// <param name="Sha256">Of the document that it was extracted from.</param>
public sealed record BatchSource(string File, string Sha256);

/// <summary>A field, or a form, of one result of a batch.</summary>
/// <param name="File">The result, as it was named.</param>
/// <param name="Document">The SHA-256 of its document.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901) relative to the result file.</param>
public sealed record BatchPlace(string File, string Document, string Pointer);

/// <summary>Something that the results of a batch only show together. Its identity is (<see cref="Rule"/>, first of <see cref="Places"/>).</summary>
/// <param name="Message">One sentence in Chinese that an auditor can paste into a report.</param>
/// <param name="MessageEn">The same sentence in English.</param>
/// <param name="Stated">The printed text, where one value is stated.</param>
/// <param name="Computed">The value that the other fields give.</param>
/// <param name="Places">What it is about, then what it rests on; never empty.</param>
public sealed record BatchFinding(
    string Rule, Severity Severity, string Message, string MessageEn,
    string? Stated, string? Computed, ImmutableArray<BatchPlace> Places, Explanation? Explanation);

/// <summary>What an audit of many results found in all of them together.</summary>
/// <param name="Documents">How many documents took part.</param>
/// <param name="Repeated">How many results were of a document that was there already, and took no part.</param>
/// <param name="Forms">How many different forms took part: one that several documents print alike counts once.</param>
public sealed record BatchAudited(int Documents, int Repeated, int Forms, ImmutableArray<BatchFinding> Findings);
