using System.Collections.Immutable;
using NodaTime.Text;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Evaluation;

/// <summary>A verdict's standing and conduct in one phrase: the table of docs/verdicts.md, first line that fits.</summary>
public static class Labels
{
    private const string Open = "cannot tell";

    /// <summary>The same with the numbers under a ceiling, if there are any: "in force, kept: 800, exactly the limit of 800"; before the limit binds,
    /// "not in force: binds from 2018-02-05; 1,796, which would be 246 over the limit of 1,550".</summary>
    public static string Of(Verdict verdict, Numbers? numbers) => numbers switch
    {
        null => Of(verdict),
        { BindsFrom: { } from } => $"{Of(verdict)}: binds from {Date(from)}{Would(numbers)}",
        { BoundThrough: { } through } when verdict.Standing == Standing.Expired => $"{Of(verdict)}: bound through {Date(through)}{Would(numbers)}",
        _ when verdict.Standing == Standing.NotInForce => Of(verdict),
        _ => $"{Of(verdict)}: {Count(numbers)}",
    };

    /// <summary>"1,796, 246 over the limit of 1,550"; "from 5 to 8; the limit is 6"; "no total declared; the limit is 800"; on days on which the limit does not
    /// bind, "1,796, which would be 246 over the limit of 1,550".</summary>
    public static string Count(Numbers numbers)
    {
        var binds = numbers.BindsFrom is null && numbers.BoundThrough is null;
        var limit = Prose.Figure(numbers.Limit);
        var margin = Margin(numbers);
        var amount = numbers.Most is not null || margin.Length > 0 ? Amount(numbers)
            : numbers.Least == 0 ? "no total declared"
            : $"{Amount(numbers)}, and no total of all is declared";
        return numbers.IsConflict && margin.Length > 0 ? $"{amount}, {margin}; {Limit()}"
            : margin.Length > 0 ? $"{amount}, {(binds ? "" : "which would be ")}{margin} of {limit}"
            : $"{amount}; {Limit()}";

        string Limit() => $"the limit {(binds ? "is" : "would be")} {limit}";
    }

    /// <summary>How many there are, as far as is told: "1,474"; "from 800 to 901"; "at least 800"; "at most 5"; "none"; "at least 6 by one report, at most 4 by another".</summary>
    public static string Amount(Numbers numbers) => (numbers.Least, numbers.Most) switch
    {
        var (least, most) when least > most => $"at least {Prose.Figure(least)} by one report, at most {Prose.Figure(most.Value)} by another",
        (0, 0) => "none",
        var (least, most) when least == most => Prose.Figure(least),
        var (least, most) when most is null => $"at least {Prose.Figure(least)}",
        (0, var most) => $"at most {Prose.Figure(most!.Value)}",
        var (least, most) => $"from {Prose.Figure(least)} to {Prose.Figure(most!.Value)}",
    };

    /// <summary>What a count comes to: "846 or more"; "2,794"; "from 3 to 5"; "at most 5"; "cannot tell"; "cannot tell: at least 6 by one report, at most 4 by another".</summary>
    public static string Number(CountedNumber number) => number switch
    {
        { IsConflict: true, Parts.IsEmpty: false } => $"{Open}: the reports of a part contradict each other",
        { IsConflict: true } when number.Least > number.Most => $"{Open}: {Amount(new(0, number.Least.Value, number.Most))}",
        { IsConflict: true } => $"{Open}: the reports contradict each other on how many things there were",
        { IsTold: false } => Open,
        _ => Range(number.Least, number.Most),
    };

    /// <summary>A number expected of a count, as <see cref="Number"/> says one; null: "cannot tell".</summary>
    public static string Expected(Amount? expected) => expected is { } amount ? Range(amount.Low, amount.High) : Open;

    /// <summary>Why a report was not added: "may be the same as NAME".</summary>
    public static string NotAdded(NotAdded report) => report.Why switch
    {
        WhyNotAdded.Perhaps => $"may be the same as {report.Like}",
        WhyNotAdded.OtherDay => "not surely by that day",
        WhyNotAdded.Unsure => "not surely of what is asked",
        WhyNotAdded.InQuestion => "in question",
        WhyNotAdded.DateInQuestion => "its date is in question",
        WhyNotAdded.SetAside => "set aside in this view",
        WhyNotAdded.Contradicted => "a report that none was there contradicts it",
        _ => throw new System.Diagnostics.UnreachableException(report.Why.ToString()),
    };

    private static string Range(long? least, long? most) => (least, most) switch
    {
        ({ } only, null) => $"{Prose.Figure(only)} or more",
        (null, { } last) => $"at most {Prose.Figure(last)}",
        ({ } only, { } last) when only == last => Prose.Figure(only),
        (0, { } last) when last > 0 => $"at most {Prose.Figure(last)}",
        ({ } first, { } last) => $"from {Prose.Figure(first)} to {Prose.Figure(last)}",
        _ => Open,
    };

    /// <summary>How far that is from the limit: "76 below the limit"; "48 or more over the limit"; "exactly the limit"; that reports contradict each other on things of a count;
    /// empty where it is open on which side it is.</summary>
    public static string Margin(Numbers numbers)
    {
        var (limit, least, most) = (numbers.Limit, numbers.Least, numbers.Most);
        var isExact = least == most;
        return least > most ? ""
            : numbers.IsConflict ? "yet the reports contradict each other on how many things there were"
            : least > limit && most is null ? $"{Prose.Figure(least - limit)} or more over the limit"
            : least > limit ? $"{(isExact ? "" : "at least ")}{Prose.Figure(least - limit)} over the limit"
            : most == limit ? $"{(isExact ? "exactly" : "at most")} the limit"
            : most < limit ? $"{(isExact ? "" : "at least ")}{Prose.Figure(limit - most.Value)} below the limit"
            : "";
    }

    private static string Would(Numbers numbers) => numbers.IsTold ? $"; {Count(numbers)}" : "";

    private static string Date(int day) => LocalDatePattern.Iso.Format(Clock.DateOf(day));

    /// <summary>"in force, kept"; "ended"; "broken, whether in force or ended"; "in force, cannot tell whether kept".</summary>
    public static string Of(Verdict verdict)
    {
        var standing = Prose.Standing(verdict.Standing);
        return (verdict.Standing, verdict.Conduct) switch
        {
            (Standing.CannotTell, Conduct.Kept) => $"not broken, {Whether(verdict)}",
            (Standing.CannotTell, Conduct.CannotTell) when verdict.NotBroken => $"not broken, {Whether(verdict)}",
            (Standing.CannotTell, Conduct.Broken) => $"broken, {Whether(verdict)}",
            (Standing.CannotTell, Conduct.CannotTell) => $"cannot tell {Whether(verdict)}, nor whether kept",
            (Standing.CannotTell, Conduct.NotTriggered) => $"cannot tell {Whether(verdict)}",
            (Standing.CannotTell, _) => $"{Prose.Conduct(verdict.Conduct)}, {Whether(verdict)}",
            (_, Conduct.NotTriggered) => standing,
            (Standing.InForce, Conduct.CannotTell) when verdict.NotBroken => $"{standing}, not broken, whether it binds or not",
            (Standing.InForce, Conduct.CannotTell) => $"{standing}, cannot tell whether kept",
            (Standing.InForce, _) => $"{standing}, {Prose.Conduct(verdict.Conduct)}",
            (_, Conduct.Broken) => $"{standing}; a breach begun before goes on",
            (_, Conduct.CannotTell) => $"{standing}; perhaps a breach begun before goes on",
            _ => $"{standing}, {Prose.Conduct(verdict.Conduct)}",
        };
    }

    /// <summary>What came of a single duty to act, in a phrase: "kept by NAME"; "overdue, no receipt on file"; "cannot tell: perhaps done in time by NAME".</summary>
    public static string OfDuty(Owed owed)
    {
        var perhaps = owed.Acts.Where(act => act.Timing == Timing.Open || (act.Timing == Timing.InTime && !act.IsSure)).Select(act => act.Report).ToList();
        var late = owed.Acts.Where(act => act.Timing == Timing.TooLate).ToList();
        var conduct = Prose.Conduct(owed.Conduct);
        return owed.Conduct switch
        {
            Conduct.Kept => conduct + By(owed, Timing.InTime),
            Conduct.CuredLate => conduct + By(owed, Timing.TooLate),
            Conduct.Broken when !owed.NotReceived.IsEmpty => $"{conduct}: not received, says {string.Join(", ", owed.NotReceived)}",
            Conduct.Broken => $"{conduct}: nothing in the log of the one it was owed to",
            Conduct.CannotTell when !owed.IsSure => $"cannot tell whether it is owed{(owed.Use is { IsSurelyWithin: false, IsSurelyAbove: false } use ? $": {InLine(use)}" : "")}",
            Conduct.CannotTell when perhaps.Count > 0 => $"cannot tell: perhaps done in time by {string.Join(" or ", perhaps)}",
            Conduct.CannotTell when owed.IsOver && late.Count > 0 => $"overdue: {string.Join(", ", late.Select(act => act.Report))} came too late"
                + $"{(late.TrueForAll(act => act.IsSure) ? "" : ", if it is for this")}, and no earlier receipt is on file",
            Conduct.CannotTell when owed.IsOver => "overdue, no receipt on file",
            _ => conduct,
        };
    }

    /// <summary>That an event asks for nothing, and why: "asks for nothing: it is the 21st of treaty year 1, and clause 11 allows 20".</summary>
    public static string Above(UsePlace use) => $"asks for nothing: {InLine(use)}";

    /// <summary>Where in line a use is: "it is the 21st of treaty year 1, and clause 11 allows 20"; "it is the second or third of …".</summary>
    public static string InLine(UsePlace use)
    {
        var right = $"clause {use.Right.Id}";
        var years = use.Years.Select(year => year.Allowed == 0
            ? $"of {Year(use.Right, year.Year)}, and {right} allows none"
            : $"{Place(year)} of {Year(use.Right, year.Year)}, and {right} allows {Prose.Figure(year.Allowed)}").ToList();
        return years.Count == 0 ? $"it lies in no year of {right}"
            : $"it is {string.Join("; or it is ", years)}{(use.IsOutside ? $"; or it lies in no year of {right}" : "")}{(use.IsSure ? "" : "; and it may be no use of it")}";
    }

    /// <summary>"the 21st", "the 2nd or 3rd", "the 2nd to 5th".</summary>
    public static string Place(YearPlace place) => place.First == place.Last ? $"the {Prose.Nth(place.First)}"
        : $"the {Prose.Nth(place.First)} {(place.Last == place.First + 1 ? "or" : "to")} {Prose.Nth(place.Last)}";

    /// <summary>"treaty year 1", "calendar year 2": the number that the text counts by.</summary>
    public static string Year(Clause right, int year) => $"{(right.Duty is MayDo { Quota.IsCalendar: true } ? "calendar year" : "treaty year")} {year}";

    /// <summary>"20 allowed; on file 18 used, 2 left"; once the year is over, "2 lapsed"; "17 to 18 used, 2 to 3 left"; "20 used and 1 above, none left"; "20 allowed, no use on file".
    /// What nobody reports is not zero.</summary>
    public static string Of(QuotaYear year, int day)
    {
        if (year.UsedMost == 0)
        {
            return $"{Prose.Figure(year.Allowed)} allowed, no use on file";
        }

        var used = Between(Math.Min(year.UsedLeast, year.Allowed), Math.Min(year.UsedMost, year.Allowed));
        var (aboveLeast, aboveMost) = (Math.Max(0, year.UsedLeast - year.Allowed), Math.Max(0, year.UsedMost - year.Allowed));
        var above = aboveMost == 0 ? "" : $" and {Between(aboveLeast, aboveMost)} above";
        return $"{Prose.Figure(year.Allowed)} allowed; on file {used} used{above}, {(year.LeftMost == 0 ? "none" : Between(year.LeftLeast, year.LeftMost))} {(day >= year.Days.Before ? "lapsed" : "left")}";
    }

    private static string Between(int least, int most) => least == most ? Prose.Figure(least) : $"{Prose.Figure(least)} to {Prose.Figure(most)}";

    /// <summary>How working days were counted, in a phrase: "2011-07-08 is the 5th working day of usa after 2011-07-01; 2011-07-04 is no working day".</summary>
    public static string OfCount(WorkingCount count) => OfCount(count, Date, count.Of.Name);

    /// <summary>The same with dates and the party as the caller says them.</summary>
    public static string OfCount(WorkingCount count, Func<int, string> date, string party)
    {
        var days = Prose.Ordinal(count.Number) + $" working day of {party} {(count.IsBack ? "before" : "after")} {date(count.From)}";
        var falls = (count.First, count.Last) switch
        {
            ({ } first, { } last) when first == last => $"{date(first)} is the {days}",
            ({ } first, { } last) => $"the {days} is {date(first)} at the earliest and {date(last)} at the latest",
            ({ } first, null) => $"the {days} is {date(first)} at the earliest, and how late it is cannot be told",
            (_, var last) => $"the {days} is {date(last!.Value)} at the latest, and how early it is cannot be told",
        };
        var off = count.Off.IsEmpty ? "" : $"; {And(count.Off)} {(count.Off.Length == 1 ? "is no working day" : "are no working days")}";
        var extra = count.Extra.IsEmpty ? "" : $"; {And(count.Extra)} {(count.Extra.Length == 1 ? "is one" : "are some")} by way of exception";
        var unknown = count.Unknown is not { } day ? ""
            : !count.IsEnd ? $": the calendar of {party} says nothing of {date(day)}"
            : count.IsBack ? $": the calendar of {party} begins on {date(day + 1)}"
            : $": the calendar of {party} ends on {date(day - 1)}";
        return falls + unknown + off + extra;

        string And(ImmutableArray<int> all) => all.Length == 1 ? date(all[0]) : $"{string.Join(", ", all[..^1].Select(date))} and {date(all[^1])}";
    }

    private static string By(Owed owed, Timing timing)
    {
        var reports = string.Join(", ", owed.Acts.Where(act => act.IsSure && act.Timing == timing).Select(act => act.Report));
        return reports.Length == 0 ? "" : $" by {reports}";
    }

    /// <summary>"whether in force, ended or withdrawn".</summary>
    private static string Whether(Verdict verdict)
    {
        string[] possible = [.. Enum.GetValues<Standing>().Where(one => one != Standing.CannotTell && verdict.Possible.Has(one)).Select(Prose.Standing)];
        return "whether " + (possible.Length == 1 ? possible[0] : $"{string.Join(", ", possible[..^1])} or {possible[^1]}");
    }
}
