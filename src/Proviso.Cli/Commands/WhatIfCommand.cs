using System.Collections.Immutable;
using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Syntax;
using Proviso.Language.Text;
using Words = Proviso.Formats.Words;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso what-if</c>: which verdicts more reports or positions would change.</summary>
internal static class WhatIfCommand
{
    /// <summary>Stands for the place of sentences given on the command line; sorts after every file of a case.</summary>
    private const string SaidHere = "~what-if";

    public static Command Of(Screen screen)
    {
        var options = new QuestionOptions("proviso what-if", asksDay: false);
        var say = Given.Many("--say", "SENTENCES", "Reports or positions to suppose, as the language writes them.");
        var file = Given.Many("--file", "FILE", "A file of reports or positions to suppose.");
        var json = Given.Json();
        var command = new ExplainedCommand("what-if", "Says which verdicts change if more is reported or declared, and why.")
        {
            Notes =
            [
                "Nothing is written: what is supposed is forgotten after the answer. Only what changes is shown, with the days, and below "
                    + "it the reasons. If nothing changes, the answer says how the clauses concerned stand on the first day that is supposed.",
            ],
            Examples =
            [
                new("proviso what-if agreements/inf-moratorium --clause 1 --region europe --view stationed \\\n"
                    + "--say 'report supposed mk-70 with operator usa staying in germany from 2024-07-10 onward\n"
                    + "by usa grade official source \"invented for this question\".'",
                    "What if systems had been stationed in Germany in July 2024? (This is invented.)"),
            ],
        };
        options.AddTo(command);
        command.Options.Add(say);
        command.Options.Add(file);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var (asked, code) = options.Read(screen, parsed);
            return asked is null ? code : Answer(screen, asked, parsed.GetValue(say) ?? [], parsed.GetValue(file) ?? [], parsed.GetValue(json));
        });
        return command;
    }

    private static int Answer(Screen screen, Question asked, string[] sentences, string[] files, bool json)
    {
        if (sentences.Length + files.Length == 0)
        {
            return CommandLine.Refuse(screen, ["nothing is supposed; give sentences with `--say`, or a file of them with `--file`"], "proviso what-if");
        }

        var texts = sentences.Length == 0 ? new List<SourceText>() : [Supposed(sentences, asked.Verdicts.Case.KnownThrough)];
        foreach (var path in files)
        {
            if (OpenedCase.InputOf(screen, path) is not { } input)
            {
                return ExitCode.NoInput;
            }

            texts.AddRange(input.Files.Select(each => each.Text).Where(text => !asked.Opened.Texts.ContainsKey(text.Path)));
        }

        var supposed = texts.Select(text => SyntaxTree.Parse(text)).ToList();
        if (supposed.SelectMany(tree => tree.Root.Sentences).FirstOrDefault(each => each is not (ReportSentence or PositionSentence or SourcesSentence or UnknownSentence)) is not null)
        {
            return CommandLine.Refuse(screen, ["only reports and positions can be supposed; to try another wording, copy the agreement and change the copy"], "proviso what-if");
        }

        if (asked.Opened.With(screen, texts) is not { } opened)
        {
            return ExitCode.NoInput;
        }

        if (opened.Errors > 0)
        {
            var printer = new DiagnosticText(screen.Error, asked.Opened.Texts.Values.Concat(texts).ToDictionary(text => text.Path));
            foreach (var diagnostic in opened.Diagnostics.Where(one => one.IsError))
            {
                printer.Print(diagnostic);
            }

            screen.Error.Text("proviso: ", "what is supposed has an error, so there is no answer.", indent: 9);
            return ExitCode.Wrong;
        }

        var after = Evaluator.Run(opened.Case!, asked.Verdicts.Knowledge, [.. opened.Case!.Agreement.Views.Where(view => asked.Views.Any(own => own.Name == view.Name))]);
        var addition = Addition.Of(asked.Verdicts.Case, after.Case);
        var changes = RowChanges.Between(asked.Verdicts, after, after.Views, asked.Rows.Fits);
        if (json)
        {
            screen.Output.Raw.Write(JsonText.Of(ChangesDocument.From(asked.Verdicts, after, changes, [.. addition.Reports.Select(report => report.Name)])));
            return ExitCode.Done;
        }

        Print(screen.Output, asked, after, addition, changes);
        return ExitCode.Done;
    }

    /// <summary>The sentences as a file. What does not say when it was said is known when the record ends, as if read on that day.</summary>
    private static SourceText Supposed(string[] sentences, int day)
    {
        var text = string.Join('\n', sentences) + "\n";
        var readOn = SyntaxTree.Parse(SourceText.From(SaidHere, text)).Root.Sentences.Any(sentence => sentence is SourcesSentence) ? "" : $"sources read on {Words.Date(day)}.\n";
        return SourceText.From(SaidHere, text + readOn);
    }

    private static void Print(Page page, Question asked, Verdicts after, Addition addition, ImmutableArray<RowChanges> changes)
    {
        var prose = new Language.Prose.Prose(after.Case);
        page.Text("", "Supposed, not reported:", indent: 2);
        foreach (var sentence in addition.Reports.Select(prose.Sentence).Concat(addition.Positions.Select(prose.Sentence)))
        {
            page.Text("  - ", Visible.Of(sentence), indent: 4);
        }

        if (!changes.IsEmpty)
        {
            new ChangesText(page, after, after.Views).Print(ChangeGroup.Of(changes), "is", "would be", why: true);
            return;
        }

        page.Line();
        page.Text("", "No verdict changes.", indent: 2);
        if (addition.FirstDay is not { } first)
        {
            return;
        }

        var day = Math.Clamp(first, after.FirstDay, after.Horizon);
        var status = StatusAnswer.On(after, day, after.Views, row => asked.Rows.Fits(row) && addition.Touches(row.Clause));
        if (status.Lines.IsEmpty)
        {
            return;
        }

        page.Text("", $"How the clauses concerned stand on {Words.Date(day)} all the same:", indent: 2);
        new StatusText(page, status).PrintTables();
        var reasons = new Reasons(page, after);
        foreach (var line in status.Lines.Where(line => !line.IsNarrower))
        {
            foreach (var answer in line.Answers.DistinctBy(answer => (answer.Verdict, answer.Days)))
            {
                reasons.Print(line.Row, answer.View, day);
            }
        }
    }
}
