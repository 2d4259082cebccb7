using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>The days between the first and the last that anything on file names. Outside them nothing changes.</summary>
static class DaysOnFile
{
    /// <summary>With a day more on both sides, which stands for all days beyond.</summary>
    public static DaySpan Of(Case text)
    {
        var named = In(text).Where(day => day is > -700_000 and < 2_900_000).ToList();
        return new(named.Min() - 1, Math.Max(named.Max(), text.KnownThrough) + 1);
    }

    private static IEnumerable<int> In(Case text)
    {
        var agreement = text.Agreement;
        var minutes = text.Reports.SelectMany(In).Concat(text.Positions.SelectMany(position => In(position.When)));
        return
        [
            .. In(agreement.InForce),
            .. agreement.Clauses.Select(clause => clause.From).OfType<int>(),
            .. agreement.Containments.SelectMany(each => In(each.Days)),
            .. agreement.Disputes.SelectMany(dispute => dispute.Readings).Select(reading => reading.Meaning).OfType<ExtentMeaning>()
                .SelectMany(extent => extent.Parts).SelectMany(part => In(part.Days)),
            .. agreement.Parties.SelectMany(party => party.Members).SelectMany(membership => In(membership.Days)),
            .. agreement.Assumptions.SelectMany(each => In(each.Days)),
            .. minutes.Where(minute => minute is not (long.MinValue or long.MaxValue)).Select(agreement.Clock.DayOf),
        ];
    }

    private static IEnumerable<int> In(DayRange range) => [range.From, range.Before];

    private static IEnumerable<long> In(Window window) => [window.Earliest, window.Latest];

    private static IEnumerable<long> In(Occurrence when) => [.. In(when.Start), .. In(when.End)];

    private static IEnumerable<long> In(Report report) => report.Content switch
    {
        StateReport state => In(state.When),
        EventReport happened => In(happened.When),
        EndReport end => In(end.When),
        AccessDenied denied => In(denied.When),
        LogComplete log => In(log.When),
        Correction { When: { } when } => In(when),
        Correction { Event: { } when } => In(when),
        _ => [],
    };
}
