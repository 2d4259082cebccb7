using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>Days from one to another, both included; none when <c>First &gt; Last</c>.</summary>
readonly record struct DaySpan(int First, int Last)
{
    public static readonly DaySpan None = new(1, 0);

    public bool Has(int day) => First <= day && day <= Last;

    public bool IsEmpty => First > Last;

    public DaySpan Until(int last) => new(First, Math.Min(Last, last));
}

/// <summary>A stay of something, as a view has it (§4).</summary>
/// <param name="Span">The occurrence, with the ends that the view holds against it.</param>
/// <param name="Gap">For a gap fact, its days; else null.</param>
sealed record Fact(Thing Thing, State State, Place In, Occurrence Span, bool DateInQuestion, DaySpan? Gap)
{
    public Statement Statement => Thing.Statement;

    /// <summary>Facts of one lot have the same key (§7).</summary>
    public (string, string?, string) Lot => (Thing.Subject.Symbol.Name, Thing.Subject.Item, In.Name);
}

/// <summary>§4: facts and their days.</summary>
sealed class Facts
{
    private readonly Clock clock;
    private readonly int horizon;
    private readonly Acceptance acceptance;
    private readonly Nouns nouns;
    private readonly Places places;
    private readonly List<(Statement Statement, StateReport Report)> absences;
    private readonly Dictionary<(Fact, int), Truth> onDay = new(new ByReference());
    private readonly Dictionary<Occurrence, DaySpan> sureDays = [];
    private readonly Dictionary<Occurrence, DaySpan> possibleDays = [];

    public Facts(Agreement agreement, Statements statements, Acceptance acceptance, Nouns nouns, Places places)
    {
        clock = agreement.Clock;
        horizon = statements.Horizon;
        (this.acceptance, this.nouns, this.places) = (acceptance, nouns, places);
        var stated = statements.All
            .Where(each => each.Content is StateReport && acceptance.Of(each).Hi)
            .Select(each => (Statement: each, Report: (StateReport)each.Content))
            .ToList();
        absences = [.. stated.Where(each => each.Report.Absent && acceptance.Of(each.Statement).Lo)];
        var facts = stated.Where(each => !each.Report.Absent).Select(each => FactOf(each.Statement, each.Report, statements)).ToList();
        All = [.. facts, .. GapsIn(facts)];
        Lots = [.. All.GroupBy(fact => fact.Lot).Select(lot => lot.ToList())];
    }

    public IReadOnlyList<Fact> All { get; }

    public IReadOnlyList<IReadOnlyList<Fact>> Lots { get; }

    /// <summary>Days on which the stay holds however its dates turn out.</summary>
    public DaySpan SureDays(Fact fact) => fact.Gap is null && !fact.DateInQuestion ? SureDays(fact.Span) : DaySpan.None;

    /// <summary>Days on which it can hold. Dates in question: every day up to the horizon.</summary>
    public DaySpan PossibleDays(Fact fact) => fact.DateInQuestion
        ? new(int.MinValue, horizon)
        : fact.Gap?.Until(horizon)
            ?? PossibleDays(fact.Span);

    public DaySpan SureDays(Occurrence span)
    {
        if (!sureDays.TryGetValue(span, out var days))
        {
            days = sureDays[span] = new DaySpan(clock.DayOf(span.Start.Latest), clock.DayOf(Before(span.End.Earliest))).Until(horizon);
        }

        return days;
    }

    private DaySpan PossibleDays(Occurrence span)
    {
        if (!possibleDays.TryGetValue(span, out var days))
        {
            days = possibleDays[span] = new DaySpan(clock.DayOf(span.Start.Earliest), clock.DayOf(Before(span.End.Latest))).Until(horizon);
        }

        return days;
    }

    /// <summary>Whether the stay is on file and holds that day, absences considered.</summary>
    public Truth Holds(Fact fact, int day)
    {
        if (!onDay.TryGetValue((fact, day), out var answer))
        {
            var accepted = acceptance.Of(fact.Statement);
            var sure = accepted.Lo && SureDays(fact).Has(day);
            answer = onDay[(fact, day)] = IsContradicted(fact, day) ? new(false, sure)
                : new(sure, accepted.Hi && PossibleDays(fact).Has(day));
        }

        return answer;
    }

    /// <summary>True when an accepted report says that nothing of the sort was there that day.</summary>
    public bool IsContradicted(Fact fact, int day) => absences.Exists(absence => Contradicts(absence.Statement, absence.Report, fact, day));

    /// <summary>True when that is so on any day on which the stay can hold.</summary>
    public bool IsContradictedAnywhere(Fact fact) => absences.Exists(absence =>
        Enumerate(SureDays(absence.Report.When)).Any(day => PossibleDays(fact).Has(day) && Contradicts(absence.Statement, absence.Report, fact, day)));

    public static IEnumerable<int> Enumerate(DaySpan days)
    {
        for (var day = days.First; day <= days.Last; day++)
        {
            yield return day;
        }
    }

    /// <summary>The minute before; unbounded stays unbounded.</summary>
    public static long Before(long minute) => minute is long.MinValue or long.MaxValue ? minute : minute - 1;

    private bool Contradicts(Statement statement, StateReport absent, Fact fact, int day) =>
        SureDays(absent.When).Has(day)
            && !acceptance.AnyPartInQuestion(statement)
            && absent.State.Name == fact.State.Name
            && nouns.Match(fact.Thing, new(absent.Subject.Symbol, absent.Subject.With), day).Lo
            && (absent.Subject.Item is not { } item || item == fact.Thing.Subject.Item)
            && places.Inside(fact.Statement, fact.In, absent.In, day).Lo;

    private Fact FactOf(Statement statement, StateReport report, Statements statements)
    {
        var span = report.When.End.Latest == long.MaxValue ? Ended(statement, report.When, statements) : report.When;
        return new(new(statement, report.Subject), report.State, report.In, span, acceptance.DateInQuestion(statement), null);
    }

    /// <summary>An open stay with the ends reported for it put in. An end whose own date is in question may lie anywhere.</summary>
    private Occurrence Ended(Statement statement, Occurrence span, Statements statements)
    {
        var ends = statements.All
            .Where(each => each.Content is EndReport end && end.Of == statement.Name && acceptance.Of(each).Hi)
            .Select(each => acceptance.DateInQuestion(each)
                ? (Accepted: false, When: new Window(long.MinValue, long.MaxValue))
                : (Accepted: acceptance.Of(each).Lo, ((EndReport)each.Content).When))
            .ToList();
        if (ends.Count == 0)
        {
            return span;
        }

        var earliest = ends.Min(end => end.When.Earliest);
        var latest = ends.Where(end => end.Accepted).Select(end => end.When.Latest).DefaultIfEmpty(long.MaxValue).Max();
        return span with
        {
            End = new(
                Math.Max(After(earliest), After(span.Start.Earliest)),
                Math.Max(After(latest), After(span.Start.Latest))),
        };
    }

    private static long After(long minute) => minute is long.MinValue or long.MaxValue ? minute : minute + 1;

    private IEnumerable<Fact> GapsIn(List<Fact> facts) =>
        from one in facts
        from other in facts
        where one.State.Persistence == Persistence.Observed && one.Thing.Subject.Item is not null
            && one.Lot == other.Lot && one.State.Name == other.State.Name
        let days = new DaySpan(Next(PossibleDays(one).Last), PossibleDays(other).First - 1)
        where PossibleDays(other).First > PossibleDays(one).Last && !PossibleDays(one).IsEmpty && !PossibleDays(other).IsEmpty && !days.IsEmpty
        select one with { Gap = days, DateInQuestion = false };

    private static int Next(int day) => day == int.MaxValue ? day : day + 1;

    private sealed class ByReference : IEqualityComparer<(Fact, int)>
    {
        public bool Equals((Fact, int) x, (Fact, int) y) => ReferenceEquals(x.Item1, y.Item1) && x.Item2 == y.Item2;

        public int GetHashCode((Fact, int) key) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Item1), key.Item2);
    }
}
