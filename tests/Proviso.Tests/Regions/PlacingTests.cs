using Proviso.Corpus;
using Proviso.Evaluation.Placing;
using Proviso.Formats.Outlines;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Regions;

/// <summary>Where outlines place the sites of an agreement, and what is said when that is not where they should be.</summary>
public sealed class PlacingTests
{
    private const string Head = """
        agreement quiet-sky between russia, usa in force from 2024-01-01 with calendar days, clock UTC.
        party russia. party usa.

        """;

    public static TheoryData<string> Faulty => Cases.In("placing");

    public static TheoryData<string> Codes => Pages.CodesOf(typeof(PlacingCodes));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Faults_are_reported_as_marked(string file) => Cases.Check(file, Diagnose);

    [Fact]
    public void Every_code_has_a_case() =>
        Assert.Empty(Codes.Select(row => row.Data).Except(Cases.CodesIn("placing"), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page_with_a_wrong_and_a_right_example(string code) => Pages.Check(code, Diagnose);

    [Fact]
    public void No_page_is_left_over() => Pages.CheckNoneIsLeftOver("PV3", Codes);

    [Theory]
    [InlineData("54.71 N, 20.51 E", "in russia, in kaliningrad")]
    [InlineData("67 N, 179.5 E", "in russia")]
    [InlineData("67 N, 180 E", "in russia")]
    [InlineData("67 N, 179.5 W", "in russia")]
    [InlineData("59.3772 N, 28.1903 E", "perhaps russia, perhaps estonia, in russia or estonia")]
    [InlineData("35.8894 N, 5.3213 W", "perhaps spain")]
    [InlineData("78.8 N, 17 E", "in norway")]
    [InlineData("45.3 N, 34.4 E", "in crimea")]
    [InlineData("46.15 N, 33.7 E", "perhaps crimea, perhaps ukraine, in crimea or ukraine")]
    [InlineData("90 S, 0 E", "in antarctica")]
    [InlineData("90 N, 0 E", "")]
    [InlineData("5 N, 5 E", "in drawn")]
    public void A_named_point_is_placed(string point, string expected) => Assert.Equal(expected, Told(point, """
        region russia outline country russia without crimea.
        region estonia outline country estonia.
        region kaliningrad outline country russia at 54.71 N, 20.51 E.
        region spain outline country spain.
        region norway outline country norway.
        region crimea outline country russia at 45.3 N, 34.4 E.
        region ukraine outline country ukraine.
        region antarctica outline country antarctica.
        region drawn outline file "sound.geojson" margin 300 m.
        """));

    [Fact]
    public void A_ship_300_m_off_a_border_is_on_its_side_by_a_fine_outline_only()
    {
        const string coarse = """region drawn outline file "sound.geojson" margin 2 km.""";
        const string fine = """region drawn outline file "sound.geojson" margin 250 m.""";
        Assert.Equal("perhaps drawn", Told("0.0027 N, 5 E", coarse));
        Assert.Equal("perhaps drawn", Told("0.0027 S, 5 E", coarse));
        Assert.Equal("in drawn", Told("0.0027 N, 5 E", fine));
        Assert.Equal("", Told("0.0027 S, 5 E", fine));
    }

    [Fact]
    public void What_lies_in_one_of_two_parts_lies_in_their_region()
    {
        var verdict = Verdict("site ship at 43.87 N, 25.93 E zone UTC.", """
            region romania outline country romania.
            region bulgaria outline country bulgaria.
            region lower-danube of romania, bulgaria.
            """, "lower-danube");
        Assert.Equal(Conduct.Broken, verdict);
    }

    [Fact]
    public void What_is_within_the_margin_cannot_be_told_unless_it_is_declared()
    {
        const string regions = "region denmark outline country denmark.";
        Assert.Equal(Conduct.CannotTell, Verdict("site quay at 55.06 N, 14.76 E zone UTC.", regions, "denmark"));
        Assert.Equal(Conduct.Broken, Verdict("site quay at 55.06 N, 14.76 E in denmark zone UTC.", regions, "denmark"));
        Assert.Equal(Conduct.Broken, Verdict("site quay at 55.13 N, 14.92 E zone UTC.", regions, "denmark"));
        Assert.Equal(Conduct.Kept, Verdict("site quay at 50 N, 14.92 E zone UTC.", regions, "denmark"));
    }

    [Fact]
    public void A_region_of_dated_parts_holds_a_site_from_the_day_its_part_belongs()
    {
        const string regions = """
            region finland outline country finland.
            region european-nato of finland from 2024-03-10 grade recalled.
            """;
        Assert.Equal(Conduct.Kept, Verdict("site base at 61.5 N, 25 E zone UTC.", regions, "european-nato", "2024-03-09"));
        Assert.Equal(Conduct.Broken, Verdict("site base at 61.5 N, 25 E zone UTC.", regions, "european-nato", "2024-03-10"));
    }

    /// <summary>The atlas draws Crimea in Russia; whose it is, is for the views to say.</summary>
    [Fact]
    public void Contested_territory_is_where_a_view_reads_it()
    {
        const string text = """
            region crimea outline country russia at 45.3 N, 34.4 E.
            region russia-1 outline country russia without crimea.
            region ukraine outline country ukraine.
            dispute crimea-1 "Is Crimea part of Ukraine?" on extent of ukraine
              reading yes-it-is means of crimea source "One side";
              reading no-it-is-not means as declared source "The other side".
            view red reads crimea-1 as yes-it-is.
            view blue reads crimea-1 as no-it-is-not.
            """;
        const string site = "site base at 45.3 N, 34.4 E zone UTC.";
        Assert.Equal(Conduct.Broken, Verdict(site, text, "ukraine", view: "red"));
        Assert.Equal(Conduct.Kept, Verdict(site, text, "ukraine", view: "blue"));
        Assert.Equal(Conduct.CannotTell, Verdict(site, text, "ukraine", view: "usa"));
        Assert.Equal(Conduct.Kept, Verdict(site, text, "russia-1", view: "usa"));

        // What is drawn in Ukraine is in it in every view.
        Assert.Equal(Conduct.Broken, Verdict("site town at 48.46 N, 35.05 E zone UTC.", text, "ukraine", view: "usa"));
    }

    /// <summary>Whether an inspection saw the whole of a region, or a site in it, follows from where the site is.</summary>
    [Theory]
    [InlineData("base-1", Basis.PartlyVerified)]
    [InlineData("abroad", Basis.NotObserved)]
    [InlineData("denmark", Basis.Verified)]
    [InlineData("scandinavia", Basis.Verified)]
    public void What_an_inspection_covers_follows_from_where_it_was(string place, Basis basis)
    {
        var (@case, diagnostics) = Placed($"""
            {Head}
            region denmark outline country denmark.
            region scandinavia of denmark.
            site base-1 at 56.1 N, 9.3 E zone UTC.
            site abroad at 52.5 N, 13.4 E zone UTC.
            kind missile. state present.
            clause 1 "Restraint" russia shall not have missile present in denmark.
            sources read on 2024-12-31.
            report seen no missile present in {place} from 2024-01-10 to 2024-12-10 by usa grade inspection source "Report".
            """);
        Assert.Empty(diagnostics);
        var verdicts = Evaluation.Evaluator.Run(@case, Evaluation.Knowledge.All);
        var row = verdicts.Rows.Single(each => each.Place?.Name == "denmark");
        Assert.Equal(basis, verdicts.BasisAt(row, @case.Agreement.Views.First(each => each.Name == "usa"), Day("2024-02-01")));
    }

    [Theory]
    [InlineData(61, 59.3, "perhaps west-1, perhaps east-1")] // on the main ridge of the Urals
    [InlineData(56.84, 60.6, "in east-1")] // Yekaterinburg
    [InlineData(58.0, 56.25, "in west-1")] // Perm
    [InlineData(55.16, 61.4, "in east-1")] // Chelyabinsk
    [InlineData(54.74, 55.97, "in west-1")] // Ufa
    [InlineData(73.5, 56, "in west-1")] // Novaya Zemlya
    [InlineData(67.5, 64.05, "in west-1")] // Vorkuta
    [InlineData(66.53, 66.6, "in east-1")] // Salekhard
    [InlineData(45.04, 41.97, "in west-1")] // Stavropol
    [InlineData(54.71, 20.51, "in west-1")] // Kaliningrad
    [InlineData(67, -179.5, "in east-1")] // Chukotka
    public void Our_line_along_the_Urals_parts_Russia(double latitude, double longitude, string expected)
    {
        var point = FormattableString.Invariant($"{latitude} N, {Math.Abs(longitude)} {(longitude < 0 ? "W" : "E")}");
        var told = Told(point, """
            region line outline file "urals.geojson" margin 30 km.
            region west-1 outline country russia within line.
            region east-1 outline country russia without line.
            """);
        Assert.Equal(expected, string.Join(", ", told.Split(", ").Where(each => !each.Contains("line", StringComparison.Ordinal))));
    }

    [Fact]
    public void Without_outlines_a_case_comes_back_as_it_is()
    {
        var @case = Compilation.Of(SourceText.From("a.proviso", Head + "site x at 1 N, 1 E.")).Case!;
        Assert.Same(@case, Ground.Place(@case, Read).Case);
    }

    private static string Told(string point, string regions)
    {
        var (@case, diagnostics) = Placed($"{Head}{regions}\nsite x at {point}.");
        Assert.Empty(diagnostics);
        return string.Join(", ", @case.Agreement.Placed.OrderBy(placed => placed.Among.Length)
            .Select(placed => $"{(placed.Surely ? "in" : "perhaps")} {string.Join(" or ", placed.Among.Select(region => region.Name))}"));
    }

    private static Conduct Verdict(string site, string regions, string place, string day = "2024-02-01", string view = "usa")
    {
        var name = site.Split(' ')[1];
        var (@case, diagnostics) = Placed($"""
            {Head}{regions}
            {site}
            kind missile. state present.
            clause 1 "Restraint" russia shall not have missile present in {place}.
            sources read on 2024-12-31.
            report seen missile with owner russia present in {name} from 2024-01-10 to 2024-12-10 by usa grade official source "Report".
            """);
        Assert.Empty(diagnostics);
        var verdicts = Evaluation.Evaluator.Run(@case, Evaluation.Knowledge.All);
        var row = verdicts.Rows.Single(each => each.Place?.Name == place);
        return verdicts.At(row, @case.Agreement.Views.First(each => each.Name == view), Day(day)).Conduct;
    }

    private static int Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    private static (Case Case, IReadOnlyList<Diagnostic> Diagnostics) Placed(string text)
    {
        var compilation = Compilation.Of(SourceText.From("a.proviso", text));
        Assert.Empty(compilation.Diagnostics.Where(one => one.IsError));
        var (@case, wrong) = Ground.Place(compilation.Case!, Read);
        return (@case, wrong);
    }

    private static IEnumerable<Diagnostic> Diagnose(SourceText source)
    {
        var compilation = Compilation.Of(source);
        return compilation.HasErrors ? compilation.Diagnostics : [.. compilation.Diagnostics, .. Ground.Place(compilation.Case!, Read).Diagnostics];
    }

    private static OutlineRead? Read(FileShape file) => file.Path switch
    {
        "sound.geojson" => GeoJson.Read("""{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]]]}"""u8.ToArray()),
        "broken.geojson" => GeoJson.Read("""{"type":"Polygon","coordinates":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]}"""u8.ToArray()),
        "urals.geojson" => GeoJson.Read(File.ReadAllBytes(Repository.PathOf("agreements/inf-moratorium/urals.geojson"))),
        _ => null,
    };
}
