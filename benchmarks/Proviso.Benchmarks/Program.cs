using System.Globalization;
using Proviso.Benchmarks;

// dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- WHAT
return args switch
{
    ["case", .. var rest] => CaseBenchmark.Run(rest is [var folder] ? folder : "agreements/inf-moratorium"),
    ["commands", .. var rest] => CommandBenchmark.Run(rest is [var folder] ? folder : "agreements/inf-moratorium"),
    ["scale", .. var sizes] => ScaleBenchmark.Run(sizes is [] ? [1_000, 10_000, 100_000] : [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    ["workload", var size, var folder] => Workload.Of(1, int.Parse(size, CultureInfo.InvariantCulture), views: 2).Write(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Run from the root of the project, on a machine that does nothing else:
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- case [FOLDER]      reading, placing and judging a case, in one process
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- commands [FOLDER]  whole commands, against one that does nothing
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- scale [SIZE …]     invented cases of so many reports, each clause alone
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- workload SIZE FOLDER such a case as files
        """);
    return 2;
}
