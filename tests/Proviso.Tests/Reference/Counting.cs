using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§13: how many things there are on a day.</summary>
sealed class Counting(
    Agreement agreement, Statements statements, Acceptance acceptance, Facts facts, Nouns nouns, Places places, States states)
{
    private static readonly Func<Fact, long> one = _ => 1;
    private readonly Dictionary<(string, int), List<StateReport>> totals = [];

    /// <summary>Whether what is asked about is more than a number that day. Requires a holder.</summary>
    public Truth IsMoreThan(ShallHaveAtMost ceiling, Asked asked, int day)
    {
        if (Contradicts(ceiling, asked, day))
        {
            return Truth.Open;
        }

        var most = ceiling.Count is { } count ? Most(count, asked, day) : Most(ceiling.State, asked, day);
        return new(Least(ceiling, asked, day) > ceiling.Number, most is not { } known || known > ceiling.Number);
    }

    /// <summary>How many there surely are of what is asked about, were nothing in conflict. Requires a holder.</summary>
    public long Least(ShallHaveAtMost ceiling, Asked asked, int day)
    {
        var bounds = Bounds(ceiling.State, day);
        return ceiling.Count is { } count
            ? Least(Shown(count, asked, day, contradicted: false), bounds, day, WeightIn(count, asked, day))
            : Least(Shown(ceiling.State, asked, day, contradicted: false), bounds, day, one);
    }

    /// <summary>Whether reports show more than totals allow.</summary>
    public bool Contradicts(ShallHaveAtMost ceiling, Asked asked, int day)
    {
        if (ceiling.Count is not { } count)
        {
            return Most(ceiling.State, asked, day) < Least(Shown(ceiling.State, asked, day, contradicted: true), [], day, one);
        }

        var shown = Shown(count, asked, day, contradicted: true);
        var things = Most(count.State, asked, day);
        return Most(count, asked, day) < Least(shown, [], day, WeightIn(count, asked, day))
            || things < Least(shown, [], day, one)
            || (count.Of is { } kind && things < Least(Shown(count.State, asked with { Noun = new(kind, []) }, day, contradicted: true), [], day, one));
    }

    /// <summary>What a party has; or, of several, what any of them has, each thing once, and no more than each may have.</summary>
    public Ranged Of(StateCount count, IReadOnlyList<Party> parties, Place place, int day)
    {
        var each = parties.Select(party => Of(count, new Asked(count.Whole, place, party), day)).ToList();
        if (each is [var only])
        {
            return only;
        }

        var most = each.Exists(one => one.Most is null) ? null : each.Sum(one => one.Most);
        var told = Any(contradicted: true, []);
        return new(Any(contradicted: false, Bounds(count.State, day)), most, each.Exists(one => one.IsConflict) || most < told);

        long Any(bool contradicted, List<StateReport> bounds)
        {
            var facts = parties.SelectMany(party => Shown(count, new(count.Whole, place, party), day, contradicted)).Distinct(ReferenceEqualityComparer.Instance);
            return Least([.. facts.Cast<Fact>()], bounds, day, WeightIn(count, new(count.Whole, place, null), day));
        }
    }

    private Ranged Of(StateCount count, Asked asked, int day)
    {
        var ceiling = new ShallHaveAtMost(1, count.Whole, count.State, new FixedPlace(asked.In), count);
        return new(Least(Shown(count, asked, day, contradicted: false), Bounds(count.State, day), day, WeightIn(count, asked, day)), Most(count, asked, day), Contradicts(ceiling, asked, day));
    }

    private List<Fact> Shown(StateCount count, Asked asked, int day, bool contradicted) =>
        [.. count.Terms.SelectMany(term => Shown(count.State, asked with { Noun = term.Noun }, day, contradicted))];

    /// <summary>What each thing of a fact counts for: the weight of the term that it surely is of.</summary>
    private Func<Fact, long> WeightIn(StateCount count, Asked asked, int day) => fact =>
        count.Terms.Single(term => states.IsAsked(fact, asked with { Noun = term.Noun }, day).Lo).Weight;

    private long? Most(StateCount count, Asked asked, int day)
    {
        var terms = count.Terms.Select(term => Most(count.State, asked with { Noun = term.Noun }, day) * term.Weight).ToList();
        var sum = terms.Contains(null) ? null : terms.Sum();
        var whole = Most(count.State, asked, day) * count.Terms.Select(term => term.Weight).Max();
        return new[] { sum, whole }.Min();
    }

    /// <summary>The facts that surely are of what is asked that day.</summary>
    /// <param name="contradicted">Also those that an absence contradicts.</param>
    private List<Fact> Shown(State state, Asked asked, int day, bool contradicted) =>
    [
        .. from fact in facts.All
           where fact.Gap is null && fact.State.Name == state.Name
           where acceptance.Of(fact.Statement).Lo && facts.SureDays(fact).Has(day)
           where contradicted || !facts.IsContradicted(fact, day)
           where states.IsAsked(fact, asked, day).Lo
           select fact,
    ];

    private long NumberOf(Fact fact) => acceptance.NumberInQuestion(fact.Statement) ? 1 : ((StateReport)fact.Statement.Content).Amount.Low;

    private long Least(List<Fact> shown, List<StateReport> bounds, int day, Func<Fact, long> weight)
    {
        var order = shown.OrderByDescending(fact => weight(fact) * NumberOf(fact)).ThenBy(fact => fact.Statement.Name, StringComparer.Ordinal).ToList();
        return order.Select(first => Gather([first, .. order], bounds, day, weight)).DefaultIfEmpty(0).Max();
    }

    /// <summary>The sum of those in order that are apart from all before, each as far as the totals that it is of leave room.</summary>
    private long Gather(List<Fact> order, List<StateReport> bounds, int day, Func<Fact, long> weight) => order
        .Aggregate(ImmutableList<(Fact Fact, long Number)>.Empty, (soFar, next) =>
        {
            var number = bounds.Where(total => IsOf(next, total, day))
                .Select(total => total.Amount.High!.Value - soFar.Where(one => IsOf(one.Fact, total, day)).Sum(one => one.Number))
                .Append(NumberOf(next)).Min();
            return number > 0 && soFar.TrueForAll(one => !ReferenceEquals(one.Fact, next) && AreApart(one.Fact, next, day)) ? soFar.Add((next, number)) : soFar;
        })
        .Sum(one => weight(one.Fact) * one.Number);

    private bool IsOf(Fact fact, StateReport total, int day) =>
        states.IsAsked(fact, new Asked(new Noun(total.Subject.Symbol, total.Subject.With), total.In, null), day).Lo;

    private bool AreApart(Fact one, Fact other, int day)
    {
        var (a, b) = (one.Thing.Subject, other.Thing.Subject);
        if (a.Item is not null && a.Item == b.Item)
        {
            return false;
        }

        var classInQuestion = acceptance.ClassInQuestion(one.Statement) || acceptance.ClassInQuestion(other.Statement);
        var otherSort = (a.Symbol, b.Symbol) switch
        {
            (Model x, Model y) => x.Name != y.Name,
            (Model x, Kind y) => x.Kind.Name != y.Name,
            (Kind x, Model y) => x.Name != y.Kind.Name,
            var (x, y) => x.Name != y.Name,
        };
        var otherItem = a.Item is not null && b.Item is not null && a.Item != b.Item;
        if ((otherSort || otherItem) && !classInQuestion)
        {
            return true;
        }

        if (OperatorOf(one) is { } x1 && OperatorOf(other) is { } x2 && x1 != x2)
        {
            return true;
        }

        var elsewhere = !acceptance.PlaceInQuestion(one.Statement) && !acceptance.PlaceInQuestion(other.Statement)
            && places.Inside(one.In, other.In, day) == Truth.Refuted;
        return elsewhere && (LastsAllDay(one, day) || LastsAllDay(other, day));
    }

    /// <summary>The name of the operator stated, if it is beyond doubt and no group.</summary>
    private string? OperatorOf(Fact fact) =>
        fact.Thing.Subject.With.FirstOrDefault(pair => pair.Attribute == "operator")?.Value is PartyValue { Party: { Members.IsEmpty: true } party }
            && !acceptance.AttributeInQuestion(fact.Statement, "operator")
            ? party.Name
            : null;

    private bool LastsAllDay(Fact fact, int day) =>
        fact.Span.Start.Latest <= agreement.Clock.StartOf(day) && agreement.Clock.StartOf(day + 1) <= fact.Span.End.Earliest;

    /// <summary>Null when no total says so.</summary>
    private long? Most(State state, Asked asked, int day)
    {
        var around = Totals(state, day).Where(report => places.Inside(asked.In, report.In, day).Lo);
        return Most([.. around], asked.Noun, asked.Holder!, day);
    }

    /// <summary>The totals that count that day, of whatever place, without those of none.</summary>
    private List<StateReport> Bounds(State state, int day) => [.. Totals(state, day).Where(report => report.IsTotal)];

    private List<StateReport> Totals(State state, int day)
    {
        if (!totals.TryGetValue((state.Name, day), out var answer))
        {
            answer = totals[(state.Name, day)] = [.. TotalsOf(state, day)];
        }

        return answer;
    }

    private IEnumerable<StateReport> TotalsOf(State state, int day) =>
        from statement in statements.All
        let report = statement.Content as StateReport
        where report is not null && (report.IsTotal || report.Absent) && report.State.Name == state.Name && report.Subject.Item is null
        where acceptance.Of(statement).Lo && !acceptance.AnyPartInQuestion(statement) && !acceptance.NumberInQuestion(statement)
        where facts.SureDays(report.When).Has(day)
        select report;

    private long? Most(IReadOnlyList<StateReport> given, Noun noun, Party holder, int day)
    {
        var direct = given.Where(total => Covers(total, noun, holder, day)).Select(total => total.Absent ? 0 : total.Amount.High).Min();
        if (noun.Symbol is not Define define)
        {
            return direct;
        }

        var inParts = nouns.BodiesOf(define).Select(body =>
        {
            var parts = body.Bases.Select(part => Most(given, Narrow(part, noun), holder, day)).ToList();
            return parts.Contains(null) ? null : parts.Sum();
        }).ToList();
        var byParts = inParts.Contains(null) ? null : inParts.Max();
        return direct is null || byParts < direct ? byParts : direct;
    }

    private static Noun Narrow(Noun part, Noun whole) => part with { With = [.. part.With, .. whole.With] };

    /// <summary>Whether the total is of all that the noun says and the holder has.</summary>
    private bool Covers(StateReport total, Noun noun, Party holder, int day) => noun.Symbol switch
    {
        Define define => nouns.BodiesOf(define).All(body => body.Bases.All(part => Covers(total, Narrow(part, noun), holder, day))),
        Model model => (total.Subject.Symbol.Name == model.Name || total.Subject.Symbol.Name == model.Kind.Name) && IsNarrowed(total, noun, holder, day),
        _ => total.Subject.Symbol.Name == noun.Symbol.Name && IsNarrowed(total, noun, holder, day),
    };

    /// <summary>Whether nothing the total says of its things leaves out one of the noun's, or of the holder's.</summary>
    private static bool IsNarrowed(StateReport total, Noun noun, Party holder, int day) => total.Subject.With.All(pair =>
        noun.With.Any(other => other.Attribute == pair.Attribute && Values.Same(other.Value, pair.Value))
            || (pair.Attribute is "operator" or "owner" && pair.Value is PartyValue { Party: var named }
                && (named.Name == holder.Name || named.Members.Any(member => member.Member.Name == holder.Name && member.Days.Contains(day)))));
}
