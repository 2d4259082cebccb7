using System.Runtime.CompilerServices;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>Whether a reported thing is what a noun says (docs/semantics.md §5), under the readings of each view.</summary>
internal sealed class Nouns
{
    private const string Owner = "owner";
    private const string Operator = "operator";
    private readonly ViewMasks masks;
    private readonly ViewSets sets;
    private readonly ILookup<(string Model, string Attribute), AttributeFact> attributeFacts;
    private readonly Dictionary<Asked, Line> known = [];

    public Nouns(ViewMasks masks, Facts facts)
    {
        this.masks = masks;
        sets = masks.Sets;
        attributeFacts = facts.Attributes.ToLookup(f => (f.Content.Model.Name, f.Content.Attribute));
    }

    /// <summary>Whether the subject, as the views take its report, is the noun.</summary>
    /// <remarks>Remembered: every row and slot that speaks of the noun asks the same again.</remarks>
    public Line Match(Subject subject, Acceptance taken, Noun noun)
    {
        var asked = new Asked(subject, taken, noun);
        if (!known.TryGetValue(asked, out var line))
        {
            known[asked] = line = Line.All(
                sets,
                noun.With.Select(pair => Test(subject, taken, pair.Attribute, pair.Value)).Prepend(MatchSymbol(subject, taken, noun.Symbol)));
        }

        return line;
    }

    /// <summary>A question and its answer's key: the same objects, not equal ones, so that no property is read to compare.</summary>
    private readonly struct Asked(Subject subject, Acceptance taken, object about) : IEquatable<Asked>
    {
        private readonly Subject subject = subject;
        private readonly Acceptance taken = taken;
        private readonly object about = about;

        public bool Equals(Asked other) =>
            ReferenceEquals(subject, other.subject) && ReferenceEquals(taken, other.taken) && ReferenceEquals(about, other.about);

        public override bool Equals(object? other) => other is Asked asked && Equals(asked);

        public override int GetHashCode() => HashCode.Combine(
            RuntimeHelpers.GetHashCode(subject), RuntimeHelpers.GetHashCode(taken), RuntimeHelpers.GetHashCode(about));
    }

    /// <summary>Whether the party owns or operates the subject; a member counts for its group while it is one.</summary>
    public Line HeldBy(Subject subject, Acceptance taken, Party party)
    {
        var asked = new Asked(subject, taken, party);
        if (!known.TryGetValue(asked, out var line))
        {
            var wanted = new PartyValue(party);
            known[asked] = line = Line.Or(sets, Test(subject, taken, Operator, wanted), Test(subject, taken, Owner, wanted));
        }

        return line;
    }

    /// <summary>Whether one party is meant when another is wanted: itself, or a member of a wanted group on days of membership.</summary>
    public Line IsParty(Party found, Party wanted)
    {
        if (found.Name == wanted.Name)
        {
            return Line.Constant(sets.All, sets.All);
        }

        var member = MembershipOf(found, wanted, sets.All);
        var group = MembershipOf(wanted, found, ViewSets.None);
        return Line.Or(sets, member, group);
    }

    /// <summary>Whether the party is the wanted one, or on that day a member of it.</summary>
    public Line IsPartyOrMember(Party found, Party wanted) =>
        found.Name == wanted.Name ? Line.Constant(sets.All, sets.All) : MembershipOf(found, wanted, sets.All);

    private Line MembershipOf(Party member, Party group, int lo) => Line.Any(sets, [.. group.Members
        .Where(m => m.Member.Name == member.Name && masks.IsRegarded(m))
        .Select(m => Line.On(m.Days, lo, sets.All))]);

    private Line MatchSymbol(Subject subject, Acceptance taken, NounSymbol symbol) => symbol switch
    {
        Kind kind => Classed(taken, subject.Symbol.Name == kind.Name || (subject.Symbol is Model model && model.Kind.Name == kind.Name)
            ? sets.All
            : ViewSets.None),
        Model model when subject.Symbol.Name == model.Kind.Name => Line.Constant(ViewSets.None, sets.All),
        Model model => Classed(taken, subject.Symbol.Name == model.Name ? sets.All : ViewSets.None),
        Define define => MatchDefine(subject, taken, define),
        _ => throw new System.Diagnostics.UnreachableException(symbol.GetType().Name),
    };

    private Line Classed(Acceptance taken, int matches) =>
        Line.Constant(sets.Except(matches, taken.ClassQuestioned), sets.Or(matches, taken.ClassQuestioned));

    private Line MatchDefine(Subject subject, Acceptance taken, Define define)
    {
        var dispute = masks.DisputeOn(define);
        return dispute is null ? Body(define.Bases, define.Where) : masks.Read(dispute, reading => reading.Meaning is NounMeaning body
            ? Body(body.Bases, body.Where)
            : Body(define.Bases, define.Where));

        Line Body(IEnumerable<Noun> bases, AttributeCondition? where)
        {
            var matched = Line.Any(sets, [.. bases.Select(b => Match(subject, taken, b))]);
            return where is null ? matched : Line.And(sets, matched, Test(subject, taken, where));
        }
    }

    private Line Test(Subject subject, Acceptance taken, AttributeCondition condition) => condition switch
    {
        AttributeIs { Negated: true } part => Test(subject, taken, part.Attribute, part.Value).Not(sets),
        AttributeIs part => Test(subject, taken, part.Attribute, part.Value),
        AllAttributes all => Line.All(sets, all.Parts.Select(p => Test(subject, taken, p))),
        AnyAttribute any => Line.Any(sets, [.. any.Parts.Select(p => Test(subject, taken, p))]),
        _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
    };

    /// <summary>Proved if every candidate value passes, refuted if every one fails.</summary>
    private Line Test(Subject subject, Acceptance taken, string attribute, Value wanted)
    {
        var candidates = CandidatesWithRoles(subject, taken, attribute);
        var firm = candidates.Aggregate(ViewSets.None, (set, c) => sets.Or(set, c.Firm));
        var all = Line.Constant(firm, firm);
        var any = Line.Constant(ViewSets.None, sets.Not(firm));
        foreach (var candidate in candidates)
        {
            var passes = Compare(candidate.Value, wanted);
            all = Line.And(sets, all, Line.Or(sets, passes, Line.Constant(sets.Not(candidate.Present), sets.Not(candidate.Present))));
            any = Line.Or(sets, any, passes.In(sets, candidate.Present));
        }

        var stated = subject.With.Any(w => w.Attribute == attribute);
        var questioned = stated ? taken.Questioning(sets, attribute) : ViewSets.None;
        return Line.Merge(all, any, (lo, _) => sets.Except(lo, questioned), (_, hi) => sets.Or(hi, questioned));
    }

    private sealed record Candidate(Value Value, int Present, int Firm);

    private List<Candidate> CandidatesWithRoles(Subject subject, Acceptance taken, string attribute)
    {
        var candidates = Candidates(subject, attribute);
        var other = attribute switch { Owner => Operator, Operator => Owner, _ => null };
        if (other is not null)
        {
            var none = sets.Not(candidates.Aggregate(ViewSets.None, (set, c) => sets.Or(set, c.Present)));
            var questioned = subject.With.Any(w => w.Attribute == other) ? taken.Questioning(sets, other) : ViewSets.None;
            candidates.AddRange(Candidates(subject, other)
                .Select(c => new Candidate(c.Value, sets.And(c.Present, none), sets.Except(sets.And(c.Firm, none), questioned))));
        }

        return candidates;
    }

    private List<Candidate> Candidates(Subject subject, string attribute)
    {
        if (subject.With.FirstOrDefault(w => w.Attribute == attribute) is { } stated)
        {
            return [new Candidate(stated.Value, sets.All, sets.All)];
        }

        if (subject.Symbol is not Model model)
        {
            return [];
        }

        var declared = model.Attributes.Where(a => a.Attribute == attribute).Select(a => new Candidate(a.Value, sets.All, sets.All))
            .Concat(attributeFacts[(model.Name, attribute)].Select(f => new Candidate(f.Content.Value, f.Taken.HeldIn, f.Taken.AcceptedIn)))
            .ToList();
        var dispute = masks.DisputeOn(t => t is OnAttribute on && on.Attribute == attribute && on.Model == model.Name);
        if (dispute is null)
        {
            return declared;
        }

        var read = new List<Candidate>();
        foreach (var reading in dispute.Readings)
        {
            var views = sets.Or(masks.Choosing(dispute, reading), masks.Open(dispute));
            if (reading.Meaning is ValueMeaning value)
            {
                read.Add(new Candidate(value.Value, views, views));
            }
            else
            {
                read.AddRange(declared.Select(c => new Candidate(c.Value, sets.And(c.Present, views), sets.And(c.Firm, views))));
            }
        }

        return read;
    }

    private Line Compare(Value found, Value wanted) => (found, wanted) switch
    {
        (RangeValue f, RangeValue w) => Ranges.Within(f, w) ? Line.Constant(sets.All, sets.All)
            : Ranges.Disjoint(f, w) ? Line.Constant(ViewSets.None, ViewSets.None)
            : Line.Constant(ViewSets.None, sets.All),
        (WordValue f, WordValue w) => f.Word == w.Word ? Line.Constant(sets.All, sets.All) : Line.Constant(ViewSets.None, ViewSets.None),
        (PartyValue f, PartyValue w) => IsParty(f.Party, w.Party),
        _ => Line.Constant(ViewSets.None, ViewSets.None),
    };
}

/// <summary>Ranges of exact decimals with open and closed ends.</summary>
internal static class Ranges
{
    /// <summary>True when every value of <paramref name="a"/> is one of <paramref name="b"/>.</summary>
    public static bool Within(RangeValue a, RangeValue b) =>
        (b.Low is null || (a.Low is { } low && (low > b.Low || (low == b.Low && (b.LowIncluded || !a.LowIncluded)))))
        && (b.High is null || (a.High is { } high && (high < b.High || (high == b.High && (b.HighIncluded || !a.HighIncluded)))));

    /// <summary>True when no value is in both.</summary>
    public static bool Disjoint(RangeValue a, RangeValue b) => Below(a, b) || Below(b, a);

    private static bool Below(RangeValue a, RangeValue b) =>
        a.High is { } high && b.Low is { } low && (high < low || (high == low && !(a.HighIncluded && b.LowIncluded)));
}
