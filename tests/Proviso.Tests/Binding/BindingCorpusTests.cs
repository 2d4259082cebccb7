using Proviso.Corpus;

namespace Proviso.Language.Binding;

/// <summary>What is reported for sentences that read well one by one and do not fit together.</summary>
public sealed class BindingCorpusTests
{
    public static TheoryData<string> Faulty => Cases.In("binding");

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Faults_are_reported_as_marked(string file) => Cases.Check(file, source => Compilation.Of(source).Diagnostics);

    [Fact]
    public void Every_code_has_a_case() =>
        Assert.Empty(BindingPagesTests.Codes.Select(row => row.Data).Except(Cases.CodesIn("binding"), StringComparer.Ordinal));
}
