using System.Globalization;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Benchmarks.Record;

/// <summary>A question that databases can answer too. Each is a clause of the workload's agreement, and the answer is when it was broken.</summary>
internal enum Question
{
    /// <summary>Clause 1: for each party and region, the longest stretches of days on which the party has more launchers there than it may.</summary>
    Ceiling,

    /// <summary>Clause 2: each exercise of which no notice came in time, and for each party the days on which it owes some notice for good.</summary>
    Notice,

    /// <summary>Clause 3: for each party and the theatre of the middle, and each region of it, the longest stretches of days on which some bomber of the party is there.</summary>
    Presence,
}

/// <summary>What one who answers needs to know besides the reports. Days count from the first day of the agreement.</summary>
/// <param name="Most">So many launchers a party may have in a region.</param>
/// <param name="Term">The first day after the agreement's term.</param>
/// <param name="End">The first day of which nothing is known.</param>
internal sealed record Asked(int Most, int Term, int End);

/// <summary>A stretch of days on which a clause was broken: half-open, days counted from the first day of the agreement.</summary>
/// <param name="Party">By whom: 0 north, 1 south.</param>
/// <param name="Of">The region or theatre; of notices, the number of the exercise, or <see cref="WholeRow"/> for the party's days on which any is missing.</param>
/// <param name="From">The first day; of notices, that of the exercise.</param>
/// <param name="Before">The first day after. Of a notice that came late, as <paramref name="From"/>: it was mended before the exercise.</param>
internal readonly record struct Breach(int Party, int Of, int From, int Before) : IComparable<Breach>
{
    /// <summary>In <see cref="Of"/>: not of one exercise.</summary>
    public const int WholeRow = -1;

    /// <inheritdoc/>
    public int CompareTo(Breach other) => (Party, Of, From, Before).CompareTo((other.Party, other.Of, other.From, other.Before));
}

/// <summary>Answers as lists that can be compared.</summary>
internal static class Answers
{
    /// <summary>What the verdicts say, in order. Requires that they have the question's clause, and one view.</summary>
    public static List<Breach> Of(Verdicts judged, Question question)
    {
        var first = judged.Case.Agreement.InForce.From;
        var view = judged.Views[0];
        var found = new List<Breach>();
        foreach (var row in judged.Rows.Where(row => row.Clause.Id == ClauseOf(question)))
        {
            var party = Workload.Parties.IndexOf(row.Party.Name);
            if (question == Question.Notice)
            {
                found.AddRange(judged.OwedAt(row, view, judged.Horizon).Select(owed => Missed(judged, owed, party, first)).OfType<Breach>());
            }

            found.AddRange(Broken(judged, row, view).Select(days => new Breach(party, PlaceOf(row.Place), days.From - first, days.Before - first)));
        }

        found.Sort();
        return found;
    }

    /// <summary>Adds to what was missed, for each party, the days on which it owes some notice for good: from the first exercise of which none came.</summary>
    public static void AddRows(List<Breach> missed)
    {
        missed.AddRange(missed.Where(each => each.From < each.Before).GroupBy(each => each.Party)
            .Select(own => new Breach(own.Key, Breach.WholeRow, own.Min(each => each.From), own.Max(each => each.Before))).ToList());
        missed.Sort();
    }

    /// <summary>Compares an answer with the verdicts, row by row. Throws at the first that differs.</summary>
    /// <param name="own">What the verdicts say, in order.</param>
    /// <param name="other">What somebody else says, in order.</param>
    public static void MustAgree(Question question, List<Breach> own, List<Breach> other, string name)
    {
        for (var i = 0; i < Math.Max(own.Count, other.Count); i++)
        {
            if (i >= own.Count || i >= other.Count || own[i] != other[i])
            {
                throw new AnswersDifferException(
                    $"{question}: of {own.Count} rows by the verdicts and {other.Count} by {name}, row {i} is {Told(own, i)} by the verdicts and {Told(other, i)} by {name}");
            }
        }
    }

    /// <summary>The number of the question's clause.</summary>
    public static string ClauseOf(Question question) => ((int)question + 1).ToString(CultureInfo.InvariantCulture);

    private static string Told(List<Breach> rows, int i) => i < rows.Count ? rows[i].ToString() : "not there";

    /// <summary>The longest stretches on which the row is broken, whatever else changes meanwhile.</summary>
    private static IEnumerable<DayRange> Broken(Verdicts judged, Row row, View view)
    {
        DayRange? open = null;
        foreach (var stretch in judged.Timeline(row, view).Where(stretch => stretch.Verdict.Conduct == Conduct.Broken))
        {
            if (open is { } before && before.Before == stretch.Days.From)
            {
                open = before with { Before = stretch.Days.Before };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = stretch.Days;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static Breach? Missed(Verdicts judged, Owed owed, int party, int first)
    {
        var exercise = int.Parse(owed.Trigger!.AsSpan(1), CultureInfo.InvariantCulture);
        var day = judged.Case.Agreement.Clock.DayOf(owed.When.Earliest) - first;
        return owed.Conduct switch
        {
            Conduct.Broken => new(party, exercise, day, judged.Horizon + 1 - first),
            Conduct.CuredLate => new(party, exercise, day, day),
            Conduct.Kept => null,
            _ => throw new InvalidOperationException($"the notice of {owed.Trigger} is {owed.Conduct}"),
        };
    }

    private static int PlaceOf(Place? place) => place is null ? Breach.WholeRow
        : place.Name == "middle" ? FlatTables.Middle
        : int.Parse(place.Name.AsSpan(1), CultureInfo.InvariantCulture);

    private static int IndexOf(this IReadOnlyList<string> names, string name) => names.TakeWhile(each => each != name).Count();
}

/// <summary>Somebody answers otherwise than the verdicts.</summary>
internal sealed class AnswersDifferException(string message) : Exception(message);
