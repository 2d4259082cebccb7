using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§11, rights with a quota: which events are uses, where in line each is, and whether a right covers an event.</summary>
/// <param name="rightsOf">The rows of the clause with this number.</param>
sealed class Quotas(
    Agreement agreement,
    Statements statements,
    Acceptance acceptance,
    Conditions conditions,
    Having having,
    StandingTable standings,
    DaySpan axis,
    Func<string, IReadOnlyList<Line>> rightsOf)
{
    private readonly Dictionary<(Line, string), Truth> within = [];
    private readonly Dictionary<Line, List<Use>> uses = [];

    /// <summary>A use, with the days on which it may lie.</summary>
    private sealed record Use(Statement Event, Truth Is, Window When, int First, int Last);

    /// <summary>Whether a right under the clause covers an event, were it on the day.</summary>
    public Truth Covers(string clause, Statement statement, int day) => Truth.Any(
        from line in rightsOf(clause)
        from use in UsesOf(line)
        where use.Event == statement
        select use.Is & Within(line, use)
            & standings.InForce(line.Instance, day) & having.WhileHolds(line.Instance, day) & !having.Unless(line.Instance, day));

    private Truth Within(Line line, Use use)
    {
        if (!within.TryGetValue((line, use.Event.Name), out var answer))
        {
            answer = within[(line, use.Event.Name)] = JudgeWithin(line, use);
        }

        return answer;
    }

    private Truth JudgeWithin(Line line, Use use)
    {
        var (surely, possibly) = (true, false);
        var quota = ((MayDo)line.Instance.Clause.Duty).Quota!;
        foreach (var year in YearsOf(line, use))
        {
            var number = year < 1 ? 0 : NumberOf(quota, year);
            var others = UsesOf(line).Where(other => other != use).ToList();
            var before = others.Count(other => other.Is.Lo && YearsOf(line, other) is [var only] && only == year && other.When.Latest < use.When.Earliest);
            var notAfter = others.Count(other => YearsOf(line, other).Contains(year) && other.When.Earliest <= use.When.Latest);
            surely &= notAfter < number;
            possibly |= before < number;
        }

        return new(surely && YearsOf(line, use).Count > 0, possibly);
    }

    /// <summary>The years in which a use may lie; 0 stands for days that are in none.</summary>
    private List<int> YearsOf(Line line, Use use)
    {
        var clause = line.Instance.Clause;
        var (begin, end) = (standings.FirstDay(clause), agreement.InForce.Before);
        var years = new List<int>();
        if (use.First < begin || use.Last >= end)
        {
            years.Add(0);
        }

        var quota = ((MayDo)clause.Duty).Quota!;
        for (var day = Math.Max(begin, use.First); day <= Math.Min(use.Last, end - 1); day++)
        {
            var year = YearOf(quota, day);
            if (!years.Contains(year))
            {
                years.Add(year);
            }
        }

        return years;
    }

    /// <summary>Counted on from the entry into force, one anniversary or New Year after another.</summary>
    private int YearOf(Quota quota, int day)
    {
        var entry = Clock.DateOf(agreement.InForce.From);
        for (var year = 1; ; year++)
        {
            var next = quota.IsCalendar ? new NodaTime.LocalDate(entry.Year + year, 1, 1) : entry.PlusYears(year);
            if (Clock.DateOf(day) < next)
            {
                return year;
            }
        }
    }

    private static int NumberOf(Quota quota, int year)
    {
        foreach (var step in quota.Steps)
        {
            if (step.Through is null || step.Through >= year)
            {
                return step.Number;
            }
        }

        return 0;
    }

    private List<Use> UsesOf(Line line)
    {
        if (!uses.TryGetValue(line, out var found))
        {
            found = uses[line] = [.. conditions.Events().Select(each => UseOf(line, each)).OfType<Use>()];
        }

        return found;
    }

    private Use? UseOf(Line line, Statement statement)
    {
        var own = acceptance.DateInQuestion(statement) ? new(int.MinValue, statements.Horizon) : conditions.DaysOf(((EventReport)statement.Content).When);
        var days = Facts.Enumerate(new DaySpan(Math.Max(own.First, Math.Min(own.Last, axis.First)), own.Last).Until(statements.Horizon)).ToList();
        var fits = days.ConvertAll(day => Fits(line, statement, day));
        var isUse = acceptance.Of(statement) & new Truth(days.Count > 0 && fits.TrueForAll(each => each.Lo), fits.Exists(each => each.Hi));
        if (!isUse.Hi)
        {
            return null;
        }

        var receipts = statement.Attribution.Received.Where(each => each.By.Name == line.Addressee?.Name).Select(each => each.At).ToList();
        if (receipts.Count > 0)
        {
            var when = new Window(receipts.Min(at => at.Earliest), receipts.Min(at => at.Latest));
            return new(statement, isUse, when, agreement.Clock.DayOf(when.Earliest), agreement.Clock.DayOf(when.Latest));
        }

        return new(
            statement,
            isUse,
            acceptance.DateInQuestion(statement) ? new(long.MinValue, long.MaxValue) : ((EventReport)statement.Content).When,
            own.First,
            own.Last);
    }

    private Truth Fits(Line line, Statement statement, int day)
    {
        var act = ((MayDo)line.Instance.Clause.Duty).Act;
        var to = act.To is AnyParty || line.Addressee is null ? act.To : new FixedParty(line.Addressee);
        return conditions.Fits(statement, act with { By = new FixedParty(line.Instance.Party), To = to }, line.Instance, day);
    }
}
