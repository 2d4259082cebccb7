using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>States, and expressions over them wherever they are used.</summary>
sealed class StateBinder(Lexicon lexicon, TimeBinder times)
{
    /// <summary>The most days that `for … days running` can say.</summary>
    public const int MostRunningDays = 100_000;

    /// <summary>Binds states, each after those it stands for; answers them in the order written.</summary>
    public ImmutableArray<State> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        var states = sentences.ToDictionary(
            each => each.Declared.Name, each => ((StateSentence)each.Sentence, each.Declared), StringComparer.Ordinal);
        var sorted = Dependencies.Of(states.Keys, states.Values.SelectMany(each => Mentions(each.Item1, each.Declared)));
        foreach (var circle in sorted.Circles)
        {
            lexicon.Found.Add(BindingErrors.Circle("states", "stands for", circle));
        }

        foreach (var name in sorted.Order)
        {
            State(states[name].Item1, states[name].Declared);
        }

        // Those on or behind a circle stay unbound; what else they name is still looked up.
        foreach (var name in states.Keys.Except(sorted.Order, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (states[name].Item1.Means is { } means)
            {
                Expression(means);
            }
        }

        return [.. sentences.Select(each => lexicon.MeaningOf<State>(Space.States, each.Declared.Name)).OfType<State>()];
    }

    /// <summary>An expression; null when a part of it does not bind.</summary>
    public StateExpression? Expression(StateExpressionSyntax expression)
    {
        switch (expression)
        {
            case JoinedStatesSyntax joined:
                return Joined(joined.Terms.Select(Expression), joined.IsAnd);
            case StateTermSyntax term:
                return Term(term);
            default:
                throw new UnreachableException(expression.GetType().Name);
        }
    }

    /// <summary>The expression that is a list of names joined by <c>or</c>, or one name.</summary>
    public StateExpression? Expression(IEnumerable<Token> names)
    {
        var parts = names.Select(name => lexicon.State(name) is { } state ? new StateIs(state) : (StateExpression?)null).ToList();
        return parts is [var only] ? only : Joined(parts, isAnd: false);
    }

    /// <summary>A number of days running.</summary>
    public int? Running(RunningSyntax running) => (int?)times.Whole(running.Number, MostRunningDays);

    private void State(StateSentence sentence, Declared declared)
    {
        var means = sentence.Means is null ? null : Expression(sentence.Means);
        if (sentence.Means is not null && means is null)
        {
            return;
        }

        if (means is not null && sentence.PersistsWord is { } persists)
        {
            lexicon.Found.Add(BindingErrors.DerivedPersists(persists.Span, declared.Name));
        }

        var persistence = means is null && sentence.PersistsWord is not null ? Persistence.Persists : Persistence.Observed;
        lexicon.Means(declared, new State(declared.Name, Titles.OfState(sentence.Title, declared.Name), means, persistence));
    }

    private StateExpression? Term(StateTermSyntax term)
    {
        var part = term switch
        {
            { Group: { } group } => Expression(group.Expression),
            { Name: { } name } => lexicon.State(name) is { } state ? new StateIs(state) : null,
            _ => null,
        };
        var days = term.Running is null ? null : Running(term.Running);
        if (part is null || (term.Running is not null && days is null))
        {
            return null;
        }

        // `not S for 5 days running`: on each of the last five days it was not so.
        part = term.NotWord is null ? part : new StateNot(part);
        return days is { } running ? new RunningState(part, running) : part;
    }

    private static StateExpression? Joined(IEnumerable<StateExpression?> terms, bool isAnd)
    {
        var parts = terms.ToList();
        if (parts.OfType<StateExpression>().ToImmutableArray() is var bound && (bound.Length < parts.Count || bound.IsEmpty))
        {
            return null;
        }

        return isAnd ? new AllStates(bound) : new AnyState(bound);
    }

    private static IEnumerable<Mention> Mentions(StateSentence state, Declared declared) =>
        state.Means is null
            ? []
            : state.Means.NodesWithin().OfType<StateTermSyntax>()
                .Where(term => term.Name is { IsMissing: false })
                .Select(term => new Mention(declared.Name, term.Name!.Value, term.Name.Span));
}
