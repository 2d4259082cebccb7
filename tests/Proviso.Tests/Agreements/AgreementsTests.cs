using Proviso.Language;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Agreements;

/// <summary>Every agreement we ship can be read and says what its author worked out by hand.</summary>
public sealed class AgreementsTests
{
    public static TheoryData<string> Folders() =>
        [.. Directory.GetDirectories(Repository.PathOf("agreements")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void An_agreement_has_no_errors(string folder) =>
        Assert.Empty(Read(folder).Diagnostics
            .Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic => $"{diagnostic.Span.File} {diagnostic.Code} {diagnostic.Message}"));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_expectation_comes_true(string folder)
    {
        var file = Read(folder).Case;
        Assert.NotNull(file);

        Assert.Empty(Expectations.Unmet(file));
    }

    private static Compilation Read(string folder) =>
        Compilation.Of(Directory.GetFiles(Repository.PathOf($"agreements/{folder}"), "*.proviso", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => SourceText.From(Path.GetFileName(path), File.ReadAllText(path))));
}
