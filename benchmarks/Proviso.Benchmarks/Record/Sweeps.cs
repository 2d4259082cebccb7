using System.Diagnostics;
using Proviso.Benchmarks.Workloads;

namespace Proviso.Benchmarks.Record;

/// <summary>Each question by a piece of code that can do nothing else: keys of a few bits, sorted, and one pass over them. A bound, not a rival: it knows no language, no
/// views, nothing uncertain, and gives no reasons.</summary>
internal sealed class Sweeps : IAnswering
{
    private const int DayBits = 13;
    private const uint AnyDay = (1 << DayBits) - 1;
    private readonly FlatTables tables;
    private readonly Asked asked;
    private readonly int[] placesOf;
    private readonly List<Breach>[] answers = [[], [], []];
    private uint[] keys;
    private uint[] spare;

    public Sweeps(FlatTables tables, Asked asked)
    {
        var started = Stopwatch.GetTimestamp();
        this.tables = tables;
        this.asked = asked;
        placesOf = [.. Enumerable.Range(0, Workload.Regions + 1).Select(region => FlatTables.Inside.Any(each => each.Region == region) ? region : 0)];
        keys = new uint[2 * tables.Stays.Length];
        spare = new uint[keys.Length];
        Loading = Stopwatch.GetElapsedTime(started);
    }

    /// <inheritdoc/>
    public string Name => "C# sweep";

    /// <inheritdoc/>
    public TimeSpan Loading { get; }

    /// <inheritdoc/>
    public TimeSpan Processor => Environment.CpuUsage.TotalTime;

    /// <inheritdoc/>
    public void Answer(Question question)
    {
        var answer = answers[(int)question];
        answer.Clear();
        switch (question)
        {
            case Question.Ceiling:
                Ceiling(answer);
                break;
            case Question.Notice:
                Notice(answer);
                break;
            default:
                Presence(answer);
                break;
        }
    }

    /// <inheritdoc/>
    public List<Breach> Read(Question question)
    {
        var rows = new List<Breach>(answers[(int)question]);
        if (question == Question.Notice)
        {
            Answers.AddRows(rows);
        }

        rows.Sort();
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>One key for each coming and going: party and region, day, and which of the two it is.</summary>
    private void Ceiling(List<Breach> answer)
    {
        var count = 0;
        foreach (ref readonly var stay in tables.Stays)
        {
            if (stay.Thing == Workload.Launcher)
            {
                var cell = (uint)((stay.Party * (Workload.Regions + 1)) + stay.Region) << (DayBits + 1);
                keys[count++] = cell | ((uint)stay.From << 1) | 1;
                keys[count++] = cell | ((uint)stay.Before << 1);
            }
        }

        Radix.Sort(ref keys, ref spare, count, DayBits + 6);
        var there = 0;
        var since = -1;
        for (var i = 0; i < count;)
        {
            var moment = keys[i] >> 1;
            for (; i < count && keys[i] >> 1 == moment; i++)
            {
                there += (keys[i] & 1) != 0 ? 1 : -1;
            }

            var day = Math.Min((int)(moment & AnyDay), asked.Term);
            if (there > asked.Most && since < 0)
            {
                since = day;
            }
            else if (there <= asked.Most && since >= 0)
            {
                var cell = (int)(moment >> DayBits);
                answer.Add(new(cell / (Workload.Regions + 1), cell % (Workload.Regions + 1), since, day));
                since = -1;
            }
        }
    }

    /// <summary>The notices by exercise and day, beside the exercises, which are in order already.</summary>
    private void Notice(List<Breach> answer)
    {
        var first = new int[tables.Exercises.Length];
        Array.Fill(first, int.MaxValue);
        var exercises = tables.Exercises;
        var at = 0;
        foreach (ref readonly var notice in tables.Notices)
        {
            // Notices come in the order of what they answer.
            while (exercises[at].Number < notice.Exercise)
            {
                at++;
            }

            if (exercises[at].Number == notice.Exercise && exercises[at].Party == notice.Party)
            {
                first[at] = Math.Min(first[at], notice.Day);
            }
        }

        for (var i = 0; i < exercises.Length; i++)
        {
            ref readonly var exercise = ref exercises[i];
            if (first[i] > exercise.Day - 14)
            {
                answer.Add(new(exercise.Party, exercise.Number, exercise.Day, first[i] == int.MaxValue ? asked.End : exercise.Day));
            }
        }
    }

    /// <summary>One key for each stay: party and region, and its days. The theatre is swept with them as one more region.</summary>
    private void Presence(List<Breach> answer)
    {
        var count = 0;
        foreach (ref readonly var stay in tables.Stays)
        {
            if (stay.Thing == Workload.Bomber && placesOf[stay.Region] > 0)
            {
                var days = ((uint)stay.From << DayBits) | (uint)(stay.Before - stay.From);
                keys[count++] = ((uint)((stay.Party * 16) + stay.Region) << (2 * DayBits)) | days;
                keys[count++] = ((uint)((stay.Party * 16) + FlatTables.Middle) << (2 * DayBits)) | days;
            }
        }

        Radix.Sort(ref keys, ref spare, count, (2 * DayBits) + 5);
        for (var i = 0; i < count;)
        {
            var cell = keys[i] >> (2 * DayBits);
            var from = (int)((keys[i] >> DayBits) & AnyDay);
            var before = from;
            for (; i < count && keys[i] >> (2 * DayBits) == cell && (int)((keys[i] >> DayBits) & AnyDay) is var next && next <= before; i++)
            {
                before = Math.Max(before, next + (int)(keys[i] & AnyDay));
            }

            answer.Add(new((int)cell / 16, (int)cell % 16, from, Math.Min(before, asked.End)));
        }
    }
}
