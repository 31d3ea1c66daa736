using System.Buffers;
using System.Security.Cryptography;
using Extractor.Pipeline.Delivery;

namespace Extractor.Pipeline.Ledger;

/// <summary>A folder of files that are named by the SHA-256 of their bytes: each is whole, or not there.</summary>
/// <param name="steps">Told before and after the rename that makes a file visible.</param>
public sealed class ContentFolder(string folder, Action<Step> steps)
{
    private Action<Step> Steps => steps;

    /// <summary>On the same file system, and passed over by whoever lists the content.</summary>
    private string Incoming => Path.Combine(folder, "incoming");

    public string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    public bool Holds(string sha256) => File.Exists(PathOf(sha256));

    /// <exception cref="IOException">It could not be written; no part of it is visible.</exception>
    public string Add(ReadOnlySequence<byte> bytes)
    {
        using var adding = Begin();
        foreach (var part in bytes)
        {
            adding.Write(part.Span);
        }

        return adding.End();
    }

    /// <summary>Takes bytes as they come, where it is not known before how many there are.</summary>
    public Adding Begin() => new(this);

    /// <summary>Removes what a program that was killed left half-written. Nothing else may be adding.</summary>
    public void CleanUp()
    {
        if (Directory.Exists(Incoming))
        {
            foreach (var left in Directory.EnumerateFiles(Incoming))
            {
                File.Delete(left);
            }
        }
    }

    /// <summary>All files, by their names.</summary>
    public IEnumerable<string> All() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Where(inner => Path.GetFileName(inner).Length == 2).Order(StringComparer.Ordinal)
            .SelectMany(inner => Directory.EnumerateFiles(inner).Order(StringComparer.Ordinal)).Select(file => Path.GetFileName(file))
        : [];

    /// <summary>A file on its way into the folder; disposed of before its end, it never was.</summary>
    public sealed class Adding : IDisposable
    {
        private readonly ContentFolder _folder;
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly string _temporary;
        private readonly FileStream _file;
        private bool _ended;

        internal Adding(ContentFolder folder)
        {
            _folder = folder;
            Directory.CreateDirectory(folder.Incoming);
            _temporary = Path.Combine(folder.Incoming, $"{Guid.NewGuid():n}.tmp");
            _file = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        }

        public long Length { get; private set; }

        public void Write(ReadOnlySpan<byte> bytes)
        {
            AtomicFile.WriteTo(_file, bytes);
            _hash.AppendData(bytes);
            Length += bytes.Length;
        }

        /// <summary>Makes it lasting and visible.</summary>
        /// <returns>Its SHA-256, in hexadecimal.</returns>
        public string End()
        {
            var sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset());
            var path = _folder.PathOf(sha256);
            if (!File.Exists(path))
            {
                _file.Flush(flushToDisk: true);
                _file.Dispose();
                var parent = Path.GetDirectoryName(path)!;
                if (!Directory.Exists(parent))
                {
                    Directory.CreateDirectory(parent);
                    AtomicFile.FlushFolder(Path.GetDirectoryName(parent)!);
                }

                _folder.Steps(Step.BeforeRename);
                File.Move(_temporary, path, overwrite: true);
                AtomicFile.FlushFolder(parent);
                _folder.Steps(Step.AfterRename);
                _ended = true;
            }

            return sha256;
        }

        public void Dispose()
        {
            _file.Dispose();
            _hash.Dispose();
            if (!_ended)
            {
                File.Delete(_temporary);
            }
        }
    }
}
