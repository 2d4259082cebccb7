using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>What a figure measures.</summary>
enum Measure
{
    /// <summary>A count, written without a unit.</summary>
    Count,

    /// <summary>A length; the base unit is the metre.</summary>
    Length,

    /// <summary>A time; the base unit is the minute.</summary>
    Time,
}

/// <summary>The units of the language and what they are in base units, exactly.</summary>
static class Units
{
    /// <summary>What a unit measures; <c>null</c> as a unit is a count.</summary>
    /// <returns>Null when there is no such unit.</returns>
    public static Measure? MeasureOf(string? unit) => unit switch
    {
        null => Measure.Count,
        "km" or "m" => Measure.Length,
        "day" or "days" or "hour" or "hours" or "minute" or "minutes" => Measure.Time,
        _ => null,
    };

    /// <summary>A figure in base units: metres, minutes or plain. Requires a known unit.</summary>
    /// <returns>Null when the result has more than 28 digits.</returns>
    public static decimal? ToBase(decimal figure, string? unit)
    {
        decimal factor = unit switch
        {
            "km" => 1000,
            "day" or "days" => 1440,
            "hour" or "hours" => 60,
            _ => 1,
        };

        // `decimal` rounds silently past 28 digits; only a product that divides back exactly is the figure that was written.
        if (figure > decimal.MaxValue / factor)
        {
            return null;
        }

        var product = figure * factor;
        return product / factor == figure ? product : null;
    }

    /// <summary>What a number of days, months or years is counted in.</summary>
    public static StepUnit StepOf(Token unit) => unit.Word switch
    {
        Syntax.Word.Day or Syntax.Word.Days => StepUnit.Days,
        Syntax.Word.Month or Syntax.Word.Months => StepUnit.Months,
        _ => StepUnit.Years,
    };

    /// <summary>The most that can be counted: a century.</summary>
    public static long MostOf(StepUnit unit) => unit switch
    {
        StepUnit.Days => 36_600,
        StepUnit.Months => 1_200,
        _ => 100,
    };

    /// <summary>"a length", "a time", "a count".</summary>
    public static string Phrase(Measure measure) => measure switch
    {
        Measure.Length => "a length",
        Measure.Time => "a time",
        _ => "a count",
    };
}
