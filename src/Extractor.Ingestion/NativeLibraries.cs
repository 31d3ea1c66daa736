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

    /// <summary>Where the file of a library may be, the likeliest first.</summary>
    /// <param name="name">Without what systems put before and after it.</param>
    /// <param name="pathVariable">The environment variable that names the file, and then it is nowhere else.</param>
    public static IEnumerable<string> Candidates(string name, string pathVariable)
    {
        if (Environment.GetEnvironmentVariable(pathVariable) is { Length: > 0 } named)
        {
            yield return named;
            yield break;
        }

        var file = OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", file);
        if (PortableIdentifier() is { } portable && portable != RuntimeInformation.RuntimeIdentifier)
        {
            yield return Path.Combine(AppContext.BaseDirectory, "runtimes", portable, "native", file);
        }

        yield return Path.Combine(AppContext.BaseDirectory, file);
    }

    /// <summary>Such as linux-x64, where the runtime calls itself by a distribution's name.</summary>
    private static string? PortableIdentifier()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsLinux() ? "linux" : null;
        return system is null ? null : $"{system}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant();
    }

    private static nint Resolve(string importName, Assembly assembly, DllImportSearchPath? searchPath) =>
        Loaded.TryGetValue(importName, out var handle) ? handle : 0;
}
