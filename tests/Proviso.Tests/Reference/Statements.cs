using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>A report as it stands after its corrections (§2), before any view looks at it.</summary>
/// <param name="OccurrenceInQuestion">In every view: corrections of one hand disagree on whether it occurred.</param>
/// <param name="InQuestion">Parts in question in every view, because corrections of one hand state different values.</param>
sealed record Statement(
    string Name, ReportContent Content, Attribution Attribution, bool OccurrenceInQuestion, IReadOnlySet<CorrectedPart> InQuestion)
{
    public Party By => Attribution.By;
}

/// <summary>A part that a correction can restate.</summary>
enum CorrectedPart
{
    Subject,
    Place,
    Number,
    When,
}

/// <summary>Somebody's doubt or denial of a part of a statement.</summary>
/// <param name="Attribute">The attribute contested; null with <see cref="ReportPart.Attribute"/> means all of them.</param>
sealed record Contest(string Statement, Party By, ReportPart Part, string? Attribute, bool Denies);

/// <summary>§1 and §2: what is known, and what corrections make of it.</summary>
sealed class Statements
{
    private readonly List<Report> known;
    private readonly Dictionary<string, Report> byName;

    public Statements(Case text, Knowledge knowledge)
    {
        Horizon = Math.Min(knowledge.Day ?? text.KnownThrough, text.KnownThrough);
        var clock = text.Agreement.Clock;
        known = [.. text.Reports.Where(report => Counts(report.Attribution, knowledge.To, clock))];
        Positions = [.. text.Positions.Where(position => Counts(position.Attribution, knowledge.To, clock))];
        byName = known.ToDictionary(report => report.Name);

        var statements = new List<Statement>();
        var contests = new List<Contest>();
        foreach (var report in known)
        {
            if (report.Content is not Correction)
            {
                AddStatement(statements, report, report.Content, Restate(report));
            }
            else if (IsAnchored(report) && !IsEffective(report))
            {
                AddForeign(statements, contests, report);
            }
        }

        contests.AddRange(
            from position in Positions
            where position.Verb is PositionVerb.Doubts or PositionVerb.Denies && position.Attribution.By.Name == position.Holder.Name
            let target = (OnReport)position.Target
            select new Contest(target.Report, position.Holder, target.Part, target.Attribute, position.Verb == PositionVerb.Denies));
        All = statements;
        Contests = contests;
    }

    /// <summary>H: the last day a verdict is given for.</summary>
    public int Horizon { get; }

    public IReadOnlyList<Position> Positions { get; }

    public IReadOnlyList<Statement> All { get; }

    public IReadOnlyList<Contest> Contests { get; }

    private bool Counts(Attribution said, Party? to, Clock clock) => to is null
        ? said.Said.Last <= Horizon
        : (said.By.Name == to.Name && said.Said.Last <= Horizon)
            || said.Received.Any(receipt => receipt.By.Name == to.Name && clock.DayOf(receipt.At.Latest) <= Horizon);

    // §2

    /// <summary>What a correction says, its own corrections applied; or, for any other report, what its corrections say of it.</summary>
    private sealed class Restated
    {
        /// <summary>Proved: taken back. Open: corrections of one hand disagree on it.</summary>
        public Truth Gone { get; set; } = Truth.Refuted;

        public bool DidNotOccur { get; set; }

        public Dictionary<CorrectedPart, object> Values { get; } = [];

        public HashSet<CorrectedPart> InQuestion { get; } = [];

        /// <summary>A number alone says nothing of whether it occurred.</summary>
        public bool SaysSomething => Values.Keys.Concat(InQuestion).Any(part => part != CorrectedPart.Number);
    }

    /// <summary>True when every report up the chain of corrections is known.</summary>
    private bool IsAnchored(Report correction) =>
        byName.TryGetValue(((Correction)correction.Content).Of, out var parent) && (parent.Content is not Correction || IsAnchored(parent));

    /// <summary>The report that a correction is about: up the chain past effective corrections, to a report or to a correction by
    /// somebody else, which is a report of its own.</summary>
    private Report AnchorOf(Report correction)
    {
        var parent = byName[((Correction)correction.Content).Of];
        return parent.Content is Correction && IsEffective(parent) ? AnchorOf(parent) : parent;
    }

    private bool IsEffective(Report correction) => correction.Attribution.By.Name == AnchorOf(correction).Attribution.By.Name;

    private Restated Restate(Report report)
    {
        var result = new Restated();
        if (report.Content is Correction own)
        {
            result.DidNotOccur = own.DidNotOccur;
            foreach (var (part, value) in own.DidNotOccur ? [] : Stated(own))
            {
                result.Values[part] = value;
            }
        }

        var corrections = known
            .Where(each => each.Content is Correction correction && correction.Of == report.Name && IsAnchored(each) && IsEffective(each))
            .Select(Restate)
            .Where(each => !each.Gone.Lo)
            .ToList();
        var takenBack = corrections.Where(each => each.DidNotOccur).ToList();
        if (takenBack.Count > 0)
        {
            var disputed = corrections.Exists(each => !each.DidNotOccur && each.SaysSomething) || takenBack.TrueForAll(each => each.Gone.Hi);
            result.Gone = disputed ? Truth.Open : Truth.Proved;
        }

        // What did not occur has no other parts.
        foreach (var part in result.DidNotOccur ? [] : Enum.GetValues<CorrectedPart>())
        {
            Restate(part, corrections, result);
        }

        return result;
    }

    private static void Restate(CorrectedPart part, List<Restated> corrections, Restated result)
    {
        var stating = corrections.Where(each => each.Values.ContainsKey(part) || each.InQuestion.Contains(part)).ToList();
        if (stating.Count == 0)
        {
            return;
        }

        var sure = stating.TrueForAll(each => !each.Gone.Hi && !each.InQuestion.Contains(part));
        var values = stating.Where(each => each.Values.ContainsKey(part)).Select(each => each.Values[part]).ToList();
        var same = values.TrueForAll(value => Same(value, values[0]));
        if (!sure || !same)
        {
            result.InQuestion.Add(part);
        }

        if (same && values.Count > 0 && stating.TrueForAll(each => !each.Gone.Hi))
        {
            result.Values[part] = values[0];
        }
    }

    private static IEnumerable<(CorrectedPart, object)> Stated(Correction correction)
    {
        if (correction.Subject is { } subject)
        {
            yield return (CorrectedPart.Subject, subject);
        }

        if (correction.In is { } place)
        {
            yield return (CorrectedPart.Place, place);
        }

        if (correction.Amount is { } amount)
        {
            yield return (CorrectedPart.Number, amount);
        }

        if (correction.When is { } when)
        {
            yield return (CorrectedPart.When, when);
        }

        if (correction.Event is { } window)
        {
            yield return (CorrectedPart.When, window);
        }
    }

    private static bool Same(object a, object b) => (a, b) switch
    {
        (Subject one, Subject other) => one.Symbol.Name == other.Symbol.Name && one.Item == other.Item
            && one.With.Length == other.With.Length
            && one.With.All(pair => other.With.Any(twin => twin.Attribute == pair.Attribute && Values.Same(twin.Value, pair.Value))),
        (Place one, Place other) => one.Name == other.Name,
        _ => a.Equals(b),
    };

    private static void AddStatement(List<Statement> statements, Report report, ReportContent content, Restated restated)
    {
        if (!restated.Gone.Lo)
        {
            statements.Add(new(report.Name, Apply(content, restated.Values), report.Attribution, restated.Gone.Hi, restated.InQuestion));
        }
    }

    /// <summary>A correction by somebody else: a contest, and a report of its own unless it says that nothing occurred.</summary>
    private void AddForeign(List<Statement> statements, List<Contest> contests, Report report)
    {
        var restated = Restate(report);
        if (restated.Gone.Lo)
        {
            return;
        }

        var target = AnchorOf(report).Name;
        var by = report.Attribution.By;
        if (restated.DidNotOccur)
        {
            contests.Add(new(target, by, ReportPart.Occurrence, null, Denies: true));
            return;
        }

        foreach (var part in restated.Values.Keys.Union(restated.InQuestion))
        {
            contests.AddRange(PartsOf(part).Select(each => new Contest(target, by, each, null, Denies: false)));
        }

        AddStatement(statements, report, Written(byName[((Correction)report.Content).Of]), restated);
    }

    /// <summary>A report's content as written, or for a correction that of the report it corrects with its parts put in.</summary>
    private ReportContent Written(Report report) => report.Content is Correction correction
        ? Apply(Written(byName[correction.Of]), Stated(correction).ToDictionary(stated => stated.Item1, stated => stated.Item2))
        : report.Content;

    public static ReportPart[] PartsOf(CorrectedPart part) => part switch
    {
        CorrectedPart.Subject => [ReportPart.Class, ReportPart.Attribute],
        CorrectedPart.Place => [ReportPart.Place],
        CorrectedPart.Number => [ReportPart.Number],
        _ => [ReportPart.Date],
    };

    private static ReportContent Apply(ReportContent content, Dictionary<CorrectedPart, object> values)
    {
        foreach (var (part, value) in values)
        {
            content = (content, part) switch
            {
                (StateReport state, CorrectedPart.Subject) => state with { Subject = (Subject)value },
                (StateReport state, CorrectedPart.Place) => state with { In = (Place)value },
                (StateReport state, CorrectedPart.Number) => state with { Amount = (Amount)value },
                (StateReport state, CorrectedPart.When) => state with { When = (Occurrence)value },
                (EventReport happened, CorrectedPart.Subject) => happened with { Of = (Subject)value },
                (EventReport happened, CorrectedPart.Place) => happened with { In = (Place)value },
                (EventReport happened, CorrectedPart.Number) => happened with { Amount = (Amount)value },
                (EventReport happened, CorrectedPart.When) => happened with { When = (Window)value },
                (EndReport end, CorrectedPart.When) => end with { When = (Window)value },
                (AccessDenied denied, CorrectedPart.Place) => denied with { In = (Place)value },
                (AccessDenied denied, CorrectedPart.When) => denied with { When = (Occurrence)value },
                (LogComplete log, CorrectedPart.When) => log with { When = (Occurrence)value },
                _ => content,
            };
        }

        return content;
    }
}
