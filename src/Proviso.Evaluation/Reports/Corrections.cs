using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>Corrections (docs/semantics.md §2): they add and never overwrite. A speaker's correction of its own report restates parts; anybody
/// else's is a contest of those parts and a report of its own.</summary>
internal sealed class Corrections
{
    private readonly Func<string, ImmutableArray<Report>> corrections;
    private readonly List<CorrectedReport> reports = [];
    private readonly List<Contest> contests = [];
    private readonly List<string> takenBack = [];

    private Corrections(Func<string, ImmutableArray<Report>> corrections) => this.corrections = corrections;

    /// <summary>What corrections make of some reports, and of the corrections of them; those that nobody corrects are as written.</summary>
    /// <param name="corrections">The known corrections of a report or correction of that name, in the order of the file.</param>
    public static Corrected Apply(Func<string, ImmutableArray<Report>> corrections, IEnumerable<Report> roots)
    {
        var work = new Corrections(corrections);
        foreach (var report in roots)
        {
            work.AddRoot(report, report.Content);
        }

        return new([.. work.reports], [.. work.takenBack], [.. work.contests]);
    }

    /// <summary>The contests that are positions.</summary>
    public static IEnumerable<Contest> Contests(IEnumerable<Position> positions)
    {
        foreach (var position in positions)
        {
            if (position is { Verb: PositionVerb.Doubts or PositionVerb.Denies, Target: OnReport on }
                && position.Attribution.By.Name == position.Holder.Name)
            {
                yield return new Contest(on.Report, on.Part, on.Attribute, position.Holder, position.Verb == PositionVerb.Denies);
            }
        }
    }

    /// <summary>A report, or a foreign correction as a report: with what its own speaker corrects, and what others make of it.</summary>
    /// <param name="written">What it says as written.</param>
    private void AddRoot(Report root, ReportContent written)
    {
        AddForeign(root, root.Name, root.Name, written);
        var inQuestion = new HashSet<ReportPart>();
        var direct = Live(root.Name, root.Attribution.By);
        switch (TakenBack(root.Name, root.Attribution.By))
        {
            case Back.Surely:
                takenBack.Add(root.Name);
                return;
            case Back.Perhaps:
                inQuestion.Add(ReportPart.Occurrence);
                break;
        }

        var content = Corrected(written, direct, root.Attribution.By, inQuestion);
        reports.Add(new CorrectedReport(root.Name, content, root.Attribution, [.. inQuestion.Order()]));
    }

    /// <summary>Corrections by others of the report or of its speaker's corrections of it.</summary>
    /// <param name="of">The report or correction whose corrections are looked at.</param>
    /// <param name="written">The content as written so far along the chain.</param>
    private void AddForeign(Report root, string rootName, string of, ReportContent written)
    {
        foreach (var correction in corrections(of))
        {
            var parts = Parts(correction);
            var restated = Restate(written, parts.Subject, parts.In, parts.Amount, parts.When, parts.Event);
            var by = correction.Attribution.By;
            if (by.Name == root.Attribution.By.Name)
            {
                AddForeign(root, rootName, correction.Name, restated);
                continue;
            }

            if (parts.DidNotOccur)
            {
                if (TakenBack(correction.Name, by) != Back.Surely)
                {
                    contests.Add(new Contest(rootName, ReportPart.Occurrence, null, by, Denies: true));
                }

                // Who corrects somebody else's retraction says how it was: a report of its own.
                AddForeign(correction, correction.Name, correction.Name, restated);
                continue;
            }

            if (TakenBack(correction.Name, by) != Back.Surely)
            {
                contests.AddRange(Named(correction, by).Distinct().Select(part => new Contest(rootName, part, null, by, Denies: false, WholeSubject: part == ReportPart.Class)));
            }

            AddRoot(correction, restated);
        }
    }

    private static Correction Parts(Report correction) => (Correction)correction.Content;

    private static bool Restates(Correction parts) =>
        parts.Subject is not null || parts.In is not null || parts.When is not null || parts.Event is not null;

    /// <summary>Whether a report or correction has been taken back by its own speaker.</summary>
    private enum Back
    {
        No,

        /// <summary>One correction takes it back, another says how it was; or the taking back may itself have been taken back.</summary>
        Perhaps,

        Surely,
    }

    /// <summary>Effective corrections of a report or correction that have not themselves surely been taken back.</summary>
    private List<Report> Live(string of, Party speaker) =>
        [.. corrections(of).Where(c => c.Attribution.By.Name == speaker.Name && TakenBack(c.Name, speaker) != Back.Surely)];

    private Back TakenBack(string name, Party speaker)
    {
        var live = Live(name, speaker);
        var backs = live.Where(c => Parts(c).DidNotOccur).ToList();
        return backs.Count == 0 ? Back.No
            : live.Any(c => Says(c, speaker)) || backs.All(c => TakenBack(c.Name, speaker) == Back.Perhaps) ? Back.Perhaps
            : Back.Surely;
    }

    /// <summary>Whether a correction, or one of it by its speaker, says how something was.</summary>
    private bool Says(Report correction, Party speaker) =>
        !Parts(correction).DidNotOccur && (Restates(Parts(correction)) || Live(correction.Name, speaker).Any(c => Says(c, speaker)));

    private ReportContent Corrected(ReportContent content, List<Report> direct, Party speaker, HashSet<ReportPart> inQuestion)
    {
        var subject = One(direct, speaker, c => c.Subject, SubjectKey, ReportPart.Class, inQuestion);
        var place = One(direct, speaker, c => c.In, p => p.Name, ReportPart.Place, inQuestion);
        var amount = One(direct, speaker, c => c.Amount is { } a ? new Boxed<Amount>(a) : null, a => a.ToString(), ReportPart.Number, inQuestion);
        var when = One(direct, speaker, c => c.When, o => o.ToString(), ReportPart.Date, inQuestion);
        var window = One(direct, speaker, c => c.Event is { } w ? new Boxed<Window>(w) : null, w => w.ToString(), ReportPart.Date, inQuestion);
        return Restate(content, subject, place, amount?.Value, when, window?.Value);
    }

    private static ReportContent Restate(ReportContent content, Subject? subject, Place? place, Amount? amount, Occurrence? when, Window? window) =>
        content switch
        {
            StateReport s => new StateReport(
                s.Absent, subject ?? s.Subject, s.State, amount ?? s.Amount, place ?? s.In, when ?? s.When, s.IsTotal),
            EventReport e => new EventReport(
                e.NotReceived, e.Event, e.By, e.To, subject ?? e.Of, place ?? e.In, window ?? e.When, e.For, amount ?? e.Amount),
            AccessDenied a => new AccessDenied(a.To, place ?? a.In, when ?? a.When),
            LogComplete l => new LogComplete(l.Of, when ?? l.When),
            EndReport end => new EndReport(end.Of, window ?? end.When),
            _ => content,
        };

    /// <summary>The value the corrections state for a part; null when none does, or when it is in question: they differ, or one that
    /// states it is perhaps taken back.</summary>
    private T? One<T>(
        List<Report> direct, Party speaker, Func<Correction, T?> part, Func<T, string> key, ReportPart name, HashSet<ReportPart> inQuestion)
        where T : class
    {
        var stating = direct.Where(c => States(c, speaker, part)).ToList();
        var stated = stating.Select(c => Stated(c, speaker, part, key, name, inQuestion)).OfType<T>().DistinctBy(key).ToList();
        var isSure = stating.All(c => TakenBack(c.Name, speaker) == Back.No);
        if (!isSure || stated.Count > 1)
        {
            inQuestion.Add(name);
        }

        return isSure && stated.Count == 1 ? stated[0] : null;
    }

    private bool States<T>(Report correction, Party speaker, Func<Correction, T?> part)
        where T : class => !Parts(correction).DidNotOccur
        && (part(Parts(correction)) is not null || Live(correction.Name, speaker).Any(c => States(c, speaker, part)));

    private T? Stated<T>(
        Report correction, Party speaker, Func<Correction, T?> part, Func<T, string> key, ReportPart name, HashSet<ReportPart> inQuestion)
        where T : class =>
        One(Live(correction.Name, speaker), speaker, part, key, name, inQuestion) ?? part(Parts(correction));

    /// <summary>The parts a correction names, itself or by its speaker's corrections of it.</summary>
    private IEnumerable<ReportPart> Named(Report correction, Party speaker) =>
        Touched(Parts(correction)).Concat(Live(correction.Name, speaker).SelectMany(c => Named(c, speaker)));

    private static IEnumerable<ReportPart> Touched(Correction parts)
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

/// <summary>What corrections and contests make of reports.</summary>
/// <param name="Reports">Those that are corrected, or are corrections by others and so reports of their own.</param>
/// <param name="TakenBack">The names of those that their speakers have surely taken back.</param>
/// <param name="Contests">Those that are corrections by others.</param>
internal sealed record Corrected(ImmutableArray<CorrectedReport> Reports, ImmutableArray<string> TakenBack, ImmutableArray<Contest> Contests);
