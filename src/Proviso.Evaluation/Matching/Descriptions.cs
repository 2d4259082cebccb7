using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>A drawn region and what was looked for all over it.</summary>
/// <param name="IsCovered">Whether the state asked about is impossible over it, whatever is covered of others.</param>
internal sealed record DrawnLook(Shape Shape, ImmutableHashSet<string> States, bool IsCovered);

/// <summary>Whether outlines cover an outline by what they are drawn of, without a look at their lines (docs/semantics.md §12): a point is described
/// by which of the countries, pieces and files it lies in.</summary>
internal sealed class Descriptions(Agreement agreement, Func<ImmutableHashSet<string>, bool> impossible)
{
    /// <summary>More than so many countries, pieces and files that hang together are not tried.</summary>
    private const int Most = 16;

    /// <summary>Whether the state is impossible at every point in the outline.</summary>
    /// <param name="everywhere">What was looked for all over the outline itself.</param>
    public bool AreCovered(Shape shape, ImmutableHashSet<string> everywhere, IEnumerable<DrawnLook> drawn)
    {
        var (together, atoms) = Together(shape, [.. drawn]);
        return atoms.Count <= Most && Covers(ImmutableDictionary<string, bool>.Empty);

        bool Covers(ImmutableDictionary<string, bool> point)
        {
            var inside = Has(shape, point);
            var sure = together.Where(look => Has(look.Shape, point) == true).ToList();
            if (inside == false || sure.Exists(look => look.IsCovered) || impossible(everywhere.Union(sure.SelectMany(look => look.States))))
            {
                return true;
            }

            return atoms.Find(atom => !point.ContainsKey(atom)) is { } next
                && Covers(point.Add(next, false)) && Covers(point.Add(next, true));
        }
    }

    /// <summary>The outlines that have a country, piece or file in common with the first, or with another that has.</summary>
    private (List<DrawnLook> Looks, List<string> Atoms) Together(Shape shape, List<DrawnLook> drawn)
    {
        var (looks, atoms) = (new List<DrawnLook>(), Atoms(shape).Distinct().ToList());
        while (drawn.Find(look => !looks.Contains(look) && Atoms(look.Shape).Any(atoms.Contains)) is { } next)
        {
            looks.Add(next);
            atoms = [.. atoms.Union(Atoms(next.Shape))];
        }

        return (looks, atoms);
    }

    /// <summary>Whether the shape has the point; null when what is known of the point does not say.</summary>
    private bool? Has(Shape shape, ImmutableDictionary<string, bool> point) => shape switch
    {
        CountryShape { Around: not null } piece => Has(piece with { Around = null }, point) & In(point, Atom(piece)),
        CountryShape or FileShape => In(point, Atom(shape)),
        RegionShape named => Drawn(named) is { } drawn ? Has(drawn, point) : In(point, Atom(named)),
        ShapeWithin within => Has(within.Whole, point) & Has(within.Kept, point),
        ShapeWithout without => Has(without.Whole, point) & !Has(without.Left, point),
        _ => throw new UnreachableException(shape.GetType().Name),
    };

    private IEnumerable<string> Atoms(Shape shape) => shape switch
    {
        CountryShape { Around: not null } piece => [Atom(piece with { Around = null }), Atom(piece)],
        RegionShape named => Drawn(named) is { } drawn ? Atoms(drawn) : [Atom(named)],
        ShapeWithin within => Atoms(within.Whole).Concat(Atoms(within.Kept)),
        ShapeWithout without => Atoms(without.Whole).Concat(Atoms(without.Left)),
        _ => [Atom(shape)],
    };

    private static string Atom(Shape shape) => shape switch
    {
        CountryShape { Around: { } around } piece => FormattableString.Invariant($"country {piece.Country} at {around.Latitude}, {around.Longitude}"),
        CountryShape country => $"country {country.Country}",
        FileShape file => $"file {file.Path} of {file.Span.File}",
        RegionShape named => $"region {named.Region}",
        _ => throw new UnreachableException(shape.GetType().Name),
    };

    private Shape? Drawn(RegionShape named) => agreement.Places.OfType<Region>().FirstOrDefault(region => region.Name == named.Region)?.Drawing?.Shape;

    private static bool? In(ImmutableDictionary<string, bool> point, string atom) => point.TryGetValue(atom, out var isIn) ? isIn : null;
}
