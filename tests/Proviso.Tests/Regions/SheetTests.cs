using System.Globalization;
using System.Text.RegularExpressions;
using Proviso.Regions.Atlas;
using Proviso.Regions.Mapping;

namespace Proviso.Regions;

/// <summary>The world on the sheet of the maps.</summary>
public sealed partial class SheetTests
{
    /// <summary>On a sphere of radius 1, worked out from the formulas by hand.</summary>
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 180, 2.706630, 0)]
    [InlineData(90, 0, 0, 1.317363)]
    [InlineData(-90, 180, 1.603589, -1.317363)]
    public void The_projection_gives_known_points(double latitude, double longitude, double x, double y)
    {
        var (east, north) = EqualEarth.Of(latitude, longitude);
        Assert.Equal(x, east, 1e-5);
        Assert.Equal(y, north, 1e-5);
    }

    [Fact]
    public void Areas_keep_their_proportions()
    {
        static double Cell(double south, double north)
        {
            // Parallels are straight, so a thin cell is nearly a trapezium.
            var (lower, upper) = (EqualEarth.Of(south, 1), EqualEarth.Of(north, 1));
            return (lower.X + upper.X) / 2 * (upper.Y - lower.Y);
        }

        static double Sphere(double south, double north) => Math.PI / 180 * (Math.Sin(north * Math.PI / 180) - Math.Sin(south * Math.PI / 180));

        for (var south = -90; south < 90; south++)
        {
            Assert.Equal(Sphere(south, south + 1), Cell(south, south + 1), 2e-6);
        }
    }

    [Fact]
    public void Nothing_smears_across_the_map()
    {
        foreach (var ring in Rings(WorldMap.Drawn.Land))
        {
            for (var at = 1; at < ring.Count; at++)
            {
                var (from, to) = (ring[at - 1], ring[at]);
                // The longest straight lines on earth are the border along 49° N and the cut along the South Pole.
                var isPole = from.Y == to.Y && from.Y >= Sheet.Height - 2;
                Assert.True(isPole || Math.Abs(from.X - to.X) < Sheet.Width / 14, $"from {from} to {to}");
            }

            Assert.All(ring, spot => Assert.True(spot.X is >= 0 and <= Sheet.Width && spot.Y >= 0 && spot.Y <= Sheet.Height, $"{spot}"));
        }
    }

    [Theory]
    [InlineData("fiji", 400)]
    [InlineData("russia", 4000)]
    [InlineData("new-zealand", 1000)]
    public void A_country_on_the_180th_meridian_is_whole(string country, int width) => Assert.InRange(WorldMap.Drawn.Country(country).Box.Width, 1, width);

    [Fact]
    public void Antarctica_reaches_the_pole_and_both_edges()
    {
        var box = WorldMap.Drawn.Country("antarctica").Box;
        Assert.InRange(box.Y + box.Height, Sheet.Height - 2, Sheet.Height);
        Assert.True(box.Width > Sheet.Width / 2);
    }

    [Fact]
    public void A_country_and_what_is_left_of_it_share_the_ground()
    {
        var (russia, crimea) = (WorldMap.Drawn.Country("russia"), WorldMap.Drawn.Country("russia", GeoPoint.Of(45.3m, 34.4m)));
        Assert.False(crimea.IsEmpty);
        Assert.True(crimea.Area < russia.Area / 100);
        Assert.Equal(russia.Area, russia.Without(crimea).Area + crimea.Area, russia.Area / 10_000);
        Assert.True(russia.Without(crimea).Within(crimea).IsEmpty);
    }

    [Fact]
    public void What_is_contested_is_in_the_atlas()
    {
        Assert.All(Contested.Areas, area => Assert.Contains(area.Country, Countries.Ids));
        Assert.All(Contested.Areas.Where(area => area.Around is not null), area => Assert.NotNull(Countries.Find(area.Country)!.Outline.PieceAround(area.Around!.Value)));
        Assert.False(WorldMap.Drawn.ContestedGround().IsEmpty);
    }

    [Fact]
    public void The_land_is_small_enough_for_a_page() => Assert.InRange(WorldMap.Drawn.Land.Length + WorldMap.Drawn.Borders.Length, 100_000, 250_000);

    [Fact]
    public void Neighbours_keep_their_common_border()
    {
        var together = WorldMap.Drawn.Country("spain").With(WorldMap.Drawn.Country("portugal"));
        Assert.Equal(together.Area, WorldMap.Drawn.Country("spain").Area + WorldMap.Drawn.Country("portugal").Area, together.Area / 1_000);
    }

    private static IEnumerable<List<(int X, int Y)>> Rings(string path)
    {
        foreach (var ring in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = Number().Matches(ring).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
            var spots = new List<(int X, int Y)>();
            for (var at = 0; at + 1 < numbers.Count; at += 2)
            {
                spots.Add(spots.Count == 0 ? (numbers[0], numbers[1]) : (spots[^1].X + numbers[at], spots[^1].Y + numbers[at + 1]));
            }

            yield return spots;
        }
    }

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
