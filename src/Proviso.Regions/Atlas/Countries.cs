using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Proviso.Regions.Atlas;

/// <summary>The countries and territories of Natural Earth 4.1.0 at 1:10,000,000, as kept in this assembly. docs/regions.md says how they were made,
/// how far they can be trusted and whose lines they are: those of who controls what.</summary>
/// <remarks>A country is read when it is first asked for. Safe to share between threads.</remarks>
public static class Countries
{
    private const string Ending = ".outline";

    private static readonly ConcurrentDictionary<string, Country> read = new(StringComparer.Ordinal);

    private static readonly Lazy<ImmutableSortedSet<string>> ids = new(() => [.. typeof(Countries).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
        .Select(name => name[..^Ending.Length])]);

    /// <summary>What must be said of the data wherever it is used.</summary>
    public const string Attribution = "Country outlines: Natural Earth 4.1.0, public domain, as packaged in world-atlas 2.0.2.";

    /// <summary>How far a true border or coast may run from the drawn one, in metres: the margin of a country for which none is stated.</summary>
    public const double Margin = 5_000;

    /// <summary>The names of all of them, in ordinal order.</summary>
    public static ImmutableSortedSet<string> Ids => ids.Value;

    /// <summary>The country of that name, or null.</summary>
    public static Country? Find(string id)
    {
        if (read.TryGetValue(id, out var known))
        {
            return known;
        }

        using var stream = typeof(Countries).Assembly.GetManifestResourceStream(id + Ending);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return read.GetOrAdd(id, CountryFile.Read(bytes));
    }
}
