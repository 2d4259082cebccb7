using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Is what is reported such a thing, and whose (docs/semantics.md §5), on one day under the view's readings.</summary>
internal sealed class Things(Page page)
{
    private readonly Dictionary<object, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Report, int Noun, int Stretch), Truth> known = [];

    /// <summary>Whether the subject of the report (it has only one) is the noun.</summary>
    public Truth Is(Subject subject, Taken taken, Noun noun, int day)
    {
        var key = (Number(taken), Number(noun), page.Stretch(day));
        if (!known.TryGetValue(key, out var answer))
        {
            known[key] = answer = IsSymbol(subject, taken, noun.Symbol, day) & Truth.All(noun.With.Select(w => Has(subject, taken, w.Attribute, w.Value, day)));
        }

        return answer;
    }

    /// <summary>Whether the party owns or operates the subject.</summary>
    public Truth IsHeldBy(Subject subject, Taken taken, Party party, int day) =>
        Has(subject, taken, "operator", new PartyValue(party), day) | Has(subject, taken, "owner", new PartyValue(party), day);

    /// <summary>Whether the one named is the one wanted, or a member of it that day.</summary>
    public static Truth CountsFor(Party named, Party wanted, int day) => Truth.Of(named.Name == wanted.Name || IsMember(named, wanted, day));

    private int Number(object thing) => numbers.TryGetValue(thing, out var number) ? number : numbers[thing] = numbers.Count;

    private static bool IsMember(Party member, Party group, int day) => group.Members.Any(m => m.Member.Name == member.Name && m.Days.Contains(day));

    private Truth IsSymbol(Subject subject, Taken taken, NounSymbol symbol, int day)
    {
        switch (symbol)
        {
            case Kind kind:
                return Classed(subject.Symbol.Name == kind.Name || (subject.Symbol as Model)?.Kind.Name == kind.Name);
            case Model model:
                return subject.Symbol.Name == model.Kind.Name ? Truth.Open : Classed(subject.Symbol.Name == model.Name);
            case Define define:
                var dispute = page.DisputeOn(define);
                return dispute is null
                    ? Body(define.Bases, define.Where)
                    : Truth.Whichever(page.Readings(dispute).Select(r => r.Meaning is NounMeaning body ? Body(body.Bases, body.Where) : Body(define.Bases, define.Where)));
            default:
                throw new UnreachableException(symbol.GetType().Name);
        }

        Truth Classed(bool matches) => taken.ClassOpen ? Truth.Open : Truth.Of(matches);

        Truth Body(IEnumerable<Noun> bases, AttributeCondition? where) =>
            Truth.Any(bases.Select(b => Is(subject, taken, b, day))) & (where is null ? Truth.Yes : Fits(subject, taken, where, day));
    }

    private Truth Fits(Subject subject, Taken taken, AttributeCondition condition, int day) => condition switch
    {
        AttributeIs { Negated: true } part => !Has(subject, taken, part.Attribute, part.Value, day),
        AttributeIs part => Has(subject, taken, part.Attribute, part.Value, day),
        AllAttributes all => Truth.All(all.Parts.Select(p => Fits(subject, taken, p, day))),
        AnyAttribute any => Truth.Any(any.Parts.Select(p => Fits(subject, taken, p, day))),
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    private Truth Has(Subject subject, Taken taken, string attribute, Value wanted, int day)
    {
        var (source, values) = (attribute, Values(subject, attribute));
        var other = attribute switch { "owner" => "operator", "operator" => "owner", _ => null };
        if (values.Count == 0 && other is not null)
        {
            (source, values) = (other, Values(subject, other));
        }

        var open = taken.IsOpen(source) && subject.With.Any(w => w.Attribute == source);
        var firm = !open && values.Any(v => v.Firm);
        var tests = values.Select(v => Passes(v.Value, wanted, day)).ToList();
        return new(firm && tests.All(t => t.Lo), !firm || tests.Any(t => t.Hi));
    }

    /// <summary>The values the attribute may have; firm ones are stated, declared, accepted or a reading's.</summary>
    private List<(Value Value, bool Firm)> Values(Subject subject, string attribute)
    {
        if (subject.With.FirstOrDefault(w => w.Attribute == attribute) is { } stated)
        {
            return [(stated.Value, true)];
        }

        if (subject.Symbol is not Model model)
        {
            return [];
        }

        var dispute = page.DisputeOn(t => t is OnAttribute on && on.Attribute == attribute && on.Model == model.Name);
        return dispute is null
            ? [.. Declared()]
            : [.. page.Readings(dispute).SelectMany(r => r.Meaning is ValueMeaning value ? [(value.Value, true)] : Declared())];

        IEnumerable<(Value, bool)> Declared() => model.Attributes.Where(a => a.Attribute == attribute).Select(a => (a.Value, true))
            .Concat(page.Taken.Where(t => t.Content is AttributeReport a && a.Model.Name == model.Name && a.Attribute == attribute)
                .Select(t => (((AttributeReport)t.Content).Value, t.Accepted)));
    }

    private static Truth Passes(Value found, Value wanted, int day) => (found, wanted) switch
    {
        (RangeValue f, RangeValue w) => IsWithin(f, w) ? Truth.Yes : AreApart(f, w) || AreApart(w, f) ? Truth.No : Truth.Open,
        (WordValue f, WordValue w) => Truth.Of(f.Word == w.Word),
        (PartyValue f, PartyValue w) => CountsFor(f.Party, w.Party, day) | (IsMember(w.Party, f.Party, day) ? Truth.Open : Truth.No),
        _ => Truth.No,
    };

    private static bool IsWithin(RangeValue inner, RangeValue outer)
    {
        var low = outer.Low is not { } l || inner.Low > l || (inner.Low == l && (outer.LowIncluded || !inner.LowIncluded));
        var high = outer.High is not { } h || inner.High < h || (inner.High == h && (outer.HighIncluded || !inner.HighIncluded));
        return low && high;
    }

    /// <summary>The first ends before the second begins.</summary>
    private static bool AreApart(RangeValue lower, RangeValue upper) =>
        lower.High < upper.Low || (lower.High is { } end && end == upper.Low && !(lower.HighIncluded && upper.LowIncluded));
}
