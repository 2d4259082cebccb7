using System.Collections.Immutable;
using Proviso.Regions.Atlas;

namespace Proviso.Regions.Mapping;

/// <summary>The countries of the atlas on the sheet, made coarse enough for a page.</summary>
/// <remarks>Made when it is first asked for, from all countries of the atlas, in about a second. Safe to share between threads.</remarks>
public sealed class WorldMap
{
    /// <summary>How far a corner may lie from the line that is drawn instead, in units of the sheet: about 7 km.</summary>
    private const double Tolerance = 1.75;

    /// <summary>Pieces smaller than this, in square units, are not drawn, unless they are the largest of their country.</summary>
    private const double Speck = 14;

    private static readonly Lazy<WorldMap> drawn = new(() => new WorldMap());

    private readonly Dictionary<string, ImmutableArray<(Piece Piece, ImmutableArray<ImmutableArray<Spot>> Rings)>> countries = new(StringComparer.Ordinal);

    private WorldMap()
    {
        var all = Countries.Ids.Select(id => (Id: id, Pieces: Countries.Find(id)!.Outline.Pieces
            .Select(piece => (Piece: piece, Rings: piece.Rings.SelectMany(Sheet.Rings).Where(ring => ring.Length >= 3).ToImmutableArray())).ToList())).ToList();
        var arcs = new Arcs((int)(Tolerance * Sheet.Steps));
        foreach (var ring in all.SelectMany(country => country.Pieces).SelectMany(piece => piece.Rings))
        {
            arcs.Learn(ring);
        }

        foreach (var (id, pieces) in all)
        {
            var largest = pieces.Max(piece => piece.Rings.Sum(Size));
            countries[id] =
            [
                .. pieces.Where(piece => piece.Rings.Sum(Size) is var size && (size == largest || size >= Speck * Sheet.Steps * Sheet.Steps))
                    .Select(piece => (piece.Piece, Rings: piece.Rings.Select(arcs.Coarser).Select(OnUnits).Where(ring => ring.Length >= 3).ToImmutableArray()))
                    .Where(piece => !piece.Rings.IsEmpty),
            ];
        }

        Land = Paths.Of(countries.OrderBy(country => country.Key, StringComparer.Ordinal).SelectMany(country => country.Value).SelectMany(piece => piece.Rings).Select(ring => (IReadOnlyList<Spot>)ring));
        Borders = Paths.OfLines(Shared());
    }

    /// <summary>The map.</summary>
    public static WorldMap Drawn => drawn.Value;

    /// <summary>All land as path data of SVG, to be filled by the rule "nonzero".</summary>
    public string Land { get; }

    /// <summary>The lines between two countries as path data, each once; coasts are not among them.</summary>
    public string Borders { get; }

    /// <summary>A country, or the piece of it around a point; empty when there is none, or it is too small to be seen.</summary>
    public Figure Country(string id, GeoPoint? around = null)
    {
        if (!countries.TryGetValue(id, out var pieces))
        {
            return Figure.Empty;
        }

        var only = around is { } point ? Countries.Find(id)!.Outline.PieceAround(point)?.Pieces ?? [] : default;
        return Figure.Of(pieces.Where(piece => only.IsDefault || only.Contains(piece.Piece)).Select(piece => piece.Rings));
    }

    /// <summary>Any outline, corner for corner.</summary>
    public static Figure Of(Outline outline) => Figure.Of(outline.Pieces.Select(piece => piece.Rings.SelectMany(Sheet.Rings).Select(OnUnits).Where(ring => ring.Length >= 3).ToImmutableArray())
        .Where(rings => !rings.IsEmpty));

    /// <summary>What somebody contests and the atlas draws by itself: see <see cref="Contested"/>.</summary>
    public Figure ContestedGround() => Contested.Areas.Select(area => Country(area.Country, area.Around)).Aggregate(Figure.Empty, (all, one) => one.IsEmpty ? all : all.With(one));

    private static ImmutableArray<Spot> OnUnits(ImmutableArray<Spot> ring)
    {
        var spots = ImmutableArray.CreateBuilder<Spot>();
        foreach (var spot in ring.Select(fine => new Spot(Sheet.Rounded(fine.X), Sheet.Rounded(fine.Y))))
        {
            if (spots.Count == 0 || spots[^1] != spot)
            {
                spots.Add(spot);
            }
        }

        while (spots.Count > 1 && spots[0] == spots[^1])
        {
            spots.RemoveAt(spots.Count - 1);
        }

        return spots.ToImmutable();
    }

    /// <summary>The area inside a ring, in square fine steps.</summary>
    private static double Size(ImmutableArray<Spot> ring)
    {
        var twice = 0L;
        for (var at = 0; at < ring.Length; at++)
        {
            var (from, to) = (ring[at], ring[(at + 1) % ring.Length]);
            twice += ((long)from.X * to.Y) - ((long)to.X * from.Y);
        }

        return Math.Abs(twice) / 2.0;
    }

    /// <summary>The edges that rings of two countries have in common, as lines as long as they get.</summary>
    private IEnumerable<IReadOnlyList<Spot>> Shared()
    {
        var owners = new Dictionary<(Spot, Spot), string>();
        var done = new HashSet<(Spot, Spot)>();
        foreach (var (id, pieces) in countries.OrderBy(country => country.Key, StringComparer.Ordinal))
        {
            foreach (var ring in pieces.SelectMany(piece => piece.Rings))
            {
                var line = new List<Spot>();
                for (var at = 0; at < ring.Length; at++)
                {
                    var (from, to) = (ring[at], ring[(at + 1) % ring.Length]);
                    var edge = from.X < to.X || (from.X == to.X && from.Y < to.Y) ? (from, to) : (to, from);
                    if (owners.TryAdd(edge, id) || owners[edge] == id || !done.Add(edge))
                    {
                        if (line.Count > 1)
                        {
                            yield return line;
                        }

                        line = [];
                        continue;
                    }

                    if (line.Count == 0)
                    {
                        line.Add(from);
                    }

                    line.Add(to);
                }

                if (line.Count > 1)
                {
                    yield return line;
                }
            }
        }
    }
}
