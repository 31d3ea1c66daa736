using System.CommandLine;
using Extractor.Fixtures;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Layouts.Families;
using Extractor.Fixtures.Printing;
using Extractor.Fixtures.Scanning;

var directory = new Argument<DirectoryInfo>("directory") { Description = "Where the files go; it is made if missing." };
var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same forms.", DefaultValueFactory = _ => 1 };
var count = new Option<int>("--count") { Description = "How many documents.", DefaultValueFactory = _ => 12 };
var producer = new Option<string?>("--producer") { Description = "Only this printing program; all in turn without it." };
producer.AcceptOnlyFromAmong([.. Printers.Names, .. FilePrinter.Kinds]);
var family = new Option<string>("--family")
{
    Description = "One family of layouts, or all of them in turn.", DefaultValueFactory = _ => ShanghaiLayout.Template,
};
family.AcceptOnlyFromAmong([.. FormFamily.Names, "all"]);
var faults = new Option<string>("--faults")
{
    Description = "The faults that are planted: sums, judgements (of targets and words), or all kinds in turn.", DefaultValueFactory = _ => "sums",
};
faults.AcceptOnlyFromAmong("sums", "judgements", "all");
var scan = new Option<string?>("--scan") { Description = "Scans what was printed: one kind of scan, or all in turn." };
scan.AcceptOnlyFromAmong([.. ScanVariants.Names, "all"]);
var only = new Option<string>("--only") { Description = "Only folders that begin so.", DefaultValueFactory = _ => "" };

var bulk = new Command("bulk", "Makes many documents for accuracy runs.") { directory, seed, count, producer, family, faults, scan };
bulk.SetAction(arguments =>
{
    var (into, from, many, printer) = (arguments.GetRequiredValue(directory), arguments.GetValue(seed), arguments.GetValue(count), arguments.GetValue(producer));
    IReadOnlyList<string> families = arguments.GetValue(family) is "all" ? [.. FormFamily.Names.Where(name => name != FormFamily.LookAlikes || arguments.GetValue(faults) != "all")] : [arguments.GetRequiredValue(family)];
    if (arguments.GetValue(scan) is { } variant)
    {
        ScanSet.Make(into, from, many, printer, families, variant == "all" ? ScanVariants.Names : [variant]);
    }
    else
    {
        BulkSet.Make(into, from, many, printer, families, arguments.GetRequiredValue(faults));
    }
});
var committed = new Command("committed", "Makes the fixtures that are kept with the code.") { directory, only };
committed.SetAction(arguments => CommittedSet.Make(arguments.GetRequiredValue(directory), arguments.GetRequiredValue(only)));

var root = new RootCommand("Makes documents with self-evaluation forms and the truth about them.") { bulk, committed };
return root.Parse(args).Invoke();
