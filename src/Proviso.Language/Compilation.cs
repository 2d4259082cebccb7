using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language;

/// <summary>The files of one case, read and bound. Immutable; safe to share between threads.</summary>
/// <param name="Trees">The files in the order of their names (ordinal).</param>
/// <param name="Case">What they mean. Null when there is no agreement in them. Where <see cref="HasErrors"/>, sentences with an
/// error are left out of it: good enough to show, not to judge by.</param>
/// <param name="Diagnostics">Everything wrong with them, by file and place.</param>
public sealed record Compilation(ImmutableArray<SyntaxTree> Trees, Case? Case, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>True when some diagnostic is an error.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.IsError);

    /// <summary>Reads and binds the files of a case, given in any order. Never throws on any text.</summary>
    public static Compilation Of(params IEnumerable<SourceText> texts) => Of([.. texts.Select(SyntaxTree.Parse)]);

    /// <summary>Binds trees that are read already, given in any order.</summary>
    public static Compilation Of(ImmutableArray<SyntaxTree> trees)
    {
        trees = [.. trees.OrderBy(tree => tree.Source.Path, StringComparer.Ordinal)];
        var (bound, diagnostics) = Binder.Bind(trees);
        return new(trees, bound, Joined(trees, diagnostics));
    }

    /// <summary>What is wrong with the texts of trees, and with what they mean, by file and place.</summary>
    public static ImmutableArray<Diagnostic> Joined(ImmutableArray<SyntaxTree> trees, ImmutableArray<Diagnostic> bound)
    {
        var all = new DiagnosticBag();
        foreach (var tree in trees)
        {
            all.AddRange(tree.Diagnostics);
        }

        all.AddRange(bound);
        return all.ToSorted();
    }
}
