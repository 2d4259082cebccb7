using System.Collections.Immutable;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>What a prohibition kept leans on (docs/semantics.md §12): who looked where, and what is only assumed.</summary>
internal sealed class Bases(Agreement agreement, ViewMasks masks, Facts facts, Places places, States states, int horizon)
{
    private readonly ViewSets sets = masks.Sets;

    private readonly Lazy<ImmutableArray<int>> changes = new(() => Turns(agreement, facts));

    /// <summary>The days on which a basis may change while the verdict stays, in order.</summary>
    public ImmutableArray<int> Changes => changes.Value;

    /// <summary>The basis in a view on a day, the strongest that fits.</summary>
    public Basis Of(Row row, ShallNotHave duty, int view, int day) => Found(row, duty, view, day).Basis;

    /// <summary>The names of the reports that it leans on, in the order of the file: no more of them than it takes, where some say the same. None
    /// where nobody is reported to have looked, and of an assumption.</summary>
    public ImmutableArray<string> By(Row row, ShallNotHave duty, int view, int day) => Found(row, duty, view, day).By();

    private (Basis Basis, Func<ImmutableArray<string>> By) Found(Row row, ShallNotHave duty, int view, int day)
    {
        var place = row.Place!;
        var site = new UseSite(row.Clause.Id, ClauseSlot.Have);
        var looked = facts.EachAbsence.Where(a => sets.Has(states.SureDays(a).LoAt(day), view) && Covers(a.Content.Subject, duty.Noun)).ToList();
        var inspected = looked.Where(a => a.Report.Attribution.Grade == Grade.Inspection).ToList();
        var inspections = Together(inspected);
        if (inspections.Over(place))
        {
            return (Basis.Verified, () => Needed(inspected, some => Together(some).Over(place)));
        }

        var parts = inspected.Count == 0 ? [] : agreement.Places.Where(part => Has(places.Within(part, place)) && inspections.Over(part)).ToList();
        if (parts.Count > 0)
        {
            return (Basis.PartlyVerified, () => Needed(inspected, some => Together(some) is var cover && parts.TrueForAll(cover.Over)));
        }

        var denials = facts.Denied.Where(d => d.Content is AccessDenied denied
            && SurelyOn(d, denied) && (Has(places.Within(denied.In, place)) || Encloses(denied.In))).Select(d => d.Report.Name).ToImmutableArray();
        if (!denials.IsEmpty)
        {
            return (Basis.AccessDenied, () => denials);
        }

        var assumed = agreement.Assumptions
            .Where(a => (a.Views.IsEmpty || sets.Has(masks.Named(a.Views), view)) && a.Days.Contains(day) && CoversNoun(a.Noun, duty.Noun));
        if (Over([.. assumed.Select(a => new Look(a.In, a.State.Name))]).Over(place))
        {
            return (Basis.Assumed, () => []);
        }

        return Together(looked).Over(place)
            ? (Basis.NotContradicted, () => Needed(looked, some => Together(some).Over(place)))
            : (Basis.NotObserved, () => []);

        bool Has(Line line) => sets.Has(line.LoAt(day), view);

        bool Encloses(Place outer) => Has(places.Within(place, outer));

        Cover Together(List<StateFact> absences) => Over([.. absences.Select(a => new Look(a.Content.In, a.Content.State.Name))]);

        Cover Over(List<Look> looks) => new(agreement, masks, places, looks, states => !CanHold(new StateIs(duty.State), states, site, view), view, day);

        bool SurelyOn(ConductFact fact, AccessDenied denied)
        {
            var clock = agreement.Clock;
            var accepted = sets.Except(fact.Taken.AcceptedIn, sets.Or(fact.Taken.DateQuestioned, fact.Taken.PlaceQuestioned));
            return sets.Has(accepted, view)
                && clock.DayOf(denied.When.Start.Latest) <= day
                && day <= Math.Min(horizon, clock.LastDay(denied.When.End.Earliest));
        }
    }

    private static ImmutableArray<int> Turns(Agreement agreement, Facts facts)
    {
        var days = new SortedSet<int>();
        foreach (var row in facts.Absences.SelectMany(group => group.Rows.ToArray()))
        {
            days.UnionWith([row.StartLast, row.EndFirst + 1]);
        }

        foreach (var when in facts.Denied.Select(fact => ((AccessDenied)fact.Content).When))
        {
            days.UnionWith([agreement.Clock.DayOf(when.Start.Latest), agreement.Clock.LastDay(when.End.Earliest) + 1]);
        }

        var read = agreement.Disputes.SelectMany(dispute => dispute.Readings).Select(reading => reading.Meaning).OfType<ExtentMeaning>();
        foreach (var range in agreement.Assumptions.Select(one => one.Days).Concat(agreement.Containments.Select(one => one.Days)).Concat(read.SelectMany(extent => extent.Parts).Select(one => one.Days)))
        {
            days.UnionWith([range.From, range.Before]);
        }

        return [.. days];
    }

    /// <summary>What is left when each that is not needed has been taken out, the latest first.</summary>
    private static ImmutableArray<string> Needed(List<StateFact> looks, Func<List<StateFact>, bool> suffices)
    {
        var kept = looks.ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var without = kept.Where((_, index) => index != i).ToList();
            kept = suffices(without) ? without : kept;
        }

        return [.. kept.Select(look => look.Report.Name)];
    }

    /// <summary>Whether the expression can hold when the covered primitive states cannot and everything else can.</summary>
    private bool CanHold(StateExpression expression, ImmutableHashSet<string> covered, UseSite site, int view)
    {
        return expression switch
        {
            StateIs { State: var state } => OfState(state),
            StateNot => true,
            AllStates all => all.Parts.All(p => CanHold(p, covered, site, view)),
            AnyState any => any.Parts.Any(p => CanHold(p, covered, site, view)),
            RunningState running => CanHold(running.Part, covered, site, view),
            _ => throw new System.Diagnostics.UnreachableException(expression.GetType().Name),
        };

        bool OfState(State state)
        {
            // A covered state cannot hold, whatever it stands for: an assumption may name a derived one.
            if (covered.Contains(state.Name))
            {
                return false;
            }

            return states.DisputeOn(state, site) is { } dispute
                ? dispute.Readings.Where(r => sets.Has(sets.Or(masks.Choosing(dispute, r), masks.Open(dispute)), view))
                    .Any(r => r.Meaning is StateMeaning means ? CanHold(means.Expression, covered, site, view) : Declared(state))
                : Declared(state);
        }

        bool Declared(State state) => state.Means is null || CanHold(state.Means, covered, site, view);
    }

    private bool Covers(Subject absent, Noun noun) =>
        absent.Item is null && CoversNoun(new Noun(absent.Symbol, absent.With), noun);

    private bool CoversNoun(Noun absent, Noun noun) => absent.With.IsEmpty
        && (absent.Symbol.Name == noun.Symbol.Name || (absent.Symbol is Kind kind && Kinds(noun.Symbol).All(k => k == kind.Name)));

    private IEnumerable<string> Kinds(NounSymbol symbol) => symbol switch
    {
        Kind kind => [kind.Name],
        Model model => [model.Kind.Name],
        Define define => Bodies(define).SelectMany(b => Kinds(b.Symbol)),
        _ => throw new System.Diagnostics.UnreachableException(symbol.GetType().Name),
    };

    private IEnumerable<Noun> Bodies(Define define)
    {
        var dispute = masks.DisputeOn(define);
        return dispute is null ? define.Bases : dispute.Readings.SelectMany(r => r.Meaning is NounMeaning body ? body.Bases : define.Bases);
    }
}
