using System.Collections.Immutable;
using System.Text;
using Proviso.Formats.Statements;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Formats.Bulk;

/// <summary>Records that are read into columns make the case that their sentences make.</summary>
public sealed class RecordsTests
{
    /// <summary>Every agreement and every random case: its reports and positions as records, file by file, make the same case.</summary>
    [Theory]
    [InlineData(RecordForm.Lines)]
    [InlineData(RecordForm.Table)]
    public void Records_of_the_repository_make_the_case_of_the_sentences(RecordForm form)
    {
        var tried = 0;
        foreach (var texts in Files.Cases.Where(texts => texts.Length > 1 || texts.Any(text => text.Content.Contains("agreement ", StringComparison.Ordinal))))
        {
            tried += Same(texts, form);
        }

        Assert.InRange(tried, 200, 100_000);
    }

    [Theory]
    [InlineData(RecordForm.Lines)]
    [InlineData(RecordForm.Table)]
    public void Random_records_make_the_case_of_the_sentences(RecordForm form)
    {
        var tried = 0;
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var text = Reference.RandomCases.Draw(seed);
            tried += Same([SourceText.From("agreement.proviso", text.Agreement), SourceText.From("reports.proviso", text.Reports)], form);
        }

        Assert.InRange(tried, 500, 100_000);
    }

    /// <summary>Many records of few patterns, with dates and times of every form, right and wrong, around the night when clocks go forward.</summary>
    [Theory]
    [InlineData(RecordForm.Lines)]
    [InlineData(RecordForm.Table)]
    public void Many_records_of_few_patterns_make_what_an_import_makes(RecordForm form)
    {
        var kept = 0;
        for (var seed = 1; seed <= 8; seed++)
        {
            var statements = new RandomRecords(seed).Draw(150);
            var text = form == RecordForm.Lines ? StatementJson.Lines("lake", statements) : StatementTable.Write(statements);
            var import = Samples.Added(form == RecordForm.Lines ? Samples.Lines(text) : Samples.Csv(text), keepGood: true);
            var imported = Compilation.Of([.. Samples.Lake, SourceText.From("lake/seen", import.Text ?? "")]);
            Assert.False(imported.HasErrors);
            var read = Given.Lake(text, form, keepGood: true);

            // A record with several errors is left out once, whichever of them is told.
            Assert.Equal(import.Errors > 0, read.Errors > 0);
            Assert.Subset(import.Faults.Select(Line).ToHashSet(), read.Faults.Select(one => Line(one.Fault)).ToHashSet());
            Assert.Equal(import.Faults.Length - import.Errors, read.Warnings);
            Assert.Equal(imported.Case!.Reports.Select(CaseText.Of), read.Case!.Reports.Select(CaseText.Of));
            Assert.Equal(imported.Case.Reports.Select(report => report with { Span = default }).Select(Fingerprint), read.Case.Reports.Select(report => report with { Span = default }).Select(Fingerprint));
            Assert.Equal(CaseText.Of(imported.Case), CaseText.Of(read.Case));
            kept += read.Case.Reports.Count;
        }

        Assert.InRange(kept, 300, 1_200);
    }

    /// <summary>Only the first record of a pattern is bound, in whatever order they come.</summary>
    [Theory]
    [InlineData(RecordForm.Lines)]
    [InlineData(RecordForm.Table)]
    public void Records_of_a_known_pattern_are_read_without_the_parser(RecordForm form)
    {
        string[] things = ["heron", "osprey"];
        var statements = Enumerable.Range(1, 200).Select(number => Samples.Lines(Samples.Line(
            (number % 3) switch { 0 => "\"as\":\"unit-7\"", 1 => "\"received\":[{\"by\":\"north\",\"on\":\"2024-03-09 at 10:00 utc\"}]", _ => "" }, $"seen-{number}")
            .Replace("heron", things[number % 2], StringComparison.Ordinal)).Statements.Single()).ToList();
        var intake = Intake.Open([.. Samples.Lake.Select(SyntaxTree.Parse)]);
        var reader = new RecordReader(intake);
        reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(form == RecordForm.Lines ? StatementJson.Lines("lake", statements) : StatementTable.Write(statements))), "seen", form);

        Assert.Equal(200, reader.Close(keepGood: false).Case!.Reports.Count);
        Assert.Equal(200 - 6, reader.Plain);
    }

    private static (int, bool) Line(Fault fault) => (fault.Place.Line, fault.IsError);

    private static string Fingerprint(Report report) => Proviso.Evaluation.Explanation.Digests.Of(report);

    /// <returns>How many statements there were.</returns>
    private static int Same(ImmutableArray<SourceText> texts, RecordForm form)
    {
        var whole = Compilation.Of(texts);
        if (whole.HasErrors || whole.Case is null)
        {
            return 0;
        }

        var sentences = new List<SourceText>();
        var records = new List<(string Path, string Text)>();
        var count = 0;
        foreach (var text in texts)
        {
            var tree = SyntaxTree.Parse(text);
            var statements = tree.Root.Sentences.Select(sentence => StatementOf.Sentence(sentence)).OfType<Statement>().ToList();
            var others = tree.Root.Sentences.Where(sentence => StatementOf.Sentence(sentence) is null).ToList();
            if (others.Count > 0)
            {
                sentences.Add(SourceText.From(text.Path, string.Concat(others.Select(sentence => text.Content[sentence.Tokens.First().FullStart..sentence.Span.End] + "\n"))));
            }

            if (statements.Count > 0)
            {
                count += statements.Count;
                records.Add((text.Path + ".records", form == RecordForm.Lines ? StatementJson.Lines(whole.Case.Agreement.Name, statements) : StatementTable.Write(statements)));
            }
        }

        var read = Given.Read([.. sentences], [.. records.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Text)))], form);

        Assert.Empty(read.Faults.Where(one => one.Fault.IsError).Select(one => $"{one.Path}:{one.Fault.Place.Line} {one.Fault.Message}"));
        Assert.Equal(CaseText.Of(whole.Case), CaseText.Of(read.Case));
        Assert.Equal(
            whole.Case.Reports.Select(report => $"{CaseText.Of(report)} {CaseText.Of(report.Attribution)}"),
            read.Case!.Reports.Select(report => $"{CaseText.Of(report)} {CaseText.Of(report.Attribution)}"));
        Assert.Equal(whole.Case.Positions.Select(position => CaseText.Of(position)), read.Case.Positions.Select(position => CaseText.Of(position)));
        Assert.Equal(whole.Diagnostics.Length, read.Diagnostics.Length + read.Warnings);
        return count;
    }
}
