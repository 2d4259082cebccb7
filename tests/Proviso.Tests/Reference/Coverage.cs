using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§12, over a place: what several reports or assumptions make impossible together on a day.</summary>
/// <param name="lookedFor">The states looked for, each at a place.</param>
/// <param name="isImpossible">Whether the contrary state is impossible where these states were looked for.</param>
sealed class Coverage(
    Agreement agreement, Acceptance acceptance, Places places, IReadOnlyList<(Place In, string State)> lookedFor,
    Func<IReadOnlySet<string>, bool> isImpossible, int day)
{
    /// <summary>Countries, pieces and files that hang together; of more the page says that they are not tried.</summary>
    private const int Most = 16;

    public bool Over(Place place) => lookedFor.Count > 0 && Over(place, []);

    /// <param name="asked">Places about which this is asked already: a proof does not go through them again.</param>
    private bool Over(Place place, IReadOnlyCollection<string> asked)
    {
        if (asked.Contains(place.Name))
        {
            return false;
        }

        string[] now = [.. asked, place.Name];
        return isImpossible(LookedForAt(place))
            || agreement.Places.Any(outer => places.Inside(place, outer, day).Lo && Over(outer, now))
            || agreement.Placed.Any(each => each.Surely && each.Site.Name == place.Name && each.Among.All(region => Over(region, now)))
            || ReadingsOf(place).All(parts => IsOverParts(place, parts, now));
    }

    private bool IsOverParts(Place place, IReadOnlyList<Place>? parts, string[] asked) => (parts, place) switch
    {
        (null, _) => false,
        (_, Region { Drawing: { } drawing }) => parts.All(part => Over(part, asked)) && IsOverOutline(place, drawing.Shape, asked),
        _ => parts.Count > 0 && parts.All(part => Over(part, asked)),
    };

    /// <summary>The parts of a place besides its outline, for each reading of its extent. Null: that they are all there is to it is not said.</summary>
    private IEnumerable<IReadOnlyList<Place>?> ReadingsOf(Place place)
    {
        var dispute = agreement.Disputes.FirstOrDefault(each => each.Target is OnExtent extent && extent.Places.Contains(place.Name));
        return dispute is null
            ? [Declared()]
            : acceptance.ReadingsOf(dispute).Select(reading => reading.Meaning is ExtentMeaning extent
                ? [.. extent.Parts.Where(part => part.Days.Contains(day)).Select(part => part.Place)]
                : Declared());

        IReadOnlyList<Place>? Declared() => place is Theatre || place is Region region && (region.IsListed || region.Drawing is not null)
            ? [.. agreement.Containments.Where(each => each.Outer.Name == place.Name && each.Days.Contains(day)).Select(each => each.Inner)]
            : null;
    }

    private HashSet<string> LookedForAt(Place place) =>
        [.. lookedFor.Where(each => places.Inside(place, each.In, day).Lo).Select(each => each.State)];

    /// <summary>Tries every description of a point, one by one.</summary>
    private bool IsOverOutline(Place place, Shape shape, string[] asked)
    {
        var drawn = agreement.Places.OfType<Region>()
            .Where(region => region.Drawing is not null)
            .Select(region => (region.Drawing!.Shape, States: LookedForAt(region), IsOver: Over(region, asked)))
            .Where(each => each.IsOver || each.States.Count > 0)
            .ToList();
        HashSet<string> names = [.. Named(shape)];
        for (var count = 0; count < names.Count;)
        {
            count = names.Count;
            names.UnionWith(drawn.Select(each => Named(each.Shape).ToList()).Where(each => each.Exists(names.Contains)).SelectMany(each => each).ToList());
        }

        if (names.Count > Most)
        {
            return false;
        }

        drawn.RemoveAll(each => !Named(each.Shape).Any(names.Contains));
        var all = names.ToList();
        for (var number = 0; number < 1 << all.Count; number++)
        {
            HashSet<string> point = [.. all.Where((_, bit) => (number >> bit & 1) == 1)];
            if (!Holds(shape, point))
            {
                continue;
            }

            var around = drawn.Where(each => Holds(each.Shape, point)).ToList();
            if (!around.Exists(each => each.IsOver) && !isImpossible(LookedForAt(place).Concat(around.SelectMany(each => each.States)).ToHashSet()))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(Shape shape, HashSet<string> point) => shape switch
    {
        ShapeWithin within => Holds(within.Whole, point) && Holds(within.Kept, point),
        ShapeWithout without => Holds(without.Whole, point) && !Holds(without.Left, point),
        RegionShape region => Holds(DrawingOf(region), point),
        _ => Named(shape).All(point.Contains),
    };

    private IEnumerable<string> Named(Shape shape) => shape switch
    {
        ShapeWithin within => [.. Named(within.Whole), .. Named(within.Kept)],
        ShapeWithout without => [.. Named(without.Whole), .. Named(without.Left)],
        RegionShape region => Named(DrawingOf(region)),
        CountryShape { Around: { } at } piece => [piece.Country, FormattableString.Invariant($"{piece.Country} around {at.Latitude} {at.Longitude}")],
        CountryShape country => [country.Country],
        FileShape file => [$"{file.Span.File}: {file.Path}"],
        _ => throw new UnreachableException(shape.ToString()),
    };

    private Shape DrawingOf(RegionShape shape) => agreement.Places.OfType<Region>().Single(region => region.Name == shape.Region).Drawing!.Shape;
}
