using System.Text;
using Proviso.Formats.Outlines;

namespace Proviso.Regions;

/// <summary>Outlines of the user's own.</summary>
public sealed class GeoJsonTests
{
    private const string Square = "[[0,0],[10,0],[10,10],[0,10],[0,0]]";

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[SQUARE]}""")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[SQUARE]]}""")]
    [InlineData("""{"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Polygon","coordinates":[SQUARE]}}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":[SQUARE]}}]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[SQUARE]}]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0,120],[0,10],[10,10],[10,0],[0,0,120]]]}""")]
    public void Every_form_of_polygon_is_read(string text)
    {
        var outline = Read(text.Replace("SQUARE", Square, StringComparison.Ordinal));
        Assert.True(outline.Contains(GeoPoint.Of(5, 5)));
        Assert.False(outline.Contains(GeoPoint.Of(5, 11)));
    }

    [Fact]
    public void A_hole_is_outside()
    {
        var outline = Read($$"""{"type":"Polygon","coordinates":[{{Square}},[[4,4],[6,4],[6,6],[4,6],[4,4]]]}""");
        Assert.False(outline.Contains(GeoPoint.Of(5, 5)));
        Assert.True(outline.Contains(GeoPoint.Of(2, 5)));
        Assert.InRange(outline.MetresFrom(GeoPoint.Of(5, 5))!.Value, 110_000, 111_000);
    }

    [Fact]
    public void A_border_between_two_polygons_of_a_file_is_no_outline()
    {
        var outline = Read("""{"type":"MultiPolygon","coordinates":[[[[0,0],[10,0],[10,10],[0,10],[0,0]]],[[[10,0],[20,0],[20,10],[10,10],[10,0]]]]}""");
        Assert.InRange(outline.MetresFrom(GeoPoint.Of(5, 10))!.Value, 550_000, 555_000);
        Assert.True(outline.Contains(GeoPoint.Of(5, 9.99m)) && outline.Contains(GeoPoint.Of(5, 10.01m)));
    }

    [Fact]
    public void What_is_cut_at_the_180th_meridian_is_one()
    {
        var outline = Read("""{"type":"MultiPolygon","coordinates":[[[[170,0],[180,0],[180,10],[170,10],[170,0]]],[[[-180,0],[-170,0],[-170,5],[-180,5],[-180,0]]]]}""");
        Assert.InRange(outline.MetresFrom(GeoPoint.Of(2, 180))!.Value, 220_000, 223_000);

        // From 5° to 10° only the western side has area: there the meridian is the outline.
        Assert.InRange(outline.MetresFrom(GeoPoint.Of(8, -179))!.Value, 110_000, 111_000);
        Assert.Equal(0, outline.MetresFrom(GeoPoint.Of(8, 180))!.Value, 0.001);
    }

    [Fact]
    public void A_cap_around_a_pole_holds_the_pole()
    {
        var outline = Read("""{"type":"Polygon","coordinates":[[[-180,80],[180,80],[180,90],[-180,90],[-180,80]]]}""");
        Assert.True(outline.Contains(GeoPoint.Of(90, 0)));
        Assert.True(outline.Contains(GeoPoint.Of(85, 180)));
        Assert.InRange(outline.MetresFrom(GeoPoint.Of(90, 0))!.Value, 1_116_000, 1_118_000);
    }

    [Theory]
    [InlineData("", "", "this is not JSON")]
    [InlineData("[1,", "line 1", "this is not JSON")]
    [InlineData("[]", "", "this should be an object")]
    [InlineData("""{"type":"Topology"}""", "type", "this is no type of GeoJSON")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "", "a Point encloses no area")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "", "there is no polygon in it")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}""", "features[0]", "the member \"geometry\" is missing or of another kind")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "coordinates", "this polygon has no ring")]
    [InlineData("""{"type":"Polygon","coordinates":[[]]}""", "coordinates[0]", "this ring does not end where it began")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}""", "coordinates[0]", "this ring does not end where it began")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0],[0,0]]]}""", "coordinates[0]", "this ring has fewer than three different corners")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],["1",0],[1,1],[0,0]]]}""", "coordinates[0][1]", "a position should be two numbers, longitude and latitude")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1e999,0],[1,1],[0,0]]]}""", "coordinates[0][1]", "a position should be two numbers, longitude and latitude")]
    [InlineData("""{"type":"Polygon","coordinates":[[[54,120],[55,120],[55,121],[54,120]]]}""", "coordinates[0][0]", "the latitude 120 is beyond the pole")]
    [InlineData("""{"type":"Polygon","coordinates":[[[500000,50],[500001,51],[500000,52],[500000,50]]]}""", "coordinates[0][0]", "the longitude 500000 is beyond 180°")]
    [InlineData("""{"type":"Polygon","coordinates":[[[170,0],[-170,0],[-170,10],[170,10],[170,0]]]}""", "coordinates[0][1]", "the edge to this corner runs across more than 180° of longitude, from 170 to -170")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]}""", "coordinates", "this polygon has an outline that crosses itself near 5° N, 5° E")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[20,20],[21,20],[21,21],[20,20]]]}""", "coordinates", "this polygon has a hole outside its outer ring near 20° N, 20° E")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]]],[[[1,0],[8,0],[8,5],[1,0]]]]}""", "coordinates[1]", "this polygon overlaps piece 1 near")]
    [InlineData("""{"type":"Polygon","type":"Polygon","coordinates":[]}""", "", "a name stands twice in one object")]
    [InlineData("""{"type":"Polygon","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"coordinates":[]}""", "crs", "this names another reference system than WGS 84")]
    public void What_is_broken_is_told_with_its_place(string text, string where, string problem)
    {
        var refused = Assert.IsType<OutlineRefused>(GeoJson.Read(Encoding.UTF8.GetBytes(text)));
        Assert.StartsWith(problem, refused.Problem, StringComparison.Ordinal);
        Assert.True(where.Length == 0 || refused.Where == where, refused.Where);
        Assert.EndsWith(".", refused.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_axes_are_suspected() => Assert.Contains(
        "changed places",
        Assert.IsType<OutlineRefused>(GeoJson.Read("""{"type":"Polygon","coordinates":[[[54,120],[55,120],[55,121],[54,120]]]}"""u8.ToArray())).WayOut,
        StringComparison.Ordinal);

    [Fact]
    public void A_depth_bomb_ends_at_once()
    {
        var refused = Assert.IsType<OutlineRefused>(GeoJson.Read(Encoding.UTF8.GetBytes(
            """{"type":"Polygon","coordinates":""" + new string('[', 1_000_000))));
        Assert.Equal("this is nested deeper than any GeoJSON", refused.Problem);
    }

    [Fact]
    public void Nested_collections_do_not_fill_the_stack()
    {
        var refused = GeoJson.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", 10_000))));
        Assert.IsType<OutlineRefused>(refused);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        var sound = Encoding.UTF8.GetBytes("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[""" + Square + "]}}");
        for (var cut = 0; cut < sound.Length; cut++)
        {
            Assert.IsType<OutlineRefused>(GeoJson.Read(sound.AsMemory(0, cut)));
            var changed = sound.ToArray();
            changed[cut] ^= 0x11;
            Assert.NotNull(GeoJson.Read(changed));
        }
    }

    private static Outline Read(string text) => Assert.IsType<OutlineFound>(GeoJson.Read(Encoding.UTF8.GetBytes(text))).Outline;
}
