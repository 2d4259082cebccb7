using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Proviso.Faults;

/// <summary>The evaluator's own sources, compiled in memory with one fault planted.</summary>
/// <remarks>Reads the sources once. Safe to use from several threads.</remarks>
sealed class FaultyEvaluator
{
    private const string Name = "Proviso.Evaluation";
    private static readonly Assembly tests = typeof(FaultyEvaluator).Assembly;
    private readonly ImmutableDictionary<string, (string Text, SyntaxTree Tree)> files;
    private readonly CSharpCompilation sound;

    public FaultyEvaluator()
    {
        var folder = Repository.PathOf($"src/{Name}");
        files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToImmutableDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
            path => File.ReadAllText(path) is var text ? (text, Parse(text)) : default);
        sound = CSharpCompilation.Create(
            Name,
            [Parse(Shared), .. files.Values.Select(file => file.Tree)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetFileNameWithoutExtension(path) != Name).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What the SDK adds to each project's sources, as far as these need it.</summary>
    private static string Shared =>
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Proviso.Tests")]
        """;

    /// <summary>How often the fault's text stands in its file: 1, if the fault can be planted.</summary>
    public int Occurrences(Fault fault) => files.TryGetValue(fault.File, out var file) ? file.Text.Split(fault.Find).Length - 1 : 0;

    /// <summary>The compiler's errors in the file with the fault.</summary>
    public IEnumerable<string> Errors(Fault fault)
    {
        var (compilation, tree) = With(fault);
        return compilation.GetSemanticModel(tree).GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error).Select(each => each.ToString());
    }

    /// <summary>The comparison with the reference, as it is when the evaluator has the fault.</summary>
    /// <remarks>These tests are loaded a second time, beside the faulty evaluator; everything else is shared.</remarks>
    public Search Plant(Fault fault)
    {
        using var image = new MemoryStream();
        var emitted = With(fault).Compilation.Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException($"{fault} does not compile: {string.Join("; ", emitted.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error))}");
        }

        image.Position = 0;
        var search = new Beside(image).LoadFromAssemblyPath(tests.Location).GetType(typeof(Searching).FullName!)!.GetMethod(nameof(Searching.First))!;
        return search.CreateDelegate<Search>();
    }

    private (CSharpCompilation Compilation, SyntaxTree Tree) With(Fault fault)
    {
        var (text, tree) = files[fault.File];
        var faulty = Parse(text.Replace(fault.Find, fault.Replace));
        return (sound.ReplaceSyntaxTree(tree, faulty), faulty);
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(SourceText.From(text), new(LanguageVersion.Preview));

    private sealed class Beside : AssemblyLoadContext
    {
        public Beside(Stream evaluator)
            : base(isCollectible: true) => LoadFromStream(evaluator);

        /// <summary>The faulty evaluator is here already; null means that the one loaded before is shared.</summary>
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Name ? Assemblies.Single(each => each.GetName().Name == Name) : null;
    }
}
