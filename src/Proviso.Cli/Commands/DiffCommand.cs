using System.Collections.Immutable;
using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Prose;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso diff</c>: what was learned between two days, and what that changed.</summary>
internal static class DiffCommand
{
    public static Command Of(Screen screen)
    {
        var options = new QuestionOptions("proviso diff", asksDay: false, asksKnowledge: false);
        var knownOn = Given.One("--known-on", "DATE", "The earlier day: what was public by its end.");
        var thenOn = Given.One("--then-on", "DATE", "The later day; the last day that the file knows if left out.");
        var knownTo = Given.One("--known-to", "PARTY", "Only what that party said or received counts.");
        var json = Given.Json();
        knownOn.Required = true;
        var command = new ExplainedCommand("diff", "Says what was learned between two days, and which verdicts that changed.")
        {
            Notes =
            [
                "First what became known; then the verdicts on days up to the earlier one that are now others (hindsight); then what is told of "
                    + "the days since.",
            ],
            Examples =
            [
                new("proviso diff agreements/inf-moratorium --known-on 2023-09-01 --then-on 2023-10-15 \\\n--clause 1 --region europe --view appear",
                    "What the visit to Bornholm changed in that view."),
            ],
        };
        options.AddTo(command);
        foreach (var option in new Option[] { knownOn, thenOn, knownTo, json })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            var (asked, code) = options.Read(screen, parsed);
            if (asked is null)
            {
                return code;
            }

            var selection = Given.Selection(asked.Verdicts.Case);
            var (earlier, later) = (selection.Day("known-on", parsed.GetValue(knownOn)), selection.Day("then-on", parsed.GetValue(thenOn)));
            var party = selection.Party(parsed.GetValue(knownTo));
            if (selection.Mistakes.Count > 0)
            {
                return CommandLine.Refuse(screen, selection.Mistakes, "proviso diff");
            }

            var last = later ?? asked.Verdicts.Case.KnownThrough;
            return earlier > last
                ? CommandLine.Refuse(screen, [$"`--known-on {Words.Date(earlier.Value)}` lies after {Words.Date(last)}; give the earlier day first"], "proviso diff")
                : Answer(screen, asked, new(earlier, party), new(last, party), parsed.GetValue(json));
        });
        return command;
    }

    private static int Answer(Screen screen, Question asked, Knowledge earlier, Knowledge later, bool json)
    {
        var @case = asked.Verdicts.Case;
        var (before, after) = (Evaluator.Run(@case, earlier, asked.Views), Evaluator.Run(@case, later, asked.Views));
        var learned = Learned.Between(@case, before.Knowledge, after.Knowledge);
        var changes = RowChanges.Between(before, after, asked.Views, asked.Rows.Fits, new(int.MinValue, before.Horizon + 1));
        if (json)
        {
            screen.Output.Raw.Write(JsonText.Of(ChangesDocument.From(before, after, changes, [.. learned.Reports.Select(report => report.Name)])));
            return ExitCode.Done;
        }

        var page = screen.Output;
        var prose = new Prose(@case);
        var to = later.To is { } party ? $" to {party.Name}" : "";
        page.Text("", $"Became known{to} after {Words.Date(before.Horizon)} and by {Words.Date(after.Horizon)}:", indent: 2);
        var sentences = learned.Reports.Select(prose.Sentence).Concat(learned.Positions.Select(prose.Sentence)).ToList();
        foreach (var sentence in sentences.DefaultIfEmpty("Nothing."))
        {
            page.Text("  - ", Visible.Of(sentence), indent: 4);
        }

        page.Line();
        var groups = ChangeGroup.Of(changes);
        page.Text("", groups.IsEmpty
            ? $"No verdict on a day up to {Words.Date(before.Horizon)} is another now."
            : $"Verdicts on days up to {Words.Date(before.Horizon)} that are others now:", indent: 2);
        new ChangesText(page, after, asked.Views).Print(groups, "was told", "is told", why: true);
        PrintSince(page, asked, before, after);
        return ExitCode.Done;
    }

    /// <summary>The changes on the days since: what is told from when on, where it is not what was told on the earlier day.</summary>
    private static void PrintSince(Page page, Question asked, Verdicts before, Verdicts after)
    {
        var since = after.Rows.Where(asked.Rows.Fits)
            .SelectMany(row => asked.Views.Select(view => (Row: row, View: view)))
            .Select(each => new RowChanges(each.Row, each.View, Since(ToldDays.Of(after, each.Row, each.View), before.Horizon)))
            .Where(each => !each.Changes.IsEmpty).ToList();
        page.Line();
        page.Text("", since.Count == 0
            ? $"On the days from then to {Words.Date(after.Horizon)} no verdict changes."
            : $"What changes on the days from then to {Words.Date(after.Horizon)}:", indent: 2);
        new ChangesText(page, after, asked.Views).Print(ChangeGroup.Of(since), "was", "is", why: false);
    }

    private static ImmutableArray<Change> Since(ImmutableArray<ToldDays> told, int day) =>
        [.. told.Zip(told.Skip(1)).Where(pair => pair.Second.Days.From > day).Select(pair => new Change(pair.Second.Days, pair.First.Told, pair.Second.Told))];
}
