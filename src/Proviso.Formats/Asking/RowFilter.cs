using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Asking;

/// <summary>Which rows of a case are asked about; null parts match anything.</summary>
public sealed record RowFilter(Agreement Agreement)
{
    /// <summary>The clause.</summary>
    public Clause? Clause { get; init; }

    /// <summary>The one that owes, may do or is offered.</summary>
    public Party? Party { get; init; }

    /// <summary>The one it is offered or owed to.</summary>
    public Party? To { get; init; }

    /// <summary>The place of the row, or of its clause instance.</summary>
    public Place? Place { get; init; }

    /// <summary>True when the row is asked about.</summary>
    public bool Fits(Row row) =>
        (Clause is null || row.Clause.Id == Clause.Id)
        && (Party is null || row.Party.Name == Party.Name || (row.Clause.Offer is not null && row.Addressee?.Name == Party.Name))
        && (To is null || row.Addressee?.Name == To.Name)
        && (Place is null || row.Place?.Name == Place.Name || row.Instance?.Name == Place.Name);

    /// <summary>Why no row fits, and what there is instead.</summary>
    public string NothingFits(Verdicts verdicts)
    {
        var asked = string.Join(", ", new[]
        {
            Clause is null ? null : $"clause {Clause.Id}",
            Party is null ? null : $"party `{Party.Name}`",
            To is null ? null : $"to `{To.Name}`",
            Place is null ? null : $"place `{Place.Name}`",
        }.OfType<string>());
        var without = this with { Place = null };
        var places = verdicts.Rows.Where(without.Fits).Select(row => row.Place?.Name).OfType<string>().Distinct().ToList();
        if (Place is not null && places.Count > 0)
        {
            var around = places.Where(place => Encloses(place, Place.Name)).ToList();
            return around.Count > 0
                ? $"nothing is asked about {asked}; it lies in {Quoted.And(around)}: give one of these"
                : $"nothing is asked about {asked}; the places are {Quoted.And(places)}";
        }

        var parties = verdicts.Rows.Where((this with { Party = null, To = null, Place = null }).Fits)
            .SelectMany(row => new[] { row.Party.Name, row.Addressee?.Name }).OfType<string>().Distinct().ToList();
        return (Party ?? To) is not null && parties.Count > 0
            ? $"nothing is asked about {asked}; the parties are {Quoted.And(parties)}"
            : $"nothing is asked about {asked}";
    }

    private bool Encloses(string outer, string inner)
    {
        var reached = new HashSet<string> { inner };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var place))
        {
            foreach (var above in Agreement.Containments.Where(one => one.Inner.Name == place).Select(one => one.Outer.Name).Where(reached.Add))
            {
                open.Enqueue(above);
            }
        }

        return reached.Contains(outer);
    }
}
