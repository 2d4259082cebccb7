using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>The reports and positions that are known on a day (docs/semantics.md §1), in the order of the file.</summary>
internal sealed record KnownRecord(ImmutableArray<Report> Reports, ImmutableArray<Position> Positions, int Horizon)
{
    /// <summary>What the case's file knows on the day, publicly or to a party.</summary>
    public static KnownRecord Of(Case @case, Knowledge knowledge)
    {
        var day = Math.Min(knowledge.Day ?? @case.KnownThrough, @case.KnownThrough);
        var clock = @case.Agreement.Clock;
        return new KnownRecord(
            [.. @case.Reports.Where(r => Knows(r.Attribution))],
            [.. @case.Positions.Where(p => Knows(p.Attribution))],
            day);

        bool Knows(Attribution said) => knowledge.To is not { } party
            ? said.Said.Last <= day
            : (said.By.Name == party.Name && said.Said.Last <= day)
                || said.Received.Any(r => r.By.Name == party.Name && clock.DayOf(r.At.Latest) <= day);
    }
}

/// <summary>A doubt or denial of a report, or of one part of it.</summary>
/// <param name="Attribute">The attribute's name when the part is an attribute.</param>
internal sealed record Contest(string Report, ReportPart Part, string? Attribute, Party Holder, bool Denies);

/// <summary>A report with its effective corrections applied.</summary>
/// <param name="InQuestion">Parts that two corrections state differently.</param>
internal sealed record CorrectedReport(string Name, ReportContent Content, Attribution Attribution, ImmutableArray<ReportPart> InQuestion);

/// <summary>Corrections (docs/semantics.md §2): they add and never overwrite.</summary>
internal sealed class Corrections
{
    private readonly Dictionary<string, Report> byName;
    private readonly ILookup<string, Report> corrections;
    private readonly List<CorrectedReport> reports = [];
    private readonly List<Contest> contests = [];

    private Corrections(KnownRecord known)
    {
        byName = known.Reports.ToDictionary(r => r.Name, StringComparer.Ordinal);
        corrections = known.Reports.Where(r => r.Content is Correction)
            .ToLookup(r => ((Correction)r.Content).Of, StringComparer.Ordinal);
    }

    /// <summary>The corrected reports and all contests, those that are positions and those that are foreign corrections.</summary>
    public static (ImmutableArray<CorrectedReport> Reports, ImmutableArray<Contest> Contests) Apply(KnownRecord known)
    {
        var work = new Corrections(known);
        foreach (var report in known.Reports)
        {
            if (report.Content is not Correction)
            {
                work.AddRoot(report);
            }
        }

        foreach (var position in known.Positions)
        {
            if (position is { Verb: PositionVerb.Doubts or PositionVerb.Denies, Target: OnReport on }
                && position.Attribution.By.Name == position.Holder.Name)
            {
                work.contests.Add(new Contest(on.Report, on.Part, on.Attribute, position.Holder, position.Verb == PositionVerb.Denies));
            }
        }

        return ([.. work.reports], [.. work.contests]);
    }

    private void AddRoot(Report root)
    {
        var inQuestion = new List<ReportPart>();
        var direct = Live(root.Name, root.Attribution.By);
        var restates = direct.Any(c => !((Correction)c.Content).DidNotOccur);
        var content = root.Content;
        if (direct.Any(c => ((Correction)c.Content).DidNotOccur))
        {
            if (!restates)
            {
                AddForeign(root, root.Content);
                return;
            }

            inQuestion.Add(ReportPart.Occurrence);
        }

        content = Corrected(content, direct, root.Attribution.By, inQuestion);
        reports.Add(new CorrectedReport(root.Name, content, root.Attribution, [.. inQuestion]));
        AddForeign(root, content);
    }

    /// <summary>Effective corrections of a report or correction that have not themselves been taken back.</summary>
    private List<Report> Live(string of, Party root) =>
        [.. corrections[of].Where(c => c.Attribution.By.Name == root.Name && !TakenBack(c, root))];

    private bool TakenBack(Report correction, Party root) =>
        Live(correction.Name, root).Any(c => ((Correction)c.Content).DidNotOccur);

    private ReportContent Corrected(ReportContent content, List<Report> direct, Party root, List<ReportPart> inQuestion)
    {
        var subject = One(direct, root, c => c.Subject, SubjectKey, ReportPart.Class, inQuestion);
        var place = One(direct, root, c => c.In, p => p.Name, ReportPart.Place, inQuestion);
        var amount = One(direct, root, c => c.Amount is { } a ? new Boxed<Amount>(a) : null, a => a.ToString(), ReportPart.Number, inQuestion);
        var when = One(direct, root, c => c.When, o => o.ToString(), ReportPart.Date, inQuestion);
        var window = One(direct, root, c => c.Event is { } w ? new Boxed<Window>(w) : null, w => w.ToString(), ReportPart.Date, inQuestion);
        return Restate(content, subject, place, amount?.Value, when, window?.Value);
    }

    private static ReportContent Restate(ReportContent content, Subject? subject, Place? place, Amount? amount, Occurrence? when, Window? window) =>
        content switch
        {
            StateReport s => new StateReport(
                s.Absent, subject ?? s.Subject, s.State, amount ?? s.Amount, place ?? s.In, when ?? s.When),
            EventReport e => new EventReport(
                e.NotReceived, e.Event, e.By, e.To, subject ?? e.Of, place ?? e.In, window ?? e.When, e.For),
            AccessDenied a => new AccessDenied(a.To, place ?? a.In, when ?? a.When),
            LogComplete l => new LogComplete(l.Of, when ?? l.When),
            EndReport end => new EndReport(end.Of, window ?? end.When),
            _ => content,
        };

    /// <summary>The value the corrections state for a part; null when none does, or when they differ (then it is in question).</summary>
    private T? One<T>(
        List<Report> direct, Party root, Func<Correction, T?> part, Func<T, string> key, ReportPart name, List<ReportPart> inQuestion)
        where T : class
    {
        var stated = direct.Select(c => Stated(c, root, part, key, name, inQuestion)).OfType<T>().DistinctBy(key).ToList();
        if (stated.Count > 1)
        {
            inQuestion.Add(name);
        }

        return stated.Count == 1 ? stated[0] : null;
    }

    private T? Stated<T>(
        Report correction, Party root, Func<Correction, T?> part, Func<T, string> key, ReportPart name, List<ReportPart> inQuestion)
        where T : class =>
        One(Live(correction.Name, root), root, part, key, name, inQuestion) ?? part((Correction)correction.Content);

    /// <summary>Corrections by others, of the report or of its corrections: contests, and reports of their own.</summary>
    private void AddForeign(Report root, ReportContent content)
    {
        foreach (var correction in Below(root.Name))
        {
            var by = correction.Attribution.By;
            if (by.Name == root.Attribution.By.Name)
            {
                continue;
            }

            var parts = (Correction)correction.Content;
            if (parts.DidNotOccur)
            {
                contests.Add(new Contest(root.Name, ReportPart.Occurrence, null, by, Denies: true));
                continue;
            }

            contests.AddRange(Parts(parts).Select(part => new Contest(root.Name, part, null, by, Denies: false)));
            reports.Add(new CorrectedReport(
                correction.Name,
                Restate(content, parts.Subject, parts.In, parts.Amount, parts.When, parts.Event),
                correction.Attribution,
                []));
        }
    }

    private IEnumerable<Report> Below(string name) =>
        corrections[name].SelectMany(c => Below(c.Name).Prepend(c));

    private static IEnumerable<ReportPart> Parts(Correction parts)
    {
        if (parts.Subject is not null)
        {
            yield return ReportPart.Class;
        }

        if (parts.In is not null)
        {
            yield return ReportPart.Place;
        }

        if (parts.Amount is not null)
        {
            yield return ReportPart.Number;
        }

        if (parts.When is not null || parts.Event is not null)
        {
            yield return ReportPart.Date;
        }
    }

    private static string SubjectKey(Subject subject) =>
        $"{subject.Symbol.Name}|{subject.Item}|{string.Join(",", subject.With.Select(w => $"{w.Attribute}={w.Value}"))}";

    private sealed record Boxed<T>(T Value)
        where T : struct
    {
        public override string ToString() => Value.ToString()!;
    }
}
