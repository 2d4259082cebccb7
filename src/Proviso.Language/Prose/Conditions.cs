using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Whose clause a phrase stands in, and, when one instance is meant, for which place and party.</summary>
/// <param name="Clause">The clause, which says what its variable ranges over; null outside a clause.</param>
/// <param name="IsNamed">True in a sentence that has named before what the variable ranges over: only there "that theatre" is clear.</param>
readonly record struct Scope(Clause? Clause, Place? Place, Party? Party, bool IsNamed = false)
{
    /// <summary>"in Europe", "in the theatre concerned", "at that site".</summary>
    public string In(PlaceReference reference) => reference switch
    {
        FixedPlace fixedPlace => Terms.In(fixedPlace.Place),
        VariablePlace when Place is not null => Terms.In(Place),
        VariablePlace => Clause?.ForEach is { Places: [var first, ..] } ? One(first) : "in the place concerned",
        _ => throw new UnreachableException(reference.GetType().Name),
    };

    /// <summary>One of the places that the variable ranges over: "in the theatre concerned", "at that site".</summary>
    public string One(Place first) => $"{(first is Site ? "at" : "in")} {(IsNamed ? $"that {Terms.Sort(first)}" : $"the {Terms.Sort(first)} concerned")}";

    /// <summary>"the Russian Federation", "a party", "that party", "each other party".</summary>
    public string Who(PartyReference reference) => reference switch
    {
        FixedParty fixedParty => Terms.Party(fixedParty.Party),
        AnyParty => "a party",
        SameParty => Party is null ? "that party" : Terms.Party(Party),
        EachOtherParty { OfTwo: true } => "the other party",
        EachOtherParty => "each other party",
        VariableParty => Party is null ? "the party concerned" : Terms.Party(Party),
        _ => throw new UnreachableException(reference.GetType().Name),
    };

    /// <summary>The one who owes or may: "the Russian Federation", "each party", "that party".</summary>
    public string Who(Actor actor) => actor switch
    {
        NamedActor named => Terms.Party(named.Party),
        EachParty => Party is null ? "each party" : Terms.Party(Party),
        ThatParty => Party is null ? "that party" : Terms.Party(Party),
        VariableActor => Party is null ? "the party concerned" : Terms.Party(Party),
        _ => throw new UnreachableException(actor.GetType().Name),
    };
}

/// <summary>Conditions as clauses of a sentence about one day.</summary>
static class Conditions
{
    /// <summary>A condition: "a missile made by the United States is deployed in the theatre concerned".</summary>
    public static string Say(Condition condition, Scope scope) => ToPhrase(condition, scope).ToString();

    /// <summary>A pattern as a clause: "the United States asks the Russian Federation for a visit at the base".</summary>
    public static string Happens(EventPattern pattern, Scope scope) =>
        (pattern.By is null ? "anybody" : scope.Who(pattern.By))
            + " " + Act(pattern, pattern.By is FixedParty by && Terms.IsPlural(by.Party) ? Tense.Bare : Tense.Present, scope);

    /// <summary>A pattern without the one who does it: "admit a visit at the base".</summary>
    public static string Act(EventPattern pattern, Tense tense, Scope scope) => Acts.Do(
        pattern.Event,
        tense,
        pattern.To is null ? null : scope.Who(pattern.To),
        pattern.Of is null ? null : About(pattern.Of, tense, scope),
        pattern.In is null ? null : scope.In(pattern.In));

    /// <summary>"Article 1"; a clause whose number is a word is called by it.</summary>
    public static string Article(string clauseId) =>
        char.IsAsciiDigit(clauseId[0]) ? "Article " + clauseId : $"the article {English.Quoted(English.Words(clauseId))}";

    /// <summary>What an act is about. An act due after a trigger is about what the trigger is about: "that missile".</summary>
    private static string About(Noun noun, Tense tense, Scope scope) =>
        tense == Tense.Bare && scope.Clause is { Duty: ShallDo, When.Of: { } trigger } && Terms.Singular(trigger) == Terms.Singular(noun)
            ? (Terms.IsPlural(noun) ? "those " : "that ") + Terms.Singular(noun)
            : Terms.Some(noun);

    private static Phrase ToPhrase(Condition condition, Scope scope) => condition switch
    {
        NounIs noun => Phrase.Of($"{Terms.Some(noun.Noun)} {Is(noun)} {scope.In(noun.In)}{Running(noun)}"),
        NotCondition { Part: NounIs { RunningDays: null or 1 } noun } => Phrase.Of($"no {Terms.Singular(noun.Noun)} {Is(noun)} {scope.In(noun.In)}{Running(noun)}"),
        NotCondition { Part: Happens happens } => Phrase.Of($"it is not so that {Happens(happens.Pattern, scope)}"),
        NotCondition not => Phrase.Of($"it is not so that {ToPhrase(not.Part, scope)}"),
        Happens happens => Phrase.Of(Happens(happens.Pattern, scope)),
        ClauseBroken broken => Phrase.Of(Broken(broken, scope)),
        AllConditions all => Phrase.Join("and", all.Parts.Select(part => ToPhrase(part, scope))),
        AnyCondition any => Phrase.Join("or", any.Parts.Select(part => ToPhrase(part, scope))),
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    private static string Is(NounIs noun) => Terms.IsPlural(noun.Noun)
        ? Verbs.PluralPredicate(States.Predicate(noun.State))
        : States.Predicate(noun.State);

    private static string Running(NounIs noun) => noun.RunningDays switch
    {
        null or 1 => "",
        { } days => $" for {English.Figure(days)} days running ({States.LastDays(days)}; it need not be the same thing on each day)",
    };

    private static string Broken(ClauseBroken broken, Scope scope) =>
        $"a breach of {Article(broken.ClauseId)}"
            + (broken.By is null ? "" : " by " + Terms.Party(broken.By))
            + (broken.In is null ? "" : " " + scope.In(broken.In))
            + " is under way, as it stood at the end of the day before";
}

/// <summary>States and expressions over them as predicates: what a thing is.</summary>
static class States
{
    /// <summary>A state as a predicate in the present singular: "is deployed".</summary>
    public static string Predicate(State state) =>
        Verbs.Predicate(state.Title == state.Name ? English.Words(state.Name) : state.Title);

    /// <summary>An expression as a predicate: "is present and is not in exercise".</summary>
    public static string Say(StateExpression expression) => ToPhrase(expression).ToString();

    /// <summary>"that day and the 29 days before it".</summary>
    public static string LastDays(int days) =>
        days == 2 ? "that day and the day before it" : $"that day and the {English.Figure(days - 1)} days before it";

    private static Phrase ToPhrase(StateExpression expression) => expression switch
    {
        StateIs state => Phrase.Of(Predicate(state.State)),
        StateNot { Part: StateIs state } => Phrase.Of(Verbs.NegatedPredicate(Predicate(state.State), false)),
        StateNot not => Phrase.Of($"is not a thing that {ToPhrase(not.Part)}"),
        AllStates all => Phrase.Join("and", all.Parts.Select(ToPhrase)),
        AnyState any => Phrase.Join("or", any.Parts.Select(ToPhrase)),
        RunningState { Days: 1 } running => ToPhrase(running.Part),
        RunningState { Part: StateIs } running => Phrase.Of($"{ToPhrase(running.Part)} {Running(running.Days)}"),
        RunningState running => Phrase.Of($"{Running(running.Days)} {ToPhrase(running.Part)}"),
        _ => throw new UnreachableException(expression.GetType().Name),
    };

    private static string Running(int days) => $"for {English.Figure(days)} days running ({LastDays(days)})";
}
