using System.Globalization;

namespace Proviso.Benchmarks.Page;

/// <summary>What was measured, by what it is and by the number of reports on file.</summary>
internal sealed class Times(IReadOnlyList<int> sizes)
{
    private readonly List<string> names = [];
    private readonly Dictionary<(string Name, int Size), List<double>> all = [];

    /// <summary>One more measurement, in milliseconds.</summary>
    public void Add(int size, string name, double ms)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }

        if (!all.TryGetValue((name, size), out var own))
        {
            all[(name, size)] = own = [];
        }

        own.Add(ms);
    }

    /// <summary>Prints a Markdown table in the order in which things were first measured.</summary>
    public void Print()
    {
        Console.WriteLine($"| |{string.Concat(sizes.Select(size => string.Create(CultureInfo.InvariantCulture, $" {size:N0} reports: median ms | slowest | Times |")))}");
        Console.WriteLine($"| --- |{string.Concat(sizes.Select(_ => " ---: | ---: | ---: |"))}");
        foreach (var name in names)
        {
            Console.WriteLine($"| {name} |{string.Concat(sizes.Select(size => Row(all.GetValueOrDefault((name, size)) ?? [])))}");
        }
    }

    private static string Row(List<double> ms)
    {
        ms.Sort();
        return ms.Count == 0 ? " | | |" : string.Create(CultureInfo.InvariantCulture, $" {(ms[(ms.Count - 1) / 2] + ms[ms.Count / 2]) / 2:0} | {ms[^1]:0} | {ms.Count} |");
    }
}
