using System.Reflection;
using Proviso.Corpus;

namespace Proviso.Language.Syntax;

/// <summary>The texts under test show every form of the language and every message about it.</summary>
public sealed class CoverageTests
{
    /// <summary>Raised only by files too large to keep; <see cref="HostileTextTests"/> makes them.</summary>
    private static readonly string[] tooLargeToKeep = [SyntaxCodes.TooLarge, SyntaxCodes.TooMany];

    public static IEnumerable<string> Codes => typeof(SyntaxCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(code => (string)code.GetRawConstantValue()!);

    [Fact]
    public void Every_code_is_used_once() => Assert.Equal(Codes.Distinct(StringComparer.Ordinal), Codes);

    [Fact]
    public void Every_code_has_a_case() =>
        Assert.Empty(Codes.Except(Cases.CodesIn("syntax"), StringComparer.Ordinal).Except(tooLargeToKeep, StringComparer.Ordinal));

    [Fact]
    public void Every_node_is_in_a_valid_text()
    {
        var nodes = typeof(SyntaxNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && !type.IsAbstract);
        var seen = ValidTrees().SelectMany(tree => tree.Root.NodesWithin()).Select(node => node.GetType())
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        Assert.Empty(nodes.Except(seen).Except([typeof(UnknownSentence)]).Select(type => type.Name));
    }

    [Fact]
    public void Every_word_is_in_a_valid_text()
    {
        var seen = ValidTrees().SelectMany(tree => tree.Root.Tokens).Select(token => token.Word).ToHashSet();
        Assert.Empty(Words.All.Where(word => !seen.Contains(word)));
    }

    /// <summary>A token or node that a node holds and does not list among its children would be lost when the tree is printed.</summary>
    [Fact]
    public void Every_part_of_a_node_is_among_its_children()
    {
        var lost =
            from tree in ValidTrees()
            from node in tree.Root.NodesWithin()
            from property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.PropertyType.IsAssignableTo(typeof(SyntaxElement)) && property.GetIndexParameters().Length == 0
            where property.Name is not (nameof(SyntaxElement.FirstToken) or nameof(SyntaxElement.LastToken))
            let part = (SyntaxElement?)property.GetValue(node)
            where part is not null && !node.Children.Any(child => ReferenceEquals(child, part))
            select $"{node.GetType().Name}.{property.Name}";
        Assert.Empty(lost.Distinct());
    }

    private static IEnumerable<SyntaxTree> ValidTrees() => Cases.In("valid").Select(row => row.Data)
        .Select(file => SyntaxTree.Parse(File.ReadAllText(Repository.PathOf(file)), file));
}
