using System.Text;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;

namespace Proviso.Scale;

/// <summary>The large records of these tests, and how what is found of them is told.</summary>
internal static class LargeRecord
{
    /// <summary>So many named views there are besides the common one and the parties' own.</summary>
    private const int Views = 5;

    /// <summary>A number from the environment.</summary>
    public static int Set(string variable, int byDefault) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var set) ? set : byDefault;

    /// <summary>How many reports there are: <c>PROVISO_SCALE</c>.</summary>
    public static int Size => Set("PROVISO_SCALE", 20_000);

    /// <summary>A record in which dates are loose, and reports are corrected and denied.</summary>
    public static Workload Loose(int size) => new(1, size, Views, Flavour.Loose);

    /// <summary>A record in which everything can be told.</summary>
    public static Workload Plain(int size) => new(1, size, Views, Flavour.Plain);

    /// <summary>A row, by names.</summary>
    public static string Told(Row row) => $"clause {row.Clause.Id}, {row.Party.Name}, to {row.Addressee?.Name ?? "-"}, {row.Instance?.Name ?? "-"}, {row.Place?.Name ?? "-"}";

    /// <summary>What a view has of all rows on all days, a line for each row.</summary>
    public static string Told(Verdicts verdicts, string view)
    {
        var asked = verdicts.Views.Single(each => each.Name == view);
        var text = new StringBuilder();
        foreach (var row in verdicts.Rows)
        {
            text.Append(Told(row)).Append(':');
            foreach (var (days, verdict) in verdicts.Timeline(row, asked))
            {
                text.Append(' ').Append(days.From).Append(' ').Append(verdict.Standing).Append(' ').Append(verdict.Possible.Bits).Append(' ').Append(verdict.Conduct)
                    .Append(verdict.NotBroken ? " not broken;" : ";");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Fails where two tellings of a view are not the same, and shows the first row in which they differ.</summary>
    public static void Same(string what, string view, string told, string expected)
    {
        if (told == expected)
        {
            return;
        }

        var (one, other) = told.Split('\n').Zip(expected.Split('\n')).FirstOrDefault(lines => lines.First != lines.Second);
        var (left, right) = (one?.Split(';') ?? [], other?.Split(';') ?? []);
        var at = left.Zip(right).TakeWhile(stretches => stretches.First == stretches.Second).Count();
        Assert.Fail($"{what}, view {view}, {one?.Split(':')[0]}:\n{string.Join(';', left.Skip(at).Take(3))}\nand not\n{string.Join(';', right.Skip(at).Take(3))}");
    }
}
