using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>What the counts of an agreement come to on a day in a view (docs/semantics.md §13): of a party, or of all parties together.</summary>
internal sealed class NamedCounts(Agreement agreement, Counts counts, EventCounts events)
{
    private readonly Dictionary<(string Count, string? Party, string Place), CountQuestion> ofStates = [];
    private readonly Dictionary<(string Count, string? Party, string? Place), EventQuestion> ofEvents = [];

    /// <param name="party">Null: of all parties together.</param>
    /// <param name="place">Null only of a count in which no states are: wherever.</param>
    public CountedNumber On(NamedCount count, Party? party, Place? place, int view, int day) => count switch
    {
        StateCount of when party is not null => Of(of, counts.On(Question(of, party, place!), view, day)),
        StateCount of => Together(of, place!, view, day),
        EventCount of => Of(of, party, place, view, day),
        CountSum sum => Sum(sum, [.. sum.Parts.Select(part => On(part, party, place, view, day))]),
        CountDifference difference => Difference(
            difference, On(difference.From, party, place, view, day), On(difference.Less, party, place, view, day)),
        _ => throw new System.Diagnostics.UnreachableException(count.GetType().Name),
    };

    /// <summary>The reports on file that may be of what a count without parts is asked and were not added.</summary>
    /// <param name="found">Its number there.</param>
    public IEnumerable<NotAdded> Others(CountedNumber found, Party? party, Place? place, int view, int day) => found.Of switch
    {
        StateCount of when Question(of, party, place!) is var question => counts.Others(question, counts.On(question, view, day).LeastBy, found.MostBy, view, day),
        EventCount of when Question(of, party, place) is var question => events.Others(question, events.On(question, view, day).By, view, day),
        _ => [],
    };

    private static CountedNumber Of(StateCount count, Reckoning found) => new(
        count,
        found.IsConflict ? found.Told : found.Least,
        found.Most,
        found.IsConflict,
        [.. found.LeastBy.Select(part => new CountedReport(part.Fact.Report.Name, part.Fact.Report.Attribution, part.Number, part.Weight))],
        [.. found.MostBy.Select(fact => fact.Report.Name).Distinct()],
        []);

    /// <summary>What any party has, each thing once; and no more than what each may have at most.</summary>
    private CountedNumber Together(StateCount count, Place place, int view, int day)
    {
        var each = agreement.Between.Select(party => counts.On(Question(count, party, place), view, day)).ToList();
        var all = counts.On(Question(count, null, place), view, day);
        var most = each.Exists(one => one.Most is null) ? null : each.Sum(one => one.Most);
        var isConflict = each.Exists(one => one.IsConflict) || all.Told > most;
        return Of(count, all) with
        {
            Least = isConflict ? all.Told : all.Least,
            Most = most,
            IsConflict = isConflict,
            MostBy = most is null ? [] : [.. each.SelectMany(one => one.MostBy).Select(fact => fact.Report.Name).Distinct()],
        };
    }

    private CountedNumber Of(EventCount count, Party? party, Place? place, int view, int day)
    {
        var (least, by) = events.On(Question(count, party, place), view, day);
        return new(
            count, least, null, false, [.. by.Select(part => new CountedReport(part.Fact.Report.Name, part.Fact.Report.Attribution, part.Number, part.Weight))], [], []);
    }

    private static CountedNumber Sum(CountSum count, ImmutableArray<CountedNumber> parts) => Compound(
        count, parts, parts.Any(part => part.Least is null) ? null : parts.Sum(part => part.Least), parts.Any(part => part.Most is null) ? null : parts.Sum(part => part.Most));

    private static CountedNumber Difference(CountDifference count, CountedNumber from, CountedNumber less) =>
        Compound(count, [from, less], from.Least - less.Most, from.Most - less.Least);

    private static CountedNumber Compound(NamedCount count, ImmutableArray<CountedNumber> parts, long? least, long? most) => parts.Any(part => part.IsConflict)
        ? new(count, null, null, true, [], [], parts)
        : new(count, least, most, false, [], [], parts);

    private EventQuestion Question(EventCount count, Party? party, Place? place)
    {
        var key = (count.Name, party?.Name, place?.Name);
        if (!ofEvents.TryGetValue(key, out var question))
        {
            ofEvents[key] = question = new(count, party is null ? agreement.Between : [party], place);
        }

        return question;
    }

    private CountQuestion Question(StateCount count, Party? party, Place place)
    {
        var key = (count.Name, party?.Name, place.Name);
        if (!ofStates.TryGetValue(key, out var question))
        {
            ofStates[key] = question = new(count.Terms, count.Whole, count.Of, count.State, place, party ?? agreement.Between[0])
            {
                Among = party is null ? agreement.Between : [],
            };
        }

        return question;
    }
}
