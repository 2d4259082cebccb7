using System.Globalization;
using Proviso.Language.Binding;

namespace Proviso.Formats.Page;

/// <summary>Days from left to right, in parts of a hundred of whatever is drawn.</summary>
internal readonly record struct YearScale(DayRange Days)
{
    /// <summary>Where a day begins.</summary>
    public string At(int day) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * (day - Days.From) / (Days.Before - Days.From):0.##}%");

    /// <summary>How wide some days are.</summary>
    public string Width(DayRange days) => At(Days.From + days.Before - days.From);

    /// <summary>The years that begin within the days, as many as there is room for on a phone.</summary>
    public IEnumerable<(int Year, int Day)> Years()
    {
        var (first, last) = (Clock.DateOf(Days.From).Year, Clock.DateOf(Days.Before - 1).Year);
        var step = ((last - first) / 9) + 1;
        for (var year = first + 1; year <= last; year += step)
        {
            yield return (year, Words.Day(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-01-01"))!.Value);
        }
    }

    /// <summary>Where the name of a year stands at its tick: around it, but never beyond either edge.</summary>
    public string Anchor(int day)
    {
        var (part, all) = (100L * (day - Days.From), Days.Before - Days.From);
        return part > 95L * all ? "end" : part < 5L * all ? "start" : "middle";
    }
}
