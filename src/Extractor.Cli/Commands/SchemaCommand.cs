using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Core.Results;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor schema</c></summary>
internal static class SchemaCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("schema", Messages.SchemaCommand.In(tongue));
        CommonOptions.AddTo(command, tongue);
        command.SetAction(_ =>
        {
            using var output = Console.OpenStandardOutput();
            output.Write(ResultSchema.Generate());
        });
        return command;
    }
}
