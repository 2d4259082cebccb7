using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;

namespace Proviso.Language.Binding;

/// <summary>Words for messages.</summary>
static class Friendly
{
    /// <summary>`a`, `b` and `c`, each quoted as the user's word.</summary>
    public static string And(IEnumerable<string> words) => Join([.. words.Select(Quoted)], "and");

    /// <summary>`a`, `b` or `c`, each quoted as the user's word.</summary>
    public static string Or(IEnumerable<string> words) => Join([.. words.Select(Quoted)], "or");

    /// <summary>The word between backticks.</summary>
    public static string Quoted(string word) => $"`{word}`";

    /// <summary>A day as it is written in a file.</summary>
    public static string Day(int day) => LocalDatePattern.Iso.Format(Clock.DateOf(day));

    /// <summary>"1 day", "2 days".</summary>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Join(ImmutableArray<string> words, string last) => words switch
    {
        [] => "none",
        [var only] => only,
        [.. var first, var final] => $"{string.Join(", ", first)} {last} {final}",
    };
}
