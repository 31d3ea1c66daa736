using System.CommandLine;
using Extractor.Fixtures;

var directory = new Argument<DirectoryInfo>("directory") { Description = "Where the files go; it is made if missing." };
var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same forms.", DefaultValueFactory = _ => 1 };
var count = new Option<int>("--count") { Description = "How many documents.", DefaultValueFactory = _ => 12 };
var producer = new Option<string?>("--producer") { Description = "Only this printing program; all in turn without it." };
producer.AcceptOnlyFromAmong("chromium", "writer", "calc");

var root = new RootCommand("Makes documents with self-evaluation forms and the truth about them.") { directory, seed, count, producer };
root.SetAction(arguments => BulkSet.Make(
    arguments.GetRequiredValue(directory), arguments.GetValue(seed), arguments.GetValue(count), arguments.GetValue(producer)));
return root.Parse(args).Invoke();
