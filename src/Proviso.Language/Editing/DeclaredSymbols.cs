using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;
using Proviso.Language.Syntax.Parsing;
using Proviso.Language.Text;

namespace Proviso.Language.Editing;

/// <summary>Everything that is given a name in some files.</summary>
internal sealed class DeclaredSymbols
{
    /// <summary>Where what no sentence declares is declared.</summary>
    public static readonly SourceSpan Nowhere = new("", 0, 0);

    private readonly List<NamedSymbol> found = [];
    private readonly HashSet<(object Space, string Name)> taken = [];
    private readonly Dictionary<SourceSpan, NamedSymbol> variables = [];
    private readonly ILookup<string, NamedSymbol> byName;

    public DeclaredSymbols(ImmutableArray<Listening> files)
    {
        foreach (var file in files)
        {
            foreach (var (sentence, heard) in file.BySentence())
            {
                Declare(sentence, heard);
            }
        }

        foreach (var agreement in files.SelectMany(file => file.Root.Sentences).OfType<AgreementSentence>())
        {
            DeclareViews(agreement);
        }

        foreach (var role in Attributes.Roles)
        {
            found.Add(new(role.Name, NameSort.Attribute, role.Name, Nowhere, Nowhere, null) { Takes = NameSort.Party, IsImplied = true });
        }

        All = [.. found.OrderBy(symbol => symbol.Span.File, StringComparer.Ordinal).ThenBy(symbol => symbol.Span.Start).ThenBy(symbol => symbol.Sort)];
        byName = All.ToLookup(symbol => symbol.Name, StringComparer.Ordinal);
    }

    /// <summary>By file and place.</summary>
    public ImmutableArray<NamedSymbol> All { get; }

    /// <summary>The symbols of a name.</summary>
    public IEnumerable<NamedSymbol> Named(string name) => byName[name];

    /// <summary>What stands for each party or place in a clause, by where its name is given; or null.</summary>
    public NamedSymbol? VariableAt(SourceSpan span) => variables.GetValueOrDefault(span);

    /// <summary>What stands for each party or place in the clause of a number, or null.</summary>
    public NamedSymbol? VariableOf(string clause) => variables.Values.FirstOrDefault(symbol => symbol.Of == clause);

    /// <summary>"each theatre".</summary>
    public static string TitleOfVariable(Token each) => $"each {each.Text}";

    private void Declare(Sentence sentence, ImmutableArray<Wanted> heard)
    {
        if (sentence is AgreementSentence agreement)
        {
            Add(NameSort.Agreement, agreement.Name, agreement.Title?.Value, sentence, NameSort.Agreement);
        }

        if (Declarations.Of(sentence) is { Name.IsMissing: false } declared)
        {
            var title = declared.Sort switch
            {
                Sort.State => Titles.OfState(declared.Title, declared.Name.Value),
                Sort.Event => Titles.OfEvent(declared.Title, declared.Name.Value),
                _ => Titles.Of(declared.Title, declared.Name.Value),
            };
            Add(NameSorts.Of(declared.Sort), declared.Name, title, sentence, Names.SpaceOf(declared.Sort), madeOf: MadeOf(sentence, heard));
        }

        switch (sentence)
        {
            case DisputeSentence dispute:
                foreach (var reading in dispute.Readings)
                {
                    Add(NameSort.Reading, reading.Name, reading.Title?.Value, dispute, (NameSort.Reading, dispute.Name.Value), dispute.Name.Value);
                }

                break;
            case KindSentence kind:
                foreach (var attribute in kind.Attributes)
                {
                    Declare(attribute, kind);
                }

                break;
        }

        for (var index = 0; index < heard.Length; index++)
        {
            if (Surroundings.IsVariable(heard[index]) && heard[index].At is { Kind: TokenKind.Name } variable)
            {
                var clause = (sentence as ClauseSentence)?.Number.Value;
                Add(NameSort.Variable, variable, TitleOfVariable(heard[index - 1].At), sentence, variable.Span, clause);
                variables[variable.Span] = found[^1];
            }
            else if (heard[index] is { IsNew: false, Kind: TokenKind.Name, At.Kind: TokenKind.Name } item && NameSorts.NamedIn(item.What) is [NameSort.Item])
            {
                Add(NameSort.Item, item.At, null, sentence, NameSort.Item);
            }
        }
    }

    private void Declare(AttributeSyntax attribute, KindSentence kind)
    {
        NameSort? takes = attribute.Type.First switch
        {
            Word.Party => NameSort.Party,
            Word.One => NameSort.Value,
            _ => null,
        };
        Add(NameSort.Attribute, attribute.Name, null, kind, (NameSort.Attribute, kind.Name.Value), kind.Name.Value, takes);
        foreach (var choice in attribute.Choices ?? Separated<Token>.Empty)
        {
            Add(NameSort.Value, choice, null, kind, (kind.Name.Value, attribute.Name.Value), attribute.Name.Value);
        }
    }

    private void DeclareViews(AgreementSentence agreement)
    {
        Add(NameSort.View, ViewBinder.Common, agreement.Name.Span, ViewBinder.CommonTitle, agreement, Space.Views, null, null, []);
        foreach (var party in agreement.Between.Names.Where(party => !party.IsMissing))
        {
            var title = found.FirstOrDefault(symbol => symbol.Sort is NameSort.Party or NameSort.Group && symbol.Name == party.Value)?.Title;
            Add(NameSort.View, party, title, agreement, Space.Views);
        }
    }

    /// <summary>The things that stand in what declares a model or a definition.</summary>
    private static ImmutableArray<string> MadeOf(Sentence sentence, ImmutableArray<Wanted> heard) => sentence is not (ModelSentence or DefineSentence) ? [] :
    [
        .. heard.Where(wanted => wanted is { IsNew: false, Kind: TokenKind.Name, At.Kind: TokenKind.Name } && NameSorts.NamedIn(wanted.What).Contains(NameSort.Kind))
            .Select(wanted => wanted.At.Value),
    ];

    private void Add(
        NameSort sort, Token name, string? title, Sentence sentence, object space, string? of = null, NameSort? takes = null, ImmutableArray<string>? madeOf = null)
    {
        if (!name.IsMissing)
        {
            Add(sort, name.Value, name.Span, title, sentence, space, of, takes, madeOf ?? []);
        }
    }

    private void Add(
        NameSort sort, string name, SourceSpan span, string? title, Sentence sentence, object space, string? of, NameSort? takes, ImmutableArray<string> madeOf)
    {
        if (taken.Add((space, name)))
        {
            found.Add(new(name, sort, string.IsNullOrWhiteSpace(title) ? name : title, span, sentence.Span, of)
            {
                Takes = takes,
                MadeOf = madeOf,
                IsImplied = sort == NameSort.View && sentence is AgreementSentence,
            });
        }
    }
}
