using System.Globalization;
using System.Text;
using Proviso.Regions.Atlas;

namespace Proviso.Regions;

/// <summary>The committed country files: well formed, and right at points whose country is known.</summary>
public sealed class CountriesTests
{
    [Fact]
    public void Every_country_reads_and_writes_the_same_and_keeps_to_the_earth()
    {
        Assert.Equal(254, Countries.Ids.Count);
        foreach (var id in Countries.Ids)
        {
            var country = Countries.Find(id)!;
            var kept = File.ReadAllBytes(Repository.PathOf($"src/Proviso.Regions/Atlas/Countries/{id}.outline"));
            Assert.Equal(id, country.Id);
            Assert.True(kept.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(CountryFile.Write(country))), id);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", id);
            Assert.All(country.Outline.Pieces.SelectMany(piece => piece.Rings), ring =>
            {
                Assert.True(ring.Distinct().Count() >= 3, id);
                Assert.All(ring, corner => Assert.True(
                    Math.Abs((long)corner.Latitude) <= 900_000_000 && Math.Abs((long)corner.Longitude) <= 1_800_000_000, id));
                Assert.All(ring.Zip(ring.Skip(1).Append(ring[0])), edge => Assert.True(
                    Math.Abs((long)edge.First.Longitude - edge.Second.Longitude) <= 1_800_000_000 || Math.Abs(edge.First.Latitude) == 900_000_000, id));
            });
        }
    }

    /// <summary>Inside, well away from any border or coast.</summary>
    [Theory]
    [InlineData("russia", "54.71", "20.51")] // Kaliningrad
    [InlineData("russia", "67", "179.5")] // Chukotka, west of the 180th meridian
    [InlineData("russia", "67", "180")] // on it
    [InlineData("russia", "67", "-180")]
    [InlineData("russia", "67", "-179.5")] // and east of it
    [InlineData("russia", "55.75", "37.62")] // Moscow
    [InlineData("russia", "48.57", "45.76")] // Kapustin Yar
    [InlineData("norway", "78.8", "17")] // Svalbard
    [InlineData("antarctica", "-90", "0")] // the South Pole
    [InlineData("antarctica", "-89.9", "180")]
    [InlineData("antarctica", "-85", "179.9")]
    [InlineData("united-states-of-america", "65", "-150")] // Alaska
    [InlineData("fiji", "-17.8", "178")] // Viti Levu
    [InlineData("angola", "-5", "12.4")] // Cabinda
    [InlineData("south-africa", "-26.2", "28.05")]
    [InlineData("lesotho", "-29.6", "28.3")] // a hole of South Africa
    [InlineData("italy", "42.5", "12.8")]
    [InlineData("ukraine", "48.46", "35.05")] // Dnipro
    [InlineData("denmark", "55.13", "14.92")] // inland on Bornholm
    [InlineData("romania", "44.1", "24.4")] // Deveselu
    [InlineData("poland", "54.48", "17.11")] // Redzikowo
    [InlineData("australia", "-15.35", "130.3")] // Bradshaw
    [InlineData("russia", "45.3", "34.4")] // Crimea: the atlas draws who controls it
    public void A_named_point_is_in_its_country_alone(string country, string latitude, string longitude)
    {
        Assert.Equal([country], Holding(latitude, longitude, Side.Inside));
        Assert.Empty(Holding(latitude, longitude, Side.CannotTell));
    }

    /// <summary>So near a border that these outlines cannot tell.</summary>
    [Theory]
    [InlineData("estonia, russia", "59.3772", "28.1903")] // Narva
    [InlineData("morocco, spain", "35.8894", "-5.3213")] // Ceuta
    [InlineData("norway", "78.2232", "15.6267")] // Longyearbyen, on its fjord
    [InlineData("denmark", "55.06", "14.76")] // the south coast of Bornholm
    [InlineData("japan", "34.14", "132.24")] // Iwakuni, by the sea
    public void A_named_point_near_a_border_cannot_be_told(string countries, string latitude, string longitude)
    {
        Assert.Equal(countries.Split(", "), Holding(latitude, longitude, Side.CannotTell));
        Assert.Empty(Holding(latitude, longitude, Side.Inside));
    }

    [Theory]
    [InlineData("90", "0")] // the North Pole
    [InlineData("0", "-30")]
    [InlineData("0", "180")]
    public void The_open_sea_is_in_no_country(string latitude, string longitude)
    {
        Assert.Empty(Holding(latitude, longitude, Side.Inside));
        Assert.Empty(Holding(latitude, longitude, Side.CannotTell));
    }

    /// <summary>The Danube at Giurgiu forms the border; the ship is placed 300 m from the drawn line, on either side of it.</summary>
    [Fact]
    public void A_ship_300_m_off_a_border_is_on_its_side_by_a_fine_outline_and_cannot_be_told_within_the_margin()
    {
        var romania = Countries.Find("romania")!.Outline;
        var inside = Towards(GeoPoint.Of(43.95m, 25.9m), -1000);
        var outside = Towards(GeoPoint.Of(43.75m, 25.9m), 1000);
        Assert.True(romania.Contains(inside));
        Assert.False(romania.Contains(outside));
        Assert.InRange(romania.MetresFrom(inside)!.Value, 300, 400);
        Assert.InRange(romania.MetresFrom(outside)!.Value, 300, 400);
        Assert.Equal(Side.Inside, new Drawn(romania, 250).SideOf(inside));
        Assert.Equal(Side.Outside, new Drawn(romania, 250).SideOf(outside));
        Assert.Equal(Side.CannotTell, new Drawn(romania, Countries.Margin).SideOf(inside));
        Assert.Equal(Side.CannotTell, new Drawn(romania, Countries.Margin).SideOf(outside));

        // Whichever it is in, it is in one of the two.
        AnyOf both = new([new Drawn(romania, Countries.Margin), new Drawn(Countries.Find("bulgaria")!.Outline, Countries.Margin)]);
        Assert.Equal(Side.Inside, both.SideOf(inside));
        Assert.Equal(Side.Inside, both.SideOf(outside));

        // The same outline given several times tells no more than once.
        var once = new Drawn(romania, Countries.Margin);
        Assert.Equal(Side.CannotTell, new AnyOf([once, once, once]).SideOf(inside));
        Assert.Equal(Side.CannotTell, new AnyOf([once, once]).SideOf(outside));

        GeoPoint Towards(GeoPoint point, int step)
        {
            while (romania.MetresFrom(point) > 320)
            {
                point = point with { Latitude = point.Latitude + step };
            }

            return point;
        }
    }

    /// <summary>Border bridges, crossings and meeting points, whose coordinates are recalled from maps to about 100 m: how far off the drawn border is.</summary>
    [Theory]
    [InlineData("estonia", "russia", "59.3755", "28.2005")] // Narva
    [InlineData("belarus", "poland", "52.0757", "23.6500")] // Brest
    [InlineData("poland", "ukraine", "49.8037", "22.9520")] // Medyka
    [InlineData("france", "spain", "43.3380", "-1.7720")] // Biriatou
    [InlineData("germany", "poland", "52.3494", "14.5575")] // Frankfurt on the Oder
    [InlineData("france", "germany", "48.5745", "7.8005")] // Strasbourg
    [InlineData("germany", "poland", "51.1520", "14.9920")] // Görlitz
    [InlineData("bulgaria", "romania", "43.8830", "26.0050")] // Giurgiu
    [InlineData("france", "switzerland", "47.5900", "7.5890")] // Basel
    [InlineData("germany", "belgium", "50.7547", "6.0208")] // Vaals
    [InlineData("mexico", "united-states-of-america", "31.7480", "-106.4870")] // El Paso
    [InlineData("canada", "united-states-of-america", "43.0904", "-79.0677")] // Niagara
    [InlineData("north-korea", "south-korea", "37.9560", "126.6770")] // Panmunjom
    [InlineData("china", "north-korea", "40.1150", "124.3930")] // Dandong
    public void A_crossing_lies_on_the_drawn_border_within_half_the_margin(string one, string other, string latitude, string longitude)
    {
        Assert.NotNull(Countries.Find(one)!.Outline.MetresFrom(Point(latitude, longitude), Countries.Margin / 2));
        Assert.NotNull(Countries.Find(other)!.Outline.MetresFrom(Point(latitude, longitude), Countries.Margin / 2));
    }

    [Fact]
    public void A_piece_of_a_country_is_found_by_a_point_in_it()
    {
        var russia = Countries.Find("russia")!.Outline;
        var kaliningrad = russia.PieceAround(Point("54.71", "20.51"))!;
        Assert.True(kaliningrad.Contains(Point("54.6", "21.5")));
        Assert.False(kaliningrad.Contains(Point("55.75", "37.62")));
        var crimea = russia.PieceAround(Point("45.3", "34.4"))!;
        Assert.True(crimea.Contains(Point("44.952", "34.102")));
        Assert.False(crimea.Contains(Point("45.2", "38.9")));
        var mainland = russia.PieceAround(Point("55.75", "37.62"))!;
        Assert.True(mainland.Contains(Point("67", "-179.5")), "both sides of the 180th meridian");
        Assert.Null(russia.PieceAround(Point("50", "10")));
    }

    [Fact]
    public void The_180th_meridian_is_no_border_of_what_lies_on_both_sides()
    {
        var russia = Countries.Find("russia")!.Outline;
        Assert.True(russia.MetresFrom(Point("67", "180")) > 60_000);
        Assert.True(Countries.Find("antarctica")!.Outline.MetresFrom(Point("-88", "180")) > 60_000);
    }

    [Fact]
    public void An_unknown_country_is_not_found() => Assert.Null(Countries.Find("atlantis"));

    private static string[] Holding(string latitude, string longitude, Side side) =>
        [.. Countries.Ids.Where(id => new Drawn(Countries.Find(id)!.Outline, Countries.Margin).SideOf(Point(latitude, longitude)) == side)];

    private static GeoPoint Point(string latitude, string longitude) =>
        GeoPoint.Of(decimal.Parse(latitude, CultureInfo.InvariantCulture), decimal.Parse(longitude, CultureInfo.InvariantCulture));
}
