using System.Diagnostics;
using System.Globalization;
using System.Text;
using Proviso.Formats.Bulk;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Benchmarks;

/// <summary>Reading very many records into columns, as JSON Lines and as CSV, from memory and on one processor.</summary>
internal static class LoadBenchmark
{
    private static readonly DateOnly start = new(2015, 1, 1);

    /// <param name="sizes">Numbers of records.</param>
    public static int Run(IReadOnlyList<int> sizes)
    {
        Console.WriteLine("| Records | | MB | ms | Records a second | Bytes a report, names apart | Templates |");
        Console.WriteLine("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in sizes)
        {
            foreach (var form in new[] { RecordForm.Lines, RecordForm.Table })
            {
                var bytes = Records(size, form);
                Read(Records(20_000, form), form); // Methods are compiled.
                GC.Collect();
                var started = Stopwatch.GetTimestamp();
                var read = Read(bytes, form);
                var time = Stopwatch.GetElapsedTime(started);
                var columns = read.Case?.Reports.Columns ?? throw new InvalidOperationException(string.Join("; ", read.Faults.Select(one => one.Fault.Message)));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {columns.Count:N0} | {(form == RecordForm.Lines ? "JSON Lines" : "CSV")} | {bytes.Length / 1e6:0} | {time.TotalMilliseconds:0} | {columns.Count / time.TotalSeconds:N0} | {(double)columns.Held / columns.Count:0.0} | {columns.Templates.Count} |"));
            }
        }

        return 0;
    }

    private static RecordsRead Read(byte[] bytes, RecordForm form)
    {
        var intake = Intake.Open([SyntaxTree.Parse(SourceText.From("agreement.proviso", Workload.Of(1, 100, 2).Agreement))]);
        var reader = new RecordReader(intake);
        reader.Read(new MemoryStream(bytes), "records", form);
        return reader.Close(keepGood: false);
    }

    /// <summary>Stays of single things, and exercises with their notices, in no order of their patterns.</summary>
    private static byte[] Records(int size, RecordForm form)
    {
        var chance = new Random(1);
        using var stream = new MemoryStream(size * (form == RecordForm.Lines ? 280 : 130));
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16);
        text.Write(form == RecordForm.Lines ? """{"schema":"proviso/statements/1","agreement":"workload"}""" : "name,thing,as,with,state,event,eventBy,eventTo,in,on,from,to,for,by,said,grade,source");
        text.Write('\n');
        string[] parties = ["north", "south"];
        string[] things = ["launcher", "bomber", "arrow", "bolt", "cudgel"];
        for (var number = 0; number < size; number++)
        {
            var party = parties[chance.Next(2)];
            var other = party == "north" ? "south" : "north";
            var day = start.AddDays(40 + chance.Next(3500));
            var said = day.AddDays(40);
            var region = 1 + chance.Next(12);
            if (chance.Next(10) > 0)
            {
                Stay(number, things[chance.Next(5)], $"unit-{chance.Next(size / 8)}", party, region, day, day.AddDays(1 + chance.Next(30)), parties[chance.Next(2)], said);
            }
            else
            {
                Exercise(number++, party, other, region, day, said);
                Notice(number, party, other, day.AddDays(-20), number - 1);
            }
        }

        text.Flush();
        return stream.ToArray();

        void Stay(int number, string thing, string item, string party, int region, DateOnly from, DateOnly to, string by, DateOnly said)
        {
            text.Write(form == RecordForm.Lines
                ? $$"""{"sentence":"report","name":"report-{{number}}","thing":"{{thing}}","as":"{{item}}","with":{"operator":"{{party}}"},"state":"deployed","in":"r{{region}}","from":"{{from:yyyy-MM-dd}}","to":"{{to:yyyy-MM-dd}}","by":"{{by}}","said":"{{said:yyyy-MM-dd}}","grade":"official","source":"Register of movements"}"""
                : $"report-{number},{thing},{item},operator {party},deployed,,,,r{region},,{from:yyyy-MM-dd},{to:yyyy-MM-dd},,{by},{said:yyyy-MM-dd},official,Register of movements");
            text.Write('\n');
        }

        void Exercise(int number, string party, string other, int region, DateOnly on, DateOnly said)
        {
            text.Write(form == RecordForm.Lines
                ? $$"""{"sentence":"report","name":"report-{{number}}","event":"exercise","eventBy":"{{party}}","in":"r{{region}}","on":"{{on:yyyy-MM-dd}}","by":"{{other}}","said":"{{said:yyyy-MM-dd}}","grade":"official","source":"Register of movements"}"""
                : $"report-{number},,,,,exercise,{party},,r{region},{on:yyyy-MM-dd},,,,{other},{said:yyyy-MM-dd},official,Register of movements");
            text.Write('\n');
        }

        void Notice(int number, string party, string other, DateOnly on, int answered)
        {
            text.Write(form == RecordForm.Lines
                ? $$"""{"sentence":"report","name":"report-{{number}}","event":"notify","eventBy":"{{party}}","eventTo":"{{other}}","on":"{{on:yyyy-MM-dd}}","for":["report-{{answered}}"],"by":"{{party}}","said":"{{on:yyyy-MM-dd}}","grade":"official","source":"Register of movements"}"""
                : $"report-{number},,,,,notify,{party},{other},,{on:yyyy-MM-dd},,,report-{answered},{party},{on:yyyy-MM-dd},official,Register of movements");
            text.Write('\n');
        }
    }
}
