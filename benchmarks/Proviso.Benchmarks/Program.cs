using System.Globalization;
using Proviso.Benchmarks;
using Proviso.Benchmarks.Page;
using Proviso.Benchmarks.Record;
using Proviso.Benchmarks.Workloads;

// dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- WHAT
return args switch
{
    ["case", .. var rest] => CaseBenchmark.Run(rest is [var folder] ? folder : "agreements/inf-moratorium"),
    ["commands", .. var rest] => CommandBenchmark.Run(rest is [var folder] ? folder : "agreements/inf-moratorium"),
    ["scale", .. var sizes] => ScaleBenchmark.Run(sizes is [] ? [1_000, 10_000, 100_000] : [.. sizes.Select(Number)]),
    ["record", .. var sizes] => RecordBenchmark.Run(sizes is [] ? [10_000, 100_000, 1_000_000] : [.. sizes.Select(Number)], "docs/performance"),
    ["load", .. var sizes] => LoadBenchmark.Run(sizes is [] ? [1_000_000] : [.. sizes.Select(Number)]),
    ["serve", .. var rest] => ServeBenchmark.Run(rest is [var seconds] ? Number(seconds) : 60),
    ["page", .. var rest] => PageBenchmark.Run(rest is [var size, ..] ? Number(size) : 10_000, rest is [_, var rounds] ? Number(rounds) : 15),
    ["workload", var size, var folder, .. var form] => WriteWorkload(Number(size), folder, form),
    ["workload-check"] => CheckWorkload(),
    ["figures"] => Figures(),
    _ => Usage(),
};

static int Number(string figure) => int.Parse(figure, CultureInfo.InvariantCulture);

static int WriteWorkload(int size, string folder, string[] form)
{
    var flavour = form.Contains("plain") ? Flavour.Plain : Flavour.Loose;
    Statements.Write(new(1, size, Views: 2, flavour), folder, form.FirstOrDefault(word => word != "plain") ?? "text");
    return 0;
}

static int CheckWorkload()
{
    foreach (var flavour in Enum.GetValues<Flavour>())
    {
        SameCase.Check(new(1, 10_000, Views: 2, flavour));
        SameCase.Check(new(2, 1_000, Views: 64, flavour));
    }

    foreach (var shape in Enum.GetValues<Shape>())
    {
        SameCase.Check(new(3, 1_000, Views: 2, Flavour.Plain, shape));
    }

    Console.WriteLine("in memory and from records as by the text");
    return 0;
}

// All that docs/performance.md tells, one after the other.
static int Figures()
{
    const string Moratorium = "agreements/inf-moratorium";
    var ended = CaseBenchmark.Run(Moratorium) | CommandBenchmark.Run(Moratorium) | ServeBenchmark.Run(60) | PageBenchmark.Run(10_000, 15);
    return ended | LoadBenchmark.Run([1_000_000, 2_000_000]) | RecordBenchmark.Run([10_000, 100_000, 1_000_000, 10_000_000], "docs/performance");
}

static int Usage()
{
    Console.Error.WriteLine("""
        Run from the root of the project, on a machine that does nothing else:
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- figures            everything that docs/performance.md tells; some fifteen minutes
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- case [FOLDER]      reading, placing and judging a case, in one process
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- commands [FOLDER]  whole commands, against one that does nothing
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- scale [SIZE …]     invented cases of so many reports, each clause alone
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- record [SIZE …]    records of growing size, against databases; writes docs/performance
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- load [SIZE …]      reading so many records into columns
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- serve [SECONDS]    the server under a steady load, and in a flood
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- page [SIZE [ROUNDS]]
                                                                                              the workbench in Chromium, with 100 reports and with SIZE
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- workload SIZE FOLDER [text|jsonl|csv] [plain]
                                                                                              such a case as files
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- workload-check     is a case made in memory, or read from records, the one that its text means?
        """);
    return 2;
}
