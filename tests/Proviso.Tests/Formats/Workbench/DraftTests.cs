using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Formats.Workbench;

/// <summary>What a draft is answered with.</summary>
public sealed class DraftTests
{
    private const string Agreement = """
        agreement river "Quiet on the river" between upland, lowland in force from 2026-01-01 with calendar days, clock local.
        party upland "Upland". party lowland "Lowland".
        region river "the river".
        kind boat "boat" means "what swims" with guns: number.
        state present "is present".
        clause 1 "No boats" upland shall not have boat present in river.
        """;

    private const string Reports = """
        report seen boat with owner upland present in river from 2026-03-10 to 2026-03-12
          by lowland said 2026-03-13 grade official source "Note".
        """;

    private static readonly ImmutableArray<SourceText> texts = [SourceText.From("a.proviso", Agreement), SourceText.From("b.proviso", Reports)];

    [Fact]
    public void A_sound_draft_has_verdicts_on_the_day()
    {
        var draft = Of(texts, day: "2026-03-11");

        Assert.True(draft.Sound);
        Assert.Equal("2026-03-11", draft.Status!.AsOf);
        Assert.Equal(["in force, broken"], draft.Status.Rows.SelectMany(row => row.Verdicts).Select(verdict => verdict.Label).Distinct());
        Assert.Equal(["common", "upland", "lowland"], draft.Views!.Value.Select(view => view.Name));
        Assert.Equal("2026-03-13", draft.LastDay);
    }

    [Theory]
    [InlineData("1900-01-01", "2025-12-31")]
    [InlineData("2100-01-01", "2026-03-13")]
    public void On_a_day_that_it_does_not_have_the_nearest_is_told(string day, string told) => Assert.Equal(told, Of(texts, day).Status!.AsOf);

    [Fact]
    public void A_draft_with_an_error_has_none()
    {
        var draft = Of([SourceText.From("a.proviso", Agreement.Replace("boat present", "baot present", StringComparison.Ordinal))], coloured: "a.proviso");

        Assert.False(draft.Sound);
        Assert.Null(draft.Status);
        var one = Assert.Single(draft.Diagnostics);
        Assert.Equal("PV2004", one.Code);
        Assert.Equal("baot", Agreement.Replace("boat present", "baot present", StringComparison.Ordinal).Substring(one.Place.Offset, one.Place.Length));
        Assert.Contains(draft.Tokens!.Value, token => token is { Class: "name", Sort: "region" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("party x.")]
    [InlineData("agreement")]
    public void A_draft_without_an_agreement_is_answered(string text)
    {
        var draft = Of([SourceText.From("a.proviso", text)]);

        Assert.False(draft.Sound);
        Assert.NotEmpty(draft.Diagnostics);
    }

    [Fact]
    public void A_draft_that_stands_alone_reads_no_outline()
    {
        var draft = Of([SourceText.From("a.proviso", Agreement.Replace("\"the river\"", "\"the river\" outline file \"../../etc/passwd\" margin 1 km", StringComparison.Ordinal))]);

        Assert.False(draft.Sound);
    }

    [Fact]
    public void A_name_is_offered_with_what_it_is()
    {
        var text = SourceText.From("c.proviso", "clause 2 \"x\" lowland shall not have ");
        ImmutableArray<SourceText> all = [.. texts, text];
        var found = CompletionDocument.At(all, DraftDocument.Understand(all).Case, "c.proviso", text.Length);

        Assert.Equal(new CompletionEntry("boat", "kind", null, "what swims", null, null), Assert.Single(found.Items));
    }

    [Fact]
    public void A_clause_is_told_where_its_number_stands()
    {
        var text = SourceText.From("c.proviso", "position upland rejects clause 1 ");
        ImmutableArray<SourceText> all = [.. texts, text];
        var found = HoverDocument.At(all, DraftDocument.Understand(all).Case, "c.proviso", text.Length - 1);

        Assert.Equal(("clause", "1", "No boats"), (found.Sort, found.Name, found.Title));
        Assert.Contains("Upland shall not have any boat", found.Says, StringComparison.Ordinal);
        Assert.Equal("a.proviso", found.Declared!.File);
        Assert.Equal("c.proviso", Assert.Single(found.Uses!.Value).File);
    }

    [Fact]
    public void A_file_is_laid_out_and_its_errors_are_counted()
    {
        Assert.Equal("party x.\nparty y.\n", FormattedDocument.Of(SourceText.From("a.proviso", "party   x.   party y.")).Text);
        Assert.Equal(1, FormattedDocument.Of(SourceText.From("a.proviso", "party x. party 7.")).Errors);
    }

    private static DraftDocument Of(ImmutableArray<SourceText> texts, string? day = null, string? coloured = null)
    {
        var (read, diagnostics) = DraftDocument.Understand(texts);
        int? on = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        return DraftDocument.From(texts, read, diagnostics, null, on, [], coloured);
    }
}
