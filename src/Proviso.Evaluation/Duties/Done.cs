using System.Collections.Immutable;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>An event that may be the act of a clause instance: one that may discharge a duty, or be a use of a right.</summary>
/// <param name="When">When it was received, or else when it was done.</param>
/// <param name="Counts">Views in which it surely and possibly is one.</param>
/// <param name="Undated">Views in which the time of an act without receipt is in question.</param>
internal sealed record Act(string Report, EventReport Content, Window When, bool IsReceipt, int PlaceQuestioned, (int Lo, int Hi) Counts, int Undated)
{
    /// <summary>Its place among the acts of an instance, in the order of the file.</summary>
    public int Order { get; init; }

    private static readonly Window AnyTime = new(-Owed.AnyMinute, Owed.AnyMinute);

    /// <summary>Its time in a view: any, where it is in question.</summary>
    public Window In(ViewSets sets, int view) => Time(sets, view, Undated, When);

    /// <summary>A time in a view.</summary>
    /// <param name="undated">Views in which it is in question.</param>
    public static Window Time(ViewSets sets, int view, int undated, Window when) => sets.Has(undated, view)
        ? AnyTime
        : new(Math.Max(when.Earliest, AnyTime.Earliest), Math.Min(when.Latest, AnyTime.Latest));
}

/// <summary>What was done, as acts of clause instances (docs/semantics.md §11).</summary>
internal sealed class Done(ViewMasks masks, Facts facts, Conditions conditions, int horizon)
{
    private readonly ViewSets sets = masks.Sets;

    /// <summary>The events that possibly are the act, by the instance's party and to its recipient, in the order of the file.</summary>
    public ImmutableArray<Act> Of(Instance instance, EventPattern act) => [.. All(instance, act).Select((found, order) => found with { Order = order })];

    private IEnumerable<Act> All(Instance instance, EventPattern act)
    {
        var pattern = act with
        {
            By = new FixedParty(instance.Party),
            To = instance.Recipient is { } recipient ? new FixedParty(recipient) : act.To,
        };
        var found =
            from matching in conditions.Matching(pattern, instance.Bindings)
            from row in matching.Group.Rows.ToArray()
            where row.First <= horizon
            orderby row.Source
            select (matching.Group, matching.Matches, row);
        foreach (var (group, matches, row) in found)
        {
            var fact = facts.Single(group, row);
            var receipt = ReceivedBy(fact, instance.Recipient);
            var undated = group.Taken.DateQuestioned;
            var dated = sets.Not(undated);
            var sure = sets.And(group.Taken.AcceptedIn, sets.Or(
                sets.And(dated, conditions.SurelyThroughout(matches, row.First, row.Last)),
                sets.Except(conditions.SurelyThroughout(matches, int.MinValue, horizon), dated)));
            var possible = sets.And(group.Taken.HeldIn, sets.Or(
                conditions.PossiblyWithin(matches, row.First, row.Last),
                sets.And(undated, conditions.PossiblyWithin(matches, int.MinValue, horizon))));
            yield return new Act(
                fact.Report.Name,
                fact.Content,
                receipt ?? fact.Content.When,
                receipt is not null,
                group.Taken.PlaceQuestioned,
                (sure, possible),
                receipt is null ? undated : ViewSets.None);
        }
    }

    /// <summary>When the addressee received it, by the earliest of its receipts, or null without one.</summary>
    private static Window? ReceivedBy(EventFact fact, Party? addressee)
    {
        var receipts = fact.Report.Attribution.Received.Where(r => r.By.Name == addressee?.Name).Select(r => r.At).ToList();
        return receipts.Count == 0 ? null : new Window(receipts.Min(at => at.Earliest), receipts.Min(at => at.Latest));
    }
}
