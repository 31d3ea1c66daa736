using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Extractor.Ingestion;

/// <summary>
/// The native libraries that this assembly's imports are bound to. The runtime takes one resolver an assembly, so the
/// engines share this one: each finds its own library and registers it under the name that its imports use.
/// </summary>
internal static class NativeLibraries
{
    private static readonly ConcurrentDictionary<string, nint> Loaded = new(StringComparer.Ordinal);

    static NativeLibraries() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    /// <summary>Binds an import name to a loaded library, for the life of the process.</summary>
    public static void Register(string importName, nint handle) => Loaded[importName] = handle;

    private static nint Resolve(string importName, Assembly assembly, DllImportSearchPath? searchPath) =>
        Loaded.TryGetValue(importName, out var handle) ? handle : 0;
}
