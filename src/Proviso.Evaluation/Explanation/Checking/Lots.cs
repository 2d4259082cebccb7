using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Where in a clause a question stands, and how it is put.</summary>
/// <param name="Supposed">Readings of disputes on states supposed whatever the view chooses; null for none.</param>
/// <param name="Cited">Names of the only reports that may show anything; null for all. What keeps a thing from being so (<c>not</c>) is never left out.</param>
internal sealed record Asked(
    string ClauseId, ClauseSlot Slot, ImmutableDictionary<string, Reading>? Supposed = null, IReadOnlySet<string>? Cited = null);

/// <summary>A reported state, or the days between two sightings of one thing.</summary>
internal sealed record Fact(Taken Taken, StateReport Content, Occurrence When, bool IsGap)
{
    public string Lot { get; } = $"{Content.Subject.Symbol.Name}|{Content.Subject.Item}|{Content.In.Name}";
}

/// <summary>Facts, and the states of lots on a day (docs/semantics.md §4 and §7).</summary>
internal sealed class Lots
{
    private readonly Page page;
    private readonly Things things;
    private readonly Whereabouts whereabouts;
    private readonly ImmutableArray<Fact> facts;
    private readonly ImmutableArray<ImmutableArray<Fact>> lots;
    private readonly ImmutableArray<(Taken Taken, StateReport Content, Noun Noun)> absences;
    private readonly Dictionary<Fact, (int SureFrom, int SureTo, int From, int To)> days = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, ImmutableArray<Fact>> ofDays = [];
    private readonly Dictionary<SomeThingIs, SomeThingIs> questions = [];
    private readonly Dictionary<SomeThingIs, Dictionary<(string ClauseId, int Day), Truth>> known = new(ReferenceEqualityComparer.Instance);

    public Lots(Page page, Things things, Whereabouts whereabouts)
    {
        (this.page, this.things, this.whereabouts) = (page, things, whereabouts);
        var states = page.Taken.Where(t => t.Content is StateReport).Select(t => (Taken: t, Content: (StateReport)t.Content)).ToList();
        absences = [.. states.Where(s => s.Content.Absent).Select(s => (s.Taken, s.Content, new Noun(s.Content.Subject.Symbol, s.Content.Subject.With)))];
        var reported = states.Where(s => !s.Content.Absent).Select(s => new Fact(s.Taken, s.Content, Ended(s.Taken, s.Content.When), IsGap: false)).ToList();
        var sightings = reported.ToLookup(f => f.Lot, StringComparer.Ordinal);
        facts = [.. reported, .. reported.SelectMany(a => sightings[a.Lot].Select(b => Between(a, b)).OfType<Fact>())];
        lots = [.. facts.GroupBy(f => f.Lot, StringComparer.Ordinal).Select(lot => lot.ToImmutableArray())];
        foreach (var fact in facts)
        {
            days[fact] = (page.DayOf(fact.When.Start.Latest), page.DayOf(fact.When.End.Earliest - 1), page.DayOf(fact.When.Start.Earliest), page.DayOf(fact.When.End.Latest - 1));
        }
    }

    /// <summary>All facts, gaps last.</summary>
    public ImmutableArray<Fact> Facts => facts;

    /// <summary>Those that can be of a day: every other surely is not.</summary>
    public ImmutableArray<Fact> On(int day)
    {
        if (!ofDays.TryGetValue(day, out var found))
        {
            ofDays[day] = found = [.. facts.Where(fact => Dated(fact, day).Hi)];
        }

        return found;
    }

    /// <summary>First and last day the fact can be of.</summary>
    public (int From, int To) PossibleDays(Fact fact) => (days[fact].From, days[fact].To);

    /// <summary>Surely first and surely last day; the first may lie after the last, when no day is sure.</summary>
    public (int From, int To) SureDays(Fact fact) => (days[fact].SureFrom, days[fact].SureTo);

    /// <summary>The one question that is put instead of all equal ones, so that its answers are remembered once.</summary>
    public SomeThingIs Same(SomeThingIs question) => questions.TryGetValue(question, out var same) ? same : questions[question] = question;

    /// <summary>Some thing is in the state, as asked.</summary>
    public Truth Some(SomeThingIs question, Asked asked, int day)
    {
        if (asked is not { Supposed: null, Cited: null })
        {
            return Any(question, asked, day);
        }

        if (!known.TryGetValue(question, out var answers))
        {
            known[question] = answers = [];
        }

        if (!answers.TryGetValue((asked.ClauseId, day), out var answer))
        {
            answers[(asked.ClauseId, day)] = answer = Any(question, asked, day);
        }

        return answer;
    }

    /// <summary>A primitive state is shown by what is of the day; whatever else a state stands for is asked lot by lot.</summary>
    private Truth Any(SomeThingIs question, Asked asked, int day) => Meanings(question.State, asked).All(meaning => meaning is null)
        ? Truth.Any(On(day).Where(f => f.Content.State.Name == question.State.Name).Select(f => Shows(f, question, asked, day)))
        : Truth.Any(lots.Select(lot => Of(lot, new StateIs(question.State), question, asked, day)));

    /// <summary>The same lot by lot, in a fixed order.</summary>
    public IEnumerable<Truth> PerLot(SomeThingIs question, Asked asked, int day) =>
        lots.Select(lot => Of(lot, new StateIs(question.State), question, asked, day));

    /// <summary>Whether the fact is such a thing, there, and the holder's, whatever the day of the state.</summary>
    public Truth Fits(Fact fact, SomeThingIs question, int day)
    {
        var fits = things.Is(fact.Content.Subject, fact.Taken, question.Noun, day) & IsIn(fact, question.Place, day);
        return question.Holder is null || !fits.Hi ? fits : fits & things.IsHeldBy(fact.Content.Subject, fact.Taken, question.Holder, day);
    }

    /// <summary>Whether the fact is of the day, once its end and contradicting absences are counted.</summary>
    public Truth IsOf(Fact fact, int day)
    {
        var dated = Dated(fact, day);
        return dated.Hi && IsContradicted(fact, day) ? new(false, dated.Lo) : dated;
    }

    /// <summary>Whether an accepted absence surely of that day contradicts the fact.</summary>
    public bool IsContradicted(Fact fact, int day) => absences.Any(a => a.Taken.IsWhole
        && a.Content.State.Name == fact.Content.State.Name
        && (a.Content.Subject.Item is null || a.Content.Subject.Item == fact.Content.Subject.Item)
        && day <= page.Horizon && page.DayOf(a.Content.When.Start.Latest) <= day && day <= page.DayOf(a.Content.When.End.Earliest - 1)
        && IsIn(fact, a.Content.In, day).Lo
        && things.Is(fact.Content.Subject, fact.Taken, a.Noun, day).Lo);

    /// <summary>The days of a range on which an accepted absence begins.</summary>
    public IEnumerable<int> AbsencesFrom(int from, int to) =>
        absences.Select(a => page.DayOf(a.Content.When.Start.Latest)).Where(d => from <= d && d <= to);

    /// <summary>The dispute on a state where it is asked, else everywhere.</summary>
    public Dispute? DisputeOn(State state, Asked asked) =>
        page.DisputeOn(t => t is OnState on && on.State == state.Name && on.ClauseId == asked.ClauseId && on.Slot == asked.Slot)
            ?? page.DisputeOn(t => t is OnState { ClauseId: null } on && on.State == state.Name);

    /// <summary>What a state may stand for where it is asked: one expression per reading reckoned with; null for itself, a primitive.</summary>
    public IEnumerable<StateExpression?> Meanings(State state, Asked asked)
    {
        if (DisputeOn(state, asked) is not { } dispute)
        {
            return [state.Means];
        }

        ImmutableArray<Reading> readings = asked.Supposed?.GetValueOrDefault(dispute.Name) is { } supposed ? [supposed] : page.Readings(dispute);
        return readings.Select(r => r.Meaning is StateMeaning means ? means.Expression : state.Means);
    }

    private Truth Of(ImmutableArray<Fact> lot, StateExpression expression, SomeThingIs? filter, Asked asked, int day) => expression switch
    {
        StateIs { State: var state } => Truth.Whichever(Meanings(state, asked).Select(meaning => meaning is null
            ? Truth.Any(lot.Where(f => f.Content.State.Name == state.Name).Select(f => Shows(f, filter, asked, day)))
            : Of(lot, meaning, filter, asked, day))),
        StateNot not => !Of(lot, not.Part, null, asked with { Cited = null }, day),
        AllStates all => Truth.All(all.Parts.Select(p => Of(lot, p, filter, asked, day))),
        AnyState any => Truth.Any(any.Parts.Select(p => Of(lot, p, filter, asked, day))),
        RunningState running => Truth.All(Enumerable.Range(0, running.Days).Select(back => Of(lot, running.Part, filter, asked, day - back))),
        _ => throw new UnreachableException(expression.GetType().Name),
    };

    private Truth Shows(Fact fact, SomeThingIs? filter, Asked asked, int day)
    {
        var shows = IsOf(fact, day);
        shows = filter is null || !shows.Hi ? shows : shows & Fits(fact, filter, day);
        return asked.Cited?.Contains(fact.Taken.Name) == false ? Truth.No : shows;
    }

    /// <summary>Whether what is reported is in the place.</summary>
    public Truth IsIn(Fact fact, Place place, int day) =>
        fact.Taken.PlaceOpen ? Truth.Open : whereabouts.IsInside(fact.Content.In, place, day);

    private Truth Dated(Fact fact, int day)
    {
        if (day > page.Horizon)
        {
            return Truth.No;
        }

        if (fact.Taken.DateOpen)
        {
            return Truth.Open;
        }

        var (sureFrom, sureTo, from, to) = days[fact];
        var sure = fact.Taken.Accepted && sureFrom <= day && day <= sureTo;
        return new(sure, sure || (from <= day && day <= to));
    }

    /// <summary>The stay with the ends that the view holds.</summary>
    private Occurrence Ended(Taken fact, Occurrence when)
    {
        if (when.End.Latest != long.MaxValue || page.Taken.Where(t => t.Content is EndReport end && end.Of == fact.Name).ToList() is not { Count: > 0 } ends)
        {
            return when;
        }

        var accepted = ends.Where(e => e.Accepted && !e.DateOpen).Select(e => ((EndReport)e.Content).When).ToList();
        var earliest = ends.Min(e => e.DateOpen ? when.Start.Earliest : ((EndReport)e.Content).When.Earliest) + 1;
        var latest = accepted.Count == 0 ? long.MaxValue : accepted.Max(w => w.Latest) + 1;
        return when with
        {
            End = new(Math.Max(earliest, when.Start.Earliest + 1), when.Start.Latest == long.MaxValue ? latest : Math.Max(latest, when.Start.Latest + 1)),
        };
    }

    /// <summary>The days strictly between two sightings of one named thing, on which it may have been there; null when there are none.</summary>
    private Fact? Between(Fact earlier, Fact later)
    {
        var (a, b) = (earlier.Content, later.Content);
        if (earlier.Lot != later.Lot || a.State.Name != b.State.Name || a.State.Persistence != Persistence.Observed || a.Subject.Item is null
            || earlier.Taken.DateOpen || later.Taken.DateOpen || a.When.End.Latest == long.MaxValue || b.When.Start.Earliest == long.MinValue)
        {
            return null;
        }

        var first = page.Agreement.Clock.StartOf(page.DayOf(a.When.End.Latest - 1) + 1);
        var after = page.Agreement.Clock.StartOf(page.DayOf(b.When.Start.Earliest));
        return first >= after ? null : new(earlier.Taken with { Accepted = false }, a, new(new(first, first), new(after, after), 1), IsGap: true);
    }
}
