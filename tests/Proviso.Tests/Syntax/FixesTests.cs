using Proviso.Corpus;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax;

/// <summary>A fix mends what it is offered for and breaks nothing else, over all faulty texts.</summary>
public sealed class FixesTests
{
    public static TheoryData<string> Files => Cases.In("syntax");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_fix_removes_its_error_and_adds_none(string file)
    {
        var kept = Escapes.Read(file, Marks.Remove(File.ReadAllText(Repository.PathOf(file)))).Source;
        var tree = SyntaxTree.Parse(kept);
        var bad =
            from diagnostic in tree.Diagnostics
            from fix in diagnostic.Fixes
            let mended = SyntaxTree.Parse(Apply(kept.Content, fix), file)
            let same = mended.Diagnostics.Count(one => one.Code == diagnostic.Code)
            where same >= tree.Diagnostics.Count(one => one.Code == diagnostic.Code) || mended.Diagnostics.Length > tree.Diagnostics.Length
            select $"{kept.PositionOf(diagnostic.Span.Start)} {diagnostic.Code}: {fix.Title} ({tree.Diagnostics.Length} -> {mended.Diagnostics.Length})";
        Assert.Empty(bad);
    }

    private static string Apply(string text, Fix fix)
    {
        foreach (var edit in fix.Edits.OrderByDescending(edit => edit.Span.Start))
        {
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        }

        return text;
    }
}
