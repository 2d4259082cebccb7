namespace Proviso.Faults;

/// <summary>The faults that the comparison with the reference must find, by the folder of the evaluator they are planted in.</summary>
/// <remarks>When the evaluator's text changes and a piece is no longer found, a test says so: plant the same mistake in the new text.</remarks>
static class Planted
{
    public static IReadOnlyList<Fault> All { get; } = [.. InTimeline(), .. InReports(), .. InMatching(), .. InDuties()];

    private static IEnumerable<Fault> InTimeline()
    {
        const string line = "Timeline/Line.cs";
        yield return new(line, "builder.Add(days.Before, ViewSets.None", "builder.Add(days.Before + 1, ViewSets.None",
            "a stretch of days ends a day late");
        yield return new(line, "(long)days - 1", "(long)days - 2",
            "`for n days running` is content with a day less");
        yield return new(line, "starts[i] + days", "starts[i]",
            "what holds from the day after holds from the day itself");
        yield return new(line, "(sets.Not(hi), sets.Not(lo))", "(sets.Not(lo), sets.Not(hi))",
            "the pair of `not` is swapped: cannot tell becomes a contradiction");
        yield return new(line, "for (var i = RunAt(from); i", "for (var i = 0; i",
            "what held before a clause began counts as met since");
        const string sets = "Timeline/ViewSets.cs";
        yield return new(sets, "for (var view = 0; view < Count; view++)", "for (var view = 0; view < Count - 1; view++)",
            "the last view is dropped from every set");
        yield return new(sets, "static (x, y) => x | y", "static (x, y) => x ^ y",
            "a view in both of two sets is not in their union");
    }

    private static IEnumerable<Fault> InReports()
    {
        const string known = "Reports/KnownRecord.cs";
        const string knowledge = "Row.cs";
        yield return new(knowledge, "? said.Said.Last <= day", "? said.Said.First <= int.MaxValue",
            "as known on a day: what was said later is known too");
        yield return new(knowledge, "r.By.Name == party.Name && clock", "clock",
            "what anybody received is known to the party");
        yield return new(knowledge, "clock.DayOf(r.At.Latest) <= day", "clock.DayOf(r.At.Earliest) <= day",
            "an imprecise receipt is taken as its first day");
        yield return new(known, "[.. @case.Positions.Where(p => capped.Has(p.Attribution, clock))]", "@case.Positions",
            "positions are known before they are told");
        const string corrections = "Reports/Corrections.cs";
        yield return new(corrections, "var direct = Live(root.Name, root.Attribution.By);", "List<Report> direct = [];",
            "a speaker's corrections of its own report are ignored");
        yield return new(corrections, "live.Where(c => Parts(c).DidNotOccur)", "live.Take(0)",
            "`did not occur` is ignored");
        yield return new(corrections, "yield return new Contest(on.Report,", "yield return new Contest(on.Report + on.Attribute,",
            "a doubt of an attribute is lost");
        yield return new(corrections, "&& position.Attribution.By.Name == position.Holder.Name", "",
            "what others say a party doubts counts as its doubt");
        yield return new(corrections, "AddRoot(correction, restated);", "_ = restated;",
            "a correction by somebody else is not taken as a report of its own");
        yield return new(corrections, "Named(correction, by).Distinct()", "Named(correction, by).Take(0)",
            "a correction by somebody else contests nothing");
        yield return new(corrections, "if (!isSure || stated.Count > 1)", "if (!isSure || stated.Count > 2)",
            "two corrections that contradict each other put nothing in question");
        const string facts = "Reports/Facts.cs";
        yield return new(facts, "sets.Or(sets.Except(held, questioned), believed),", "held,",
            "a contested report is taken as fact");
        yield return new(facts, "sets.Not(masks.Trusting(report.By))", "ViewSets.None",
            "a view believes those it does not trust");
        yield return new(facts, "setAside = sets.Or(setAside, masks.Of(contest.Holder));", "setAside = sets.Or(setAside, ViewSets.None);",
            "a party's view does not set aside what the party denies");
        yield return new(facts, "Doubted(ReportPart.Date, null),", "ViewSets.None,",
            "a doubt of a date is ignored");
        yield return new(facts, "Doubted(ReportPart.Place, null),", "ViewSets.None,",
            "a doubt of a place is ignored");
        yield return new(facts, "Doubted(ReportPart.Class, null),", "ViewSets.None,",
            "a doubt of a class is ignored");
        yield return new("Reports/FactColumns.cs", "columns.States.Add(gap.Earlier with { LaterFooting = gap.Later.Footing }, gap.Row);", "_ = gap;",
            "between two sightings of one item it is taken as absent");
        const string gaps = "Reports/Gaps.cs";
        yield return new(gaps, "row.Item >= 0 && row.EndLast", "row.EndLast",
            "two sightings of unnamed things are taken for one thing that stayed");
        yield return new(gaps, "rows.MinBy(row => row.EndLast)", "rows.MaxBy(row => row.EndLast)",
            "between sightings that are taken otherwise only the last days are open");
        yield return new(gaps, "earlier == later ? Holes(rows)", "earlier == later ? Holes(rows).Take(0)",
            "between sightings that are taken alike nothing is open");
        yield return new("Reports/Footing.cs", "string.Join(',', inQuestion)", "0",
            "reports with other parts in question are taken alike");
        yield return new("Reports/Footing.cs", "{contest.Part} {contest.Attribute} ", "{contest.Attribute} ",
            "reports with other parts contested are taken alike");
        const string masks = "Reports/ViewMasks.cs";
        yield return new(masks, ".OrderBy(p => p.When.Latest);", ".OrderByDescending(p => p.When.Latest);",
            "the reading a party accepted first stands, and not the last");
        yield return new(masks, "_ => parties.Contains(holder.Name),", "_ => agreement.Between.Any(p => p.Name == holder.Name),",
            "a doubt by a member of a group counts for nothing");
        yield return new(masks, "Line.Merge(a, b, Sets.And, Sets.Or)", "Line.Merge(a, b, Sets.Or, Sets.Or)",
            "what one reading of an open dispute says is taken as proved");
        yield return new(masks, "var both = answers.Aggregate(", "var both = answers.Take(1).Aggregate(",
            "an open dispute is given its first reading");
    }

    private static IEnumerable<Fault> InMatching()
    {
        const string nouns = "Matching/Nouns.cs";
        yield return new(nouns, ".Select(m => Line.On(m.Days, lo, sets.All))", ".Select(m => Line.Constant(lo, sets.All))",
            "the dates of a membership are ignored");
        yield return new(nouns, "Line.Or(sets, Test(subject, taken, Operator, wanted), Test(subject, taken, Owner, wanted))",
            "Test(subject, taken, Operator, wanted)",
            "an owner who is not the operator does not have the thing");
        yield return new(nouns, "Model model when subject.Symbol.Name == model.Kind.Name => Line.Constant(ViewSets.None, sets.All)",
            "Model model when subject.Symbol.Name == model.Kind.Name => Line.Constant(sets.All, sets.All)",
            "a thing whose model was not told is taken for the model asked about");
        yield return new(nouns, "Test(subject, taken, part.Attribute, part.Value).Not(sets)", "Test(subject, taken, part.Attribute, part.Value)",
            "`is not` is read as `is`");
        yield return new(nouns, "(high < low || (high == low && !(a.HighIncluded && b.LowIncluded)))", "high <= low",
            "ranges that share only their end have nothing in common");
        yield return new(nouns, "high == b.High && (b.HighIncluded || !a.HighIncluded)", "high == b.High",
            "a range that includes its end is inside one that does not");
        yield return new(nouns, "Operator => Owner, _ => null", "_ => null",
            "an owner is not taken for the operator when none is told");
        yield return new(nouns, "attributeFacts[(model.Name, attribute)].Select", "attributeFacts[(model.Name, attribute)].Take(0).Select",
            "reported attributes of a model are ignored");
        const string places = "Matching/Places.cs";
        yield return new(places, "c => Line.On(c.Days, sets.All, sets.All)", "c => Line.Constant(sets.All, sets.All)",
            "the dates of what lies in what are ignored");
        yield return new(places, "static (lo, _) => lo, sets.Or)", "static (lo, _) => lo, static (lo, _) => lo)",
            "a place that is partly in another is taken as outside it");
        const string states = "Matching/States.cs";
        yield return new(states, "OfLot(not.Part, lot, null, site)", "OfLot(not.Part, lot, filter, site)",
            "`not` of a state is asked of things of the noun alone");
        yield return new(states, "new(first, Math.Min(last, horizon) + 1)", "new(first, Math.Min(last, horizon))",
            "a stay loses its last day");
        yield return new(states, "(row.StartFirst, Math.Min(row.EndLast, horizon) + 1)", "(row.StartFirst, Math.Min(row.EndLast, horizon))",
            "what may have stayed a last day cannot have");
        yield return new(states, "(row.StartLast, Math.Min(row.EndFirst, horizon) + 1)", "(row.StartFirst, Math.Min(row.EndFirst, horizon) + 1)",
            "of many reports each is sure from its earliest day");
        yield return new(states, "sets.Except(told, not),", "told,",
            "what was seen is proved although somebody says that nothing was there");
        yield return new(states, "sets.And(sets.And(accepted, hi), not)", "ViewSets.None",
            "what was seen is refuted because somebody says that nothing was there");
        yield return new(states, "possibly.Add(each.Undated, each.Days.From", "possibly.Add(ViewSets.None, each.Days.From",
            "what has a date in question was on none of the days");
        yield return new(states, "var sure = UpToHorizon(clock.DayOf(when.Start.Latest)", "var sure = UpToHorizon(clock.DayOf(when.Start.Earliest)",
            "an imprecise first day is taken as its earliest");
        yield return new(states, ".Min(w => w.Earliest) + 1", ".Min(w => w.Earliest)",
            "a stay is over on the day it was seen to end");
        yield return new(states, "accepted.Max(w => w.Latest)", "accepted.Min(w => w.Latest)",
            "of two ends told for a stay the first is taken as sure");
        yield return new(states, "stay.Accepted, stay.Questioned.Add(end.Content.When))", "stay.Accepted.Add(end.Content.When), stay.Questioned)",
            "a contested end is taken as fact");
        yield return new(states, "contradicted.IsNever ? dated", "contradicted.Starts.Length > 0 ? dated",
            "reports that nothing was there are ignored");
        yield return new(states, "Math.Max(from, row.StartLast + running - 1)", "Math.Max(from, row.StartLast + running)",
            "a condition surely met by one report is met a day late");
        yield return new(states, "OnState { ClauseId: null } on &&", "OnState on &&",
            "a dispute on a state in one slot holds everywhere");
        const string conditions = "Matching/Conditions.cs";
        yield return new(conditions, "Line.And(sets, daily, daily.Later(1).Not(sets))", "daily",
            "`newly` is ignored");
        yield return new(conditions, "!group.Shape.NotReceived && group", "group",
            "that something was not received is taken for its having happened");
        yield return new(conditions, "row.First == row.Last ? sets.And(accepted, lo) : ViewSets.None", "sets.And(accepted, lo)",
            "an event with an imprecise date is taken to happen on each of its days");
        yield return new(conditions, "if (from <= row.First && row.Last <= horizon)", "if (row.Last <= horizon)",
            "an event before the clause began ends it");
        yield return new(conditions, "nouns.IsPartyOrMember(found, party)", "nouns.IsParty(found, party)",
            "what a group does may have been done by each member");
        const string bases = "Matching/Bases.cs";
        yield return new(bases, "absent.Item is null && CoversNoun", "CoversNoun",
            "who looked for one item is taken to have looked for all");
        yield return new(bases, "a.Days.Contains(day) && CoversNoun", "CoversNoun",
            "an assumption holds beyond its days");
        yield return new(bases, "Grade == Grade.Inspection", "Grade <= Grade.Official",
            "an official statement is taken for an inspection");
        const string cover = "Matching/Cover.cs";
        yield return new(cover, "LiesInCovered(place) || IsMadeOfCovered(place)", "LiesInCovered(place)",
            "looks at all parts of a place do not cover it");
        yield return new(cover, "&& parts.All(part => covered!.Contains(part.Name))", "&& (parts.Count == 0 || parts.Any(part => covered!.Contains(part.Name)))",
            "a look at one part of a place covers all of it");
        yield return new(cover, "looks.Where(look => Surely(place, look.Place))", "looks.Where(look => Surely(place, look.Place) || Surely(look.Place, place))",
            "one state looked for in one part and one in another are thrown together");
        yield return new(cover, "return Extents(place).All(", "return Extents(place).Any(",
            "parts that cover a place in one reading of its extent cover it in all");
        yield return new(cover, "Theatre or Region { IsListed: true } or", "Theatre or Region or",
            "places declared in a region are taken for all of it");
        const string items = "Matching/ItemCounts.cs";
        yield return new(items, "isMet |= piece.From < before;", "isMet |= false;",
            "reports of one item add");
        yield return new(items, ".OrderByDescending(each => each.Key)", ".OrderBy(each => each.Key)",
            "of what is reported of one item the least counts");
        yield return new(items, "end, weight, meets[row.Item]);", "end, number, meets[row.Item]);",
            "a number in question is taken as told");
        yield return new(items, "Note(each.Told, start, end);", "Note(ViewSets.None, start, end);",
            "things without names are not counted");
        const string counts = "Matching/Counts.cs";
        const string apart = "Matching/Apart.cs";
        yield return new(counts, "!IsConflict && Least > limit", "!IsConflict && Least >= limit",
            "as many as a ceiling allows are too many");
        yield return new(counts, "null : parts.Sum(part => part.Weight * part.Found.Most)", "null : parts.Sum(part => part.Found.Most)",
            "a total bounds a count as if each thing counted for one");
        yield return new(counts, "whole.Most * question.Terms.Max(term => term.Weight)", "whole.Most * question.Terms.Min(term => term.Weight)",
            "a total of all things bounds a count as if each counted for the least");
        yield return new(apart, "Value(T claim) => Weight(claim) * Number(claim)", "Value(T claim) => Number(claim)",
            "each thing of a count counts for one");
        yield return new(counts, "> most || Things(ofKind.At(day), cell, day) > most", "> most",
            "the parts of a count may be fewer than the whole");
        yield return new(counts, "contradicts = Things(claims.At(day), cell, day) > most || ", "contradicts = ",
            "the things of a count may be more than their total");
        yield return new(apart, "if (!rules.AreApart(sorted[one], sorted[other]))", "if (rules.Name(sorted[one]) == rules.Name(sorted[other]))",
            "reports of the same things add");
        yield return new(apart, "taken.TrueForAll(one => rules.AreApart(claim, one.Claim))", "taken.TrueForAll(one => claim != one.Claim)",
            "totals of the same things add");
        yield return new(apart, "if (barred[next])", "if (barred[next] || rivals[next].Count > 0)",
            "of reports that may be of the same things none is taken");
        yield return new(apart, "if (sum <= bestSum)", "if (sum <= bestSum || first >= 0)",
            "only the greatest of reports that may be of the same things is tried first");
        yield return new(counts, ".Sum(claim => claim.Weight * claim.Number(sets, cell)) <= limit", ".Sum(claim => claim.Weight * claim.Number(sets, cell)) <= limit + 1",
            "one more than a ceiling allows is not looked at where no total is known");
        const string onDays = "Matching/OnDays.cs";
        yield return new(onDays, "byFirst[next].Days.From <= day", "byFirst[next].Days.From < day",
            "what begins on a day is not yet counted on it");
        yield return new(counts, ".Append(next.Number(sets, cell)).Min()", ".Append(next.Number(sets, cell)).Last()",
            "a report of more than a total of the same things allows is believed in full");
        yield return new(counts, "counts.places.Inside(question.Place, fact.Content.In)", "counts.places.Inside(fact.Content.In, question.Place)",
            "a total for a part of the place is taken for the whole");
        yield return new(counts, "(symbol.Name == noun.Symbol.Name || symbol.Name == KindOf(noun.Symbol).Name)", "KindOf(symbol).Name == KindOf(noun.Symbol).Name",
            "a total of one model is taken for all of the kind");
        yield return new(counts, "(long? Most, ImmutableArray<StateFact> By) best = (null, []);", "(long? Most, ImmutableArray<StateFact> By) best = (0, []);",
            "what is not reported is taken for zero");
        yield return new(counts, "public bool IsConflict => Contradicts || Told > Most;", "public bool IsConflict => false;",
            "totals that contradict each other are both believed");
        yield return new(counts, "(Has(a.Throughout.LoAt(day), cell) || Has(b.Throughout.LoAt(day), cell))", "day != int.MaxValue",
            "what is seen at two places on one day is counted twice");
        yield return new(counts, "sure.In(sets, sets.Not(fact.Taken.NumberQuestioned))", "sure",
            "a total whose number is in question is believed");
        const string events = "Matching/EventCounts.cs";
        yield return new(events, "one.Latest < other.Earliest || other.Latest < one.Earliest", "one.Earliest <= other.Latest || other.Latest < one.Earliest",
            "reports of what an event was of in the same days add");
        yield return new(events, "claim.Last <= day && sets", "claim.Last <= int.MaxValue && sets",
            "an event after the day is counted");
        yield return new(events, "claim.Last <= day && sets", "claim.First <= day && sets",
            "an event is counted from the first day on which it can have happened");
        yield return new(events, "Throughout(nouns.IsPartyOrMember(fact.Content.By, party))", "fact.Content.By.Name == party.Name ? sets.All : ViewSets.None",
            "a member's act is not counted for its group");
        yield return new(events, "amount && !sets.Has(claim.Fact.Taken.NumberQuestioned, view) ?", "amount ?",
            "a number of an event that is in question counts whole");
        yield return new(events, "sets.Except(fact.Taken.AcceptedIn, fact.Taken.DateQuestioned)", "fact.Taken.AcceptedIn",
            "an event whose date is in question is counted");
        yield return new(events, "one.Name != other.Name && one.Members.IsEmpty && other.Members.IsEmpty", "one.Name != other.Name",
            "what a group did and what its member did add");
        yield return new(events, "!fact.Content.NotReceived && fact.Content.Event.Name == question.Count.Event.Name && fact.Content.Of", "fact.Content.Event.Name == question.Count.Event.Name && fact.Content.Of",
            "what was not received is counted");
        yield return new(events, "Throughout(places.Inside(at, place))", "Throughout(Line.Constant(sets.All, sets.All))",
            "an event in another place is counted");
        const string named = "Matching/NamedCounts.cs";
        yield return new(named, "from.Least - less.Most, from.Most - less.Least", "from.Least - less.Least, from.Most - less.Most",
            "a difference takes the same end of both counts");
        yield return new(named, "parts.Any(part => part.Most is null) ? null : parts.Sum(part => part.Most)", "parts.Sum(part => part.Most)",
            "a part of a sum without a most counts for none");
        yield return new(named, "each.Exists(one => one.IsConflict) || all.Told > most", "all.Told > most",
            "what contradicts a party's total is believed of all together");
        yield return new(named, "Among = party is null ? agreement.Between : []", "Among = party is null ? [agreement.Between[^1]] : []",
            "of all parties together only what the last has is counted");
    }

    private static IEnumerable<Fault> InDuties()
    {
        const string deadlines = "Duties/Deadlines.cs";
        yield return new(deadlines, "clock.DayOf(trigger) + n + 1", "clock.DayOf(trigger) + n + 2",
            "a deadline of days after an event is a day late");
        yield return new(deadlines, "clock.DayOf(trigger) - n + 1", "clock.DayOf(trigger) - n",
            "notice of days before an event is asked a day early");
        yield return new(deadlines, "NoLaterThanDay { Day: var day } => clock.StartOf(day + 1)", "NoLaterThanDay { Day: var day } => clock.StartOf(day)",
            "`no later than` a day leaves out the day");
        const string done = "Duties/Done.cs";
        yield return new("Duties/Deadlines.cs", "AddAll(forAny.Of(-1));", "_ = forAny;",
            "an act that names no item is not heard by a duty about one");
        yield return new(done, "receipt ?? row.When,", "row.When,",
            "an act counts when it was done, though received later");
        yield return new("Reports/FactColumns.cs", "all.Where(r => r.By.Name == party?.Name).Select", "all.Select",
            "a receipt by anybody counts as the addressee's");
        yield return new(deadlines, "in acts[i].Answers)", "in acts[i].Answers.Take(1))",
            "an act answers only the first of what it names");
        yield return new(deadlines, "logFirst <= next ? Math.Max(next, logLast + 1) : next", "Math.Max(next, logLast + 1)",
            "logs with a hole between them are taken as complete");
        yield return new(deadlines, "&& clock.DayOf(content.When.Latest) >= lastDay", "",
            "that nothing was received, said before the deadline, proves a breach");
        yield return new(deadlines, "if (ExcusedPerhaps || !Arises", "if (ExcusedSurely || !Arises",
            "an excuse that is open does not matter to a deadline");
        yield return new(deadlines, "!isPossible && duties.AbsenceProved", "duties.AbsenceProved",
            "an act that may have been in time is no bar to a breach");
        yield return new(deadlines, "content.When.Latest) < NextDue", "content.When.Latest) < int.MaxValue + 0 * NextDue",
            "that nothing was received of late is read of every time before");
        yield return new(deadlines, "Within(act, time.Opens, time.Next)", "Within(act, int.MinValue / 2000, time.Next)",
            "what was done for the time before counts for the next");
        yield return new(deadlines, "Math.Max(time.Opens, judged.PossiblyFrom)", "time.Opens",
            "a day of each year is due only from those bound on the day after the one before");
        yield return new(deadlines, "n, 1, worksElsewhere: isEarliest", "n, 1, worksElsewhere: true",
            "days after the end of a calendar are surely working days");
        yield return new(deadlines, "n, -1, worksElsewhere: !isEarliest", "n, -1, worksElsewhere: isEarliest",
            "counted back, days before a calendar begins are taken the wrong way round");
        const string workdays = "Duties/Workdays.cs";
        yield return new(workdays, "var at = day;", "var at = day - step;",
            "the day of the event counts as a working day");
        yield return new(workdays, " && stretch.Without.BinarySearch(day) < 0", "",
            "a holiday is a working day");
        yield return new(workdays, "stretch.With.BinarySearch(day) >= 0 || ", "",
            "a day that is worked by way of exception is none");
        yield return new(workdays, "calendar.Party.Name == party.Name", "calendar.Party.Name == agreement.Calendars[0].Party.Name",
            "the calendar written first is everybody's");
        yield return new(workdays, "n -= worksElsewhere ? Math.Abs(first - at) : 0;", "",
            "days between two stretches of a calendar are surely off");
        const string times = "Duties/Times.cs";
        yield return new(times, "ended - 1 + each.Days", "ended + each.Days",
            "the day after a period counts as day 0");
        yield return new(times, "new(before + 1, due, due + 1, null)", "new(before, due, due + 1, null)",
            "the day on which one is due counts for the next time too");
        const string quotas = "Duties/Quotas.cs";
        yield return new(quotas, "quota = right.Quota ??", "quota = (right.Quota is { } own ? own with { IsCalendar = true } : null) ??",
            "a treaty year is counted from 1 January");
        yield return new(quotas, "line.PossiblyBy(time.Latest) - (IsIn(use, year, view).Hi ? 1 : 0);", "line.PossiblyBy(time.Latest - 1);",
            "of two uses at one time neither is in the way of the other");
        yield return new(quotas, "sets.And(givenHi, sets.And(use.Counts.Hi, possibly))", "sets.And(givenHi, use.Counts.Hi)",
            "a use above the quota may still ask for something");
        yield return new(done, "To = instance.Recipient is { } recipient", "To = instance.Clause.Duty is MayDo ? null : instance.Recipient is { } recipient",
            "a quota is counted over all addressees together");
        yield return new(quotas, "(sets.Has(use.Counts.Lo, view) && from <= first", "(sets.Has(use.Counts.Hi, view) && from <= first",
            "a use that is in question takes its place in line for sure");
        yield return new(done, "var receipt = facts.ReceivedBy(row.Source, instance.Recipient);", "var receipt = instance.Clause.Duty is MayDo ? null : facts.ReceivedBy(row.Source, instance.Recipient);",
            "a use counts when it was made, and not when it was received");
        yield return new(quotas, "var (unlessLo, unlessHi) = judged.Slots.Unless(day);", "var (unlessLo, unlessHi) = (ViewSets.None, ViewSets.None);",
            "the `unless` of a right with a quota is not heard");
        yield return new(quotas, "sets.Except(sets.And(inForce.LoAt(day), whileLo), unlessHi)", "sets.And(inForce.LoAt(day), whileLo)",
            "the `unless` of a right with a quota is not heard where it is open");
        yield return new(quotas, "years.Add(new(year, quota.Of(year),", "years.Add(new(year, quota.Of(1),",
            "the number of a quota's first year holds in every year");
        yield return new(quotas, "line.SurelyBefore(time.Earliest)", "line.SurelyBefore(time.Latest)",
            "uses whose order is open are in the order of their latest times");
        const string acts = "Duties/LegalActs.cs";
        yield return new(acts, "known.Where(p => p.Attribution.By.Name == p.Holder.Name)", "known",
            "what others say a party has declared counts as its declaration");
        yield return new(acts, "[.. OfParty(instance, PositionVerb.Withdraws).Select(Withdrawal), oneLeft]", "[oneLeft]",
            "a party is not bound by its own withdrawal");
        yield return new(acts, ".. OfParty(instance, PositionVerb.Withdraws).Select(Withdrawal), oneLeft]", ".. OfParty(instance, PositionVerb.Withdraws).Select(Withdrawal)]",
            "an agreement binds the last party that is left");
        yield return new(acts, "gone.Where((_, i) => i != left)", "gone",
            "an agreement binds until all parties have left it");
        yield return new(acts, "position.Target is OnAgreement && agreement.Notice is { } notice", "agreement.Notice is { } notice",
            "a withdrawal from one clause needs notice, too");
        yield return new(acts, "notice.EffectOf(clock.DayOf(position.When.Latest)).Latest)", "notice.EffectOf(clock.DayOf(position.When.Latest)).Latest + 1)",
            "a withdrawal takes effect a day after its notice has run");
        yield return new(acts, "OfParty(instance, PositionVerb.Suspends)", "OfParty(instance, PositionVerb.Suspends).Take(0)",
            "suspensions are ignored");
        yield return new(acts, "OfParty(instance, PositionVerb.Resumes)", "OfParty(instance, PositionVerb.Resumes).Take(0)",
            "a suspension is never lifted");
        yield return new(acts, "clock.DayOf(minute) + 1", "clock.DayOf(minute)",
            "a declaration takes effect at the beginning of its day");
        yield return new(acts, "p.To.IsEmpty || p.To.Any(to => to.Name == addressee)", "p.Target is not null",
            "an offer to one is an offer to all");
        yield return new(acts, "on.In is null || on.In.Name == instance.Place?.Name", "on.ClauseId == instance.Clause.Id",
            "a declaration for one place holds for all");
        yield return new(acts, "(PositionVerb.Proposes, not Standing.InForce)", "(PositionVerb.Proposes, Standing.NotInForce)",
            "an offer once refused cannot be made again");
        const string slots = "Duties/Slots.cs";
        yield return new(slots, "unlesses.Add(Join(dispute, [.. readings.Select(r => r is { Word: SlotWord.Unless } ? Ask(r) : Never)]));",
            "whiles.Add(Join(dispute, [.. readings.Select(r => r is { Word: SlotWord.Unless } ? Ask(r) : Always)]));",
            "`unless` is read as `while`");
        yield return new("Reports/ViewMasks.cs", "agreement.WordingsOf(clause);", "agreement.WordingsOf(clause).Where(slot => !slot.Readings.Contains(null));",
            "a condition that only a reading brings is not heard");
        yield return new(slots, "r is { Word: SlotWord.Unless } ? Ask(r) : Never", "r is { Word: SlotWord.Unless } ? Ask(r) : r is null ? Always : Never",
            "a reading without an `unless` excuses everything");
        yield return new(slots, "r is { Word: SlotWord.While } ? Ask(r) : Always",
            """
            r is { Word: SlotWord.While } && Ask(r) is var ask
                ? (Daily)(day => Enumerable.Range(Math.Min(day, possiblyFrom), day - Math.Min(day, possiblyFrom) + 1).Select(d => ask(d)).Aggregate(Both))
                : Always
            """,
            "a duty that lapsed with its `while` does not revive");
        yield return new(slots, "(sets.And(lo, dayBefore.Lo), sets.And(hi, dayBefore.Hi))", "(lo, hi)",
            "an `until` that is met on the first day makes a clause void from birth");
        const string sweep = "Duties/Sweep.cs";
        yield return new(sweep, "sets.And(contraryLo, sets.Or(bindLo, row.BrokenLo))", "sets.And(contraryLo, bindLo)",
            "relief that comes later cures a breach");
        yield return new(sweep, "day < before || row.Row.Clause.Duty is not ShallHaveAtMost", "before < int.MaxValue || row.Row.Clause.Duty is not ShallHaveAtMost",
            "a breach of a ceiling outlives the agreement's term");
        yield return new(sweep, "sets.Except(sets.And(inForce.Lo, whileLo), reliefHi)", "sets.Except(sets.And(inForce.Lo, whileLo), reliefLo)",
            "an excuse that is open does not matter to a breach");
        yield return new(sweep, "i.Clause.Despite.Contains(row.Clause.Id) && i.Party.Name == row.Party.Name", "i.Clause.Despite.Contains(row.Clause.Id)",
            "a right of one party excuses another");
        yield return new(sweep, "if (day >= before)", "if (day > before)",
            "an agreement expires a day late");
        yield return new(sweep, "withdrawn.Lo = sets.Or(withdrawn.Lo, sets.Except(goneLo, met.Hi));", "withdrawn.Lo = sets.Or(withdrawn.Lo, goneLo);",
            "a clause that has ended can still be withdrawn from");
        yield return new(sweep, "ended.Lo = sets.Or(ended.Lo, sets.Except(met.Lo, goneBeforeHi));", "ended.Lo = sets.Except(Slots.HeldAtStart(day).Lo, goneBeforeHi);",
            "a clause that has ended comes back when its `until` passes");
        yield return new(sweep, "voided.Lo, sets.Or(voided.Hi, hi));", "voided.Lo, hi);",
            "that an accepted offer may have been void from birth is forgotten");
        yield return new(sweep, "Base = agreement.FirstDayOf(instance.Clause);", "Base = agreement.InForce.From;",
            "a clause's own first day is ignored");
        yield return new(sweep, "(_, true, _, true, _) => Conduct.Excused,", "(_, true, _, true, _) => Conduct.Kept,",
            "contrary conduct under an excuse is called kept");
    }
}
