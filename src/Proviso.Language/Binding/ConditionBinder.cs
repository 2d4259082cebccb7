using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Where a pattern of an event stands: it decides which words for parties make sense.</summary>
enum PatternUse
{
    /// <summary>In <c>when</c>.</summary>
    Trigger,

    /// <summary>After <c>shall</c> or <c>may</c>.</summary>
    Act,

    /// <summary>In a condition, <c>the … happens</c>.</summary>
    Condition,
}

/// <summary>Conditions over time and patterns of events, in the scope of a clause.</summary>
/// <param name="ofTwo">Whether the agreement is between two parties.</param>
sealed class ConditionBinder(Lexicon lexicon, NounBinder nouns, StateBinder states, bool ofTwo)
{
    private readonly List<(BrokenSyntax Syntax, ClauseBroken Bound, ClauseScope Scope)> broken = [];

    /// <summary>Every <c>clause n is broken</c> that was bound, for checks that need all clauses.</summary>
    public IReadOnlyList<(BrokenSyntax Syntax, ClauseBroken Bound, ClauseScope Scope)> Broken => broken;

    /// <summary>A condition slot; null when its condition does not bind.</summary>
    public ConditionSlot? Slot(ConditionSlotSyntax slot, ClauseScope scope) =>
        WordOf(slot.SlotWord) is { } word && Condition(slot.Condition, scope) is { } condition
            ? new(word, slot.NewlyWord is not null, condition)
            : null;

    /// <summary>The slot a word opens, or null when it is another word.</summary>
    public static SlotWord? WordOf(Token word) => word.Word switch
    {
        Word.While => SlotWord.While,
        Word.Until => SlotWord.Until,
        Word.Unless => SlotWord.Unless,
        _ => null,
    };

    /// <summary>A condition; null when a part of it does not bind.</summary>
    public Condition? Condition(ConditionSyntax condition, ClauseScope scope) => condition switch
    {
        ConditionGroupSyntax group => Condition(group.Condition, scope),
        StatusSyntax status => Status(status, scope),
        HappensSyntax happens => Pattern(happens.Pattern, PatternUse.Condition, scope) is { } pattern ? new Happens(pattern) : null,
        BrokenSyntax other => IsBroken(other, scope),
        JoinedConditionsSyntax joined => Joined(joined, scope),
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    /// <summary>A pattern; null when a part of it does not bind.</summary>
    public EventPattern? Pattern(PatternSyntax pattern, PatternUse use, ClauseScope scope)
    {
        var happening = lexicon.Event(pattern.Event);
        var by = pattern.By is null ? null : Role(pattern.By, use, scope);
        var to = pattern.To is null ? null : Role(pattern.To, use, scope);
        var of = pattern.Of is null ? null : nouns.Noun(pattern.Of.Noun);
        var at = pattern.In is null ? null : Place(pattern.In.Name, scope);
        var isWhole = happening is not null
            && (by is null) == (pattern.By is null)
            && (to is null) == (pattern.To is null)
            && (of is null) == (pattern.Of is null)
            && (at is null) == (pattern.In is null);
        return isWhole ? new(happening!, by, to, of, at) : null;
    }

    /// <summary>A place by name, or the clause's variable.</summary>
    public PlaceReference? Place(Token name, ClauseScope scope)
    {
        if (!scope.IsVariable(name.Value))
        {
            return lexicon.Place(name) is { } place ? new FixedPlace(place) : null;
        }

        if (!scope.IsParty)
        {
            return new VariablePlace(name.Value);
        }

        lexicon.Found.Add(BindingErrors.WrongVariable(name.Span, name.Value, "party", "place"));
        return null;
    }

    /// <summary>True when the name is a variable that stands for a party; a variable for a place is reported when
    /// <paramref name="failed"/> comes out true.</summary>
    public bool IsPartyVariable(Token name, ClauseScope scope, out bool failed)
    {
        failed = scope.IsVariable(name.Value) && !scope.IsParty;
        if (failed)
        {
            lexicon.Found.Add(BindingErrors.WrongVariable(name.Span, name.Value, "place", "party"));
        }

        return scope.IsVariable(name.Value) && scope.IsParty;
    }

    private PartyReference? Role(RoleSyntax role, PatternUse use, ClauseScope scope)
    {
        if (role.Name is { } name)
        {
            return IsPartyVariable(name, scope, out var failed) ? new VariableParty(name.Value)
                : failed ? null
                : lexicon.Party(name) is { } party ? new FixedParty(party)
                : null;
        }

        var words = role.Words;
        switch (words?.First)
        {
            case Word.A when use != PatternUse.Act:
                return new AnyParty();
            case Word.That when scope.BindsParty && use != PatternUse.Trigger:
                return new SameParty();
            case Word.Each when use == PatternUse.Act:
                return new EachOtherParty(ofTwo);
            case Word.A:
                lexicon.Found.Add(BindingErrors.PartyWordsMisplaced(words.Span, words.ToString(), "in a trigger or a condition"));
                return null;
            case Word.Each:
                lexicon.Found.Add(BindingErrors.PartyWordsMisplaced(words.Span, words.ToString(), "after the act, as the one it is done to"));
                return null;
            case Word.That:
                lexicon.Found.Add(BindingErrors.NobodyMeant(words.Span, words.ToString()));
                return null;
            default:
                return null;
        }
    }

    private Condition? Status(StatusSyntax status, ClauseScope scope)
    {
        var noun = nouns.Noun(status.Noun);
        var state = lexicon.State(status.State);
        var place = Place(status.In.Name, scope);
        var running = status.Running is null ? null : states.Running(status.Running);
        if (noun is null || state is null || place is null || (running is null && status.Running is not null))
        {
            return null;
        }

        var some = new NounIs(noun, state, place, running);
        return status.NoWord is null ? some : new NotCondition(some);
    }

    private ClauseBroken? IsBroken(BrokenSyntax syntax, ClauseScope scope)
    {
        var clause = lexicon.Find(Space.Clauses, syntax.Clause.Number);
        Party? by = null;
        if (syntax.By is { } named)
        {
            if (scope.IsVariable(named.Name.Value))
            {
                lexicon.Found.Add(BindingErrors.WrongVariable(named.Name.Span, named.Name.Value, "element of the clause", "declared party"));
            }
            else
            {
                by = lexicon.Party(named.Name);
            }
        }

        var at = syntax.In is null ? null : Place(syntax.In.Name, scope);
        if (clause is null || (by is null) != (syntax.By is null) || (at is null) != (syntax.In is null))
        {
            return null;
        }

        var bound = new ClauseBroken(clause.Name, by, at);
        broken.Add((syntax, bound, scope));
        return bound;
    }

    private Condition? Joined(JoinedConditionsSyntax joined, ClauseScope scope)
    {
        var parts = joined.Terms.Select(part => Condition(part, scope)).ToList();
        if (parts.OfType<Condition>().ToImmutableArray() is var bound && bound.Length < parts.Count)
        {
            return null;
        }

        return joined.IsAnd ? new AllConditions(bound) : new AnyCondition(bound);
    }
}
