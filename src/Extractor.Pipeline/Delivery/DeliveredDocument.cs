using System.Buffers;
using System.Collections.Immutable;
using Extractor.Core.Results;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Delivery;

/// <summary>
/// A document as the outputs see it: what the ledger knows of it, with its result. Every output is a function of a
/// sequence of these in the order of <see cref="Sequence"/>, and of nothing else.
/// </summary>
/// <param name="Sequence">Grows with each change that the ledger commits: a consumer that has seen up to here asks for what is above.</param>
/// <param name="Sha256">Of the document's bytes, 64 lower-case hexadecimal digits: its identity.</param>
/// <param name="Length">Of the document, in bytes.</param>
/// <param name="Sightings">Where it was seen, the oldest first; each place once. In an archive: <c>a.zip!folder/name.pdf</c>.</param>
/// <param name="SupersededBy">The document that later came under the same name, or null.</param>
/// <param name="Outcome">What reading it came to.</param>
public sealed record DeliveredDocument(
    long Sequence, string Sha256, long Length, ImmutableArray<string> Sightings, string? SupersededBy, DeliveredOutcome Outcome);

/// <summary>What reading a document came to: <see cref="DeliveredResult"/> or <see cref="DeliveredRefusal"/>.</summary>
public abstract record DeliveredOutcome;

/// <param name="Bytes">The result file as it was committed.</param>
/// <param name="Read">The same, read.</param>
public sealed record DeliveredResult(ReadOnlySequence<byte> Bytes, ResultFile Read) : DeliveredOutcome;

/// <summary>It stands in quarantine.</summary>
/// <param name="Detail">In English, where it says more than the reason does.</param>
public sealed record DeliveredRefusal(FailureReason Reason, string Detail) : DeliveredOutcome;
