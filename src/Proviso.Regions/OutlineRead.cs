namespace Proviso.Regions;

/// <summary>What came of reading somebody's outline.</summary>
public abstract record OutlineRead;

/// <summary>It was read.</summary>
public sealed record OutlineFound(Outline Outline) : OutlineRead;

/// <summary>It cannot be used.</summary>
/// <param name="Where">The place in it, such as <c>features[0].geometry.coordinates[0][3]</c>; empty for the whole.</param>
/// <param name="Problem">One clause without a full stop that begins in lower case: what is the matter.</param>
/// <param name="WayOut">What to do about it: a sentence or two, with full stops.</param>
public sealed record OutlineRefused(string Where, string Problem, string WayOut) : OutlineRead;
