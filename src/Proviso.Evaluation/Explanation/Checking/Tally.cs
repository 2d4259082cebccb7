using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>How many there are on a day: surely at least, the same if nobody had reported that nothing, or no more, was there, and surely at most.</summary>
/// <param name="Contradicts">There were more things of a count than there can have been.</param>
internal readonly record struct Tallied(long Least, long Told, long? Most, bool Contradicts = false)
{
    /// <summary>More were there than there can have been.</summary>
    public bool IsConflict => Contradicts || Told > Most;

    /// <summary>Whether there are more than the limit.</summary>
    public Truth MoreThan(long limit) => IsConflict ? Truth.Open : new(Least > limit, Most is not { } most || most > limit);
}

/// <summary>Counts things in a state in a place, held by a party, on one day under the view's readings (docs/semantics.md §13).</summary>
internal sealed class Tally(Page page, Whereabouts whereabouts, Lots lots)
{
    private readonly Dictionary<(SomeThingIs Question, int Day), Tallied> known = [];
    private readonly ImmutableArray<Taken> wholes = [.. page.Taken.Where(t => t is { IsWhole: true, NumberOpen: false, Content: StateReport { Subject.Item: null } said } && (said.Absent || said.IsTotal))];

    /// <summary>What all reports show. Requires a question with a holder, on a primitive state.</summary>
    public Tallied Of(SomeThingIs question, int day)
    {
        if (!known.TryGetValue((question, day), out var found))
        {
            known[(question, day)] = found = Of(question, day, _ => true);
        }

        return found;
    }

    /// <summary>What some of the reports show by themselves.</summary>
    public Tallied Of(SomeThingIs question, int day, Func<string, bool> isCited)
    {
        var totals = wholes.Where(t => isCited(t.Name) && IsOfAll(t, question, day)).ToList();
        var bounds = wholes.Where(t => isCited(t.Name) && IsTotal(t, question.State, day)).Select(t => (StateReport)t.Content).Where(said => !said.Absent).ToList();
        var most = Most(question.Noun, totals, question.Holder!, day);
        if (page.Agreement.Counts.OfType<StateCount>().FirstOrDefault(c => c.Whole == question.Noun) is not { } count)
        {
            var shown = Shown(question.Noun);
            return new(Greatest(shown.FindAll(f => !lots.IsContradicted(f, day)), bounds, day, One), Greatest(shown, [], day, One), most);
        }

        var byTerm = count.Terms.SelectMany(term => Shown(term.Noun).Select(fact => (Fact: fact, term.Weight))).ToList();
        long Weight(Fact fact) => byTerm.First(each => ReferenceEquals(each.Fact, fact)).Weight;
        var all = byTerm.ConvertAll(each => each.Fact);
        var things = Math.Max(Greatest(all, [], day, One), count.Of is { } kind ? Greatest(Shown(new(kind, [])), [], day, One) : 0);
        long? sum = 0;
        foreach (var term in count.Terms)
        {
            sum += term.Weight * Most(term.Noun, totals, question.Holder!, day);
        }

        var greatest = most * count.Terms.Max(term => term.Weight);
        return new(
            Greatest(all.FindAll(f => !lots.IsContradicted(f, day)), bounds, day, Weight),
            Greatest(all, [], day, Weight),
            sum is null ? greatest : greatest is null ? sum : Math.Min(sum.Value, greatest.Value),
            things > most);

        List<Fact> Shown(Noun noun) => [.. lots.On(day).Where(f => !f.IsGap && f.Content.State.Name == question.State.Name && isCited(f.Taken.Name)
            && WasThere(f, day) && lots.Fits(f, question with { Noun = noun }, day).Lo)];
    }

    private static long One(Fact fact) => 1;

    private bool WasThere(Fact fact, int day)
    {
        var (from, to) = lots.SureDays(fact);
        return fact.Taken is { Accepted: true, DateOpen: false } && day <= page.Horizon && from <= day && day <= to;
    }

    /// <summary>A total, or a report of none, that surely speaks of the whole place that day.</summary>
    private bool IsOfAll(Taken taken, SomeThingIs question, int day) =>
        IsTotal(taken, question.State, day) && whereabouts.IsInside(question.Place, ((StateReport)taken.Content).In, day).Lo;

    private bool IsTotal(Taken taken, State state, int day) => taken.Content is StateReport said && said.State.Name == state.Name
        && day <= page.Horizon && page.DayOf(said.When.Start.Latest) <= day && day <= page.DayOf(said.When.End.Earliest - 1);

    private static long Number(Fact fact) => fact.Taken.NumberOpen ? 1 : fact.Content.Amount.Low;

    /// <param name="bounds">Totals; of the things that one speaks of no more are counted than it allows.</param>
    /// <param name="weight">For how much each thing of a fact counts.</param>
    private long Greatest(List<Fact> shown, List<StateReport> bounds, int day, Func<Fact, long> weight)
    {
        var ordered = shown.OrderBy(f => -weight(f) * Number(f)).ThenBy(f => f.Taken.Name, StringComparer.Ordinal).ToList();
        long greatest = 0;
        foreach (var first in ordered)
        {
            var counted = new List<Fact>();
            var left = bounds.Select(Allowed).ToList();
            long sum = 0;
            foreach (var next in ordered.Where(f => f != first).Prepend(first))
            {
                if (counted.All(c => AreTwo(c, next, day)))
                {
                    var of = Enumerable.Range(0, bounds.Count).Where(i => Speaks(bounds[i], next, day)).ToList();
                    var number = of.Select(i => left[i]).Append(Number(next)).Min();
                    if (number > 0)
                    {
                        counted.Add(next);
                        sum += weight(next) * number;
                        of.ForEach(i => left[i] -= number);
                    }
                }
            }

            greatest = Math.Max(greatest, sum);
        }

        return greatest;
    }

    /// <summary>Whether what the fact shows surely is among what the total speaks of.</summary>
    private bool Speaks(StateReport total, Fact fact, int day) =>
        lots.Fits(fact, new SomeThingIs(new Noun(total.Subject.Symbol, total.Subject.With), total.State, total.In, null, ClauseSlot.Have), day).Lo;

    /// <summary>Whether what two reports show surely are different things.</summary>
    private bool AreTwo(Fact a, Fact b, int day)
    {
        var (x, y) = (a.Content.Subject, b.Content.Subject);
        if (x.Item is not null && x.Item == y.Item)
        {
            return false;
        }

        if (!a.Taken.ClassOpen && !b.Taken.ClassOpen)
        {
            var twoNames = x.Item is not null && y.Item is not null;
            if (twoNames || KindOf(x.Symbol) != KindOf(y.Symbol) || (x.Symbol is Model && y.Symbol is Model && x.Symbol.Name != y.Symbol.Name))
            {
                return true;
            }
        }

        if (Operator(a) is { } p && Operator(b) is { } q && p.Name != q.Name && p.Members.Length + q.Members.Length == 0)
        {
            return true;
        }

        return !a.Taken.PlaceOpen && !b.Taken.PlaceOpen
            && !whereabouts.IsInside(a.Content.In, b.Content.In, day).Hi && (IsAllDay(a, day) || IsAllDay(b, day));
    }

    private static Party? Operator(Fact fact) => fact.Taken.IsOpen("operator") ? null
        : (fact.Content.Subject.With.FirstOrDefault(w => w.Attribute == "operator")?.Value as PartyValue)?.Party;

    private bool IsAllDay(Fact fact, int day)
    {
        var clock = page.Agreement.Clock;
        return fact.When.Start.Latest <= clock.StartOf(day) && fact.When.End.Earliest >= clock.StartOf(day + 1);
    }

    private static string KindOf(NounSymbol symbol) => symbol is Model model ? model.Kind.Name : symbol.Name;

    private long? Most(Noun noun, List<Taken> totals, Party holder, int day)
    {
        var whole = totals.Where(t => IsOf((StateReport)t.Content, noun, holder, day)).Select(t => Allowed((StateReport)t.Content)).ToList();
        long? most = whole.Count == 0 ? null : whole.Min();
        if (noun.Symbol is Define define)
        {
            long? widest = 0;
            foreach (var body in Bodies(define))
            {
                long? sum = 0;
                foreach (var part in body)
                {
                    sum += Most(Narrowed(part, noun), totals, holder, day);
                }

                widest = sum is null || widest is null ? null : Math.Max(widest.Value, sum.Value);
            }

            most = most is null ? widest : widest is null ? most : Math.Min(most.Value, widest.Value);
        }

        return most;
    }

    private static long Allowed(StateReport total) => total.Absent ? 0 : total.Amount.High ?? long.MaxValue;

    private static Noun Narrowed(Noun part, Noun whole) => new(part.Symbol, [.. part.With, .. whole.With]);

    /// <summary>Whether everything that the noun can mean, and the party holds, is what the total is of.</summary>
    private bool IsOf(StateReport total, Noun noun, Party holder, int day)
    {
        if (noun.Symbol is Define define)
        {
            return Bodies(define).All(body => body.All(part => IsOf(total, Narrowed(part, noun), holder, day)));
        }

        var of = total.Subject.Symbol.Name;
        return (of == noun.Symbol.Name || of == KindOf(noun.Symbol)) && total.Subject.With.All(w => noun.With.Any(n => n == w)
            || (w is { Attribute: "operator" or "owner", Value: PartyValue named } && Things.CountsFor(holder, named.Party, day).Lo));
    }

    private IEnumerable<ImmutableArray<Noun>> Bodies(Define define) => page.DisputeOn(define) is { } dispute
        ? page.Readings(dispute).Select(r => r.Meaning is NounMeaning body ? body.Bases : define.Bases)
        : [define.Bases];
}
