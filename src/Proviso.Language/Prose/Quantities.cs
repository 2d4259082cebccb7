using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Figures with their units, in the unit a reader expects.</summary>
static class Quantities
{
    /// <summary>A length in metres: "5,500 km", "1.5 km", "300 m".</summary>
    public static string Length(decimal metres) =>
        metres is 0 or >= 1000 ? English.Figure(metres / 1000) + " km" : English.Figure(metres) + " m";

    /// <summary>Exact minutes: "48 hours", "90 minutes". Never days: a day of the calendar is not always 24 hours.</summary>
    public static string Minutes(long minutes) =>
        minutes % 60 == 0 ? English.Count(minutes / 60, "hour") : English.Count(minutes, "minute");

    /// <summary>A figure in the base unit of the attribute's type.</summary>
    public static string Of(decimal figure, AttributeType type) =>
        type == AttributeType.Length ? Length(figure) : English.Figure(figure);

    /// <summary>"480 km", "from 500 km to 5,500 km inclusive", "at least 500 km", "more than 500 km and at most 600 km".</summary>
    public static string Range(RangeValue range, AttributeType type)
    {
        if (range is { Low: { } only, LowIncluded: true, HighIncluded: true } && range.High == only)
        {
            return Of(only, type);
        }

        if (range is { Low: { } low, LowIncluded: true, High: { } high, HighIncluded: true })
        {
            return $"from {Of(low, type)} to {Of(high, type)} inclusive";
        }

        var bounds = new List<string>();
        if (range.Low is { } least)
        {
            bounds.Add((range.LowIncluded ? "at least " : "more than ") + Of(least, type));
        }

        if (range.High is { } most)
        {
            bounds.Add((range.HighIncluded ? "at most " : "less than ") + Of(most, type));
        }

        return bounds.Count == 0 ? "any figure" : English.And(bounds);
    }
}
