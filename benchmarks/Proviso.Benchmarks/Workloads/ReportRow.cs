namespace Proviso.Benchmarks.Workloads;

/// <summary>What a row of a workload says.</summary>
internal enum RowSort
{
    /// <summary>A thing was deployed in a region.</summary>
    Stay,

    /// <summary>A party held an exercise.</summary>
    Exercise,

    /// <summary>A party gave notice of an exercise to the other.</summary>
    Notice,

    /// <summary>A party asked the other for a visit.</summary>
    Request,

    /// <summary>A party admitted a visit that the other asked for.</summary>
    Admission,

    /// <summary>A stay was otherwise than reported.</summary>
    Correction,

    /// <summary>A party's log of what it received is complete.</summary>
    Log,

    /// <summary>A party denies a report. A position, no report.</summary>
    Denial,
}

/// <summary>One report of a workload, or one denial of a report, as numbers. Days count from the first day of the agreement (day 0) and are both included.</summary>
/// <param name="Number">Of a report: counted from 0 in the order of the stream; it is called x and its number. Of logs and denials it says nothing.</param>
/// <param name="Party">Whose thing, act, log or denial it is: 0 north, 1 south.</param>
/// <param name="Thing">Of stays: the place of the thing's name in <see cref="Workload.Things"/>; else 0.</param>
/// <param name="Item">Of stays: the thing is called i and this number; else 0.</param>
/// <param name="Region">Of stays and exercises: from 1 to <see cref="Workload.Regions"/>; else 0.</param>
/// <param name="From">The first day of a stay, or the day of an event.</param>
/// <param name="FromLatest">The last day on which the stay may have begun; of all but loose stays the same as <paramref name="From"/>.</param>
/// <param name="To">The last day of a stay, or the day of an event.</param>
/// <param name="Of">The number of the report that it answers, corrects or denies; else -1.</param>
/// <param name="Speaker">Who says so: a place in <see cref="Workload.Speakers"/>.</param>
/// <param name="Said">The day on which it was said.</param>
/// <param name="IsAtNoon">Of an event without a place: it happened at noon in Greenwich. Else some time on that day, anywhere on earth.</param>
internal readonly record struct ReportRow(
    RowSort Sort, int Number, int Party, int Thing, int Item, int Region, int From, int FromLatest, int To, int Of, int Speaker, int Said, bool IsAtNoon = false);
