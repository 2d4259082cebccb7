using System.Collections.Immutable;
using System.Globalization;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Page;

/// <summary>How a verdict looks: a colour and a pattern that tell it without the colour, always beside its words.</summary>
/// <param name="Key">Its name in the style sheet.</param>
/// <param name="Says">What the legend says of it.</param>
/// <param name="Size">Side of the pattern's tile, in pixels.</param>
/// <param name="Lines">Path data of the pattern's strokes; empty for none.</param>
internal sealed record Look(string Key, string Says, int Size, string Lines)
{
    /// <summary>All of them, in the order of the legend.</summary>
    public static ImmutableArray<Look> All { get; } =
    [
        new("kept", "in force, kept", 8, ""),
        new("quiet", "in force, nothing asked", 8, "M4 3.5v1"),
        new("broken", "broken", 7, "M0 0L7 7M7 0L0 7"),
        new("excused", "excused", 8, "M4 1v6M1 4h6"),
        new("pending", "due, still in time", 8, "M0 4h4"),
        new("late", "done late", 6, "M0 3h6"),
        new("open", "cannot tell", 6, "M1 1h1M4 4h1"),
        new("ended", "ended", 7, "M-1 1L1 -1M0 7L7 0M6 8L8 6"),
        new("withdrawn", "withdrawn", 6, "M3 0v6"),
        new("void", "void from birth: never bound", 9, "M2 2L7 7M7 2L2 7"),
        new("expired", "expired", 5, "M0 2.5h5"),
        new("suspended", "suspended", 8, "M0 2h5M3 6h5"),
        new("offered", "offered, binds nobody yet", 8, "M2 4a2 2 0 1 0 4 0a2 2 0 1 0 -4 0"),
        new("refused", "refused", 7, "M-1 6L1 8M0 0L7 7M6 -1L8 1"),
        new("none", "not in force", 8, ""),
        new("several", "several answers: see the table", 10, "M0 0h10v5h-10z"),
    ];

    /// <summary>Where territory lies in places with different answers.</summary>
    public static Look Several => Named("several");

    /// <summary>The look of a verdict.</summary>
    public static Look Of(Verdict verdict) => Named((verdict.Standing, verdict.Conduct) switch
    {
        (_, Conduct.Broken) => "broken",
        (Standing.CannotTell, _) or (_, Conduct.CannotTell) => "open",
        (Standing.InForce, Conduct.Kept) => "kept",
        (_, Conduct.Excused) => "excused",
        (_, Conduct.Pending) => "pending",
        (_, Conduct.CuredLate) => "late",
        (Standing.InForce, _) => "quiet",
        (Standing.Suspended, _) => "suspended",
        (Standing.Offered, _) => "offered",
        (Standing.Refused, _) => "refused",
        (Standing.NotInForce, _) => "none",
        (Standing.Ended, _) => "ended",
        (Standing.Withdrawn, _) => "withdrawn",
        (Standing.VoidFromBirth, _) => "void",
        (Standing.Expired, _) => "expired",
        _ => throw new System.Diagnostics.UnreachableException(verdict.ToString()),
    });

    /// <summary>Writes the patterns: <c>s-</c> for lanes and swatches, in pixels, and <c>m-</c> for maps.</summary>
    /// <param name="unit">Units of the maps' sheet in a pixel.</param>
    public static void WritePatterns(Markup page, double unit)
    {
        foreach (var look in All)
        {
            look.WritePattern(page, "s-", null);
            look.WritePattern(page, "m-", string.Create(CultureInfo.InvariantCulture, $"scale({unit:0.##})"));
        }
    }

    /// <summary>A small square that shows the look; the words beside it say the same.</summary>
    public void WriteSwatch(Markup page) => page
        .Open("svg", ("class", "swatch"), ("width", "16"), ("height", "16"), ("aria-hidden", "true"), ("focusable", "false"))
        .Shape("rect", ("class", "edge"), ("x", "0.5"), ("y", "0.5"), ("width", "15"), ("height", "15"), ("fill", $"url(#s-{Key})"))
        .Close();

    private static Look Named(string key) => All.First(look => look.Key == key);

    private void WritePattern(Markup page, string prefix, string? transform)
    {
        var side = Size.ToString(CultureInfo.InvariantCulture);
        page.Open("pattern", ("id", prefix + Key), ("patternUnits", "userSpaceOnUse"), ("width", side), ("height", side), ("patternTransform", transform))
            .Shape("rect", ("class", $"f-{Key}"), ("width", side), ("height", side));
        if (Lines.Length > 0)
        {
            page.Shape("path", ("class", $"l-{Key}"), ("d", Lines));
        }

        page.Close();
    }
}
