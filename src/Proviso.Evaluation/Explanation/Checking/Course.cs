using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>A prohibition's row on a day.</summary>
internal readonly record struct RowDay(Truth Contrary, Truth Relief, Truth Broken);

/// <summary>A clause instance on a day.</summary>
/// <param name="Standings">By <see cref="Standing"/>.</param>
/// <param name="Rows">In the order of the instance's rows.</param>
internal sealed record CourseDay(ImmutableArray<Truth> Standings, Truth While, ImmutableArray<RowDay> Rows)
{
    public Truth Of(Standing standing) => Standings[(int)standing];
}

/// <summary>One clause instance through time, one day after the other: where it stands and whether its rows are in breach
/// (docs/semantics.md §9 and §10).</summary>
internal sealed class Course
{
    private readonly Page page;
    private readonly Lots lots;
    private readonly Tally tally;
    private readonly Circumstances circumstances;
    private readonly Func<string, IEnumerable<Course>> despite;
    private readonly int first;
    private readonly List<CourseDay> days = [];
    private readonly ImmutableArray<(Dispute? Dispute, ImmutableArray<ConditionSlot?> Readings)> slots;
    private readonly ImmutableArray<SomeThingIs> contrary;
    private readonly Dictionary<ConditionSlot, Until> untils = new(ReferenceEqualityComparer.Instance);
    private Truth ended;
    private Truth withdrawn;
    private Truth voided;
    private bool over;

    /// <param name="despite">The courses of the clauses that go before a clause.</param>
    public Course(Page page, Lots lots, Tally tally, Circumstances circumstances, Meant meant, Func<string, IEnumerable<Course>> despite)
    {
        (this.page, this.lots, this.tally, this.circumstances, this.despite) = (page, lots, tally, circumstances, despite);
        Meant = meant;
        Acts = new(page, meant);
        Rows = [.. meant.Rows(page.Agreement)];
        contrary = meant.Clause.Duty is not Restraint duty ? []
            : [.. Rows.Select(row => lots.Same(new(duty.Noun, duty.State, row.Place!, row.Party, ClauseSlot.Have)))];
        Base = page.Agreement.FirstDayOf(meant.Clause);
        first = Base - 2;
        (SurelyFrom, PossiblyFrom) = (Base, Base);
        if (meant.Clause.Offer is not null)
        {
            SurelyFrom = FirstDay(states => states == default(StandingSet).With(Standing.InForce));
            PossiblyFrom = FirstDay(states => states.Has(Standing.InForce));
        }

        slots = [.. Enum.GetValues<SlotWord>().Select(Wordings).OfType<(Dispute?, ImmutableArray<ConditionSlot?>)>()];
    }

    public Meant Meant { get; }

    public Acts Acts { get; }

    public ImmutableArray<Row> Rows { get; }

    /// <summary>First day it can bind, or be offered.</summary>
    public int Base { get; }

    /// <summary>First day it surely began to bind; <see cref="int.MaxValue"/> if never.</summary>
    public int SurelyFrom { get; }

    /// <summary>First day it possibly began to bind.</summary>
    public int PossiblyFrom { get; }

    /// <summary>The dispute on each slot's wording, if any, and the wordings the view reckons with; null: a reading without the slot.</summary>
    public ImmutableArray<(Dispute? Dispute, ImmutableArray<ConditionSlot?> Readings)> Slots => slots;

    /// <summary>Every wording of a slot with the word that the view reckons with.</summary>
    public IEnumerable<ConditionSlot> With(SlotWord word) => slots.SelectMany(s => s.Readings).OfType<ConditionSlot>().Where(r => r.Word == word);

    /// <summary>The disputes on what lets the clause lapse, or excuses, under some reading.</summary>
    public IEnumerable<Dispute> DisputesOnConditions => slots.Select(s => s.Dispute).OfType<Dispute>().Where(dispute =>
        dispute.Readings.Any(r => (r.Meaning is SlotMeaning meaning ? meaning.Slot : Meant.Clause.Slots.FirstOrDefault(slot => slot.Word == ((OnSlot)dispute.Target).Slot))?.Word is SlotWord.While or SlotWord.Unless));

    /// <summary>The instance on a day up to the horizon.</summary>
    public CourseDay At(int day)
    {
        if (day < first)
        {
            return NotYet();
        }

        while (days.Count <= day - first)
        {
            days.Add(Next(first + days.Count));
        }

        return days[day - first];
    }

    /// <summary>Where in the clause a slot's condition is asked.</summary>
    public Asked Site(ConditionSlot slot) => new(Meant.Clause.Id, slot.Word switch
    {
        SlotWord.While => ClauseSlot.While,
        SlotWord.Until => ClauseSlot.Until,
        _ => ClauseSlot.Unless,
    });

    /// <summary>What would be contrary to the clause in the row with the index, or would count under its ceiling; requires a restraint.</summary>
    public SomeThingIs Contrary(int index) => contrary[index];

    /// <summary>Where in the clause the contrary state is asked.</summary>
    public Asked ContrarySite => new(Meant.Clause.Id, ClauseSlot.Have);

    /// <summary>The first day before a day on which an <c>until</c> may have been met since the clause may have begun to bind; none: <see cref="int.MaxValue"/>.</summary>
    public int FirstOpen(ConditionSlot slot, int before)
    {
        for (var day = PossiblyFrom; day < before; day++)
        {
            if (Now(slot, day).Hi && (!slot.Newly || !Now(slot, day - 1).Lo))
            {
                return day;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Whether a right goes before the prohibition in the row with the index.</summary>
    public Truth PermittedOn(int index, int day) =>
        Truth.Any(despite(Meant.Clause.Id).Where(c => Permits(c, Rows[index])).Select(c => c.At(day).Of(Standing.InForce) & c.At(day).While & !c.Excuses(day) & Covers(c, index, day)));

    private (Dispute? Dispute, ImmutableArray<ConditionSlot?> Readings)? Wordings(SlotWord word)
    {
        var written = Meant.Clause.Slots.FirstOrDefault(slot => slot.Word == word);
        return page.DisputeOn(t => t is OnSlot on && on.ClauseId == Meant.Clause.Id && on.Slot == word) is { } dispute
            ? (dispute, [.. page.Readings(dispute).Select(r => r.Meaning is SlotMeaning meaning ? meaning.Slot : written)])
            : written is null ? null : (null, [written]);
    }

    private int FirstDay(Func<StandingSet, bool> begun)
    {
        foreach (var day in Acts.By(int.MaxValue).SelectMany(p => new[] { page.DayOf(p.When.Earliest) + 1, page.DayOf(p.When.Latest) + 1 }).Order())
        {
            if (begun(Acts.Offer(day)))
            {
                return Math.Max(day, Base);
            }
        }

        return int.MaxValue;
    }

    private CourseDay NotYet() => new(
        [.. Enum.GetValues<Standing>().Select(s => Truth.Of(s == Standing.NotInForce))], Truth.Yes, [.. Rows.Select(_ => default(RowDay))]);

    private CourseDay Next(int day)
    {
        var standings = NotYet().Standings;
        if (day >= PossiblyFrom)
        {
            Remember(day);
        }

        if (day >= Base)
        {
            standings = Stand(day);
        }

        var holds = Truth.All(slots.Select(s => Truth.Whichever(s.Readings.Select(r => r?.Word == SlotWord.While ? Now(r, day) : Truth.Yes))));
        var rows = Meant.Clause.Duty is Restraint
            ? Rows.Select((_, i) => Judge(i, standings[(int)Standing.InForce] & holds, days.Count == 0 ? Truth.No : days[^1].Rows[i].Broken, day))
            : Rows.Select(_ => default(RowDay));
        var today = new CourseDay(standings, holds, [.. rows]);
        foreach (var slot in With(SlotWord.Until))
        {
            UntilOf(slot).Close(day);
        }

        return today;
    }

    private RowDay Judge(int index, Truth bound, Truth brokenBefore, int day)
    {
        var contrary = IsContrary(index, day);
        if (!contrary.Hi)
        {
            return default;
        }

        var relief = Excuses(day) | PermittedOn(index, day);
        var hasRunOut = Meant.Clause.Duty is ShallHaveAtMost && day >= page.Agreement.InForce.Before;
        return new(contrary, relief, hasRunOut ? Truth.No : contrary & ((bound & !relief) | brokenBefore));
    }

    private Truth IsContrary(int index, int day) => Meant.Clause.Duty is ShallHaveAtMost ceiling
        ? tally.Of(Contrary(index), day).MoreThan(ceiling.Number)
        : lots.Some(Contrary(index), ContrarySite, day);

    private Truth Excuses(int day) =>
        Truth.Any(slots.Select(s => Truth.Whichever(s.Readings.Select(r => r?.Word == SlotWord.Unless ? Now(r, day) : Truth.No))));

    private static bool Permits(Course permission, Row row) => permission.Meant.Clause.Duty is MayHave right && permission.Meant.Party.Name == row.Party.Name
        && (right.In is FixedPlace || permission.Meant.Place?.Name == row.Instance?.Name);

    /// <summary>Whether every lot that is contrary is one the right allows.</summary>
    private Truth Covers(Course permission, int index, int day)
    {
        var right = (MayHave)permission.Meant.Clause.Duty;
        var allowed = new SomeThingIs(right.Noun, right.State, permission.Meant.PlaceOf(right.In), null, ClauseSlot.Have);
        var all = Truth.All(lots.PerLot(Contrary(index), ContrarySite, day)
            .Zip(lots.PerLot(allowed, new(permission.Meant.Clause.Id, ClauseSlot.Have), day), (contrary, may) => !contrary | may));
        return Meant.Clause.Duty is ShallHaveAtMost ? new(all.Lo && IsContrary(index, day).Lo, all.Hi) : all;
    }

    private Truth Now(ConditionSlot slot, int day) => circumstances.Holds(slot.Condition, Meant, Site(slot), day);

    private Until UntilOf(ConditionSlot slot)
    {
        if (!untils.TryGetValue(slot, out var until))
        {
            untils[slot] = until = new(this, slot);
        }

        return until;
    }

    private Truth OfUntils(Func<Until, Truth> ask) =>
        Truth.Any(slots.Select(s => Truth.Whichever(s.Readings.Select(r => r?.Word == SlotWord.Until ? ask(UntilOf(r)) : Truth.No))));

    private void Remember(int day)
    {
        if (day <= SurelyFrom)
        {
            var held = OfUntils(u => u.HeldAtTheStart(day));
            voided = new(day == SurelyFrom && SurelyFrom == PossiblyFrom ? held.Lo : voided.Lo, voided.Hi || held.Hi);
        }

        if (day >= page.Agreement.InForce.Before)
        {
            return;
        }

        var met = OfUntils(u => u.MetSoFar);
        var (gone, goneBefore) = (Acts.Withdrawn(day), Acts.Withdrawn(day - 1));
        var surely = day >= SurelyFrom;
        ended |= new Truth(surely && met.Lo && !goneBefore.Hi, met.Hi && !goneBefore.Lo);
        withdrawn |= new Truth(surely && gone.Lo && !met.Hi, gone.Hi && !met.Lo);
        over |= surely && (met.Lo || gone.Lo);
    }

    private ImmutableArray<Truth> Stand(int day)
    {
        var offer = Meant.Clause.Offer is null ? default(StandingSet).With(Standing.InForce) : Acts.Offer(day);
        Truth Stage(Standing s) => new(offer == default(StandingSet).With(s), offer.Has(s));
        var binds = Stage(Standing.InForce);
        var isVoid = voided & binds;
        var isEnded = new Truth(ended.Lo && !voided.Hi, ended.Hi && !voided.Lo) & binds;
        var isGone = new Truth(withdrawn.Lo && !voided.Hi, withdrawn.Hi && !voided.Lo) & binds;
        var isOver = new Truth((over && binds.Lo) || isVoid.Lo || isEnded.Lo || isGone.Lo, isVoid.Hi || isEnded.Hi || isGone.Hi);
        var isPast = day >= page.Agreement.InForce.Before;
        var suspended = Acts.Suspended(day);
        Truth Bound(Truth whether) => new(binds.Lo && whether.Lo && !isOver.Hi, binds.Hi && whether.Hi && !isOver.Lo);
        return [.. Enum.GetValues<Standing>().Select(s => s switch
        {
            Standing.VoidFromBirth => isVoid,
            Standing.Ended => isEnded,
            Standing.Withdrawn => isPast ? isGone : isGone | Stage(Standing.Withdrawn),
            Standing.Expired => isPast ? new Truth(!isOver.Hi, !isOver.Lo) : Truth.No,
            Standing.Suspended => isPast ? Truth.No : Bound(suspended),
            Standing.InForce => isPast ? Truth.No : Bound(!suspended),
            Standing.CannotTell => Truth.No,
            _ => isPast ? Truth.No : Stage(s),
        })];
    }

    /// <summary>One <c>until</c>, as the days go by.</summary>
    private sealed class Until
    {
        private readonly Course course;
        private readonly ConditionSlot slot;
        private readonly Condition? told;
        private readonly Supposed[] suppositions = [];
        private Truth dayBefore;
        private Truth daily;

        public Until(Course course, ConditionSlot slot)
        {
            (this.course, this.slot) = (course, slot);
            told = Unbreached(slot.Condition);
            if (!slot.Newly && told is not null && course.SurelyFrom != int.MaxValue)
            {
                suppositions = [.. course.circumstances.Suppositions(told, course.Site(slot)).Select(s =>
                {
                    var asked = course.Site(slot) with { Supposed = s.IsEmpty ? null : s };
                    return new Supposed(asked, course.circumstances.MetWhereverItFalls(told, course.Meant, asked, course.SurelyFrom));
                })];
            }
        }

        /// <summary>Whether it has been met by the last day closed.</summary>
        public Truth MetSoFar { get; private set; }

        public Truth HeldAtTheStart(int day) => slot.Newly ? Truth.No : dayBefore & course.Now(slot, day);

        /// <summary>Reads the day and turns the page.</summary>
        public void Close(int day)
        {
            var today = course.Now(slot, day);
            var met = slot.Newly ? today & !dayBefore : today;
            daily |= new Truth(day >= course.SurelyFrom && met.Lo, day >= course.PossiblyFrom && met.Hi);
            foreach (var supposed in suppositions)
            {
                supposed.Met |= day >= course.SurelyFrom
                    && (day >= supposed.PlacedBy || (today.Hi && course.circumstances.Holds(told!, course.Meant, supposed.Asked, day).Lo));
            }

            var surely = daily.Lo || (suppositions.Length > 0 && suppositions.All(s => s.Met));
            MetSoFar = new(surely, surely || daily.Hi);
            dayBefore = today;
        }

        /// <summary>The parts of an <c>or</c> that ask for no breach; all of any other condition that asks for none.</summary>
        private static Condition? Unbreached(Condition condition) => condition switch
        {
            AnyCondition any when Circumstances.AsksForBreach(any) => any.Parts.Select(Unbreached).OfType<Condition>().ToImmutableArray() is { IsEmpty: false } left
                ? new AnyCondition(left)
                : null,
            _ => Circumstances.AsksForBreach(condition) ? null : condition,
        };

        /// <summary>What is met if the disputed states are read so.</summary>
        private sealed class Supposed(Asked asked, int placedBy)
        {
            public Asked Asked => asked;

            public int PlacedBy => placedBy;

            public bool Met { get; set; }
        }
    }
}
