using System.Collections.Immutable;
using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso count</c>: what the counts of a case come to, and which reports make it.</summary>
internal static class CountCommand
{
    private const string Name = "proviso count";

    public static Command Of(Screen screen)
    {
        var path = Given.Path();
        var named = new Argument<string?>("NAME") { Description = "Only this count, with the reports that make it.", Arity = ArgumentArity.ZeroOrOne };
        var on = Given.One("--on", "DATE", "The day asked about; the last day that the file knows if left out.");
        var view = Given.Many("--view", "VIEW", "Only this view; may be given several times.");
        var party = Given.One("--party", "PARTY", "Only this party's number.");
        var place = Given.One("--region", "PLACE", "What is in this theatre, region or site.");
        var knownOn = Given.One("--known-on", "DATE", "Only what was public by the end of that day counts.");
        var knownTo = Given.One("--known-to", "PARTY", "Only what that party said or received counts.");
        var json = Given.Json();
        var keepGood = Given.KeepGood();
        var command = new ExplainedCommand("count", "Says what the counts come to, for each party and all together, and which reports make it.")
        {
            Notes =
            [
                "For each count a table: whose, the number, and in whose view. With NAME, below it the reports that make the number, each with what it adds, the totals that say that there were no more, and the reports "
                    + "on file that were not added, each with the reason.",
                "Without `--region` a count of events is told wherever they were, and one of things in a state where ceilings over it are, or, if there is none, in each place that lies in no other.",
            ],
            Examples =
            [
                new("proviso count agreements/new-start --on 2018-02-05 --view common", "Every count on the day the limits began to bind."),
                new("proviso count agreements/inf-treaty eliminated --view common", "How many missiles were eliminated, and which reports say so."),
            ],
            Arguments = { path, named },
            Options = { on, party, place, view, knownOn, knownTo, keepGood, json },
        };
        command.SetAction(parsed =>
        {
            if (!OpenedCase.TryRead(screen, parsed.GetRequiredValue(path), parsed.GetValue(keepGood), out var opened))
            {
                return ExitCode.NoInput;
            }

            if (!opened.TrySound(screen, out var sound))
            {
                return ExitCode.Wrong;
            }

            var selection = Given.Selection(sound);
            var knowledge = new Knowledge(selection.Day("known-on", parsed.GetValue(knownOn)), selection.Party(parsed.GetValue(knownTo)));
            var day = selection.Day("on", parsed.GetValue(on));
            var count = selection.NamedCount(parsed.GetValue(named));
            var (of, where) = (selection.Party(parsed.GetValue(party)), selection.Place(parsed.GetValue(place)));
            var views = selection.Views(parsed.GetValue(view) ?? []);
            if (selection.Mistakes.Count > 0)
            {
                return CommandLine.Refuse(screen, selection.Mistakes, Name);
            }

            if (sound.Agreement.Counts.IsEmpty)
            {
                return CommandLine.Refuse(screen, ["the text has no `count`, so there is nothing to add up"], Name);
            }

            var verdicts = Evaluator.Run(sound, knowledge, views);
            var asked = selection.CountDay(day, verdicts);
            if (selection.Mistakes.Count > 0)
            {
                return CommandLine.Refuse(screen, selection.Mistakes, Name);
            }

            ImmutableArray<Party?> parties = of is null ? [.. sound.Agreement.Between, null] : [of];
            var answer = CountsAnswer.On(verdicts, asked, views, count is null ? sound.Agreement.Counts : [count], parties, where);
            if (parsed.GetValue(json))
            {
                screen.Output.Raw.Write(JsonText.Of(CountDocument.From(answer)));
            }
            else
            {
                new CountText(screen.Output, answer).Print(tellsReports: count is not null);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
