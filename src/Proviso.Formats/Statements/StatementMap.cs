using System.Collections.Immutable;
using System.Globalization;

namespace Proviso.Formats.Statements;

/// <summary>Statements as points of a map: a GeoJSON (RFC 7946) collection of features, each with the parts of a statement as its properties.</summary>
/// <remarks>Longitude comes first, in degrees on WGS 84. A map shows where a report says something was, so a statement has a point only if its
/// <c>in</c> is a place with coordinates.</remarks>
public static class StatementMap
{
    /// <summary>How far a point may be from the place it names, in degrees: what rounding makes of it.</summary>
    private const decimal Near = 0.0001m;

    /// <summary>The statements that have a point, and how many have none.</summary>
    /// <param name="agreement">The name of the agreement.</param>
    /// <param name="points">The places that have coordinates.</param>
    public static (string Text, int Left) Write(string agreement, IReadOnlyCollection<Statement> statements, IReadOnlyDictionary<string, PlacePoint> points)
    {
        var located = statements.Where(statement => statement.TextOf(PartNames.In) is { } place && points.ContainsKey(place)).ToList();
        var text = StatementJson.Text(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteString(StatementJson.Schema, StatementJson.SchemaName);
            writer.WriteString(StatementJson.Agreement, agreement);
            writer.WriteStartArray("features");
            foreach (var statement in located)
            {
                var point = points[statement.TextOf(PartNames.In)!];
                writer.WriteStartObject();
                writer.WriteString("type", "Feature");
                writer.WriteStartObject("geometry");
                writer.WriteString("type", "Point");
                writer.WriteStartArray("coordinates");
                writer.WriteNumberValue(point.Longitude);
                writer.WriteNumberValue(point.Latitude);
                writer.WriteEndArray();
                writer.WriteEndObject();
                writer.WritePropertyName("properties");
                StatementJson.Write(writer, statement.Parts);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return (text, statements.Count - located.Count);
    }

    /// <summary>The statements of the features. One that does not name its place is at the place whose coordinates it has; one whose point is
    /// elsewhere than the place it names is left out. Never throws.</summary>
    public static StatementsRead Read(GivenBytes given, IReadOnlyDictionary<string, PlacePoint> points)
    {
        var (value, refused) = PlacedJson.Parse(given, 0, given.Bytes);
        if (value is null)
        {
            return StatementsRead.No(refused!);
        }

        if (value is not JsonMembers { } document || (document.Find("type") as JsonString)?.Text != "FeatureCollection" || document.Find("features") is not JsonItems features)
        {
            return StatementsRead.No(Fault.Error(value.Place, "this is no collection of features", "RFC 7946 describes GeoJSON; an outline is not imported but named in a `region`"));
        }

        if (document.Twice is { } twice)
        {
            return StatementsRead.No(Fault.Error(twice.Place, $"`{PartChecks.Shown(twice.Name)}` stands twice in this object"));
        }

        if (document.Find(StatementJson.Schema) is not null && StatementJsonReader.WrongSchema(document, StatementJson.SchemaName) is { } wrong)
        {
            return StatementsRead.No(wrong);
        }

        var reader = new StatementJsonReader.Reader { Agreement = StatementJsonReader.AgreementOf(document) };
        var statements = ImmutableArray.CreateBuilder<Statement>(features.Items.Length);
        foreach (var feature in features.Items)
        {
            if (Feature(feature, points, reader) is { } statement)
            {
                statements.Add(statement);
            }
        }

        return reader.Read with { Statements = statements.DrainToImmutable() };
    }

    private static Statement? Feature(PlacedJson value, IReadOnlyDictionary<string, PlacePoint> points, StatementJsonReader.Reader reader)
    {
        if (value is not JsonMembers { Twice: null } feature || feature.Find("properties") is not JsonMembers properties)
        {
            reader.Fault(Fault.Error(value.Place, "this is no feature with properties"));
            return null;
        }

        if (reader.StatementIn(properties) is not { } statement)
        {
            return null;
        }

        statement = statement.Has(PartNames.Sentence)
            ? statement
            : statement with { Parts = [new(PartNames.Sentence, new TextValue("report"), statement.Place), .. statement.Parts] };
        var geometry = feature.Find("geometry");
        if (geometry is null or JsonNothing)
        {
            return statement;
        }

        if (PointIn(geometry) is not { } point)
        {
            reader.Fault(Fault.Error(geometry.Place, "a report stands at a point: longitude, then latitude, in degrees"));
            return null;
        }

        return statement.TextOf(PartNames.In) is { } named ? Checked(statement, named, point, points, geometry, reader) : Located(statement, point, points, geometry, reader);
    }

    private static Statement? Checked(
        Statement statement, string named, PlacePoint point, IReadOnlyDictionary<string, PlacePoint> points, PlacedJson geometry, StatementJsonReader.Reader reader)
    {
        if (!points.TryGetValue(named, out var known) || IsNear(known, point))
        {
            return statement;
        }

        reader.Fault(Fault.Error(
            geometry.Place, $"this point is not where `{named}` is, at {known}", "take the point out, or name the place that is there"));
        return null;
    }

    private static Statement? Located(
        Statement statement, PlacePoint point, IReadOnlyDictionary<string, PlacePoint> points, PlacedJson geometry, StatementJsonReader.Reader reader)
    {
        var there = points.Where(each => IsNear(each.Value, point)).Select(each => each.Key).Order(StringComparer.Ordinal).ToList();
        if (there is [var only])
        {
            return statement with { Parts = statement.Parts.Add(new(PartNames.In, new TextValue(only), geometry.Place)) };
        }

        reader.Fault(Fault.Error(
            geometry.Place,
            there.Count == 0 ? $"no site of the case is at {point}" : $"several sites of the case are at {point}: {string.Join(", ", there.Select(name => $"`{name}`"))}",
            "name the place by the property `in`"));
        return null;
    }

    private static bool IsNear(PlacePoint one, PlacePoint other) =>
        Math.Abs(one.Latitude - other.Latitude) <= Near && Math.Abs(one.Longitude - other.Longitude) <= Near;

    private static PlacePoint? PointIn(PlacedJson geometry) =>
        geometry is JsonMembers { Twice: null } members
            && (members.Find("type") as JsonString)?.Text == "Point"
            && members.Find("coordinates") is JsonItems { Items: [JsonNumber longitude, JsonNumber latitude, ..] items } && items.Length <= 3
            && Degrees(longitude, 180) is { } east && Degrees(latitude, 90) is { } north
            ? new(north, east)
            : null;

    private static decimal? Degrees(JsonNumber number, decimal most) =>
        decimal.TryParse(number.Written, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}

/// <summary>Where a place is on the earth (WGS 84).</summary>
/// <param name="Latitude">Degrees north of the equator, from -90 to 90.</param>
/// <param name="Longitude">Degrees east of Greenwich, from -180 to 180.</param>
public readonly record struct PlacePoint(decimal Latitude, decimal Longitude)
{
    /// <summary>As the language writes it: <c>55.1 N, 14.9 E</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Abs(Latitude)} {(Latitude < 0 ? "S" : "N")}, {Math.Abs(Longitude)} {(Longitude < 0 ? "W" : "E")}");
}
