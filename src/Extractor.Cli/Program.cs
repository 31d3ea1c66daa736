using Extractor.Cli.Commands;
using Extractor.Cli.Working;

// The hidden command of the worker processes does not go through the parser: it is started for every call.
return args is [WorkerProgram.Name, var memory] ? WorkerProgram.Run(memory) : Root.Run(args);
