using System.Collections.Immutable;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>An event that may be the act of a clause instance: one that may discharge a duty, or be a use of a right.</summary>
/// <param name="Source">The number of its report.</param>
/// <param name="When">When it was received, or else when it was done.</param>
/// <param name="Item">The number of the name of the item that it was of; -1 for none.</param>
/// <param name="Answers">The numbers of the events that it says it answers; -1 for one that is not on file.</param>
/// <param name="Counts">Views in which it surely and possibly is one.</param>
/// <param name="Undated">Views in which the time of an act without receipt is in question.</param>
internal sealed record Act(
    Facts Facts, int Source, Window When, bool IsReceipt, int Item, string? Place, ImmutableArray<int> Answers, int PlaceQuestioned, (int Lo, int Hi) Counts, int Undated)
{
    /// <summary>The name of its report.</summary>
    public string Report => Facts.NameOf(Source);

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
    public ImmutableArray<Act> Of(Instance instance, EventPattern act)
    {
        var pattern = act with
        {
            By = new FixedParty(instance.Party),
            To = instance.Recipient is { } recipient ? new FixedParty(recipient) : act.To,
        };
        var found = new List<Act>();
        foreach (var (group, matches) in conditions.Matching(pattern, instance.Bindings))
        {
            var undated = group.Taken.DateQuestioned;
            var dated = sets.Not(undated);
            var sureWhenever = sets.Except(conditions.SurelyThroughout(matches, int.MinValue, horizon), dated);
            var possibleWhenever = sets.And(undated, conditions.PossiblyWithin(matches, int.MinValue, horizon));
            foreach (var row in group.Rows.Span)
            {
                if (row.First > horizon)
                {
                    continue;
                }

                var receipt = facts.ReceivedBy(row.Source, instance.Recipient);
                var sure = sets.And(group.Taken.AcceptedIn, sets.Or(sets.And(dated, conditions.SurelyThroughout(matches, row.First, row.Last)), sureWhenever));
                var possible = sets.And(group.Taken.HeldIn, sets.Or(conditions.PossiblyWithin(matches, row.First, row.Last), possibleWhenever));
                found.Add(new Act(
                    facts,
                    row.Source,
                    receipt ?? row.When,
                    receipt is not null,
                    row.Item,
                    group.Shape.In?.Name,
                    facts.AnsweredBy(row.Source),
                    group.Taken.PlaceQuestioned,
                    (sure, possible),
                    receipt is null ? undated : ViewSets.None));
            }
        }

        found.Sort(static (a, b) => a.Source.CompareTo(b.Source));
        return [.. found];
    }
}
