using Proviso.Corpus;

namespace Proviso.Language.Syntax;

/// <summary>What is reported for texts with faults, and that nothing is for texts without.</summary>
public sealed class SyntaxCorpusTests
{
    public static TheoryData<string> Faulty => Cases.In("syntax");

    public static TheoryData<string> Valid => Cases.In("valid");

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Faults_are_reported_as_marked(string file) => Cases.Check(file, source => SyntaxTree.Parse(source).Diagnostics);

    [Theory]
    [MemberData(nameof(Valid))]
    public void Valid_texts_have_no_faults(string file) =>
        Assert.Empty(SyntaxTree.Parse(File.ReadAllText(Repository.PathOf(file)), file).Diagnostics);
}
