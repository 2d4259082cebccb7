using System.Collections.Concurrent;
using System.Collections.Immutable;
using Proviso.Evaluation.Duties;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>A stretch of days with one verdict.</summary>
public sealed record Stretch(DayRange Days, Verdict Verdict);

/// <summary>All verdicts of a case in some views, as known on a day. Immutable; safe to read from several threads once made.</summary>
/// <remarks>What they remember of earlier questions, down to the sets of views, is shared by all answers: whoever asks for more than verdicts takes the gate.</remarks>
public sealed class Verdicts
{
    private readonly ViewSets sets;
    private readonly Dictionary<Row, (Runs<StandingRun> Standings, Runs<ConductRun>? Prohibited, ImmutableArray<Runs<Conduct>> Due)> runs;
    private readonly Dictionary<Row, DutiesOfRow> owed;
    private readonly Dictionary<Row, RightUses> rights;
    private readonly Counts counts;
    private readonly NamedCounts namedCounts;
    private readonly Bases bases;
    private readonly Dictionary<Row, ImmutableArray<int>> changes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Row, ImmutableArray<ImmutableArray<Reckoned>>> counted = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Row, CountQuestion> questions = new(ReferenceEqualityComparer.Instance);
    private readonly Lock gate = new();

    internal Verdicts(
        KnownCase known,
        Trial trial,
        JudgedCase judged,
        ImmutableArray<View> views,
        ViewSets sets,
        ImmutableArray<Row> rows,
        Dictionary<Row, (Runs<StandingRun> Standings, Runs<ConductRun>? Prohibited, ImmutableArray<Runs<Conduct>> Due)> runs,
        Dictionary<Row, DutiesOfRow> owed,
        Dictionary<Row, RightUses> rights,
        Counts counts,
        NamedCounts namedCounts,
        Bases bases,
        int firstDay,
        int horizon)
    {
        Known = known;
        Trial = trial;
        Judged = judged;
        Views = views;
        this.sets = sets;
        Rows = rows;
        this.runs = runs;
        this.owed = owed;
        this.rights = rights;
        this.counts = counts;
        this.namedCounts = namedCounts;
        this.bases = bases;
        FirstDay = firstDay;
        Horizon = horizon;
    }

    /// <summary>The case judged.</summary>
    public Case Case => Known.Case;

    /// <summary>As known when, and to whom.</summary>
    public Knowledge Knowledge => Known.Knowledge;

    /// <summary>What was judged.</summary>
    public KnownCase Known { get; }

    /// <summary>What is tried in every view.</summary>
    public Trial Trial { get; }

    /// <summary>What explanations keep of a view judged by itself, by its name.</summary>
    internal ConcurrentDictionary<string, Lazy<object>> Alone { get; } = new(StringComparer.Ordinal);

    /// <summary>The verdicts without a membership, by what is left out of account.</summary>
    internal ConcurrentDictionary<string, Lazy<Verdicts>> Without { get; } = new(StringComparer.Ordinal);

    /// <summary>What was found, answer by answer.</summary>
    internal JudgedCase Judged { get; }

    /// <summary>The views judged, in order.</summary>
    public ImmutableArray<View> Views { get; }

    /// <summary>The rows, in the order <see cref="Row"/> states.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>The day before the agreement enters into force: the first day worth asking about. The horizon, when that comes before it.</summary>
    public int FirstDay { get; }

    /// <summary>The last day anything is known of; verdicts end there.</summary>
    public int Horizon { get; }

    /// <summary>The verdict on a day. Requires a row of <see cref="Rows"/>, a view of <see cref="Views"/> and day &lt;= <see cref="Horizon"/>.</summary>
    public Verdict At(Row row, View view, int day) => At(row, IndexOf(view), day);

    /// <summary>The verdicts from <see cref="FirstDay"/> to the horizon, in order; neighbours differ.</summary>
    public ImmutableArray<Stretch> Timeline(Row row, View view)
    {
        var index = IndexOf(view);
        var (standings, prohibited, due) = runs[row];
        var starts = standings.Starts.Concat(prohibited?.Starts ?? []).Concat(due.IsDefaultOrEmpty ? [] : due[index].Starts)
            .Select(day => Math.Max(day, FirstDay)).Where(day => day <= Horizon).Distinct().Order().ToList();
        var stretches = ImmutableArray.CreateBuilder<Stretch>();
        foreach (var start in starts)
        {
            var verdict = At(row, index, start);
            if (stretches.Count > 0 && stretches[^1].Verdict == verdict)
            {
                continue;
            }

            if (stretches.Count > 0)
            {
                stretches[^1] = stretches[^1] with { Days = new DayRange(stretches[^1].Days.From, start) };
            }

            stretches.Add(new Stretch(new DayRange(start, Horizon + 1), verdict));
        }

        return stretches.ToImmutable();
    }

    /// <summary>What the conduct leans on (docs/semantics.md §12); null for conduct that leans on nothing. Requires as <see cref="At(Row, View, int)"/>.</summary>
    public Basis? BasisAt(Row row, View view, int day)
    {
        var index = IndexOf(view);
        lock (gate)
        {
            return At(row, index, day).Conduct switch
            {
                Conduct.Kept when row.Clause.Duty is ShallNotHave duty => bases.Of(row, duty, index, day),
                Conduct.Kept or Conduct.Broken or Conduct.Excused or Conduct.CuredLate => Basis.Reported,
                _ => null,
            };
        }
    }

    /// <summary>The names of the reports by those who looked, or were not let in, on which a <i>kept</i> leans; none for others. Requires as
    /// <see cref="At(Row, View, int)"/>.</summary>
    public ImmutableArray<string> BasisBy(Row row, View view, int day)
    {
        lock (gate)
        {
            return row.Clause.Duty is ShallNotHave duty && At(row, view, day).Conduct == Conduct.Kept ? bases.By(row, duty, IndexOf(view), day) : [];
        }
    }

    /// <summary>The days on which what a kept prohibition leans on may change while the verdict stays, in order: those on which a look, a refusal of access, an assumption or a membership of
    /// places begins or has ended.</summary>
    public ImmutableArray<int> BasisChanges => bases.Changes;

    /// <summary>How many there are under a ceiling; null for other clauses. Requires as <see cref="At(Row, View, int)"/>.</summary>
    public Numbers? NumbersAt(Row row, View view, int day)
    {
        if (row.Clause.Duty is not ShallHaveAtMost ceiling)
        {
            return null;
        }

        Reckoned found;
        lock (gate)
        {
            found = counted.TryGetValue(row, out var all) && day >= FirstDay ? all[LastUpTo(NumbersChange(row), day) + 1][IndexOf(view)]
                : Reckoned.Of(counts.On(QuestionOf(row, ceiling), IndexOf(view), day));
        }

        var force = Case.Agreement.InForce;
        var from = Case.Agreement.FirstDayOf(row.Clause);
        return new Numbers(
            ceiling.Number,
            found.Least,
            found.Most,
            row.Clause.Offer is null && day < from ? from : null,
            row.Clause.Offer is null && day >= force.Before ? force.Before - 1 : null,
            found.Contradicts);
    }

    /// <summary>Counts what is under a ceiling in all views on all days, for somebody who will ask for <see cref="NumbersAt"/> on most of them: it is kept, and views that take everything alike are
    /// counted once. Nothing for other clauses. Requires a row of <see cref="Rows"/>.</summary>
    public void CountThrough(Row row)
    {
        lock (gate)
        {
            if (row.Clause.Duty is ShallHaveAtMost ceiling && !counted.ContainsKey(row))
            {
                var question = QuestionOf(row, ceiling);
                counted[row] = [.. NumbersChange(row).Prepend(FirstDay).Select(day => counts.InEach(question, Views.Length, day).Select(Reckoned.Of).ToImmutableArray())];
            }
        }
    }

    /// <summary>The place of the last of some days in order that is no later than a day; -1 when there is none.</summary>
    private static int LastUpTo(ImmutableArray<int> days, int day)
    {
        var found = days.BinarySearch(day);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>What is told of a reckoning.</summary>
    private readonly record struct Reckoned(long Least, long? Most, bool Contradicts)
    {
        public static Reckoned Of(Reckoning found) => new(found.IsConflict ? found.Told : found.Least, found.Most, found.Contradicts);
    }

    /// <summary>What adds up to the number surely there under a ceiling, each report of things of its own, with the number that counts and for how many each; none where reports
    /// contradict each other, or for other clauses. Requires as <see cref="At(Row, View, int)"/>.</summary>
    public ImmutableArray<(StateReport Report, long Number, long Weight)> PartsAt(Row row, View view, int day)
    {
        lock (gate)
        {
            return row.Clause.Duty is ShallHaveAtMost ceiling && counts.On(QuestionOf(row, ceiling), IndexOf(view), day) is { IsConflict: false } found
                ? [.. found.LeastBy.Select(part => (part.Fact.Content, part.Number, part.Weight))]
                : [];
        }
    }

    /// <summary>What a count of the agreement comes to. Requires a view of <see cref="Views"/> and day &lt;= <see cref="Horizon"/>.</summary>
    /// <param name="party">Null: of all parties to the agreement together.</param>
    /// <param name="place">Null, for wherever, only of a count in which no states are.</param>
    public CountedNumber CountAt(NamedCount count, Party? party, Place? place, View view, int day)
    {
        lock (gate)
        {
            return namedCounts.On(count, party, place, IndexOf(view), day);
        }
    }

    /// <summary>The reports on file that may be of what a count is of and were not added, by name, each with the reason; none of a sum or a difference. Requires a number that
    /// <see cref="CountAt"/> gave, or a leaf of it, for the same party, place, view and day.</summary>
    public ImmutableArray<NotAdded> NotAddedAt(CountedNumber number, Party? party, Place? place, View view, int day)
    {
        lock (gate)
        {
            return [.. namedCounts.Others(number, party, place, IndexOf(view), day)];
        }
    }

    /// <summary>Each single duty to act that a row's triggers have brought by a day, in the order of their dates; none for clauses that ask for
    /// no act. Requires as <see cref="At(Row, View, int)"/>.</summary>
    public ImmutableArray<Owed> OwedAt(Row row, View view, int day)
    {
        lock (gate)
        {
            return owed.TryGetValue(row, out var of) ? of.Owed(IndexOf(view), day) : [];
        }
    }

    /// <summary>The events up to a day that would ask for the row's act, were they not surely above the number of the right under which they were done, in the order
    /// of their dates; none for clauses that ask for an act under no right. Requires as <see cref="At(Row, View, int)"/>.</summary>
    public ImmutableArray<UsePlace> AboveAt(Row row, View view, int day)
    {
        lock (gate)
        {
            return owed.TryGetValue(row, out var of) ? of.Above(IndexOf(view), day) : [];
        }
    }

    /// <summary>A right with a quota in the year of the day, as used by the day; null for other clauses, on a day that is in no year, and where none is allowed and none
    /// is on file. Requires as
    /// <see cref="At(Row, View, int)"/>.</summary>
    /// <param name="back">How many years back: 1 is the year before that of the day.</param>
    public QuotaYear? QuotaAt(Row row, View view, int day, int back = 0)
    {
        if (!rights.TryGetValue(row, out var uses))
        {
            return null;
        }

        var first = Case.Agreement.FirstDayOf(row.Clause);
        lock (gate)
        {
            return uses.YearAt(Math.Min(day, Case.Agreement.InForce.Before - 1)) - back is { } year && uses.YearAt(first) <= year
                && uses.InYear(year, IndexOf(view), day) is var found && (found.Allowed > 0 || !found.Uses.IsEmpty)
                    ? found
                    : null;
        }
    }

    /// <summary>The times at which a duty of the row that recurs will next be due, if its clause is in force then: those that open after a day and are due by another; none
    /// for other clauses, and none where the clause cannot be in force on the day, or is in force no longer when they open.</summary>
    public IEnumerable<DueTime> Coming(Row row, View view, int after, int dueBy) =>
        row.Clause.Duty is not ShallDo { Deadline: Recurring recurring } || !At(row, view, after).Possible.Has(Standing.InForce) ? []
            : Times.Of(recurring, after, dueBy).Where(time => time.Opens > after && time.Due <= dueBy
                && (time.Period is null ? time.Due : time.Opens) < Case.Agreement.InForce.Before);

    /// <summary>The days on which the numbers under a ceiling may change, in order; none for other clauses.</summary>
    public ImmutableArray<int> NumbersChange(Row row)
    {
        if (row.Clause.Duty is not ShallHaveAtMost ceiling)
        {
            return [];
        }

        lock (gate)
        {
            return changes.TryGetValue(row, out var known) ? known
                : changes[row] = [.. counts.Turns(QuestionOf(row, ceiling)).Where(day => FirstDay <= day && day <= Horizon)];
        }
    }

    /// <remarks>One for each row: what was gathered for it is found by it. Within the gate.</remarks>
    private CountQuestion QuestionOf(Row row, ShallHaveAtMost ceiling) =>
        questions.TryGetValue(row, out var known) ? known : questions[row] = CountQuestion.Of(ceiling, row.Place!, row.Party);

    private int IndexOf(View view)
    {
        for (var i = 0; i < Views.Length; i++)
        {
            if (ReferenceEquals(Views[i], view) || Views[i].Name == view.Name)
            {
                return i;
            }
        }

        throw new ArgumentException($"the view {view.Name} was not judged", nameof(view));
    }

    /// <summary>The place of a row in <see cref="Rows"/>; requires one of them.</summary>
    internal int IndexOf(Row row)
    {
        for (var i = 0; i < Rows.Length; i++)
        {
            if (ReferenceEquals(Rows[i], row))
            {
                return i;
            }
        }

        throw new ArgumentException("the row is of other verdicts", nameof(row));
    }

    /// <summary>The sets that decide a prohibition's conduct on a day; null for other clauses.</summary>
    internal ConductRun? ConductSets(Row row, int day) => runs[row].Prohibited?.At(day);

    /// <summary>The standings of a row's instance.</summary>
    internal Runs<StandingRun> StandingRuns(Row row) => runs[row].Standings;

    /// <summary>The algebra of view sets.</summary>
    internal ViewSets Sets => sets;

    internal Verdict At(Row row, int view, int day)
    {
        var (standings, prohibited, due) = runs[row];
        var run = standings.At(day);
        var possible = default(StandingSet);
        var standing = Standing.CannotTell;
        for (var s = Standing.NotInForce; s <= Standing.Expired; s++)
        {
            possible = sets.Has(run.Hi(s), view) ? possible.With(s) : possible;
            standing = sets.Has(run.Lo(s), view) ? s : standing;
        }

        var conduct = prohibited is not null ? prohibited.At(day).In(sets, view)
            : !due.IsDefaultOrEmpty ? due[view].At(day)
            : Conduct.NotTriggered;
        var notBroken = conduct == Conduct.CannotTell && prohibited is not null && !sets.Has(prohibited.At(day).BrokenHi, view);
        return new Verdict(standing, possible, conduct, notBroken);
    }
}
