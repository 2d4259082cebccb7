using System.Collections.Immutable;
using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Formats.Asking;
using Proviso.Language.Binding;

namespace Proviso.Cli.Commands;

/// <summary>A question about the verdicts of a case, every name of it looked up.</summary>
/// <param name="Day">From the first day of the verdicts to their last.</param>
/// <param name="Views">At least one, in the order of the agreement's.</param>
/// <param name="ViewsGiven">True when the views were named.</param>
internal sealed record Question(
    OpenedCase Opened, Verdicts Verdicts, int Day, ImmutableArray<View> Views, bool ViewsGiven, RowFilter Rows);

/// <summary>The options that commands about verdicts ask with.</summary>
/// <param name="asksDay">False for a command that answers for all days.</param>
/// <param name="asksKnowledge">False for a command that says itself what is known.</param>
internal sealed class QuestionOptions(string command, bool asksDay = true, bool asksKnowledge = true)
{
    private readonly Argument<string> path = Given.Path();
    private readonly Option<string?> on = Given.One("--on", "DATE", "The day asked about; the last day that the file knows if left out.");
    private readonly Option<string?> knownOn = Given.One("--known-on", "DATE", "Only what was public by the end of that day counts.");
    private readonly Option<string?> knownTo = Given.One("--known-to", "PARTY", "Only what that party said or received counts.");
    private readonly Option<string[]> view = Given.Many("--view", "VIEW", "Only this view; may be given several times.");
    private readonly Option<string?> party = Given.One("--party", "PARTY", "Only what this party owes, may do or is offered.");
    private readonly Option<string?> to = Given.One("--to", "PARTY", "Only what is offered or owed to this party.");
    private readonly Option<string?> region = Given.One("--region", "PLACE", "Only this theatre, region or site, and what lies in it.");
    private readonly Option<string?> clause = Given.One("--clause", "NUMBER", "Only this clause.");

    private readonly Option<bool> keepGood = Given.KeepGood();

    /// <summary>Gives a command the argument and the options.</summary>
    public void AddTo(Command taker)
    {
        taker.Arguments.Add(path);
        foreach (var option in new Option[] { clause, region, party, to, view }.Concat(asksDay ? [on] : []).Concat(asksKnowledge ? [knownOn, knownTo] : []).Append(keepGood))
        {
            taker.Options.Add(option);
        }
    }

    /// <summary>The question of a command line, or null and the exit code after saying what is the matter.</summary>
    public (Question? Asked, int ExitCode) Read(Screen screen, ParseResult parsed)
    {
        if (!OpenedCase.TryRead(screen, parsed.GetRequiredValue(path), parsed.GetValue(keepGood), out var opened))
        {
            return (null, ExitCode.NoInput);
        }

        if (!opened.TrySound(screen, out var sound))
        {
            return (null, ExitCode.Wrong);
        }

        var selection = Given.Selection(sound);
        var day = asksDay ? selection.Day("on", parsed.GetValue(on)) : null;
        var knowledge = asksKnowledge
            ? new Knowledge(selection.Day("known-on", parsed.GetValue(knownOn)), selection.Party(parsed.GetValue(knownTo)))
            : Knowledge.All;
        var names = parsed.GetValue(view) ?? [];
        var views = selection.Views(names);
        var rows = new RowFilter(sound.Agreement)
        {
            Clause = selection.Clause(parsed.GetValue(clause)),
            Place = selection.Place(parsed.GetValue(region)),
            Party = selection.Party(parsed.GetValue(party)),
            To = selection.Party(parsed.GetValue(to)),
        };
        if (selection.Mistakes.Count > 0)
        {
            return (null, CommandLine.Refuse(screen, selection.Mistakes, command));
        }

        var verdicts = Evaluator.Run(sound, knowledge, views);
        var asked = new Question(opened, verdicts, selection.Day(day, verdicts), views, names.Length > 0, rows);
        if (selection.Mistakes.Count > 0)
        {
            return (null, CommandLine.Refuse(screen, selection.Mistakes, command));
        }

        return verdicts.Rows.Any(rows.Fits)
            ? (asked, ExitCode.Done)
            : (null, CommandLine.Refuse(screen, [rows.NothingFits(verdicts)], command));
    }
}
