using System.Collections.Immutable;
using Proviso.Language.Syntax;
using Proviso.Language.Syntax.Parsing;
using Proviso.Language.Text;

namespace Proviso.Language.Editing;

/// <summary>The names of some files that form one case: what each names, where it is declared and where it is used. It is found from the
/// text alone, so that it is there for broken texts too; in a sentence of more than 20,000 words names are not followed. Immutable; safe to share between threads.</summary>
public sealed class NameIndex
{
    /// <summary>Words of a sentence beyond which its names are not followed.</summary>
    private const int LongestSentence = 20_000;

    private readonly ImmutableArray<Listening> files;
    private readonly DeclaredSymbols declared;
    private readonly Dictionary<string, ImmutableArray<NameUse>> byFile;

    private NameIndex(ImmutableArray<Listening> files)
    {
        this.files = files;
        declared = new(files);
        var uses = files.ToDictionary(file => file.Source.Path, file => UsesIn(file).ToImmutableArray(), StringComparer.Ordinal);
        var places = uses.Values.SelectMany(each => each).ToLookup(use => use.Symbol, use => use.Span);
        Symbols = [.. declared.All.Select(symbol => symbol with { Uses = [.. places[symbol].Where(span => span != symbol.Span)] })];
        var whole = Symbols.ToDictionary(symbol => symbol, symbol => symbol);
        byFile = uses.ToDictionary(
            file => file.Key,
            file => file.Value.Concat(Symbols.Where(symbol => symbol.Span.File == file.Key).Select(symbol => new NameUse(symbol.Span, symbol)))
                .DistinctBy(use => use.Span).OrderBy(use => use.Span.Start).Select(use => use with { Symbol = whole[use.Symbol] }).ToImmutableArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Reads the files of a case, given in any order; of two with one path the first counts. Never fails on any text. Takes time in proportion to the texts.</summary>
    public static NameIndex Of(IEnumerable<SourceText> texts) =>
        new([.. texts.DistinctBy(text => text.Path, StringComparer.Ordinal).OrderBy(text => text.Path, StringComparer.Ordinal).Select(Listening.To)]);

    /// <summary>Everything that is named, by file and place of the declaration. Of two that cannot both have the name, only the first.</summary>
    public ImmutableArray<NamedSymbol> Symbols { get; }

    /// <summary>The names that stand in a file, declarations among them, in the order of the text; those that lead nowhere are left out. Empty for a file that is not there.</summary>
    public ImmutableArray<NameUse> NamesIn(string file) => byFile.GetValueOrDefault(file, []);

    /// <summary>The name at an offset of a file, its end included; null where there is none or it leads nowhere.</summary>
    public NameUse? At(string file, int offset)
    {
        foreach (var use in NamesIn(file))
        {
            if (use.Span.Start <= offset && offset <= use.Span.End)
            {
                return use;
            }
        }

        return null;
    }

    /// <summary>The files, by path.</summary>
    internal ImmutableArray<Listening> Files => files;

    /// <summary>What has a name.</summary>
    internal DeclaredSymbols Declared => declared;

    private IEnumerable<NameUse> UsesIn(Listening file)
    {
        foreach (var (_, heard) in file.BySentence())
        {
            // Each word looks back over its sentence: in one that nobody wrote by hand, names lead nowhere.
            if (heard.Length > LongestSentence)
            {
                continue;
            }

            var around = new Surroundings(heard, declared);
            for (var index = 0; index < heard.Length; index++)
            {
                var wanted = heard[index];
                if (wanted.Kind == TokenKind.Name && wanted.At.Kind is TokenKind.Name or TokenKind.Number
                    && Meant(around, heard, index) is { } symbol)
                {
                    yield return new(wanted.At.Span, symbol);
                }
            }
        }
    }

    private NamedSymbol? Meant(Surroundings around, ImmutableArray<Wanted> heard, int index)
    {
        var token = heard[index].At;
        if (heard[index].IsNew)
        {
            return declared.Named(token.Value).FirstOrDefault(symbol => symbol.Span == token.Span);
        }

        var sorts = around.SortsAt(index);
        if (around.VariableFor(sorts, index) is { } variable && variable.Name == token.Value)
        {
            return variable;
        }

        var named = declared.Named(token.Value).Where(symbol => sorts.Contains(symbol.Sort) && around.Fits(symbol, index));
        return named.OrderBy(symbol => sorts.IndexOf(symbol.Sort)).FirstOrDefault();
    }
}
