using System.Reflection;

namespace Extractor.Cli.Working;

/// <summary>The version that results and exports name.</summary>
internal static class ProgramVersion
{
    public static readonly string Text =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
