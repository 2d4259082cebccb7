using System.Text.Json;

namespace Proviso.Formats.Statements;

/// <summary>Statements as points of a map.</summary>
public sealed class MapTests
{
    [Fact]
    public void What_is_somewhere_with_coordinates_is_on_the_map_and_comes_back()
    {
        var statements = Samples.Lines($"{Samples.Line(name: "one")}\n{Samples.Line(name: "two").Replace("\"lake\"", "\"port-north\"", StringComparison.Ordinal)}").Statements;

        var (text, left) = StatementMap.Write("lake", statements, Samples.Points);
        using var document = JsonDocument.Parse(text);
        var geometry = document.RootElement.GetProperty("features")[0].GetProperty("geometry");

        Assert.Equal(1, left);
        Assert.Equal("[9.25,47.5]", JsonSerializer.Serialize(geometry.GetProperty("coordinates")));
        var read = Samples.Map(text);
        Assert.Equal("lake", read.Agreement);
        Assert.Equal(Samples.Formatted(statements[1]), Samples.Formatted(Assert.Single(read.Statements)));
    }

    [Theory]
    [InlineData("[9.25,47.5]", "port-north")]
    [InlineData("[9.25001,47.49999,380]", "port-north")]
    [InlineData("[-170.125,-12.5]", "far")]
    public void A_point_without_a_name_is_the_site_that_is_there(string coordinates, string place)
    {
        var read = Samples.Map(Collection(coordinates, "\"state\":\"present\""));

        Assert.Empty(read.Faults);
        Assert.Equal(place, Assert.Single(read.Statements).TextOf(PartNames.In));
        Assert.Equal("report", read.Statements[0].Sort);
    }

    [Theory]
    [InlineData("[47.5,9.25]", "", "no site of the case is at 9.25 N, 47.5 E")]
    [InlineData("[9.26,47.5]", ",\"in\":\"port-north\"", "not where `port-north` is")]
    [InlineData("[9.25,147.5]", "", "longitude, then latitude")]
    [InlineData("[9.25]", "", "longitude, then latitude")]
    [InlineData("[\"9.25\",\"47.5\"]", "", "longitude, then latitude")]
    [InlineData("[1e400,47.5]", "", "longitude, then latitude")]
    [InlineData("[[9.25,47.5]]", "", "longitude, then latitude")]
    public void A_point_that_fits_nowhere_is_told(string coordinates, string properties, string told)
    {
        var read = Samples.Map(Collection(coordinates, "\"state\":\"present\"" + properties));

        Assert.Empty(read.Statements);
        Assert.Contains(told, Assert.Single(read.Faults).Message, StringComparison.Ordinal);
    }

    private static string Collection(string coordinates, string properties) =>
        $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":{{{coordinates}}}},"properties":{{{{properties}}}}}]}""";
}
