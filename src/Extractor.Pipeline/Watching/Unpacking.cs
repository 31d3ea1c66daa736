using System.Collections.Immutable;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <param name="Refusal">Why not all of it could be unpacked; null where it was.</param>
internal sealed record Unpacked(ImmutableArray<Member> Members, Failed? Refusal);

/// <summary>Unpacks an archive of the store into the store, archives in it too, to a depth and a size.</summary>
internal sealed class Unpacking(ContentFolder blobs)
{
    private const int DeepestArchive = 2, MostMembers = 10_000, RefusalsNamed = 20;

    private const long LargestMember = 500_000_000, LargestTotal = 2L << 30;

    private readonly ImmutableArray<Member>.Builder _members = ImmutableArray.CreateBuilder<Member>();
    private readonly List<(string Label, Failed Why)> _refused = [];
    private long _total;

    /// <exception cref="IOException">The store cannot be read.</exception>
    public static bool IsArchive(ContentFolder blobs, string sha256) => Archive.Open(blobs.PathOf(sha256), "") is not null;

    /// <exception cref="IOException">The store cannot be read or written.</exception>
    public static Unpacked Open(ContentFolder blobs, string sha256)
    {
        var path = blobs.PathOf(sha256);
        var unpacking = new Unpacking(blobs);
        unpacking.Take(path, Archive.Open(path, "") ?? [], "", 1);
        return new Unpacked(unpacking._members.ToImmutable(), unpacking.Refusal());
    }

    private void Take(string path, List<Input> inputs, string prefix, int depth)
    {
        if (inputs is [{ Entry: null, Refused: { } whole }])
        {
            _refused.Add((prefix.TrimEnd('!'), whole));
            return;
        }

        using var zip = ZipContent.Open(path);
        foreach (var input in inputs)
        {
            var label = prefix + input.Place[(path.Length + 1)..];
            var length = zip.Entries[input.Entry!.Index].Length;
            if (input.Refused is { } refused)
            {
                _refused.Add((label, refused));
            }
            else if (length > LargestMember)
            {
                _refused.Add((label, new Failed(FailureReason.TooLarge, $"{length / 1_000_000} MB")));
            }
            else if (_members.Count == MostMembers || _total + length > LargestTotal)
            {
                _refused.Add((label, new Failed(FailureReason.ExpandsTooFar, "and what comes after it")));
                return;
            }
            else
            {
                Take(zip, input, label, depth);
            }
        }
    }

    private void Take(System.IO.Compression.ZipArchive zip, Input input, string label, int depth)
    {
        string sha256;
        long length;
        try
        {
            using var adding = blobs.Begin();
            ZipContent.Read(zip, input.Entry!.Index, adding.Write);
            (sha256, length) = (adding.End(), adding.Length);
        }
        catch (InvalidDataException damaged)
        {
            _refused.Add((label, new Failed(FailureReason.Damaged, damaged.Message)));
            return;
        }

        _total += length;
        var path = blobs.PathOf(sha256);
        if (depth < DeepestArchive && Archive.Open(path, "") is { } inner)
        {
            Take(path, inner, label + "!", depth + 1);
        }
        else
        {
            _members.Add(new Member(label, sha256, length) { Name = input.Entry.Name });
        }
    }

    private Failed? Refusal()
    {
        if (_refused.Count == 0)
        {
            return null;
        }

        var details = _refused.Take(RefusalsNamed).Select(each => string.Join(": ", new[] { each.Label, $"{each.Why.Reason}", each.Why.Detail }.Where(text => text.Length > 0)));
        return _refused is [("", var only)] ? only : new Failed(_refused[0].Why.Reason, string.Join("; ", details));
    }
}
