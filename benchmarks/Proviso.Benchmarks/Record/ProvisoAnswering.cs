using System.Diagnostics;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Benchmarks.Record;

/// <summary>The questions as clauses, judged in the common view of a case that is laid out. An answer is kept as verdicts, out of which its rows are read.</summary>
internal sealed class ProvisoAnswering : IAnswering
{
    private readonly KnownCase[] cases;
    private readonly KnownCase all;
    private readonly View common;
    private readonly Verdicts?[] answers = new Verdicts?[3];

    public ProvisoAnswering(Workload workload)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var read = CaseOfRecords.Of(workload);
        var whole = read.Case;
        Loading = read.Reading;
        FileBytes = read.Bytes;
        Kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Whole = whole;
        common = whole.Agreement.Views.Single(view => view.Name == "common");
        var started = Stopwatch.GetTimestamp();
        all = KnownCase.Of(CaseInMemory.Only(whole, [.. Enum.GetValues<Question>().Select(Answers.ClauseOf)]), Knowledge.All);
        LayingOut = Stopwatch.GetElapsedTime(started);
        KeptLaidOut = GC.GetTotalMemory(forceFullCollection: true) - before;
        cases = [.. Enum.GetValues<Question>().Select(question => KnownCase.Of(CaseInMemory.Only(whole, Answers.ClauseOf(question)), Knowledge.All))];
    }

    /// <inheritdoc/>
    public string Name => "Proviso";

    /// <inheritdoc/>
    public TimeSpan Loading { get; }

    /// <summary>The length of the file of records that was read.</summary>
    public long FileBytes { get; }

    /// <summary>How long it took to lay the case out for judging, after the loading.</summary>
    public TimeSpan LayingOut { get; }

    /// <summary>How many bytes the case takes in memory.</summary>
    public long Kept { get; }

    /// <summary>How many bytes it takes together with what is laid out of it.</summary>
    public long KeptLaidOut { get; }

    /// <summary>The case with all seven clauses.</summary>
    public Case Whole { get; }

    /// <summary>What the others need to know to answer the same.</summary>
    public Asked Asked(Workload workload) => new(
        workload.MostLaunchers, Whole.Agreement.InForce.Before - Whole.Agreement.InForce.From, Whole.KnownThrough + 1 - Whole.Agreement.InForce.From);

    /// <inheritdoc/>
    public TimeSpan Processor => Environment.CpuUsage.TotalTime;

    /// <inheritdoc/>
    public void Answer(Question question)
    {
        answers[(int)question] = null;
        answers[(int)question] = Evaluator.Run(cases[(int)question], [common]);
    }

    /// <summary>All three in one evaluation.</summary>
    public void AnswerAll()
    {
        Forget();
        Array.Fill(answers, Evaluator.Run(all, [common]));
    }

    /// <summary>Lets go of the answers, so that nobody else is timed with them in memory.</summary>
    public void Forget() => Array.Clear(answers);

    /// <inheritdoc/>
    public List<Breach> Read(Question question) => Answers.Of(answers[(int)question] ?? throw new InvalidOperationException("not answered yet"), question);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
