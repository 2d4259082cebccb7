using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>The duties to act of one instance.</summary>
/// <param name="Conduct">In each view.</param>
/// <param name="Owed">The single duties in a view on a day, in the order of their triggers' dates.</param>
/// <param name="Above">The events up to a day that ask for nothing in a view, for they surely are above the number of a right.</param>
internal sealed record DutiesOfRow(ImmutableArray<Runs<Conduct>> Conduct, Func<int, int, ImmutableArray<Owed>> Owed, Func<int, int, ImmutableArray<UsePlace>> Above);

/// <summary>Duties to act by a deadline (docs/semantics.md §11): triggers, the acts that answer them, and the conduct day by day.</summary>
internal sealed class Deadlines(
    Agreement agreement, ViewMasks masks, Facts facts, Conditions conditions, Done done, Quotas quotas, int horizon)
{
    private readonly Agreement agreement = agreement;
    private readonly ViewSets sets = masks.Sets;
    private readonly Facts facts = facts;
    private readonly Clock clock = agreement.Clock;
    private readonly int horizon = horizon;
    private readonly ImmutableArray<EventFact> notReceived =
    [
        .. from @group in facts.Events
           where @group.Shape.NotReceived
           from row in @group.Rows.ToArray()
           orderby row.Source
           select facts.Single(@group, row),
    ];

    // Of what may show that nothing was received.
    private readonly ImmutableArray<int> absences =
    [
        .. facts.Events.Where(each => each.Shape.NotReceived).Select(each => each.Taken).Concat(facts.Logs.Select(log => log.Taken)).Distinct()
            .SelectMany(taken => (int[])[taken.AcceptedIn, taken.DateQuestioned, taken.PlaceQuestioned]).Distinct(),
    ];

    /// <summary>The duties of an instance. Requires that its clause is a <see cref="ShallDo"/>.</summary>
    public DutiesOfRow Of(Judged judged)
    {
        var instance = judged.Instance;
        var duty = (ShallDo)instance.Clause.Duty;
        var asked = new Asked([.. Triggers(judged, duty)], done.Of(instance, duty.Act));
        var triggers = asked.Triggers;
        var alike = sets.Alike(asked.Sets().Concat(absences));
        var conduct = new Runs<Conduct>?[sets.Count];
        return new(
            [.. alike.Select(view => conduct[view] ??= In(view).Conduct())],
            (view, day) => In(view).Owed(day),
            (view, day) =>
            [
                .. triggers.Where(trigger => sets.Has(trigger.Above, view) && clock.DayOf(trigger.In(sets, view).Earliest) <= day)
                    .Select(trigger => trigger.Under!.PlaceIn(view)!)
                    .OrderBy(use => use.When.Latest).ThenBy(use => use.When.Earliest),
            ]);

        OneView In(int view) => new(this, instance, duty, asked, view);
    }

    /// <summary>What asks for acts of an instance, and what may be such acts, by what they may have to do with each other.</summary>
    private sealed class Asked
    {
        private readonly ImmutableArray<Act> acts;
        private readonly ImmutableArray<Act> sayingNothing;
        private readonly Chains byTrigger = new();
        private readonly Chains forAny = new();
        private readonly Chains byItem = new();

        public Asked(ImmutableArray<Trigger> triggers, ImmutableArray<Act> acts)
        {
            (Triggers, this.acts) = (triggers, acts);
            sayingNothing = [.. acts.Where(act => act.Answers.IsEmpty)];
            for (var i = 0; i < acts.Length; i++)
            {
                if (acts[i].Answers.IsEmpty)
                {
                    forAny.Add(acts[i].Item, i);
                }

                foreach (var source in acts[i].Answers)
                {
                    byTrigger.Add(source, i);
                }
            }

            for (var i = 0; i < triggers.Length; i++)
            {
                byItem.Add(triggers[i].Item, i);
            }
        }

        /// <summary>In the order of the file.</summary>
        public ImmutableArray<Trigger> Triggers { get; }

        /// <summary>The sets of views that decide how a duty stands: views that are in the same of them see all duties alike.</summary>
        public HashSet<int> Sets()
        {
            var found = new HashSet<int>();
            foreach (var each in Triggers)
            {
                found.UnionWith([each.PlaceQuestioned, each.Undated, each.Matches, each.Arises.Lo, each.Arises.Hi, each.Excused.Lo, each.Excused.Hi]);
            }

            foreach (var each in acts)
            {
                found.UnionWith([each.PlaceQuestioned, each.Undated, each.Counts.Lo, each.Counts.Hi]);
            }

            return found;
        }

        /// <summary>Puts the acts that may answer a trigger into a list, in the order of the file: those that say so, and those that say nothing and may be of the same item.</summary>
        public void Answering(Trigger trigger, List<Act> found)
        {
            found.Clear();
            if (trigger.Source is not { } source)
            {
                found.AddRange(acts);
                return;
            }

            AddAll(byTrigger.Of(source));
            if (trigger.Item < 0)
            {
                found.AddRange(sayingNothing);
            }
            else
            {
                AddAll(forAny.Of(trigger.Item));
                AddAll(forAny.Of(-1));
            }

            if (found.Count > 1)
            {
                found.Sort(static (a, b) => a.Source.CompareTo(b.Source));
            }

            void AddAll(Chains.Chain chain)
            {
                foreach (var i in chain)
                {
                    found.Add(acts[i]);
                }
            }
        }

        /// <summary>Whether none but one of the triggers that may be of the same item as an act passes.</summary>
        public bool IsNoOther(Act act, Trigger trigger, Func<Trigger, bool> passes)
        {
            if (act.Item < 0)
            {
                return Triggers.All(each => ReferenceEquals(each, trigger) || !passes(each));
            }

            foreach (var key in (ReadOnlySpan<int>)[act.Item, -1])
            {
                foreach (var i in byItem.Of(key))
                {
                    if (!ReferenceEquals(Triggers[i], trigger) && passes(Triggers[i]))
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    /// <summary>An event that asks for an act, or the first day of a duty with a date.</summary>
    /// <param name="Source">The number of its report; null for a date.</param>
    /// <param name="Item">The number of the name of the item that it was of; -1 for none.</param>
    /// <param name="Matches">Views in which it possibly matches and is not set aside.</param>
    /// <param name="Arises">Views in which the duty surely and possibly arose.</param>
    /// <param name="Excused">Views in which it is surely and possibly excused.</param>
    private sealed record Trigger(
        int? Source, int Item, string? Place, int PlaceQuestioned, int Undated, Window When, int Matches, (int Lo, int Hi) Arises, (int Lo, int Hi) Excused)
    {
        /// <summary>When it is due; null unless the duty recurs.</summary>
        public DueTime? Time { get; init; }

        /// <summary>What right it is a use of, where it must be one of a right; else null.</summary>
        public Exercise? Under { get; init; }

        /// <summary>Views in which it would ask for the act, were it not surely above what the right allows.</summary>
        public int Above { get; init; }

        /// <summary>When, in a view: any time, where its date is in question.</summary>
        public Window In(ViewSets sets, int view) => Act.Time(sets, view, Undated, When);
    }

    private IEnumerable<Trigger> Triggers(Judged judged, ShallDo duty)
    {
        var (instance, slots) = (judged.Instance, judged.Slots);
        var inForce = judged.InForce();
        var stillUntil = slots.Lines.Select(line => line.NextChange(int.MinValue)).Append(agreement.FirstDayOf(instance.Clause)).Min();
        if (duty.Deadline is Recurring recurring)
        {
            foreach (var time in TimesOf(judged, recurring))
            {
                // What comes after a period asks who is bound on the day after it. A day of a year asks it of a clause that begins before that day, too.
                var (from, last) = recurring is WithinAfterEach
                    ? (time.Opens, time.Opens)
                    : (Math.Max(time.Opens, judged.PossiblyFrom), Math.Max(time.Opens, Math.Min(judged.SurelyFrom, horizon)));
                if (from <= horizon)
                {
                    yield return Standing(from, last) with { Time = time };
                }
            }

            yield break;
        }

        if (instance.Clause.When is not { } pattern)
        {
            var from = duty.Deadline is NoLaterThanDay ? judged.PossiblyFrom : int.MaxValue;
            if (from <= horizon)
            {
                // An accepted offer binds from a day that may be open: any from the first possible to the first sure one.
                var last = Math.Min(judged.SurelyFrom, horizon);
                yield return Standing(from, last);
            }

            yield break;
        }

        var bound = pattern.By is AnyParty ? instance.Bindings.Bound : null;
        var found = new List<(EventGroup Group, Line Matches, EventRow Row)>();
        foreach (var (group, matches) in conditions.Matching(pattern, instance.Bindings))
        {
            if (bound is null || bound.Name == group.Shape.By.Name)
            {
                foreach (var row in group.Rows.ToArray())
                {
                    found.Add((group, matches, row));
                }
            }
        }

        found.Sort(static (a, b) => a.Row.Source.CompareTo(b.Row.Source));
        foreach (var (group, matches, row) in found)
        {
            var undated = group.Taken.DateQuestioned;
            yield return TriggerOf(
                row.Source,
                row.Item,
                group.Shape.In?.Name,
                group.Taken.PlaceQuestioned,
                undated,
                row.When,
                (sets.Except(group.Taken.AcceptedIn, undated), group.Taken.HeldIn),
                matches,
                instance.Clause.Under is { } right ? quotas.Of(right, row.Source) : null);
        }

        Trigger Standing(int from, int last) => TriggerOf(
            null, -1, null, 0, 0, new Window(clock.StartOf(from), clock.StartOf(last + 1) - 1), (sets.All, sets.All), Line.Constant(sets.All, sets.All));

        Trigger TriggerOf(
            int? source, int item, string? place, int placeQuestioned, int undated, Window when, (int Lo, int Hi) taken, Line matches, Exercise? under = null)
        {
            var (firstDay, lastDay) = (clock.DayOf(when.Earliest), Math.Min(clock.DayOf(when.Latest), horizon));
            var (lo, hi, excusedLo, excusedHi) = (sets.All, ViewSets.None, sets.All, ViewSets.None);
            var possiblyMatches = ViewSets.None;
            var above = ViewSets.None;
            var start = undated == ViewSets.None ? firstDay : Math.Min(firstDay, agreement.InForce.From);
            var end = undated == ViewSets.None ? lastDay : horizon;
            // A date without a lower bound goes back to the year 1. Before anything changes all days are alike, and one of them is enough.
            start = Math.Max(start, Math.Min(lastDay, Math.Min(stillUntil, matches.NextChange(int.MinValue)) - 1));
            for (var day = start; day <= end; day++)
            {
                var dated = firstDay <= day && day <= lastDay ? sets.All : undated;
                possiblyMatches = sets.Or(possiblyMatches, sets.And(dated, matches.HiAt(day)));
                var (whileLo, whileHi) = slots.While(day);
                var (unlessLo, unlessHi) = slots.Unless(day);
                var (givenLo, givenHi) = under?.Given(day) ?? (sets.All, sets.All);
                var asked = sets.And(matches.HiAt(day), sets.And(inForce.HiAt(day), whileHi));
                lo = sets.And(lo, sets.Or(sets.Not(dated), sets.And(sets.And(matches.LoAt(day), givenLo), sets.And(inForce.LoAt(day), whileLo))));
                hi = sets.Or(hi, sets.And(dated, sets.And(asked, givenHi)));
                above = sets.Or(above, sets.And(dated, sets.And(asked, under?.Above(day) ?? ViewSets.None)));
                excusedLo = sets.And(excusedLo, sets.Or(sets.Not(dated), unlessLo));
                excusedHi = sets.Or(excusedHi, sets.And(dated, unlessHi));
            }

            var whole = clock.DayOf(when.Latest) <= horizon ? sets.All : ViewSets.None;
            return new Trigger(
                source, item, place, placeQuestioned, undated, when, sets.And(taken.Hi, possiblyMatches),
                (sets.And(taken.Lo, sets.And(lo, whole)), sets.And(taken.Hi, hi)),
                (sets.And(excusedLo, whole), excusedHi))
            {
                Under = under,
                Above = sets.Except(sets.And(taken.Hi, above), hi),
            };
        }
    }

    /// <summary>The times at which a duty that recurs may be due while its clause has a term.</summary>
    private IEnumerable<DueTime> TimesOf(Judged judged, Recurring recurring) => judged.PossiblyFrom > horizon ? []
        : recurring is WithinAfterEach
            ? Times.Of(recurring, judged.PossiblyFrom, horizon).SkipWhile(time => time.Opens < judged.PossiblyFrom)
            : Times.Of(recurring, judged.PossiblyFrom, horizon).TakeWhile(time => time.Due < agreement.InForce.Before);

    /// <summary>Whether there is proof in the view that nothing was received: the addressee says so, or its log is complete.</summary>
    private bool AbsenceProved(Instance instance, ShallDo duty, Trigger trigger, long deadline, int view)
    {
        if (instance.Recipient is not { } addressee)
        {
            return false;
        }

        var firstDay = trigger.Time is { } window ? window.Opens : duty.Deadline is WithinAfter ? clock.DayOf(trigger.In(sets, view).Earliest) : agreement.FirstDayOf(instance.Clause);
        return NotReceived(instance, duty, trigger, deadline, view).Any() || LogsCover(addressee, firstDay, clock.DayOf(deadline) - 1, view);
    }

    /// <summary>What the addressee says was not received.</summary>
    private IEnumerable<string> NotReceived(Instance instance, ShallDo duty, Trigger trigger, long deadline, int view)
    {
        var lastDay = clock.DayOf(deadline) - 1;
        return instance.Recipient is not { } addressee ? [] : notReceived.Where(e => e.Content is var content
            && content.Event.Name == duty.Act.Event.Name
            && content.By.Name == instance.Party.Name
            && content.To?.Name == addressee.Name
            && e.Report.Attribution.By.Name == addressee.Name
            && (trigger.Source is not { } asked || (content.For.IsEmpty
                ? facts.ItemOf(content.Of) == trigger.Item && content.In?.Name == trigger.Place && !sets.Has(sets.Or(e.Taken.PlaceQuestioned, trigger.PlaceQuestioned), view)
                : content.For.Contains(facts.NameOf(asked))))
            && clock.DayOf(content.When.Latest) >= lastDay
            && (trigger.Time is not { } time || clock.DayOf(content.When.Latest) < NextDue((Recurring)duty.Deadline, time))
            && sets.Has(sets.Except(e.Taken.AcceptedIn, e.Taken.DateQuestioned), view)).Select(e => e.Report.Name);
    }

    /// <summary>The last day in time of the time after one.</summary>
    private static int NextDue(Recurring deadline, DueTime time) => Times.Of(deadline, time.Due + 1, int.MaxValue).Select(next => next.Due).FirstOrDefault(int.MaxValue);

    private bool LogsCover(Party addressee, int firstDay, int lastDay, int view)
    {
        var logs = facts.Logs
            .Where(log => ((LogComplete)log.Content).Of.Name == addressee.Name && sets.Has(sets.Except(log.Taken.AcceptedIn, log.Taken.DateQuestioned), view))
            .Select(log => ((LogComplete)log.Content).When)
            .Select(when => (First: clock.DayOf(when.Start.Latest), Last: Math.Min(clock.LastDay(when.End.Earliest), horizon)))
            .OrderBy(days => days.First).ToList();
        var next = firstDay;
        foreach (var (logFirst, logLast) in logs.Where(l => l.First <= l.Last))
        {
            next = logFirst <= next ? Math.Max(next, logLast + 1) : next;
        }

        return logs.Count > 0 && next > lastDay;
    }

    /// <summary>The duties of one instance in one view.</summary>
    private sealed class OneView(Deadlines duties, Instance instance, ShallDo duty, Asked asked, int view)
    {
        private const int No = 0;
        private const int Perhaps = 1;
        private const int Surely = 2;
        private readonly ViewSets sets = duties.sets;
        private readonly Clock clock = duties.clock;
        private readonly Workdays? workdays = Workdays.Of(duties.agreement, duty.Deadline, instance.Party);
        private readonly List<Act> answering = [];

        /// <summary>The row's conduct up to the horizon.</summary>
        public Runs<Conduct> Conduct()
        {
            // By day, how many duties come to stand so, less those that stand so no longer.
            var turns = new Dictionary<int, int[]>();
            Span<int> days = stackalloc int[Course.MostDays];
            foreach (var trigger in asked.Triggers)
            {
                if (!sets.Has(trigger.Arises.Hi, view))
                {
                    continue;
                }

                var course = Of(trigger);
                var some = days[..course.Days(clock, days)];
                some.Sort();
                Conduct? before = null;
                foreach (var day in some)
                {
                    if (day <= duties.horizon && course.On(clock, day) is var after && after != before)
                    {
                        Turn(day, before, after);
                        before = after;
                    }
                }
            }

            var runs = new Runs<Conduct>(static (a, b) => a == b);
            runs.Add(int.MinValue, Language.Binding.Conduct.NotTriggered);
            var standing = new int[gravest.Length];
            foreach (var (day, change) in turns.OrderBy(each => each.Key))
            {
                for (var i = 0; i < standing.Length; i++)
                {
                    standing[i] += change[i];
                }

                var joined = Array.FindIndex(standing, static number => number > 0);
                runs.Add(day, joined < 0 ? Language.Binding.Conduct.NotTriggered : gravest[joined]);
            }

            return runs;

            void Turn(int day, Conduct? before, Conduct? after)
            {
                ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(turns, day, out _);
                change ??= new int[gravest.Length];
                if (before is { } left)
                {
                    change[Array.IndexOf(gravest, left)]--;
                }

                if (after is { } come)
                {
                    change[Array.IndexOf(gravest, come)]++;
                }
            }
        }

        /// <summary>What each trigger asks, on a day.</summary>
        public ImmutableArray<Owed> Owed(int day) =>
            [.. Arising().Select(trigger => Told(trigger, day)).OfType<Owed>().OrderBy(owed => owed.When.Latest).ThenBy(owed => owed.When.Earliest)];

        private IEnumerable<Trigger> Arising() => asked.Triggers.Where(t => sets.Has(t.Arises.Hi, view));

        /// <summary>How a duty stands, the gravest first: that of several is told.</summary>
        private static readonly Conduct[] gravest =
        [
            Language.Binding.Conduct.Broken, Language.Binding.Conduct.CannotTell, Language.Binding.Conduct.Pending,
            Language.Binding.Conduct.CuredLate, Language.Binding.Conduct.Kept, Language.Binding.Conduct.Excused,
        ];

        /// <summary>What decides how the duty of one trigger stands on each day.</summary>
        /// <param name="D1">The first minute too late if the trigger was as early as it can have been.</param>
        /// <param name="D2">The same if it was as late as it can have been.</param>
        /// <param name="SureAct">When the act was that surely was in time, and for this alone.</param>
        /// <param name="LateAct">When the act was that surely was too late, and for this alone.</param>
        /// <param name="FirstPossible">The first day on which it was possibly done in time.</param>
        /// <param name="FirstLate">The first day on which it was possibly done late, by another act than <paramref name="LateAct"/>.</param>
        private readonly record struct Course(
            int FirstDay, int LastDay, long D1, long D2, Window? SureAct, Window? LateAct, int FirstPossible, int FirstLate, bool Absent, bool Arises, bool ExcusedSurely, bool ExcusedPerhaps)
        {
            public const int MostDays = 11;

            /// <summary>The days on which it may come to stand otherwise, in no order.</summary>
            public int Days(Clock clock, Span<int> days)
            {
                ReadOnlySpan<int> always = [FirstDay, LastDay, clock.DayOf(D1), clock.DayOf(D1) - 1, clock.DayOf(D2), FirstPossible, FirstLate];
                always.CopyTo(days);
                var count = always.Length;
                foreach (var act in (ReadOnlySpan<Window?>)[SureAct, LateAct])
                {
                    if (act is { } when)
                    {
                        days[count++] = clock.DayOf(when.Earliest);
                        days[count++] = clock.DayOf(when.Latest);
                    }
                }

                return count;
            }

            public Conduct? On(Clock clock, int day)
            {
                if (day < FirstDay)
                {
                    return null;
                }

                if (ExcusedPerhaps || !Arises || day < LastDay)
                {
                    return ExcusedSurely && Arises && day >= LastDay ? Language.Binding.Conduct.Excused : Language.Binding.Conduct.CannotTell;
                }

                if (SureAct is { } sure)
                {
                    return day >= clock.DayOf(sure.Latest) ? Language.Binding.Conduct.Kept
                        : FirstPossible <= day ? Language.Binding.Conduct.CannotTell
                        : clock.StartOf(day + 1) <= D1 ? Language.Binding.Conduct.Pending
                        : Language.Binding.Conduct.CannotTell;
                }

                if (day < clock.DayOf(D1))
                {
                    return FirstPossible <= day ? Language.Binding.Conduct.CannotTell : Language.Binding.Conduct.Pending;
                }

                if (day < clock.DayOf(D2) || !Absent)
                {
                    return Language.Binding.Conduct.CannotTell;
                }

                return LateAct is { } late && day >= clock.DayOf(late.Latest) ? Language.Binding.Conduct.CuredLate
                    : FirstLate <= day || (LateAct is { } act && clock.DayOf(act.Earliest) <= day)
                        ? Language.Binding.Conduct.CannotTell
                        : Language.Binding.Conduct.Broken;
            }
        }

        private (long D1, long D2) DueOf(Trigger trigger, Window when) => trigger.Time is { } time
            ? (clock.StartOf(time.Due + 1), clock.StartOf(time.Due + 1))
            : (Deadline(when.Earliest, isEarliest: true), Deadline(when.Latest, isEarliest: false));

        private Course Of(Trigger trigger)
        {
            var when = trigger.In(sets, view);
            var (d1, d2) = DueOf(trigger, when);
            var (sureAct, lateAct) = ((Act?)null, (Act?)null);
            FindAnswering(trigger);
            foreach (var act in answering)
            {
                sureAct = InTime(act, trigger, d1, d2) == Surely && IsEarlier(act, sureAct) && Alone(act, trigger) ? act : sureAct;
                lateAct = When(act).Earliest >= d2 && IsEarlier(act, lateAct) && Alone(act, trigger) ? act : lateAct;
            }

            var (firstPossible, firstLate, isPossible) = (int.MaxValue, int.MaxValue, false);
            foreach (var act in answering)
            {
                var first = clock.DayOf(When(act).Earliest);
                if (InTime(act, trigger, d1, d2) != No)
                {
                    (firstPossible, isPossible) = (Math.Min(firstPossible, first), true);
                }

                firstLate = When(act).Latest >= d1 && !ReferenceEquals(act, lateAct) ? Math.Min(firstLate, first) : firstLate;
            }

            var absent = !isPossible && duties.AbsenceProved(instance, duty, trigger, d2, view);
            return new Course(
                Math.Max(clock.DayOf(when.Earliest), duties.agreement.FirstDayOf(instance.Clause)),
                clock.DayOf(when.Latest),
                d1,
                d2,
                sureAct is null ? null : When(sureAct),
                lateAct is null ? null : When(lateAct),
                firstPossible,
                firstLate,
                absent,
                sets.Has(trigger.Arises.Lo, view),
                sets.Has(trigger.Excused.Lo, view),
                sets.Has(trigger.Excused.Hi, view));
        }

        private bool IsEarlier(Act act, Act? best) => best is null || When(act).Latest < When(best).Latest;

        private Owed? Told(Trigger trigger, int day)
        {
            // What answers is found with the course.
            var course = Of(trigger);
            if (course.On(clock, day) is not { } conduct)
            {
                return null;
            }

            var (when, d1, d2) = (trigger.In(sets, view), course.D1, course.D2);
            return new Owed(
                trigger.Source is { } source ? duties.facts.NameOf(source) : null,
                when,
                d1,
                d2,
                conduct,
                course.Arises && course.ExcusedPerhaps == course.ExcusedSurely,
                day >= clock.DayOf(d2),
                [.. duties.NotReceived(instance, duty, trigger, d2, view)],
                [
                    .. answering.Where(a => clock.DayOf(When(a).Earliest) <= day)
                        .Select(a => (Act: a, In: InTime(a, trigger, d1, d2)))
                        .Where(a => a.In != No || When(a.Act).Latest >= d1)
                        .Select(a => new OwedAct(
                            a.Act.Report,
                            When(a.Act),
                            a.Act.IsReceipt,
                            Alone(a.Act, trigger),
                            a.In == Surely ? Timing.InTime : When(a.Act).Earliest >= d2 ? Timing.TooLate : Timing.Open)),
                ])
            {
                Time = trigger.Time,
                Use = trigger.Under?.PlaceIn(view),
                Counted = Counted(when),
            };
        }

        /// <summary>Finds the acts that possibly count and answer the trigger, in the order of the file.</summary>
        private void FindAnswering(Trigger trigger)
        {
            asked.Answering(trigger, answering);
            answering.RemoveAll(act => Counts(act) == No || Answers(act, trigger) == No);
        }

        /// <summary>That the act surely answers the trigger, and no other.</summary>
        private bool Alone(Act act, Trigger trigger) => Counts(act) == Surely && Answers(act, trigger) == Surely
            && (!act.Answers.IsEmpty || asked.IsNoOther(act, trigger, other => sets.Has(other.Matches, view) && Answers(act, other) != No));

        private int Counts(Act act) => sets.Has(act.Counts.Lo, view) ? Surely : sets.Has(act.Counts.Hi, view) ? Perhaps : No;

        private Window When(Act act) => act.In(sets, view);

        private int Answers(Act act, Trigger trigger)
        {
            if (trigger.Source is not { } source)
            {
                return trigger.Time is not { } time ? Surely : Within(act, time.Opens, time.Next);
            }

            if (!act.Answers.IsEmpty)
            {
                return act.Answers.Contains(source) ? Surely : No;
            }

            var place = sets.Has(sets.Or(act.PlaceQuestioned, trigger.PlaceQuestioned), view) ? Perhaps : Same(act.Place, trigger.Place);
            var item = act.Item == trigger.Item ? Surely : act.Item < 0 || trigger.Item < 0 ? Perhaps : No;
            return Math.Min(item, place);
        }

        private static int Same(string? a, string? b) => a == b ? Surely : a is null || b is null ? Perhaps : No;

        private int InTime(Act act, Trigger trigger, long d1, long d2)
        {
            if (trigger.Time is { } time)
            {
                return Within(act, time.Opens, time.Due + 1);
            }

            var when = When(act);
            var asked = trigger.In(sets, view);
            var (surelyAfter, possiblyAfter) = duty.Deadline switch
            {
                WithinAfter { Minutes: > 0 } => (when.Earliest >= asked.Latest, when.Latest >= asked.Earliest),
                WithinAfter => (clock.DayOf(when.Earliest) >= clock.DayOf(asked.Latest), clock.DayOf(when.Latest) >= clock.DayOf(asked.Earliest)),
                _ => (true, true),
            };
            return when.Latest < d1 && surelyAfter ? Surely : when.Earliest < d2 && possiblyAfter ? Perhaps : No;
        }

        /// <summary>Whether the act is of the days from one to before another.</summary>
        private int Within(Act act, int first, int before)
        {
            var (when, start, end) = (When(act), clock.StartOf(first), clock.StartOf(before));
            return start <= when.Earliest && when.Latest < end ? Surely : when.Latest < start || end <= when.Earliest ? No : Perhaps;
        }

        /// <summary>The first minute too late, for a trigger at the instant.</summary>
        /// <param name="isEarliest">Whether it is the earliest that it can be: days of which a calendar says nothing are worked or not, as that has it.</param>
        private long Deadline(long trigger, bool isEarliest) => duty.Deadline switch
        {
            WithinAfter { Working: not null, Days: var n } => AfterDay(workdays!.Nth(clock.DayOf(trigger), n, 1, worksElsewhere: isEarliest), isEarliest),
            AtLeastBefore { Working: not null, Days: var n } => AfterDay(workdays!.Nth(clock.DayOf(trigger), n, -1, worksElsewhere: !isEarliest), isEarliest),
            WithinAfter { Minutes: > 0 and var minutes } => trigger + minutes + 1,
            WithinAfter { Days: var n } => clock.StartOf(clock.DayOf(trigger) + n + 1),
            AtLeastBefore { Minutes: > 0 and var minutes } => trigger - minutes + 1,
            AtLeastBefore { Days: var n } => clock.StartOf(clock.DayOf(trigger) - n + 1),
            NoLaterThanEvent => trigger + 1,
            NoLaterThanDay { Day: var day } => clock.StartOf(day + 1),
            _ => throw new System.Diagnostics.UnreachableException(duty.Deadline.GetType().Name),
        };

        private ImmutableArray<WorkingCount> Counted(Window when)
        {
            if (workdays is null || when.Earliest <= -Evaluation.Owed.AnyMinute || when.Latest >= Evaluation.Owed.AnyMinute)
            {
                return [];
            }

            var (number, step) = duty.Deadline is WithinAfter within ? (within.Days, 1) : (((AtLeastBefore)duty.Deadline).Days, -1);
            return [.. new[] { clock.DayOf(when.Earliest), clock.DayOf(when.Latest) }.Distinct().Select(day => workdays.Count(day, number, step))];
        }

        /// <summary>The start of the day after; where there is no such day, any time.</summary>
        private long AfterDay(int? day, bool isEarliest) => day is { } last ? clock.StartOf(last + 1) : isEarliest ? -Evaluation.Owed.AnyMinute : Evaluation.Owed.AnyMinute;
    }
}
