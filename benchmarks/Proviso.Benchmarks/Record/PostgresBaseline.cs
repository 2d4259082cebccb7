using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Proviso.Benchmarks.Workloads;

namespace Proviso.Benchmarks.Record;

/// <summary>The questions in the SQL of PostgreSQL, with ranges, on one backend, over tables with the indexes that the questions can use.</summary>
internal sealed class PostgresBaseline : IAnswering
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand[] queries;
    private readonly List<Breach>[] answers = [[], [], []];
    private readonly int backend;

    public PostgresBaseline(PostgresCluster cluster, FlatTables tables, Asked asked)
    {
        var started = Stopwatch.GetTimestamp();
        connection = new(cluster.ConnectionString);
        connection.Open();
        backend = (int)Scalar("select pg_backend_pid()");
        Execute("""
            drop table if exists stay, exercise, notice, inside;
            create table stay(number int, party int, thing int, item int, region int, lo int, hi int);
            create table exercise(number int, party int, region int, day int);
            create table notice(number int, party int, recipient int, exercise int, day int);
            create table inside(region int, place int);
            """);
        Load(tables);
        Execute("""
            create index on stay(thing, party, region, lo);
            create index on stay(thing, party, region, hi);
            create index on stay(thing, region, party, lo, hi);
            create unique index on exercise(number) include (party, day);
            create index on notice(exercise, party) include (recipient, day);
            """);
        Execute("vacuum (analyze)");
        Version = (string)Scalar("show server_version");
        Loading = Stopwatch.GetElapsedTime(started);
        queries = [.. Enum.GetValues<Question>().Select(question => Command(Query(question, asked)))];
        foreach (var query in queries)
        {
            query.Prepare();
        }
    }

    /// <inheritdoc/>
    public string Name => "PostgreSQL";

    /// <summary>The version of the server.</summary>
    public string Version { get; }

    /// <inheritdoc/>
    public TimeSpan Loading { get; }

    /// <inheritdoc/>
    public TimeSpan Processor => PostgresCluster.ProcessorOf(backend);

    /// <inheritdoc/>
    public void Answer(Question question)
    {
        var rows = answers[(int)question];
        rows.Clear();
        using var reader = queries[(int)question].ExecuteReader();
        while (reader.Read())
        {
            rows.Add(new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3)));
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
              select party, region, day, sum(step)::int as step
              from (select party, region, lo as day, count(*)::int as step from stay where thing = {Workload.Launcher} group by party, region, lo
                    union all
                    select party, region, hi, -count(*)::int from stay where thing = {Workload.Launcher} group by party, region, hi) as each
              group by party, region, day),
            level as (
              select party, region, day, sum(step) over cell as there, lead(day) over cell as next
              from change
              window cell as (partition by party, region order by day))
            select party, region, lower(days), upper(days)
            from (select party, region, unnest(range_agg(int4range(day, next) * int4range(0, {asked.Term}))) as days
                  from level where there > {asked.Most} group by party, region) as over
            """),
        Question.Notice => string.Create(CultureInfo.InvariantCulture, $"""
            select exercise.party, exercise.number, exercise.day, case when min(notice.day) is null then {asked.End} else exercise.day end
            from exercise left join notice on notice.exercise = exercise.number and notice.party = exercise.party and notice.recipient <> exercise.party
            group by exercise.number, exercise.party, exercise.day
            having coalesce(min(notice.day), {asked.End}) > exercise.day - 14
            """),
        _ => string.Create(CultureInfo.InvariantCulture, $"""
            select party, place, lower(days), upper(days)
            from (select party, place, unnest(range_agg(int4range(lo, hi) * int4range(0, {asked.End}))) as days
                  from stay join inside using (region) where thing = {Workload.Bomber} group by party, place) as there
            """),
    };

    private void Load(FlatTables tables)
    {
        using (var stays = connection.BeginBinaryImport("copy stay from stdin (format binary)"))
        {
            foreach (var stay in tables.Stays)
            {
                Write(stays, [stay.Number, stay.Party, stay.Thing, stay.Item, stay.Region, stay.From, stay.Before]);
            }

            stays.Complete();
        }

        using (var exercises = connection.BeginBinaryImport("copy exercise from stdin (format binary)"))
        {
            foreach (var exercise in tables.Exercises)
            {
                Write(exercises, [exercise.Number, exercise.Party, exercise.Region, exercise.Day]);
            }

            exercises.Complete();
        }

        using (var notices = connection.BeginBinaryImport("copy notice from stdin (format binary)"))
        {
            foreach (var notice in tables.Notices)
            {
                Write(notices, [notice.Number, notice.Party, notice.To, notice.Exercise, notice.Day]);
            }

            notices.Complete();
        }

        using var inside = connection.BeginBinaryImport("copy inside from stdin (format binary)");
        foreach (var (region, place) in FlatTables.Inside)
        {
            Write(inside, [region, place]);
        }

        inside.Complete();
    }

    private static void Write(NpgsqlBinaryImporter table, ReadOnlySpan<int> cells)
    {
        table.StartRow();
        foreach (var cell in cells)
        {
            table.Write(cell, NpgsqlDbType.Integer);
        }
    }

    private NpgsqlCommand Command(string text)
    {
#pragma warning disable CA2100 // No part of the text comes from outside this file, save numbers.
        return new(text, connection);
#pragma warning restore CA2100
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
