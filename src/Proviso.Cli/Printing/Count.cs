using System.Globalization;

namespace Proviso.Cli.Printing;

/// <summary>Numbers with their nouns, as a sentence has them.</summary>
internal static class Count
{
    /// <summary>"no errors", "1 error", "2 errors", "20,000 errors".</summary>
    public static string Of(long number, string noun) => number switch
    {
        0 => $"no {noun}s",
        1 => $"1 {noun}",
        >= 10_000 => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}s"),
    };
}
