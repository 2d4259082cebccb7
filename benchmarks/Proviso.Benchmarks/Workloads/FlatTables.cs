using System.Runtime.InteropServices;

namespace Proviso.Benchmarks.Workloads;

/// <summary>A plain workload as flat tables of numbers, the way a database has it. Days count from the first day of the agreement; of stays, <c>Before</c> is the first
/// day after.</summary>
internal sealed class FlatTables
{
    private readonly List<StayRow> stays = [];
    private readonly List<ExerciseRow> exercises = [];
    private readonly List<NoticeRow> notices = [];

    /// <summary>Takes the rows apart. Requires a workload in which no stay is loose and nothing is corrected or denied.</summary>
    public FlatTables(Workload workload)
    {
        if (workload.Flavour != Flavour.Plain || workload.Shape == Shape.AllContested)
        {
            throw new ArgumentException("flat tables have no place for what is open", nameof(workload));
        }

        foreach (var row in workload.Rows())
        {
            switch (row.Sort)
            {
                case RowSort.Stay:
                    stays.Add(new(row.Number, row.Party, row.Thing, row.Item, row.Region, row.From, row.To + 1));
                    break;
                case RowSort.Exercise:
                    exercises.Add(new(row.Number, row.Party, row.Region, row.From));
                    break;
                case RowSort.Notice:
                    notices.Add(new(row.Number, row.Party, 1 - row.Party, row.Of, row.From));
                    break;
            }
        }
    }

    /// <summary>The stays, in the order of their numbers.</summary>
    public ReadOnlySpan<StayRow> Stays => CollectionsMarshal.AsSpan(stays);

    /// <summary>The exercises, in the order of their numbers.</summary>
    public ReadOnlySpan<ExerciseRow> Exercises => CollectionsMarshal.AsSpan(exercises);

    /// <summary>The notices, in the order of their numbers.</summary>
    public ReadOnlySpan<NoticeRow> Notices => CollectionsMarshal.AsSpan(notices);

    /// <summary>How many stays are of a thing.</summary>
    /// <param name="thing">Its place in <see cref="Workload.Things"/>.</param>
    public int StaysOf(int thing) => stays.Count(stay => stay.Thing == thing);

    /// <summary>Each place about which the clause on bombers asks, with each region that lies in it or is it.</summary>
    public static IReadOnlyList<(int Region, int Place)> Inside { get; } = [.. Enumerable.Range(5, 4).SelectMany(region => new[] { (region, region), (region, Middle) })];

    /// <summary>The theatre of the middle, as a place besides the regions.</summary>
    public const int Middle = Workload.Regions + 1;
}

/// <summary>A stay of one thing.</summary>
internal readonly record struct StayRow(int Number, int Party, int Thing, int Item, int Region, int From, int Before);

/// <summary>An exercise.</summary>
internal readonly record struct ExerciseRow(int Number, int Party, int Region, int Day);

/// <summary>A notice of an exercise.</summary>
internal readonly record struct NoticeRow(int Number, int Party, int To, int Exercise, int Day);
