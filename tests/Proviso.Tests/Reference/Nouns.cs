using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>A thing as a statement has it: of a kind or model, with roles and attribute values as stated.</summary>
sealed record Thing(Statement Statement, Subject Subject);

/// <summary>§5: whether a thing is what a noun says.</summary>
sealed class Nouns(Agreement agreement, Statements statements, Acceptance acceptance)
{
    private readonly Dictionary<(string, string), Candidate> candidates = [];

    public Truth Match(Thing thing, Noun noun, int day) =>
        IsA(thing, noun.Symbol, day) & Truth.All(noun.With.Select(pair => Test(thing, pair.Attribute, pair.Value, day)));

    /// <summary>Whether the party owns or operates the thing that day.</summary>
    public Truth Has(Party party, Thing thing, int day) =>
        Test(thing, "operator", new PartyValue(party), day) | Test(thing, "owner", new PartyValue(party), day);

    private Truth IsA(Thing thing, NounSymbol symbol, int day)
    {
        if (symbol is Define define)
        {
            return Truth.Together(BodiesOf(define).Select(body => Matches(thing, body.Bases, body.Where, day)));
        }

        if (acceptance.ClassInQuestion(thing.Statement))
        {
            return Truth.Open;
        }

        var reported = thing.Subject.Symbol;
        return symbol switch
        {
            Kind kind => Truth.Of(reported.Name == kind.Name || (reported is Model of && of.Kind.Name == kind.Name)),
            Model model => reported.Name == model.Name ? Truth.Proved : reported.Name == model.Kind.Name ? Truth.Open : Truth.Refuted,
            _ => throw new UnreachableException(symbol.ToString()),
        };
    }

    private Truth Matches(Thing thing, ImmutableArray<Noun> bases, AttributeCondition? where, int day) =>
        Truth.Any(bases.Select(noun => Match(thing, noun, day))) & (where is null ? Truth.Proved : Judge(thing, where, day));

    private Truth Judge(Thing thing, AttributeCondition condition, int day) => condition switch
    {
        AttributeIs { Negated: false } test => Test(thing, test.Attribute, test.Value, day),
        AttributeIs { Negated: true } test => !Test(thing, test.Attribute, test.Value, day),
        AllAttributes all => Truth.All(all.Parts.Select(part => Judge(thing, part, day))),
        AnyAttribute any => Truth.Any(any.Parts.Select(part => Judge(thing, part, day))),
        _ => throw new UnreachableException(condition.ToString()),
    };

    /// <summary>The bodies of a definition that the view does not rule out.</summary>
    public IEnumerable<NounMeaning> BodiesOf(Define define)
    {
        var own = new NounMeaning(define.Bases, define.Where);
        return DisputeOn(define) is { } dispute
            ? acceptance.ReadingsOf(dispute).Select(reading => reading.Meaning as NounMeaning ?? own)
            : [own];
    }

    private Dispute? DisputeOn(Define define) =>
        agreement.Disputes.FirstOrDefault(each => each.Target is OnDefine target && target.Define == define.Name);

    private Truth Test(Thing thing, string attribute, Value wanted, int day)
    {
        var own = Candidates(thing, attribute);
        if (own.Values.Count == 0 && OtherRole(attribute) is { } other)
        {
            own = Candidates(thing, other);
        }

        var answers = own.Values.Select(value => Values.Passes(value, wanted, day)).ToList();
        if (own.Unsure || answers.Count == 0)
        {
            answers.Add(Truth.Open);
        }

        return answers.TrueForAll(each => each == Truth.Proved) ? Truth.Proved
            : answers.TrueForAll(each => each == Truth.Refuted) ? Truth.Refuted
            : Truth.Open;
    }

    private static string? OtherRole(string attribute) => attribute switch
    {
        "owner" => "operator",
        "operator" => "owner",
        _ => null,
    };

    /// <summary>The values an attribute can have.</summary>
    /// <param name="Unsure">None of them need be the one.</param>
    private sealed record Candidate(IReadOnlyList<Value> Values, bool Unsure);

    private Candidate Candidates(Thing thing, string attribute)
    {
        if (!candidates.TryGetValue((thing.Statement.Name, attribute), out var answer))
        {
            answer = candidates[(thing.Statement.Name, attribute)] = CandidatesOf(thing, attribute);
        }

        return answer;
    }

    private Candidate CandidatesOf(Thing thing, string attribute)
    {
        if (thing.Subject.With.FirstOrDefault(pair => pair.Attribute == attribute) is { } stated)
        {
            return new([stated.Value], acceptance.AttributeInQuestion(thing.Statement, attribute));
        }

        if (thing.Subject.Symbol is not Model model)
        {
            return new([], true);
        }

        var dispute = agreement.Disputes.FirstOrDefault(each =>
            each.Target is OnAttribute target && target.Attribute == attribute && target.Model == model.Name);
        if (dispute is null)
        {
            return Undisputed(model, attribute);
        }

        var readings = acceptance.ReadingsOf(dispute)
            .Select(reading => reading.Meaning is ValueMeaning value ? new Candidate([value.Value], false) : Undisputed(model, attribute))
            .ToList();
        return new([.. readings.SelectMany(each => each.Values)], readings.Exists(each => each.Unsure));
    }

    private Candidate Undisputed(Model model, string attribute)
    {
        var declared = model.Attributes.Where(pair => pair.Attribute == attribute).Select(pair => pair.Value).ToList();
        var reported = statements.All
            .Where(each => each.Content is AttributeReport report && report.Model.Name == model.Name && report.Attribute == attribute)
            .Where(each => acceptance.Of(each).Hi)
            .ToList();
        return new(
            [.. declared, .. reported.Select(each => ((AttributeReport)each.Content).Value)],
            declared.Count == 0 && !reported.Exists(each => acceptance.Of(each).Lo));
    }

    // §12

    /// <summary>The kinds a noun can come from, under any reading of its definitions.</summary>
    public IReadOnlySet<string> KindsOf(NounSymbol symbol) => symbol switch
    {
        Kind kind => new HashSet<string> { kind.Name },
        Model model => new HashSet<string> { model.Kind.Name },
        Define define => (DisputeOn(define)?.Readings.SelectMany(reading => reading.Meaning is NounMeaning body ? body.Bases : define.Bases) ?? define.Bases)
            .SelectMany(noun => KindsOf(noun.Symbol)).ToHashSet(),
        _ => throw new UnreachableException(symbol.ToString()),
    };
}
