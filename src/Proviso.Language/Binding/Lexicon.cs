using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>The names of a case and what those that were bound so far stand for. Each lookup reports a name that is not
/// declared, or names something else, once; for a name whose declaration has an error of its own it answers null in silence,
/// so that one mistake is told once.</summary>
sealed class Lexicon(DiagnosticBag found)
{
    private readonly Dictionary<Declared, object> meanings = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> unclear = new(StringComparer.Ordinal);
    private readonly HashSet<Space> unclearSpaces = [];
    private readonly Dictionary<(Space, string Name, string Message), List<(Token Use, Diagnostic Told)>> lost = [];

    /// <summary>The declared names.</summary>
    public Names Names { get; } = new();

    /// <summary>Where errors go.</summary>
    public DiagnosticBag Found { get; } = found;

    /// <summary>Declares a name; reports one that is taken. A missing name is not declared.</summary>
    /// <returns>The declaration, or null when it does not count.</returns>
    public Declared? Declare(Sort sort, Token name)
    {
        if (name.IsMissing)
        {
            return null;
        }

        var declared = new Declared(sort, name.Value, name.Span);
        if (Names.Declare(declared) is { } first)
        {
            Found.Add(BindingErrors.DeclaredTwice(name.Span, sort, name.Value, first));
            return null;
        }

        return declared;
    }

    /// <summary>Says that a word stands in a sentence that could not be read: it may be declared there, so that nobody who
    /// uses it is blamed.</summary>
    public void IsUnclear(string name) => unclear.Add(name);

    /// <summary>Says that a declaration of the space has lost its name: any word may be that name.</summary>
    public void IsUnclear(Space space) => unclearSpaces.Add(space);

    /// <summary>True for a word that may be declared in a sentence that could not be read.</summary>
    public bool MayMean(string name) => unclear.Contains(name);

    /// <summary>True when every declaration of the space was read and bound: only then can something be said not to be among them.</summary>
    public bool IsComplete(Space space) =>
        unclear.Count == 0 && !unclearSpaces.Contains(space) && Names.In(space).All(meanings.ContainsKey);

    /// <summary>Says what a declared name stands for.</summary>
    public void Means(Declared declared, object meaning) => meanings[declared] = meaning;

    /// <summary>The meaning of a name, if it has one that is such a thing; reports nothing.</summary>
    public T? MeaningOf<T>(Space space, string name)
        where T : class => Names.Find(space, name) is { } declared ? meanings.GetValueOrDefault(declared) as T : null;

    /// <summary>The declaration a name refers to.</summary>
    /// <param name="expected">What the name should be, as told to the reader, without an article; null for what the space holds.</param>
    /// <param name="sorts">The sorts that will do; none for every sort of the space.</param>
    public Declared? Find(Space space, Token name, string? expected = null, params ReadOnlySpan<Sort> sorts)
    {
        if (name.IsMissing)
        {
            return null;
        }

        var noun = expected ?? Names.Noun(space);
        if (Names.Find(space, name.Value) is { } declared)
        {
            if (sorts.Length == 0 || sorts.Contains(declared.Sort))
            {
                return declared;
            }

            Lose(space, name, BindingErrors.WrongSort(name.Span, name.Value, declared.Sort, noun, declared.Span));
        }
        else if (!MayMean(name.Value) && !unclearSpaces.Contains(space))
        {
            Lose(space, name, Names.Elsewhere(space, name.Value) is { } other
                ? BindingErrors.WrongSort(name.Span, name.Value, other.Sort, noun, other.Span)
                : Unknown(space, name, noun, sorts));
        }

        return null;
    }

    /// <summary>Tells of each name that led nowhere, once, at its first use, with the others beside it. Call it last.</summary>
    public void TellLost()
    {
        foreach (var uses in lost.Values)
        {
            var inOrder = uses.DistinctBy(use => use.Use.Span)
                .OrderBy(use => use.Use.Span.File, StringComparer.Ordinal).ThenBy(use => use.Use.Span.Start).ToList();
            Found.Add(BindingErrors.WithOtherUses(inOrder[0].Told, [.. inOrder.Skip(1).Select(use => use.Use.Span)]));
        }

        lost.Clear();
    }

    private void Lose(Space space, Token use, Diagnostic told)
    {
        if (!lost.TryGetValue((space, use.Value, told.Message), out var uses))
        {
            lost[(space, use.Value, told.Message)] = uses = [];
        }

        uses.Add((use, told));
    }

    /// <summary>The meaning of a name; null when it has none, which was reported here or at its declaration.</summary>
    public T? Resolve<T>(Space space, Token name, string? expected = null, params ReadOnlySpan<Sort> sorts)
        where T : class => Find(space, name, expected, sorts) is { } declared ? meanings.GetValueOrDefault(declared) as T : null;

    /// <summary>The party or group of a name.</summary>
    public Party? Party(Token name) => Resolve<Party>(Space.Parties, name);

    /// <summary>The parties or groups of a list of names, each once.</summary>
    public ImmutableArray<Party> Parties(IEnumerable<Token> names) => [.. Once(names).Select(Party).OfType<Party>()];

    /// <summary>The place of a name.</summary>
    public Place? Place(Token name) => Resolve<Place>(Space.Places, name);

    /// <summary>The state of a name.</summary>
    public State? State(Token name) => Resolve<State>(Space.States, name);

    /// <summary>The event of a name.</summary>
    public Event? Event(Token name) => Resolve<Event>(Space.Events, name);

    /// <summary>Those names of a list that were not given before in it; reports the others. Missing names are left out.</summary>
    public ImmutableArray<Token> Once(IEnumerable<Token>? names) => Once(names ?? [], name => name);

    /// <summary>Those items of a list whose name was not given before in it; reports the others. Items whose name is missing
    /// are left out.</summary>
    public ImmutableArray<T> Once<T>(IEnumerable<T> items, Func<T, Token> nameOf)
    {
        var first = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        var once = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            var name = nameOf(item);
            if (name.IsMissing)
            {
                continue;
            }

            if (first.TryAdd(name.Value, name.Span))
            {
                once.Add(item);
            }
            else
            {
                Found.Add(BindingErrors.GivenTwice(name.Span, name.Value, first[name.Value]));
            }
        }

        return once.DrainToImmutable();
    }

    /// <summary>Forgets the names that led nowhere, told or not.</summary>
    public void ForgetLost() => lost.Clear();

    /// <summary>True when some name led nowhere and was not told yet.</summary>
    public bool HasLost => lost.Count > 0;

    /// <summary>That there is no report of that name, and which it might be.</summary>
    public Diagnostic NoReport(SourceSpan span, string name)
    {
        var nearest = Spelling.Closest(name, Names.In(Space.Reports).Select(each => each.Name).Order(StringComparer.Ordinal));
        return BindingErrors.UnknownName(span, name, Names.Noun(Space.Reports), nearest, nearest is null ? null : Names.Find(Space.Reports, nearest)?.Span);
    }

    private Diagnostic Unknown(Space space, Token name, string noun, ReadOnlySpan<Sort> sorts)
    {
        var candidates = new List<string>();
        foreach (var declared in Names.In(space))
        {
            if (sorts.Length == 0 || sorts.Contains(declared.Sort))
            {
                candidates.Add(declared.Name);
            }
        }

        var nearest = Spelling.Closest(name.Value, candidates.Order(StringComparer.Ordinal));
        return BindingErrors.UnknownName(
            name.Span, name.Value, noun, nearest, nearest is null ? null : Names.Find(space, nearest)?.Span);
    }
}
