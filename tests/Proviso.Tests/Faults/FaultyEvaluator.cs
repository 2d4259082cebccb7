using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Proviso.Language.Binding;

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
            path => File.ReadAllText(path) is var text ? (text, Parse(text, path)) : default);
        sound = CSharpCompilation.Create(
            Name,
            [Parse(Shared, "Shared.cs"), .. files.Values.Select(file => file.Tree)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetFileNameWithoutExtension(path) != Name).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What the SDK adds to each project's sources, as far as these need it.</summary>
    /// <remarks>Without the version it would not be taken for the assembly that the tests refer to.</remarks>
    private static string Shared =>
        $"""
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        [assembly: System.Reflection.AssemblyVersion("{Answers.Asked.GetName().Version}")]
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Proviso.Tests")]
        """;

    /// <summary>How often the fault's text stands in its file: 1, if the fault can be planted.</summary>
    public int Occurrences(Fault fault) => files.TryGetValue(fault.File, out var file) ? Count(file.Text, fault.Find) : 0;

    /// <summary>The compiler's errors with the faults planted, as many at once as do not touch the same text.</summary>
    public IEnumerable<string> Errors(IEnumerable<Fault> faults)
    {
        var left = faults.ToList();
        while (left.Count > 0)
        {
            var texts = files.ToDictionary(file => file.Key, file => file.Value.Text);
            var touching = new List<Fault>();
            foreach (var fault in left)
            {
                if (Count(texts[fault.File], fault.Find) == 1)
                {
                    texts[fault.File] = texts[fault.File].Replace(fault.Find, fault.Replace);
                }
                else
                {
                    touching.Add(fault);
                }
            }

            var compilation = texts.Aggregate(sound, (all, text) => all.ReplaceSyntaxTree(files[text.Key].Tree, Parse(text.Value, text.Key)));
            foreach (var error in compilation.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error))
            {
                yield return $"{error} {error.Location.SourceTree?.GetText().GetSubText(error.Location.SourceSpan)}";
            }

            if (touching.Count == left.Count)
            {
                throw new InvalidOperationException($"{touching[0]} is not found once.");
            }

            left = touching;
        }
    }

    /// <summary>The answers of the evaluator with the fault, as <see cref="Answers.OfEvaluator"/> has them of the sound one.</summary>
    /// <remarks>These tests are loaded a second time, beside the faulty evaluator; everything else is shared.</remarks>
    public Func<Case, ulong, ulong> Plant(Fault fault)
    {
        using var image = new MemoryStream();
        var emitted = With(fault).Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException($"{fault} does not compile: {string.Join("; ", emitted.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error))}");
        }

        image.Position = 0;
        var answers = new Beside(image).LoadFromAssemblyPath(tests.Location).GetType(typeof(Answers).FullName!)!;
        if (answers.GetProperty(nameof(Answers.Asked))!.GetValue(null) as Assembly == Answers.Asked)
        {
            throw new InvalidOperationException("The tests beside the faulty evaluator were given the sound one.");
        }

        return answers.GetMethod(nameof(Answers.OfEvaluator))!.CreateDelegate<Func<Case, ulong, ulong>>();
    }

    private CSharpCompilation With(Fault fault)
    {
        var (text, tree) = files[fault.File];
        return sound.ReplaceSyntaxTree(tree, Parse(text.Replace(fault.Find, fault.Replace), fault.File));
    }

    private static int Count(string text, string piece) => text.Split(piece).Length - 1;

    private static SyntaxTree Parse(string text, string file) => CSharpSyntaxTree.ParseText(SourceText.From(text), new(LanguageVersion.Preview), file);

    private sealed class Beside : AssemblyLoadContext
    {
        public Beside(Stream evaluator) => LoadFromStream(evaluator);

        /// <summary>The faulty evaluator is here already; null means that the one loaded before is shared.</summary>
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Name ? Assemblies.Single(each => each.GetName().Name == Name) : null;
    }
}
