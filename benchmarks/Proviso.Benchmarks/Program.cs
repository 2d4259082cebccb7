using Proviso.Benchmarks;

// dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- WHAT
return args switch
{
    ["case", .. var rest] => CaseBenchmark.Run(rest is [var folder] ? folder : "agreements/inf-moratorium"),
    ["commands", .. var rest] => CommandBenchmark.Run(rest is [var folder] ? folder : "agreements/inf-moratorium"),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Run from the root of the project, on a machine that does nothing else:
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- case [FOLDER]      reading, placing and judging a case, in one process
          dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- commands [FOLDER]  whole commands, against one that does nothing
        """);
    return 2;
}
