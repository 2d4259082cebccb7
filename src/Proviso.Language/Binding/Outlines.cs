using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>A point on the earth (WGS 84), as written.</summary>
/// <param name="Latitude">Degrees north of the equator, from -90 to 90.</param>
/// <param name="Longitude">Degrees east of Greenwich, from -180 to 180.</param>
public sealed record Coordinates(decimal Latitude, decimal Longitude, SourceSpan Span);

/// <summary>How a region is drawn. The language knows names of shapes only; what they enclose is found where outlines are known.</summary>
/// <param name="Margin">Metres: how far the true outline may run from the drawn one. Null where none is stated: then each country has its own.</param>
public sealed record Drawing(Shape Shape, decimal? Margin);

/// <summary>An area on the earth, by name.</summary>
public abstract record Shape;

/// <summary>A country of the atlas, or the connected part of it around a point.</summary>
public sealed record CountryShape(string Country, Coordinates? Around, SourceSpan Span) : Shape;

/// <summary>What is drawn in a GeoJSON file.</summary>
/// <param name="Path">As written: from the folder of the file that names it, with forward slashes.</param>
public sealed record FileShape(string Path, SourceSpan Span) : Shape;

/// <summary>The area of another region, with its own margin.</summary>
public sealed record RegionShape(string Region) : Shape;

/// <summary>The part of one area that lies in another.</summary>
public sealed record ShapeWithin(Shape Whole, Shape Kept) : Shape;

/// <summary>The part of one area that does not lie in another.</summary>
public sealed record ShapeWithout(Shape Whole, Shape Left) : Shape;

/// <summary>What outlines say of where a site is.</summary>
/// <param name="Among">Regions the site lies in one of; at least one.</param>
/// <param name="Surely">False when it is only possible, and then of one region: the site is within the margin of its outline. A region that is in no
/// such finding for a site does not hold it by its outline.</param>
public sealed record Placed(Site Site, ImmutableArray<Region> Among, bool Surely);
