using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>What a count comes to for a party in a place, in the views that say the same.</summary>
/// <param name="Party">Null: all parties together.</param>
/// <param name="Place">Null: wherever.</param>
/// <param name="Views">In view order; at least one.</param>
/// <param name="Parts">The counts without parts that make it up, each with its reports; itself, if it is not made of others.</param>
public sealed record CountLine(
    NamedCount Count, Party? Party, Place? Place, ImmutableArray<View> Views, CountedNumber Number, ImmutableArray<CountPart> Parts)
{
    /// <summary>True when a report that makes the number, or says that there were no more, is only recalled.</summary>
    public bool IsRecalled { get; init; }
}

/// <summary>A count without parts and the reports that speak to it.</summary>
/// <param name="NotAdded">Reports on file that were not added, by name.</param>
public sealed record CountPart(CountedNumber Number, ImmutableArray<NotAdded> NotAdded);

/// <summary>What the counts of a case come to on a day.</summary>
/// <param name="Lines">By count as written, then place, then party, all together last, then the first view of the line.</param>
public sealed record CountsAnswer(Verdicts Verdicts, int Day, ImmutableArray<View> Views, ImmutableArray<CountLine> Lines)
{
    /// <summary>Counts for some parties (null: all together) in some views.</summary>
    /// <param name="place">Null: of events wherever, and of things in a state where ceilings over the count are; if there is none, in each place that lies in no other.</param>
    public static CountsAnswer On(
        Verdicts verdicts, int day, ImmutableArray<View> views, ImmutableArray<NamedCount> counts, IReadOnlyList<Party?> parties, Place? place)
    {
        var grades = verdicts.Case.Reports.ToDictionary(report => report.Name, report => report.Attribution.Grade, StringComparer.Ordinal);
        return new(verdicts, day, views,
        [
            .. from count in counts
               from place2 in place is not null ? [place] : UsualPlaces(verdicts.Case.Agreement, count)
               from party in parties
               from line in Lines(count, party, place2)
               select line,
        ]);

        IEnumerable<CountLine> Lines(NamedCount count, Party? party, Place? inside) =>
            from found in views.Select(view => (View: view, Line: Line(count, party, inside, view)))
            group found by Told(found.Line) into same
            select same.First().Line with { Views = [.. same.Select(each => each.View)] };

        CountLine Line(NamedCount count, Party? party, Place? inside, View view)
        {
            var number = verdicts.CountAt(count, party, inside, view, day);
            ImmutableArray<CountPart> parts = [.. number.Leaves.Select(leaf => new CountPart(leaf, verdicts.NotAddedAt(leaf, party, inside, view, day)))];
            var names = parts.SelectMany(part => part.Number.By.Select(by => by.Report).Concat(part.Number.MostBy));
            return new(count, party, inside, [view], number, parts) { IsRecalled = names.Any(name => grades[name] == Grade.Recalled) };
        }
    }

    /// <summary>Where a count is asked when nobody says where.</summary>
    private static IEnumerable<Place?> UsualPlaces(Agreement agreement, NamedCount count)
    {
        if (!count.IsOfStates)
        {
            return [null];
        }

        var limited = agreement.Clauses
            .Where(clause => clause.Duty is ShallHaveAtMost { Count: { } of } && Within(count).Contains(of.Name))
            .SelectMany(clause => clause.Duty is ShallHaveAtMost { In: FixedPlace fixedPlace } ? [fixedPlace.Place] : clause.ForEach?.Places ?? [])
            .DistinctBy(place => place.Name).ToList();
        return limited.Count > 0 ? limited
            : agreement.Places.Where(place => !agreement.Containments.Any(each => each.Inner.Name == place.Name));
    }

    private static IEnumerable<string> Within(NamedCount count) => count switch
    {
        CountSum sum => sum.Parts.SelectMany(Within),
        CountDifference difference => [.. Within(difference.From), .. Within(difference.Less)],
        _ => [count.Name],
    };

    private static string Told(CountLine line) => string.Join('\n', line.Parts
        .Select(part => $"{string.Join(',', part.Number.By.Select(by => $"{by.Report} {by.Number}"))};{string.Join(',', part.Number.MostBy)};"
            + string.Join(',', part.NotAdded.Select(each => $"{each.Report} {each.Why} {each.Like}")))
        .Prepend(Labels.Number(line.Number)));
}
