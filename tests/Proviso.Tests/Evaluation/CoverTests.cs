using Proviso.Evaluation.Placing;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;
using Proviso.Reference;

namespace Proviso.Evaluation;

/// <summary>What several reports of absence cover together; the reference agrees on each case, also where regions are drawn.</summary>
public sealed class CoverTests
{
    private const string Listed = "region whole of east, west. region east. region west.";
    private const string East = "report look-1 no missile present in east from 2024-01-10 to 2024-12-10 by usa grade inspection source \"A\".";
    private const string West = "report look-2 no missile present in west from 2024-01-10 to 2024-12-10 by usa grade inspection source \"B\".";

    [Fact]
    public void Looks_at_all_parts_verify_the_whole() => Assert.Equal(Basis.Verified, Of(Listed, East, West));

    [Fact]
    public void Looks_at_some_parts_verify_it_partly() => Assert.Equal(Basis.PartlyVerified, Of(Listed, East));

    [Fact]
    public void One_part_seen_by_the_press_alone_leaves_it_partly_verified() =>
        Assert.Equal(Basis.PartlyVerified, Of(Listed, East, West.Replace("inspection", "press", StringComparison.Ordinal)));

    [Fact]
    public void Press_reports_of_all_parts_do_not_contradict() => Assert.Equal(
        Basis.NotContradicted,
        Of(Listed, East.Replace("inspection", "press", StringComparison.Ordinal), West.Replace("inspection", "press", StringComparison.Ordinal)));

    [Fact]
    public void Assumptions_for_all_parts_are_one_for_the_whole() => Assert.Equal(
        Basis.Assumed, Of(Listed + " assume no unreported missile is present in east. assume no unreported missile is present in west."));

    [Fact]
    public void An_assumption_and_a_report_do_not_add_up() =>
        Assert.Equal(Basis.PartlyVerified, Of(Listed + " assume no unreported missile is present in west.", East));

    [Theory]
    [InlineData("region whole. region east in whole. region west in whole.", Basis.PartlyVerified)]
    [InlineData("region whole of east. region east. region west in whole.", Basis.Verified)]
    [InlineData("region whole of east, north. region east. region north of west. region west.", Basis.Verified)]
    [InlineData("theatre whole joins east, west. region east. region west.", Basis.Verified)]
    [InlineData("region whole of east, west, dock. region east. region west. region dock.", Basis.PartlyVerified)]
    [InlineData("region whole of east, west, dock. region east. region west. site dock in west.", Basis.Verified)]
    [InlineData("region whole of east, west, north from 2024-06-01. region east. region west. region north.", Basis.Verified)]
    [InlineData("region whole of east, west, north from 2024-01-01. region east. region west. region north.", Basis.PartlyVerified)]
    [InlineData("region whole of north from 2024-06-01. region north of east, west. region east. region west.", Basis.NotObserved)]
    [InlineData("region big of east, west. region east. region west. region whole in big.", Basis.NotObserved)]
    [InlineData("region big of east, whole. region east of whole. region west. region whole.", Basis.Verified)]
    public void Only_a_list_is_all_of_its_parts(string places, Basis basis) => Assert.Equal(basis, Of(places, East, West));

    [Theory]
    [InlineData("means of west", Basis.Verified)]
    [InlineData("means of north", Basis.NotObserved)]
    [InlineData("means as declared", Basis.Verified)]
    public void Under_an_open_extent_every_reading_must_be_covered(string reading, Basis basis) => Assert.Equal(basis, Of(
        $"""
        {Listed} region north. region elsewhere.
        dispute extent-1 "What lies in it?" on extent of whole
          reading these means of east, west source "One side"; reading those {reading} source "The other".
        """,
        East,
        West,
        "report look-3 no missile present in elsewhere from 2024-01-10 to 2024-12-10 by usa grade inspection source \"C\"."));

    [Fact]
    public void States_looked_for_in_different_parts_do_not_add_up()
    {
        const string stored = "no missile stored";
        Assert.Equal(Basis.NotObserved, OfState("ready", Listed, East, West.Replace("no missile present", stored, StringComparison.Ordinal)));
        Assert.Equal(Basis.PartlyVerified, OfState("ready", Listed, East, East.Replace("no missile present", stored, StringComparison.Ordinal).Replace("report look-1", "report look-3", StringComparison.Ordinal)));
        Assert.Equal(Basis.Verified, OfState(
            "ready",
            Listed,
            East,
            West,
            "report look-3 no missile stored in whole from 2024-01-10 to 2024-12-10 by usa grade inspection source \"C\"."));
    }

    [Theory]
    [InlineData("region whole outline country russia.", Basis.Verified)]
    [InlineData("region whole outline country russia without crimea. region crimea outline country russia at 45.3 N, 34.4 E.", Basis.Verified)]
    [InlineData("region whole outline country russia at 54.71 N, 20.51 E.", Basis.Verified)]
    [InlineData("region whole outline west.", Basis.Verified)]
    [InlineData("region whole outline country russia. site dock in whole.", Basis.NotObserved)]
    [InlineData("region whole outline country russia. site dock in whole. region port of dock in west.", Basis.Verified)]
    [InlineData("region whole outline country finland.", Basis.NotObserved)]
    [InlineData("region whole of north, south. region north outline country russia. region south of dock. site dock in east.", Basis.Verified)]
    public void Looks_on_both_sides_of_a_line_cover_what_it_parts(string whole, Basis basis) => Assert.Equal(basis, Of(
        $"""
        region line outline file "line.geojson" margin 30 km.
        region west outline country russia within line.
        region east outline country russia without line.
        {whole}
        """,
        East,
        West));

    [Fact]
    public void A_site_on_the_line_lies_on_one_of_two_sides_that_were_looked_at() => Assert.Equal(Basis.Verified, Of(
        """
        region east outline country romania.
        region west outline country bulgaria.
        region whole of ship.
        site ship at 43.87 N, 25.93 E zone UTC.
        """,
        East,
        West));

    [Fact]
    public void A_look_in_one_country_says_nothing_of_forty_others()
    {
        var others = string.Join('\n', Enumerable.Range(1, 40).Select(number => $"region r{number} outline country x{number} without line."));
        Assert.Equal(Basis.NotObserved, Of($"region line outline country line. region whole of x. region x outline country finland. {others} region east of {string.Join(", ", Enumerable.Range(1, 40).Select(number => $"r{number}"))}.", East));
    }

    private static Basis? Of(string places, params string[] reports) => OfState("present", places, reports);

    /// <summary>What keeping a ban on missiles in <c>whole</c> leans on, on 1 February 2024 in the view of the United States.</summary>
    private static Basis? OfState(string state, string places, params string[] reports)
    {
        var compilation = Compilation.Of(SourceText.From("a.proviso", $"""
            agreement quiet-sky between russia, usa in force from 2024-01-01 with calendar days, clock UTC.
            party russia. party usa.
            {places}
            kind missile. state present. state stored. state ready means present or stored.
            clause 1 "Restraint" russia shall not have missile {state} in whole.
            sources read on 2024-12-31.
            {string.Join('\n', reports)}
            """));
        Assert.Empty(compilation.Diagnostics.Where(one => one.IsError));
        var (bound, _) = Ground.Place(compilation.Case!, _ => null);
        var day = new DateOnly(2024, 2, 1).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        var view = bound.Agreement.Views.First(each => each.Name == "usa");
        var (verdicts, reference) = (Evaluator.Run(bound, Knowledge.All), new ReferenceEvaluator(bound, Knowledge.All));
        var row = verdicts.Rows.Single(each => each.Place?.Name == "whole");
        var basis = verdicts.BasisAt(row, view, day);
        Assert.Equal(reference.BasisAt(verdicts.Rows.IndexOf(row), view, day), basis);
        return basis;
    }
}
