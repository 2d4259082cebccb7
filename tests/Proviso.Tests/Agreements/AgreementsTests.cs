using Proviso.Evaluation.Placing;
using Proviso.Formats.Outlines;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;
using Proviso.Regions;

namespace Proviso.Agreements;

/// <summary>Every agreement we ship, and every invented one kept for the tests, can be read and says what its author worked out by hand.</summary>
public sealed class AgreementsTests
{
    public static TheoryData<string> Folders() =>
    [
        .. Directory.GetDirectories(Repository.PathOf("agreements")).Select(folder => $"agreements/{Path.GetFileName(folder)}").Order(StringComparer.Ordinal),
        "tests/corpus/inspections",
        "tests/corpus/quotas",
        "tests/corpus/workdays",
    ];

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

        Assert.Empty(Expectations.Unmet(Ground.Place(file, shape => Outline(folder, shape)).Case));
    }

    /// <summary>Every site is where the text says, by its coordinates and the outlines.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_place_is_where_it_is_said_to_be(string folder) =>
        Assert.Empty(Ground.Place(Read(folder).Case!, shape => Outline(folder, shape)).Diagnostics);

    private static OutlineRead Outline(string folder, FileShape shape) =>
        GeoJson.Read(File.ReadAllBytes(Repository.PathOf($"{folder}/{shape.Path}")));

    private static Compilation Read(string folder) =>
        Compilation.Of(Directory.GetFiles(Repository.PathOf(folder), "*.proviso", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => SourceText.From(Path.GetFileName(path), File.ReadAllText(path))));
}
