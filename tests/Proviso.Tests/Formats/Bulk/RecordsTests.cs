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
