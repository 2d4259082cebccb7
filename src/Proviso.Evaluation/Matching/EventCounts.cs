using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>What is counted: what an event was of, by one of the parties, in a place or (null) wherever.</summary>
internal sealed record EventQuestion(EventCount Count, ImmutableArray<Party> By, Place? Place);

/// <summary>A report of an event that is counted.</summary>
/// <param name="Number">It shows so many.</param>
/// <param name="Weight">For so much each counts.</param>
internal sealed record EventPart(EventFact Fact, long Number, long Weight);

/// <summary>What an event was of, added up to a day (docs/semantics.md §13).</summary>
internal sealed class EventCounts(ViewMasks masks, Facts facts, Nouns nouns, Places places, Conditions conditions)
{
    private readonly ViewSets sets = masks.Sets;
    private readonly ConditionalWeakTable<EventQuestion, Claims> gathered = [];

    /// <summary>At least so many up to and with a day in one view, and the reports that show it.</summary>
    /// <remarks>What speaks to a question is gathered once for the same question object.</remarks>
    public (long Least, ImmutableArray<EventPart> By) On(EventQuestion question, int view, int day)
    {
        var shown = gathered.GetValue(question, Gather).All.Where(claim => claim.Last <= day && sets.Has(claim.Shown, view));
        var (sum, by) = Apart.GreatestSum(
            shown, new(claim => Number(claim, view), claim => claim.Weight, claim => claim.Fact.Report.Name, claim => claim.Fact.Content.Of!.Item, (one, other) => AreApart(one, other, view)));
        return (sum, [.. by.Select(taken => new EventPart(taken.Claim.Fact, taken.Number, taken.Claim.Weight))]);
    }

    /// <summary>The reports that may be of what is asked and are not among those added, by name, each with the reason.</summary>
    public IEnumerable<NotAdded> Others(EventQuestion question, ImmutableArray<EventPart> added, int view, int day)
    {
        var claims = gathered.GetValue(question, Gather).All;
        return
            from fact in facts.EachEvent
            where !fact.Content.NotReceived && fact.Content.Event.Name == question.Count.Event.Name
            where !added.Any(part => part.Fact == fact) && MayBeAsked(fact, question, view)
            orderby fact.Report.Name
            select Why(fact);

        NotAdded Why(EventFact fact)
        {
            var name = fact.Report.Name;
            var claim = claims.FirstOrDefault(each => each.Fact == fact && sets.Has(each.Shown, view));
            return !sets.Has(fact.Taken.HeldIn, view) ? new(name, WhyNotAdded.SetAside)
                : !sets.Has(fact.Taken.AcceptedIn, view) ? new(name, WhyNotAdded.InQuestion)
                : sets.Has(fact.Taken.DateQuestioned, view) ? new(name, WhyNotAdded.DateInQuestion)
                : claim is null ? new(name, WhyNotAdded.Unsure)
                : claim.Last > day ? new(name, WhyNotAdded.OtherDay)
                : new(name, WhyNotAdded.Perhaps, added.First(part => !AreApart(claim, claims.First(each => each.Fact == part.Fact), view)).Fact.Report.Name);
        }
    }

    /// <summary>Whether it is not ruled out that it is of a term, by one of the parties and in the place.</summary>
    private bool MayBeAsked(EventFact fact, EventQuestion question, int view)
    {
        var (first, last) = conditions.DaysOf(fact);
        return (fact.Content.Of is not { } of || question.Count.Terms.Any(term => MayBe(nouns.Match(of, fact.Taken, term.Noun))))
            && question.By.Any(party => MayBe(nouns.IsParty(fact.Content.By, party)))
            && (question.Place is not { } place || fact.Content.In is not { } at || sets.Has(fact.Taken.PlaceQuestioned, view) || MayBe(places.Inside(at, place)));

        bool MayBe(Line line) => sets.Has(conditions.PossiblyWithin(line, first, last), view);
    }

    /// <summary>A report of the event, with the views in which it surely shows things of a term, once its window is over.</summary>
    /// <param name="First">The first day of its window.</param>
    /// <param name="Last">The last day of its window.</param>
    private sealed record Claim(EventFact Fact, long Weight, int First, int Last, int Shown);

    private sealed record Claims(ImmutableArray<Claim> All);

    private Claims Gather(EventQuestion question) => new(
    [
        .. from term in question.Count.Terms
           from fact in facts.EachEvent
           where !fact.Content.NotReceived && fact.Content.Event.Name == question.Count.Event.Name && fact.Content.Of is not null
           let claim = ClaimOf(fact, term, question)
           where claim.Shown != ViewSets.None
           select claim,
    ]);

    /// <summary>Surely of the term, by one of the parties and in the place on every day on which it can have happened.</summary>
    private Claim ClaimOf(EventFact fact, CountTerm term, EventQuestion question)
    {
        var (first, last) = conditions.DaysOf(fact);
        var shown = sets.And(sets.Except(fact.Taken.AcceptedIn, fact.Taken.DateQuestioned), Throughout(nouns.Match(fact.Content.Of!, fact.Taken, term.Noun)));
        shown = sets.And(shown, question.By.Aggregate(ViewSets.None, (views, party) => sets.Or(views, Throughout(nouns.IsPartyOrMember(fact.Content.By, party)))));
        if (question.Place is { } place)
        {
            shown = fact.Content.In is { } at
                ? sets.And(sets.Except(shown, fact.Taken.PlaceQuestioned), Throughout(places.Inside(at, place)))
                : ViewSets.None;
        }

        return new(fact, term.Weight, first, last, shown);

        int Throughout(Line line) => conditions.SurelyThroughout(line, first, last);
    }

    /// <summary>How many it surely shows: one where its number is in question, or not stated.</summary>
    private long Number(Claim claim, int view) =>
        claim.Fact.Content.Amount is { } amount && !sets.Has(claim.Fact.Taken.NumberQuestioned, view) ? amount.Low : 1;

    /// <summary>Whether two reports surely speak of different things. What is shown has a class and a date beyond doubt.</summary>
    private bool AreApart(Claim a, Claim b, int view)
    {
        var (one, other) = (a.Fact.Content, b.Fact.Content);
        return !Counts.AreOneItem(one.Of!, other.Of!)
            && (Counts.AreOfOtherClasses(one.Of!, other.Of!) || AreByOthers(one.By, other.By) || AreAtOtherTimes(one.When, other.When) || AreElsewhere(a, b, view));
    }

    private static bool AreByOthers(Party one, Party other) => one.Name != other.Name && one.Members.IsEmpty && other.Members.IsEmpty;

    private static bool AreAtOtherTimes(Window one, Window other) => one.Latest < other.Earliest || other.Latest < one.Earliest;

    /// <summary>In places that have nothing in common on any day that both can be of.</summary>
    private bool AreElsewhere(Claim a, Claim b, int view)
    {
        if (a.Fact.Content.In is not { } one || b.Fact.Content.In is not { } other)
        {
            return false;
        }

        var met = conditions.PossiblyWithin(places.Inside(one, other), Math.Max(a.First, b.First), Math.Min(a.Last, b.Last));
        return !sets.Has(sets.Or(met, sets.Or(a.Fact.Taken.PlaceQuestioned, b.Fact.Taken.PlaceQuestioned)), view);
    }
}
