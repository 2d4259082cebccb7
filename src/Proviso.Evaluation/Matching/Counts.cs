using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>How many things the reports show on a day.</summary>
/// <param name="Least">Surely so many.</param>
/// <param name="Told">So many, if reports that nothing, or no more, was there are left out; at least <paramref name="Least"/>.</param>
/// <param name="Most">Surely no more; null: no total says so.</param>
/// <param name="LeastBy">The reports that show <paramref name="Least"/>; where they contradict each other, those that show <paramref name="Told"/>.</param>
/// <param name="MostBy">The totals, and absences, that show <paramref name="Most"/>.</param>
/// <param name="Capped">Reports of more than a total of the same things allows, each with that total.</param>
/// <param name="Contradicts">More things of a count were there than there can have been, whatever they count for.</param>
internal sealed record Reckoning(
    long Least,
    long Told,
    long? Most,
    ImmutableArray<Part> LeastBy,
    ImmutableArray<StateFact> MostBy,
    ImmutableArray<(StateFact Fact, StateFact By)> Capped,
    bool Contradicts)
{
    /// <summary>True when the reports contradict each other: more were there than there can have been.</summary>
    public bool IsConflict => Contradicts || Told > Most;

    /// <summary>True when there surely were more.</summary>
    public bool IsMoreThan(long limit) => !IsConflict && Least > limit;

    /// <summary>True when there surely were no more.</summary>
    public bool IsAtMost(long limit) => !IsConflict && Most <= limit;
}

/// <summary>A report of things that are counted.</summary>
/// <param name="Number">So many of them are.</param>
/// <param name="Weight">For so much each counts.</param>
internal sealed record Part(StateFact Fact, long Number, long Weight);

/// <summary>What is counted: things of the terms in a state in a place, held by a party.</summary>
/// <param name="Whole">The nouns of all terms as one.</param>
/// <param name="All">The kind of which all are counted, when a count says so.</param>
internal sealed record CountQuestion(ImmutableArray<CountTerm> Terms, Noun Whole, Kind? All, State State, Place Place, Party Holder)
{
    /// <summary>Held by any of these in place of the holder; then no total bounds the number, for each is of one party's things. Empty: by the holder.</summary>
    public ImmutableArray<Party> Among { get; init; } = [];

    /// <summary>What a ceiling asks in a place for a party.</summary>
    public static CountQuestion Of(ShallHaveAtMost ceiling, Place place, Party holder) => new(
        ceiling.Count?.Terms ?? [new(1, ceiling.Noun)], ceiling.Noun, ceiling.Count?.Of, ceiling.State, place, holder);

    /// <summary>True when more than adding up is asked: weights, or all of a kind.</summary>
    public bool IsWeighed => Terms is not [{ Weight: 1 }] || All is not null;

    /// <summary>What a thing must be to be of a noun of it.</summary>
    public LotFilter Filter(Noun noun) => new(noun, Place, Among.IsEmpty ? Holder : null);
}

/// <summary>How many things of a noun are in a state in a place, held by a party: at least, and at most (docs/semantics.md §13).</summary>
internal sealed class Counts
{
    private const string Operator = "operator";
    private const string Owner = "owner";
    private const int MostGathered = 4096;
    private static readonly ImmutableArray<DayRange> ever = [new(int.MinValue, int.MaxValue)];
    private readonly ViewMasks masks;
    private readonly ViewSets sets;
    private readonly Facts facts;
    private readonly Nouns nouns;
    private readonly Places places;
    private readonly States states;
    private readonly ConditionalWeakTable<CountQuestion, Found> gathered = [];

    public Counts(ViewMasks masks, Facts facts, Nouns nouns, Places places, States states)
    {
        this.masks = masks;
        sets = masks.Sets;
        this.facts = facts;
        this.nouns = nouns;
        this.places = places;
        this.states = states;
    }

    /// <summary>Whether there are more of what is asked for than the limit. Requires a primitive state.</summary>
    /// <remarks>Reports of single items, which surely are of different things, are added up by day. Days on which anything else matters are looked at one by one: reports without item, totals, absences.</remarks>
    public Line MoreThan(long limit, CountQuestion question)
    {
        foreach (var term in question.Terms)
        {
            facts.Reads?.Add([question.State.Name], question.Filter(term.Noun));
        }

        var added = new ItemCounts(sets, facts, states, Terms(question));
        var closely = Merged(added.Closely.Concat(Bounded(question)));
        if (closely.IsEmpty)
        {
            return Line.Between(added.Above(limit), Line.Constant(sets.All, sets.All));
        }

        var (plain, asked) = (added.Above(limit), new Counted(this, question, closely));
        var builder = new Line.Builder();
        var next = 0;
        for (var day = int.MinValue; day != int.MaxValue;)
        {
            next += next < closely.Length && closely[next].Before <= day ? 1 : 0;
            var range = next < closely.Length ? closely[next] : new DayRange(int.MaxValue, int.MaxValue);
            if (day < range.From)
            {
                builder.Add(day, plain.LoAt(day), sets.All);
                day = Math.Min(plain.NextChange(day), range.From);
            }
            else
            {
                var (lo, hi) = Closely(asked, limit, day);
                builder.Add(day, lo, hi);
                day = Math.Min(asked.NextChange(day), range.Before);
            }
        }

        return builder.Build();
    }

    private (int Lo, int Hi) Closely(Counted asked, long limit, int day)
    {
        var (lo, hi) = (ViewSets.None, sets.All);
        foreach (var cell in asked.Cells(day))
        {
            if (asked.IsOpen(limit, cell, day))
            {
                continue;
            }

            var found = asked.On(cell, day);
            lo = found.IsMoreThan(limit) ? sets.Or(lo, cell) : lo;
            hi = found.IsAtMost(limit) ? sets.Except(hi, cell) : hi;
        }

        return (lo, hi);
    }

    /// <summary>The groups of which something may be of each term.</summary>
    private ImmutableArray<CountedGroup> Terms(CountQuestion question) =>
    [
        .. from term in question.Terms
           from found in Passing(question, term.Noun)
           select new CountedGroup(found.Group, found.Passes, term.Weight),
    ];

    private IEnumerable<(StateGroup Group, Line Passes)> Passing(CountQuestion question, Noun noun) => facts.States
        .Where(group => !group.Shape.IsGap && group.Shape.State.Name == question.State.Name)
        .Select(group => (group, Passes(group, question, noun))).Where(each => !each.Item2.IsNever);

    /// <summary>The days on which a total or an absence may bound the number.</summary>
    private IEnumerable<DayRange> Bounded(CountQuestion question)
    {
        foreach (var group in facts.States.Where(IsTotal).Concat(facts.Absences).Where(group => group.Shape.State.Name == question.State.Name))
        {
            if (!IsTotal(group) && (!question.Among.IsEmpty || places.Inside(question.Place, group.Shape.In).Proved() is null))
            {
                continue;
            }

            foreach (var row in group.Rows.ToArray().Where(row => row.Item < 0))
            {
                yield return new DayRange(row.StartLast, row.EndFirst + 1);
            }
        }
    }

    private static bool IsTotal(StateGroup group) => group.Shape is { IsGap: false, Absent: false, IsTotal: true };

    /// <summary>Ranges joined where they meet, in order.</summary>
    private static ImmutableArray<DayRange> Merged(IEnumerable<DayRange> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<DayRange>();
        foreach (var range in ranges.Where(range => range.From < range.Before).OrderBy(range => range.From))
        {
            if (merged.Count > 0 && range.From <= merged[^1].Before)
            {
                merged[^1] = merged[^1] with { Before = Math.Max(merged[^1].Before, range.Before) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged.DrainToImmutable();
    }

    /// <summary>The first days of stretches on which the numbers stay as they are.</summary>
    public IEnumerable<int> Turns(CountQuestion question)
    {
        var asked = new Counted(this, question, ever);
        for (var day = asked.NextChange(int.MinValue); day != int.MaxValue; day = asked.NextChange(day))
        {
            yield return day;
        }
    }

    /// <summary>The numbers on a day in one view.</summary>
    public Reckoning On(CountQuestion question, int view, int day)
    {
        var asked = Gathered(question, day);
        return asked.On(asked.Cells(day).First(cell => sets.Has(cell, view)), day);
    }

    /// <summary>The numbers on a day in each of so many views, the first first; those that take everything alike are counted once.</summary>
    public ImmutableArray<Reckoning> InEach(CountQuestion question, int views, int day)
    {
        var asked = Gathered(question, day);
        var cells = asked.Cells(day).Select(cell => (Cell: cell, Found: asked.On(cell, day))).ToList();
        return [.. Enumerable.Range(0, views).Select(view => cells.First(each => sets.Has(each.Cell, view)).Found)];
    }

    /// <summary>What speaks to a question: once for the same question object where that is not much, and else what speaks to it on the day, of the days last asked for.</summary>
    private Counted Gathered(CountQuestion question, int day)
    {
        var of = gathered.GetValue(question, each => new(Terms(each).Sum(term => (long)term.Group.Rows.Length) > MostGathered));
        if (!of.IsMuch)
        {
            return of.Latest ??= new Counted(this, question, ever);
        }

        if (of.Latest is null || of.Day != day)
        {
            (of.Day, of.Latest) = (day, new Counted(this, question, [new DayRange(day, day + 1)]));
        }

        return of.Latest;
    }

    /// <summary>What was gathered for a question last.</summary>
    private sealed class Found(bool isMuch)
    {
        public bool IsMuch => isMuch;

        public int Day { get; set; }

        public Counted? Latest { get; set; }
    }

    /// <summary>The reports that may be of what is asked on the day and are not among those named, by name, each with the reason.</summary>
    public IEnumerable<NotAdded> Others(CountQuestion question, ImmutableArray<Part> added, IReadOnlyCollection<string> totals, int view, int day)
    {
        var asked = Gathered(question, day);
        var cell = asked.Cells(day).First(each => sets.Has(each, view));
        return
            from each in Terms(question).DistinctBy(each => each.Group)
            from row in each.Group.Rows.ToArray()
            where each.Group.Taken.DateQuestioned != ViewSets.None || (row.StartFirst <= day && day <= row.EndLast)
            let fact = facts.Single(each.Group, row)
            where !added.Any(part => part.Fact == fact) && !totals.Contains(fact.Report.Name)
            where sets.Has(states.OnItsDays(fact, contradicted: false).HiAt(day), view) && question.Terms.Any(term => sets.Has(Passes(fact, question, term.Noun).HiAt(day), view))
            orderby fact.Report.Name
            select Why(fact);

        NotAdded Why(StateFact fact)
        {
            var name = fact.Report.Name;
            return !sets.Has(fact.Taken.AcceptedIn, view) ? new(name, WhyNotAdded.InQuestion)
                : sets.Has(fact.Taken.DateQuestioned, view) ? new(name, WhyNotAdded.DateInQuestion)
                : !sets.Has(states.OnItsDays(fact, contradicted: false).LoAt(day), view) ? new(name, WhyNotAdded.OtherDay)
                : !question.Terms.Any(term => sets.Has(Passes(fact, question, term.Noun).LoAt(day), view)) ? new(name, WhyNotAdded.Unsure)
                : asked.Like(fact, added, cell, day) is { } like ? new(name, WhyNotAdded.Perhaps, like)
                : new(name, WhyNotAdded.Contradicted);
        }
    }

    /// <summary>Whether a fact is of the noun, in the place and held as is asked, day by day.</summary>
    private Line Passes(StateFact fact, CountQuestion question, Noun noun) => HeldByAny(states.Passes(fact, question.Filter(noun)), fact.Content.Subject, fact.Taken, question);

    private Line Passes(StateGroup group, CountQuestion question, Noun noun) => HeldByAny(states.Passes(group, question.Filter(noun)), group.Shape.Subject, group.Taken, question);

    private Line HeldByAny(Line passes, Subject subject, Acceptance taken, CountQuestion question) => question.Among.IsEmpty || passes.IsNever ? passes
        : Line.And(sets, passes, Line.Any(sets, [.. question.Among.Select(party => nouns.HeldBy(subject, taken, party))]));

    /// <summary>A report of things in the state, or of none, and in which views it is what.</summary>
    /// <param name="Sure">Where it surely shows them, as asked.</param>
    /// <param name="Told">The same, if reports that nothing was there are left out.</param>
    /// <param name="Throughout">Where its stay surely lasts the whole day.</param>
    /// <param name="Weight">For how much each of its things counts.</param>
    private sealed record Claim(StateFact Fact, long Weight, Line Sure, Line Told, Line Throughout)
    {
        public string Name => Fact.Report.Name;

        /// <summary>How many it surely shows in those views: one, where its number is in question.</summary>
        public long Number(ViewSets sets, int cell) => sets.And(Fact.Taken.NumberQuestioned, cell) == ViewSets.None ? Fact.Content.Amount.Low : 1;
    }

    /// <summary>A total, or a report of none, with the views and days in which it surely speaks of all of the place.</summary>
    private sealed record Total(StateFact Fact, Line Sure)
    {
        public long Most => Fact.Content.Absent ? 0 : Fact.Content.Amount.High!.Value;
    }

    /// <summary>A total, of whatever place and things, and the claims that surely are of it, with the views and days in which it bounds them.</summary>
    private sealed record Cap(StateFact Fact, ImmutableArray<(Claim Claim, Line Bounds)> Of)
    {
        public long Most => Fact.Content.Amount.High!.Value;
    }

    /// <summary>One question, with what speaks to it.</summary>
    private sealed class Counted
    {
        private readonly Counts counts;
        private readonly ViewSets sets;
        private readonly CountQuestion question;
        private readonly ImmutableArray<DayRange> days;
        private readonly OnDays<Claim> claims;
        private readonly OnDays<Claim> ofKind;
        private readonly OnDays<Total> totals;
        private readonly OnDays<Cap> caps;
        private readonly ImmutableArray<Line> holders;
        private readonly ImmutableArray<int> readings;
        private readonly ImmutableArray<Line> nesting;
        private readonly ImmutableArray<int> turns;

        /// <param name="days">The days that are asked about, in order: what matters on none of them is left out.</param>
        public Counted(Counts counts, CountQuestion question, ImmutableArray<DayRange> days)
        {
            (this.counts, this.question, this.days, sets) = (counts, question, days, counts.sets);
            var state = question.State;
            claims = new(question.Terms.SelectMany(Claims), claim => claim.Told.Proved());
            ofKind = new(question.All is { } kind ? Claims(new(1, new(kind, []))) : [], claim => claim.Told.Proved());
            totals = new(
                question.Among.IsEmpty ? counts.facts.States.Where(IsTotal).Concat(counts.facts.Absences)
                    .Where(group => group.Shape.State.Name == state.Name).SelectMany(Facts).Where(fact => fact.Content.Subject.Item is null)
                    .OrderBy(fact => fact.Content.Absent).ThenBy(fact => fact.Source).Select(TotalOf) : [],
                total => total.Sure.Proved());
            caps = new(
                counts.facts.States.Where(group => IsTotal(group) && group.Shape.State.Name == state.Name).SelectMany(Facts).OrderBy(fact => fact.Source).Select(CapOf)
                    .Where(c => c.Of.Sum(of => of.Claim.Fact.Content.Amount.Low) > c.Most),
                cap => Line.Any(sets, [.. cap.Of.Select(of => of.Bounds)]).Proved());
            holders = [.. totals.All.SelectMany(c => Holders(c.Fact)).DistinctBy(h => h.Name).Select(h => counts.nouns.IsPartyOrMember(question.Holder, h))];
            readings = [.. counts.DisputesOf(question.Whole.Symbol).SelectMany(d => d.Readings.Select(r => counts.masks.Choosing(d, r)))];
            nesting = [.. Nesting()];
            turns = Turns();
        }

        /// <summary>The first day after a day on which something changes.</summary>
        public int NextChange(int day)
        {
            var found = turns.BinarySearch(day);
            var next = found >= 0 ? found + 1 : ~found;
            return next < turns.Length ? turns[next] : int.MaxValue;
        }

        /// <summary>Sets of views that take everything that matters on the day alike; each view is in one.</summary>
        public IReadOnlyList<int> Cells(int day)
        {
            ImmutableArray<Claim> shown = [.. claims.At(day), .. ofKind.At(day)];
            var apart = new HashSet<int>();
            foreach (var claim in shown)
            {
                var taken = claim.Fact.Taken;
                apart.UnionWith(
                [
                    claim.Sure.LoAt(day), claim.Told.LoAt(day), claim.Throughout.LoAt(day),
                    taken.NumberQuestioned, taken.ClassQuestioned, taken.PlaceQuestioned, taken.Questioning(sets, Operator),
                ]);
            }

            apart.UnionWith(nesting.Select(line => line.HiAt(day)));
            apart.UnionWith(totals.At(day).Select(total => total.Sure.LoAt(day)));
            apart.UnionWith(caps.At(day).SelectMany(cap => cap.Of).Select(of => of.Bounds.LoAt(day)));
            apart.UnionWith(holders.Select(line => line.LoAt(day)));
            apart.UnionWith(readings);
            List<int> cells = [sets.All];
            foreach (var set in apart)
            {
                cells = [.. cells.SelectMany(cell => new[] { sets.And(cell, set), sets.Except(cell, set) }).Where(cell => cell != ViewSets.None)];
            }

            return cells;
        }

        /// <summary>Whether the places of claims may lie in each other, where that is not the same in all views on all days.</summary>
        private IEnumerable<Line> Nesting()
        {
            var found = claims.All.Concat(ofKind.All).Select(claim => claim.Fact.Content.In).DistinctBy(place => place.Name).ToList();
            return found.SelectMany(inner => found.Select(outer => counts.places.Inside(inner, outer))).Where(line => !line.IsNever && !line.IsAlwaysOpen(sets));
        }

        private ImmutableArray<int> Turns()
        {
            var days = new SortedSet<int>();
            ImmutableArray<Claim> all = [.. claims.All, .. ofKind.All];
            foreach (var line in all.SelectMany(c => new[] { c.Sure, c.Told, c.Throughout }).Concat(nesting).Concat(totals.All.Select(c => c.Sure))
                .Concat(holders).Concat(caps.All.SelectMany(c => c.Of).Select(of => of.Bounds)))
            {
                foreach (var day in line.Starts)
                {
                    days.Add(day);
                }
            }

            return [.. days];
        }

        /// <summary>True when no total says how many there are at most, and all that is shown, even if nothing of it is told twice, is no more than the limit.</summary>
        public bool IsOpen(long limit, int cell, int day) =>
            totals.At(day).IsEmpty && caps.At(day).IsEmpty && claims.At(day).Where(claim => Has(claim.Told.LoAt(day), cell)).Sum(claim => claim.Weight * claim.Number(sets, cell)) <= limit;

        /// <summary>The numbers in the views of a cell of the day.</summary>
        public Reckoning On(int cell, int day)
        {
            ImmutableArray<(Claim Claim, Cap By)> bounds = [.. caps.At(day).SelectMany(cap => cap.Of.Where(of => Has(of.Bounds.LoAt(day), cell)).Select(of => (of.Claim, cap)))];
            ImmutableArray<Total> known = [.. totals.At(day).Where(c => Has(c.Sure.LoAt(day), cell))];
            var (least, leastBy) = Sum(claims.At(day).Where(c => Has(c.Sure.LoAt(day), cell)), bounds, cell, day);
            var (told, toldBy) = Sum(claims.At(day).Where(c => Has(c.Told.LoAt(day), cell)), [], cell, day);
            var (most, mostBy) = Most(question.Whole, known, cell, day);
            var contradicts = false;
            if (question.IsWeighed)
            {
                contradicts = Things(claims.At(day), cell, day) > most || Things(ofKind.At(day), cell, day) > most;
                (most, mostBy) = Weighed((most, mostBy), known, cell, day);
            }

            var capped = bounds.Where(b => b.Claim.Number(sets, cell) > b.By.Most).Select(b => (b.Claim.Fact, b.By.Fact));
            return new(least, told, most, told > most || contradicts ? toldBy : leastBy, [.. mostBy.Distinct()], [.. capped], contradicts);
        }

        /// <summary>The first of the reports added that may speak of the same things; null where an absence keeps it out.</summary>
        public string? Like(StateFact fact, ImmutableArray<Part> added, int cell, int day) => claims.At(day).FirstOrDefault(claim => claim.Fact == fact && Has(claim.Sure.LoAt(day), cell)) is { } own
            ? added.FirstOrDefault(part => claims.At(day).Any(claim => claim.Fact == part.Fact && !AreApart(own, claim, cell, day)))?.Fact.Report.Name ?? added.FirstOrDefault()?.Fact.Report.Name
            : null;

        /// <summary>How many things there were, whatever each counts for, if reports that nothing, or no more, was there are left out.</summary>
        private long Things(IEnumerable<Claim> some, int cell, int day) =>
            Sum(some.Where(c => Has(c.Told.LoAt(day), cell)).Select(c => c with { Weight = 1 }), [], cell, day).Sum;

        /// <summary>The lesser of what the terms come to and of what all things come to, if each counted for the most.</summary>
        private (long? Most, ImmutableArray<StateFact> By) Weighed((long? Most, ImmutableArray<StateFact> By) whole, ImmutableArray<Total> known, int cell, int day)
        {
            var parts = question.Terms.Select(term => (term.Weight, Found: Most(term.Noun, known, cell, day))).ToList();
            var byTerms = parts.Any(part => part.Found.Most is null) ? null : parts.Sum(part => part.Weight * part.Found.Most);
            var byWhole = whole.Most * question.Terms.Max(term => term.Weight);
            return byTerms is null || byWhole < byTerms ? (byWhole, whole.By) : (byTerms, [.. parts.SelectMany(part => part.Found.By)]);
        }

        private IEnumerable<Claim> Claims(CountTerm term) => counts.Passing(question, term.Noun)
            .SelectMany(found => Facts(found.Group).Select(fact => ClaimOf(fact, term, found.Passes))).OrderBy(claim => claim.Fact.Source);

        /// <summary>Those of a group that may matter on the days.</summary>
        private IEnumerable<StateFact> Facts(StateGroup group) => group.Rows.ToArray()
            .Where(row => days.Any(range => row.StartFirst < range.Before && range.From <= row.EndLast)).Select(row => counts.facts.Single(group, row));

        private bool Has(int set, int cell) => sets.And(set, cell) == cell;

        private Claim ClaimOf(StateFact fact, CountTerm term, Line passes) => new(
            fact,
            term.Weight,
            Line.And(sets, counts.states.OnItsDays(fact), passes),
            Line.And(sets, counts.states.OnItsDays(fact, contradicted: false), passes),
            counts.states.Throughout(fact));

        private Total TotalOf(StateFact fact)
        {
            var around = counts.places.Inside(question.Place, fact.Content.In);
            var sure = Line.And(sets, counts.states.SureDays(fact), around);
            return new(fact, sure.In(sets, sets.Not(fact.Taken.NumberQuestioned)));
        }

        private Cap CapOf(StateFact total)
        {
            var (sure, said) = (counts.states.SureDays(total).In(sets, sets.Not(total.Taken.NumberQuestioned)), total.Content);
            var of = new LotFilter(new Noun(said.Subject.Symbol, said.Subject.With), said.In, null);
            return new(total, [.. from claim in claims.All
                                  where claim.Fact.Content.When.Start.Earliest < said.When.End.Latest && said.When.Start.Earliest < claim.Fact.Content.When.End.Latest
                                  let bounds = Line.And(sets, sure, counts.states.Passes(claim.Fact, of))
                                  where bounds.Proved() is not null
                                  select (claim, bounds)]);
        }

        /// <summary>The greatest sum of claims that surely speak of different things, and never more than a total of them allows.</summary>
        private (long Sum, ImmutableArray<Part> By) Sum(IEnumerable<Claim> shown, ImmutableArray<(Claim Claim, Cap By)> bounds, int cell, int day)
        {
            var rules = new Summands<Claim>(
                claim => claim.Number(sets, cell),
                claim => claim.Weight,
                claim => claim.Name,
                claim => IsIn(claim.Fact.Taken.ClassQuestioned, cell) ? null : claim.Fact.Content.Subject.Item,
                (one, other) => AreApart(one, other, cell, day));
            var (sum, by) = bounds.IsEmpty ? Apart.GreatestSum(shown, rules) : Apart.GreatestSum(shown, rules, Left);
            return (sum, [.. by.Select(taken => new Part(taken.Claim.Fact, taken.Number, taken.Claim.Weight))]);

            long Left(Claim next, IReadOnlyList<(Claim Claim, long Number)> taken) => bounds.Where(b => b.Claim == next)
                .Select(b => b.By.Most - taken.Where(t => bounds.Contains((t.Claim, b.By))).Sum(t => t.Number))
                .Append(next.Number(sets, cell)).Min();
        }

        private bool AreApart(Claim a, Claim b, int cell, int day)
        {
            var (one, other) = (a.Fact.Content.Subject, b.Fact.Content.Subject);
            var areClassed = !IsIn(a.Fact.Taken.ClassQuestioned, cell) && !IsIn(b.Fact.Taken.ClassQuestioned, cell);
            return !AreOneItem(one, other)
                && ((areClassed && AreOfOtherClasses(one, other)) || HaveOtherOperators(a.Fact, b.Fact, cell) || AreElsewhere(a, b, cell, day));
        }

        private bool IsIn(int set, int cell) => sets.And(set, cell) != ViewSets.None;

        private bool HaveOtherOperators(StateFact a, StateFact b, int cell) => OperatorOf(a) is { } one && OperatorOf(b) is { } other
            && one.Name != other.Name && one.Members.IsEmpty && other.Members.IsEmpty
            && !IsIn(a.Taken.Questioning(sets, Operator), cell) && !IsIn(b.Taken.Questioning(sets, Operator), cell);

        /// <summary>In places that have nothing in common, and one of them through the whole day.</summary>
        private bool AreElsewhere(Claim a, Claim b, int cell, int day) =>
            !IsIn(counts.places.Inside(a.Fact.Content.In, b.Fact.Content.In).HiAt(day), cell)
            && !IsIn(a.Fact.Taken.PlaceQuestioned, cell) && !IsIn(b.Fact.Taken.PlaceQuestioned, cell)
            && (Has(a.Throughout.LoAt(day), cell) || Has(b.Throughout.LoAt(day), cell));

        private static Party? OperatorOf(StateFact fact) =>
            fact.Content.Subject.With.FirstOrDefault(w => w.Attribute == Operator)?.Value is PartyValue party ? party.Party : null;

        /// <summary>The least that totals of all of the noun allow, or for a definition the sum of what they allow of its bases.</summary>
        private (long? Most, ImmutableArray<StateFact> By) Most(Noun noun, ImmutableArray<Total> shown, int cell, int day)
        {
            (long? Most, ImmutableArray<StateFact> By) best = (null, []);
            foreach (var total in shown.OrderBy(c => c.Fact.Report.Name, StringComparer.Ordinal).Where(c => Covers(c.Fact, noun, cell, day)))
            {
                best = best.Most <= total.Most ? best : (total.Most, [total.Fact]);
            }

            if (noun.Symbol is not Define define)
            {
                return best;
            }

            var inParts = Bodies(define, cell).Select(bases => SumOf(bases)).ToList();
            if (inParts.Any(part => part.Most is null))
            {
                return best;
            }

            var greatest = inParts.Max(part => part.Most);
            return best.Most <= greatest ? best : (greatest, [.. inParts.SelectMany(part => part.By)]);

            (long? Most, ImmutableArray<StateFact> By) SumOf(ImmutableArray<Noun> bases)
            {
                var parts = bases.Select(b => Most(b with { With = [.. b.With, .. noun.With] }, shown, cell, day)).ToList();
                return parts.Any(p => p.Most is null) ? (null, []) : (parts.Sum(p => p.Most), [.. parts.SelectMany(p => p.By)]);
            }
        }

        /// <summary>Whether all that the noun can mean, held by the party, is what the total is of.</summary>
        private bool Covers(StateFact total, Noun noun, int cell, int day)
        {
            var (symbol, with) = (total.Content.Subject.Symbol, total.Content.Subject.With);
            return noun.Symbol is Define define
                ? Bodies(define, cell).All(bases => bases.All(b => Covers(total, b with { With = [.. b.With, .. noun.With] }, cell, day)))
                : (symbol.Name == noun.Symbol.Name || symbol.Name == KindOf(noun.Symbol).Name) && with.All(w => noun.With.Contains(w) || IsOfHolder(w, cell, day));
        }

        private bool IsOfHolder(AttributeValue stated, int cell, int day) => stated is { Attribute: Operator or Owner, Value: PartyValue party }
            && Has(counts.nouns.IsPartyOrMember(question.Holder, party.Party).LoAt(day), cell);

        private static IEnumerable<Party> Holders(StateFact fact) =>
            fact.Content.Subject.With.Where(w => w.Attribute is Operator or Owner).Select(w => w.Value).OfType<PartyValue>().Select(v => v.Party);

        /// <summary>The bases of a definition under each reading that the views of the cell reckon with.</summary>
        private IEnumerable<ImmutableArray<Noun>> Bodies(Define define, int cell)
        {
            var masks = counts.masks;
            return masks.DisputeOn(t => t is OnDefine on && on.Define == define.Name) is not { } dispute
                ? [define.Bases]
                : dispute.Readings.Where(r => IsIn(sets.Or(masks.Choosing(dispute, r), masks.Open(dispute)), cell))
                    .Select(r => r.Meaning is NounMeaning body ? body.Bases : define.Bases);
        }
    }

    /// <summary>Whether two reports name the same item.</summary>
    public static bool AreOneItem(Subject one, Subject other) => one.Item is not null && one.Item == other.Item;

    /// <summary>Whether two reports are of things that are not the same: of other kinds, other models or other items.</summary>
    public static bool AreOfOtherClasses(Subject one, Subject other) =>
        (one.Item is not null && other.Item is not null && one.Item != other.Item)
        || KindOf(one.Symbol).Name != KindOf(other.Symbol).Name
        || (one.Symbol is Model && other.Symbol is Model && one.Symbol.Name != other.Symbol.Name);

    private static Kind KindOf(NounSymbol symbol) => symbol as Kind ?? ((Model)symbol).Kind;

    /// <summary>The disputes on definitions that a noun leads to, under any reading.</summary>
    private IEnumerable<Dispute> DisputesOf(NounSymbol symbol)
    {
        if (symbol is not Define define)
        {
            return [];
        }

        var dispute = masks.DisputeOn(t => t is OnDefine on && on.Define == define.Name);
        var bases = define.Bases.Concat(dispute?.Readings.Select(r => r.Meaning).OfType<NounMeaning>().SelectMany(m => m.Bases) ?? []);
        return [.. dispute is null ? [] : new[] { dispute }, .. bases.SelectMany(b => DisputesOf(b.Symbol))];
    }
}
