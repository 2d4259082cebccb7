using System.Diagnostics;
using Proviso.Benchmarks.Workloads;
using static Proviso.Benchmarks.Record.RecordBenchmark;

namespace Proviso.Benchmarks.Record;

/// <summary>What the comparison took.</summary>
/// <param name="All">All three questions, by each who answers; Proviso first.</param>
/// <param name="Dearest">The most that an input of one of the three questions cost Proviso, in microseconds of processor time.</param>
internal sealed record Compared(IReadOnlyList<Taken> All, double Dearest);

/// <summary>Three questions answered by several, on the same reports and in turn.</summary>
internal static class Comparison
{
    private static readonly Question[] questions = Enum.GetValues<Question>();

    /// <summary>Checks that all answer the same, times them, and adds the table to the page.</summary>
    /// <param name="cluster">Null where there is no PostgreSQL.</param>
    public static Compared Run(MarkdownPage page, Workload workload, ProvisoAnswering proviso, PostgresCluster? cluster)
    {
        var tables = new FlatTables(workload);
        var asked = proviso.Asked(workload);
        IAnswering[] all =
        [
            proviso,
            .. cluster is null ? Array.Empty<IAnswering>() : [new PostgresBaseline(cluster, tables, asked)],
            new DuckBaseline(tables, asked),
            new Sweeps(tables, asked),
        ];
        try
        {
            page.Paragraph(Before(proviso, all));
            var counts = Agreed(all);
            var taken = Rounds.Run([.. questions.Cast<Question?>().Append(null).SelectMany(question => all.Select(each => new Timed(each.Name, () => Act(each, question), () => each.Processor)))]);
            var byQuestion = taken.Chunk(all.Length).ToArray();
            int[] inputs = [.. questions.Select(question => Inputs(tables, question))];
            page.Table(
                ["", "Inputs", "Rows of the answer", .. all.Select(each => each.Name), .. all.Skip(1).Select(each => $"to {each.Name}")],
                byQuestion.Select((row, i) => (string[])
                [
                    i < questions.Length ? NameOf(questions[i]) : "all three",
                    Shown(i < questions.Length ? inputs[i] : inputs.Sum()),
                    Shown(i < questions.Length ? counts[i] : counts.Sum()),
                    .. row.Select(Shown),
                    .. row.Skip(1).Select(other => Shown(row[0].To(other))),
                ]));
            page.Paragraph(After(proviso));
            return new(byQuestion[^1], questions.Max(question => byQuestion[(int)question][0].Cpu * 1000 / inputs[(int)question]));
        }
        finally
        {
            foreach (var each in all.Skip(1))
            {
                each.Dispose();
            }
        }
    }

    /// <summary>What it took to get ready.</summary>
    private static string Before(ProvisoAnswering proviso, IReadOnlyList<IAnswering> all) => $"""
        Proviso reads {Bytes(proviso.FileBytes)} of JSON Lines in {Shown(proviso.Loading.TotalMilliseconds)} ms and lays the case out for judging in another {Shown(proviso.LayingOut.TotalMilliseconds)} ms. Flat tables are
        loaded by {string.Join(", by ", all.Skip(1).Select(each => $"{each.Name} in {Shown(each.Loading.TotalMilliseconds)} ms"))}. None of that is in the times below. In memory the case takes {Bytes(proviso.Kept)}; laid
        out, {Bytes(proviso.KeptLaidOut)} in all.
        {Versions(all)}
        """;

    /// <summary>What the answer takes in memory, and how long it takes to read it. The verdicts are let go.</summary>
    private static string After(ProvisoAnswering proviso)
    {
        var started = Stopwatch.GetTimestamp();
        var rows = questions.Sum(question => proviso.Read(question).Count);
        var reading = Stopwatch.GetElapsedTime(started);
        var held = GC.GetTotalMemory(forceFullCollection: true);
        proviso.Forget();
        return $"""
            The verdicts of all three take {Bytes(held - GC.GetTotalMemory(forceFullCollection: true))} besides. To read these {Shown(rows)} rows out of them, with every single duty and its acts, takes
            another {Shown(reading.TotalMilliseconds)} ms.
            """;
    }

    private static void Act(IAnswering each, Question? question)
    {
        if (question is { } one)
        {
            each.Answer(one);
        }
        else
        {
            each.AnswerAll();
        }
    }

    /// <summary>Lets each answer, and compares the answers with the verdicts. Answers how many rows each question's answer has.</summary>
    private static int[] Agreed(IReadOnlyList<IAnswering> all)
    {
        var own = all[0];
        own.AnswerAll();
        var verdicts = questions.Select(own.Read).ToArray();
        foreach (var other in all.Skip(1))
        {
            other.AnswerAll();
            foreach (var question in questions)
            {
                Answers.MustAgree(question, verdicts[(int)question], other.Read(question), other.Name);
            }
        }

        foreach (var question in questions)
        {
            own.Answer(question);
            Answers.MustAgree(question, verdicts[(int)question], own.Read(question), "the clause alone");
        }

        return [.. verdicts.Select(rows => rows.Count)];
    }

    private static string Bytes(long number) => $"{Shown(number / 1e6)} MB";

    private static string Versions(IEnumerable<IAnswering> all) => string.Join(" ", all.Select(each => each switch
    {
        PostgresBaseline postgres => $"PostgreSQL {postgres.Version}.",
        DuckBaseline duck => $"DuckDB {duck.Version}.",
        _ => "",
    }).Where(words => words.Length > 0));

    private static int Inputs(FlatTables tables, Question question) => question switch
    {
        Question.Ceiling => tables.StaysOf(Workload.Launcher),
        Question.Notice => tables.Exercises.Length + tables.Notices.Length,
        _ => tables.StaysOf(Workload.Bomber),
    };

    private static string NameOf(Question question) => question switch
    {
        Question.Ceiling => "launchers over the ceiling, by party and region",
        Question.Notice => "notices missing or late, by exercise",
        _ => "bombers in the middle, by party and place",
    };
}
