using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Proviso.Benchmarks.Workloads;

namespace Proviso.Benchmarks.Record;

/// <summary>The questions in the SQL of DuckDB, in this process and on one thread. An answer is kept as a table.</summary>
internal sealed class DuckBaseline : IAnswering
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly DuckDBCommand[] queries;

    public DuckBaseline(FlatTables tables, Asked asked)
    {
        var started = Stopwatch.GetTimestamp();
        connection.Open();
        Execute("set threads = 1");
        Execute("create table stay(number int, party int, thing int, item int, region int, lo int, hi int)");
        Execute("create table exercise(number int, party int, region int, day int)");
        Execute("create table notice(number int, party int, recipient int, exercise int, day int)");
        Execute("create table inside(region int, place int)");
        Load(tables);
        Execute("analyze");
        Version = (string)Scalar("select version()");
        Loading = Stopwatch.GetElapsedTime(started);
        queries = [.. Enum.GetValues<Question>().Select(question => Command($"create or replace temp table answer_{question} as {Query(question, asked)}"))];
    }

    /// <inheritdoc/>
    public string Name => "DuckDB";

    /// <summary>The version of the engine.</summary>
    public string Version { get; }

    /// <inheritdoc/>
    public TimeSpan Loading { get; }

    /// <inheritdoc/>
    public TimeSpan Processor => Environment.CpuUsage.TotalTime;

    /// <inheritdoc/>
    public void Answer(Question question) => queries[(int)question].ExecuteNonQuery();

    /// <inheritdoc/>
    public List<Breach> Read(Question question)
    {
        using var command = Command($"select party, place, lo, hi from answer_{question}");
        using var reader = command.ExecuteReader();
        var rows = new List<Breach>();
        while (reader.Read())
        {
            rows.Add(new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

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
        foreach (var query in queries)
        {
            query.Dispose();
        }

        connection.Dispose();
    }

    private static string Query(Question question, Asked asked) => question switch
    {
        Question.Ceiling => string.Create(CultureInfo.InvariantCulture, $"""
            with change as (
              select party, region, day, sum(step) as step
              from (select party, region, lo as day, 1 as step from stay where thing = {Workload.Launcher}
                    union all
                    select party, region, hi, -1 from stay where thing = {Workload.Launcher})
              group by party, region, day),
            level as (
              select party, region, least(day, {asked.Term}) as day, sum(step) over (partition by party, region order by day) > {asked.Most} as is_over
              from change),
            turn as (
              select party, region, day, is_over from level
              qualify is_over <> lag(is_over, 1, false) over (partition by party, region order by day))
            select party, region as place, day as lo, lead(day) over (partition by party, region order by day) as hi
            from turn
            qualify is_over
            """),
        Question.Notice => string.Create(CultureInfo.InvariantCulture, $"""
            select exercise.party, exercise.number as place, exercise.day as lo, case when min(notice.day) is null then {asked.End} else exercise.day end as hi
            from exercise left join notice on notice.exercise = exercise.number and notice.party = exercise.party and notice.recipient <> exercise.party
            group by exercise.party, exercise.number, exercise.day
            having coalesce(min(notice.day), {asked.End}) > exercise.day - 14
            """),
        _ => string.Create(CultureInfo.InvariantCulture, $"""
            with there as (
              select party, place, lo, hi,
                lo <= max(hi) over (partition by party, place order by lo, hi rows between unbounded preceding and 1 preceding) as goes_on
              from stay join inside using (region) where thing = {Workload.Bomber}),
            numbered as (
              select party, place, lo, hi, count(*) filter (where goes_on is not true) over (partition by party, place order by lo, hi rows unbounded preceding) as island
              from there)
            select party, place, min(lo) as lo, least(max(hi), {asked.End}) as hi
            from numbered
            group by party, place, island
            """),
    };

    private void Load(FlatTables tables)
    {
        using (var stays = connection.CreateAppender("stay"))
        {
            foreach (var stay in tables.Stays)
            {
                stays.CreateRow().AppendValue(stay.Number).AppendValue(stay.Party).AppendValue(stay.Thing).AppendValue(stay.Item)
                    .AppendValue(stay.Region).AppendValue(stay.From).AppendValue(stay.Before).EndRow();
            }
        }

        using (var exercises = connection.CreateAppender("exercise"))
        {
            foreach (var exercise in tables.Exercises)
            {
                exercises.CreateRow().AppendValue(exercise.Number).AppendValue(exercise.Party).AppendValue(exercise.Region).AppendValue(exercise.Day).EndRow();
            }
        }

        using (var notices = connection.CreateAppender("notice"))
        {
            foreach (var notice in tables.Notices)
            {
                notices.CreateRow().AppendValue(notice.Number).AppendValue(notice.Party).AppendValue(notice.To).AppendValue(notice.Exercise).AppendValue(notice.Day).EndRow();
            }
        }

        using var inside = connection.CreateAppender("inside");
        foreach (var (region, place) in FlatTables.Inside)
        {
            inside.CreateRow().AppendValue(region).AppendValue(place).EndRow();
        }
    }

    private DuckDBCommand Command(string text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // No part of the text comes from outside this file, save numbers.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private void Execute(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private object Scalar(string text)
    {
        using var command = Command(text);
        return command.ExecuteScalar() ?? throw new InvalidOperationException(text);
    }
}
