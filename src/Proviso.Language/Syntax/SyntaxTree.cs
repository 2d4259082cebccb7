using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax;

/// <summary>A text as sentences. Printing all tokens of <see cref="Root"/> gives back the exact text.</summary>
/// <param name="Diagnostics">Everything wrong with the text that can be seen without knowing its names, in the order of the text.</param>
public sealed record SyntaxTree(SourceText Source, FileSyntax Root, ImmutableArray<Diagnostic> Diagnostics);
