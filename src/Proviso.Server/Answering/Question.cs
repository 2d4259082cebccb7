using System.Collections.Immutable;
using System.Globalization;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Formats.Asking;
using Proviso.Language.Binding;

namespace Proviso.Server.Answering;

/// <summary>What is asked of an agreement, every name of it looked up.</summary>
/// <param name="Verdicts">Of all views, with what is tried and supposed.</param>
/// <param name="Day">From the first day of the verdicts to their last.</param>
/// <param name="Views">The views asked about, at least one, in the order of the agreement's.</param>
/// <param name="Days">Of what is due: within how many days.</param>
internal sealed record Question(Served Served, Verdicts Verdicts, int Day, ImmutableArray<View> Views, RowFilter Rows, Trial Trial, Supposition? Supposed, int Days)
{
    /// <summary>The longest text that can be supposed, in characters.</summary>
    public const int MostSupposed = 16_000;


    /// <summary>Looks up what is asked of an agreement. Requires that it can be judged.</summary>
    /// <exception cref="RefusedException">Something in it cannot be: all of it is told at once.</exception>
    public static Question Of(Served served, Asked asked)
    {
        var supposed = Suppose(served, asked.Suppose);
        var @case = supposed?.Case ?? served.Case!;
        var selection = new Selection(@case, Written);
        var knowledge = new Knowledge(selection.Day("known-on", asked.KnownOn), selection.Party(asked.KnownTo));
        var day = selection.Day("on", asked.On);
        var views = selection.Views(asked.View ?? []);
        var rows = new RowFilter(@case.Agreement)
        {
            Clause = selection.Clause(asked.Clause),
            Place = selection.Place(asked.Region),
            Party = selection.Party(asked.Party),
            To = selection.Party(asked.To),
        };
        var mistakes = selection.Mistakes.ToList();
        var trial = TrialOf(@case, asked, mistakes);
        var days = DaysOf(asked.Days, mistakes);
        Refuse(mistakes);

        var verdicts = served.Verdicts(knowledge, trial, supposed);
        var within = new Selection(@case, Written);
        var on = within.Day(day, verdicts);
        Refuse(within.Mistakes);
        return new(served, verdicts, on, [.. verdicts.Views.Where(view => views.Any(one => one.Name == view.Name))], rows, trial, supposed, days);
    }

    /// <summary>The same without what is tried and supposed, on the same day where that is known too.</summary>
    public Verdicts Untried() => Served.Verdicts(Verdicts.Knowledge, Trial.None, null);

    private static Supposition? Suppose(Served served, string? sentences)
    {
        if (string.IsNullOrWhiteSpace(sentences))
        {
            return null;
        }

        if (sentences.Length > MostSupposed)
        {
            throw new RefusedException("What is supposed is too long", [$"it has {sentences.Length} characters, and {MostSupposed} are the most; put it into a copy of the agreement"]);
        }

        var supposed = served.Suppose(sentences);
        if (supposed.Case is not null)
        {
            return supposed;
        }

        var first = supposed.Diagnostics.FirstOrDefault(one => one.IsError);
        throw new RefusedException("What is supposed has an error", [supposed.Problem ?? $"line {supposed.Text.PositionOf(first!.Span.Start).Line}: {first.Message}"]);
    }

    private static Trial TrialOf(Case @case, Asked asked, List<string> mistakes)
    {
        var trial = Trial.None;
        foreach (var written in asked.Reading ?? [])
        {
            var parts = written.Split(':');
            var dispute = @case.Agreement.Disputes.FirstOrDefault(one => one.Name == parts[0]);
            if (parts.Length != 2 || dispute is null)
            {
                var known = @case.Agreement.Disputes.Select(one => one.Name).ToList();
                mistakes.Add($"`reading={written}` names no dispute; write it as dispute:reading. The disputes are {Quoted.And(known)}");
            }
            else if (!dispute.Readings.Any(reading => reading.Name == parts[1]))
            {
                mistakes.Add($"the dispute `{dispute.Name}` has no reading `{parts[1]}`; it has {Quoted.And([.. dispute.Readings.Select(reading => reading.Name)])}");
            }
            else if (trial.Readings.TryGetValue(dispute.Name, out var other) && other != parts[1])
            {
                mistakes.Add($"the dispute `{dispute.Name}` cannot be read both as `{other}` and as `{parts[1]}`");
            }
            else
            {
                trial = trial with { Readings = trial.Readings.SetItem(dispute.Name, parts[1]) };
            }
        }

        foreach (var (name, isBelieved) in (asked.Believe ?? []).Select(name => (name, true)).Concat((asked.Disbelieve ?? []).Select(name => (name, false))))
        {
            if (@case.Reports.Find(name) is null)
            {
                var near = Nearby.Of(name, @case.Reports.Take(10_000).Select(report => report.Name));
                mistakes.Add($"there is no report `{name}`{(near is null ? "" : $"; did you mean `{near}`?")}");
            }
            else if ((isBelieved ? trial.SetAside : trial.Believed).Contains(name))
            {
                mistakes.Add($"the report `{name}` cannot be both believed and set aside");
            }
            else
            {
                trial = isBelieved ? trial with { Believed = trial.Believed.Add(name) } : trial with { SetAside = trial.SetAside.Add(name) };
            }
        }

        return trial;
    }

    private static int DaysOf(string? written, List<string> mistakes)
    {
        if (written is null)
        {
            return DueAnswer.UsualDays;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= DueAnswer.MostDays)
        {
            return days;
        }

        mistakes.Add($"`days={written}` is no number of days from 0 to {DueAnswer.MostDays}");
        return 0;
    }

    private static void Refuse(IReadOnlyList<string> mistakes)
    {
        if (mistakes.Count > 0)
        {
            throw new RefusedException("The question cannot be answered", mistakes);
        }
    }

    private static string Written(string part) => part == "known-on" ? "knownOn=" : $"{part}=";
}

/// <summary>What the user asked cannot be answered; the caller can mend it.</summary>
/// <param name="title">A few words.</param>
/// <param name="mistakes">What is the matter, each in a sentence without a full stop.</param>
internal sealed class RefusedException(string title, IReadOnlyList<string> mistakes, int status = StatusCodes.Status400BadRequest) : Exception(title)
{
    /// <summary>The status code.</summary>
    public int Status => status;

    /// <summary>The mistakes as sentences.</summary>
    public string Detail => string.Join(" ", mistakes.Select(mistake => char.ToUpperInvariant(mistake[0]) + mistake[1..] + (mistake[^1] is '.' or '?' ? "" : ".")));
}
