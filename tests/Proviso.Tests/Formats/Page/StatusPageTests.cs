using System.Text.RegularExpressions;
using System.Xml.Linq;
using Proviso.Evaluation;
using Proviso.Evaluation.Placing;
using Proviso.Formats.Answers;
using Proviso.Language;
using Proviso.Language.Text;

namespace Proviso.Formats.Page;

/// <summary>The page of a status, on small cases.</summary>
public sealed partial class StatusPageTests
{
    private const string Bait = "<script>alert('1')</script></style><img src=x onerror=alert(1)>&quot;";

    private const string Case = $"""
        agreement quiet "{Bait} agreement"
          between north, south
          in force from 2024-01-01
          with calendar days, clock UTC.

        party north "{Bait} north".
        party south "{Bait} south".

        region fiji       "Fiji {Bait}" outline country fiji zone Pacific/Fiji.
        region chukotka   "Far East" outline country russia at 67 N, 175 E zone UTC.
        region crimea     "Crimea" outline country russia at 45.3 N, 34.4 E zone UTC.
        region ice        "Ice" outline country antarctica zone UTC.
        site   camp       "Camp {Bait}" at 18.1 S, 178.4 E in fiji.

        theatre sea "{Bait} sea" joins fiji, ice.
        theatre land "land" joins chukotka, crimea.

        kind boat "boat {Bait}".
        state present "is present".

        clause 1 "{Bait} clause"
          for each theatre t,
          north shall not have boat present in t.

        dispute whose "{Bait}?" on extent of land
          reading chukotka-only "{Bait} less" means joins chukotka source "{Bait}" at "javascript:alert(1)";
          reading both "both" means as declared.

        view narrow "{Bait} narrow" reads whose as chukotka-only.
        view wide "wide" reads whose as both.

        report seen
          boat with operator north present in camp from 2024-02-10 to 2024-02-12
          by south said 2024-02-13 grade official quoting "{Bait}"
          source "{Bait} source" at "https://example.org/a?b=1&c='2'".

        report told
          boat with operator north present in crimea on 2024-03-10
          by south said 2024-03-13 grade press
          source "{Bait} other" at "javascript:alert('x')".

        report secret
          boat with operator north present in crimea on 2024-03-11
          by south said 2024-03-13 grade press
          source "Data" at "data:text/html,<script>alert(1)</script>".
        """;

    private static readonly Lazy<string> page = new(() => PageOf("2024-03-10", Case));

    [Fact]
    public void Hostile_words_are_shown_and_never_obeyed()
    {
        Assert.DoesNotContain("<script", page.Value, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, Regex.Count(page.Value, "</style>"));
        Assert.DoesNotContain(Elements().SelectMany(element => element.Attributes()), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_addresses_of_the_web_and_of_the_page_are_links()
    {
        var links = Elements().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is "href" or "src" or "action" or "data").Select(attribute => attribute.Value).ToList();
        Assert.All(links, link => Assert.Matches("^(#|https?://)", link));
        Assert.Contains("https://example.org/a?b=1&c='2'", links);
        Assert.All(Elements().Where(element => element.Attribute("href")?.Value.StartsWith("http", StringComparison.Ordinal) == true), link => Assert.Contains("noopener", link.Attribute("rel")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_fetched_and_no_script_runs()
    {
        Assert.DoesNotContain(Elements(), element => element.Name.LocalName is "script" or "link" or "iframe" or "object" or "embed" or "image" or "audio" or "video" or "form");
        Assert.DoesNotContain("@import", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(Regex.Matches(page.Value, @"url\(([^)]*)\)"), match => !match.Groups[1].Value.StartsWith('#'));
        Assert.Contains("default-src &#39;none&#39;; style-src &#39;sha256-", page.Value, StringComparison.Ordinal);
        Assert.Empty(Elements().SelectMany(element => element.Attributes("style")));
    }

    [Fact]
    public void Every_link_within_the_page_has_an_end_and_every_name_is_used_once()
    {
        var names = Elements().Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(names.Distinct(), names);
        var asked = Elements().SelectMany(element => element.Attributes())
            .SelectMany(attribute => attribute.Name.LocalName switch
            {
                "href" when attribute.Value.StartsWith('#') => [Uri.UnescapeDataString(attribute.Value[1..])],
                "aria-labelledby" => attribute.Value.Split(' '),
                "fill" when attribute.Value.StartsWith("url(#", StringComparison.Ordinal) => [attribute.Value[5..^1]],
                _ => Array.Empty<string>(),
            });
        Assert.Empty(asked.Except(names));
    }

    [Fact]
    public void It_is_the_same_each_time() => Assert.Equal(page.Value, PageOf("2024-03-10", Case));

    [Fact]
    public void It_says_what_it_is_and_of_when()
    {
        Assert.Contains("It is no legal finding.", page.Value, StringComparison.Ordinal);
        Assert.Contains("Status as of <b>10 Mar 2024</b>", page.Value, StringComparison.Ordinal);
        Assert.Contains("It draws who controls what, not who is entitled to it", page.Value, StringComparison.Ordinal);
    }

    /// <summary>Where a view reads ground out of a place, its map does not colour it there; where it leaves that open, the page says so.</summary>
    [Fact]
    public void Ground_is_drawn_where_the_views_of_a_map_read_it()
    {
        var maps = Elements().Where(element => element.Name.LocalName == "figure").ToList();
        XElement Map(string view) => maps.First(map => map.Elements("figcaption").Elements("p").Elements("b").Any(name => name.Value == view));
        bool Draws(XElement map, string land) => map.Descendants("use").Any(use => use.Attribute("href")!.Value == "#land-" + land);

        Assert.False(Draws(Map("narrow"), "crimea"));
        Assert.True(Draws(Map("wide"), "crimea"));
        Assert.Contains("leave open which lands belong there", Map("common").Value, StringComparison.Ordinal);
        Assert.All(maps, map => Assert.Contains(map.Descendants("use"), use => use.Attribute("href")!.Value == "#unsettled"));
    }

    [Fact]
    public void A_map_has_a_text_that_says_what_it_shows() =>
        Assert.All(Elements().Where(element => element.Attribute("role")?.Value == "img"), map =>
        {
            Assert.NotEmpty(map.Element("title")!.Value);
            Assert.NotEmpty(map.Element("desc")!.Value);
        });

    [Fact]
    public void A_case_without_outlines_has_a_page_without_a_map()
    {
        var lake = Directory.GetFiles(Repository.PathOf("tests/corpus/lake"), "*.proviso").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        var shown = PageOf("2024-02-11", [.. lake]);
        Assert.Contains("there is no map", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 10_000, 150_000);
    }

    [Fact]
    public void What_settles_one_place_is_not_said_of_another_with_the_same_verdict()
    {
        var both = PageOf("2024-02-01", """
            agreement ports between north, south in force from 2024-01-01 with calendar days, clock UTC.
            party north. party south. region east. region west.
            kind boat. kind barge. define ship as boat or barge. state present. state hidden. state there means present.
            dispute place-1 "Where?" on there reading is-present means present source "A"; reading is-hidden means hidden source "A".
            dispute sort-1 "What?" on ship reading both means boat or barge source "A"; reading boats means boat source "A".
            clause 1 "None" for each region r of east, west, north shall not have ship there in r.
            view all-in reads place-1 as is-present, sort-1 as both.
            report b-1 boat with operator north present in east on 2024-02-01 by south said 2024-02-02 grade official source "A".
            report b-2 barge with operator north present in west on 2024-02-01 by south said 2024-02-02 grade official source "A".
            report b-3 barge with operator north hidden in west on 2024-02-01 by south said 2024-02-02 grade official source "A".
            """);

        Assert.Contains(">place-1</a> (in east)", both, StringComparison.Ordinal);
        Assert.Contains("This is how it came about in east. The verdict is the same for the others of this row", both, StringComparison.Ordinal);
    }

    private static string PageOf(string day, params string[] texts)
    {
        var read = Compilation.Of(texts.Select((text, index) => SourceText.From($"case-{index}.proviso", text)));
        Assert.DoesNotContain(read.Diagnostics, one => one.IsError);
        var (placed, wrong) = Ground.Place(read.Case!, _ => null);
        Assert.Empty(wrong);
        var verdicts = Evaluator.Run(placed, Knowledge.All, placed.Agreement.Views);
        return StatusPage.Of(StatusAnswer.On(verdicts, Words.Day(day)!.Value, placed.Agreement.Views, _ => true), _ => null);
    }

    /// <summary>The page read as XML: it is written so that, its empty elements apart, it is both.</summary>
    private static IEnumerable<XElement> Elements() => XDocument.Parse(EmptyElement().Replace(page.Value.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "$1/>")).Descendants();

    [GeneratedRegex("(<meta [^>]*)>")]
    private static partial Regex EmptyElement();
}
