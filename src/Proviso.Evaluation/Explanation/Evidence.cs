using System.Collections.Immutable;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation;

/// <summary>Explains one question of the form <i>some thing is in the state there</i>, in one view: what on file shows it, could show it, or comes nearest.</summary>
internal sealed class Evidence(Judging judging)
{
    private const int MostNearMisses = 3;

    /// <summary>SHA-256 over the digests of all known reports.</summary>
    public string AllReports => judging.AllReports;

    /// <summary>The question's line in the one view.</summary>
    public Line Line(SomeThingIs question, string clauseId) =>
        judging.States.Some(question.State, Filter(question), new UseSite(clauseId, question.Slot));

    /// <summary>A proof that it holds on every day of the range, report by report. Requires that it does.</summary>
    public ImmutableArray<Proof> Shown(SomeThingIs question, string clauseId, DayRange days) => Over(question, clauseId, days, proved: true);

    /// <summary>Why it could hold on the days on which it could, report by report.</summary>
    public ImmutableArray<Proof> Possible(SomeThingIs question, string clauseId, DayRange days) => Over(question, clauseId, days, proved: false);

    /// <summary>That nothing on file shows it on any day of the range, with the reports that come nearest.</summary>
    public AbsentLeaf Nothing(SomeThingIs question, string clauseId, DayRange days)
    {
        var involved = Involved(question.State, new UseSite(clauseId, question.Slot));
        var misses = judging.States.NearMisses<string>([.. involved], Filter(question), days, MostNearMisses, piece => [.. Faults(piece, days)]);
        return new AbsentLeaf(question, AllReports, days, [.. misses.Select(miss => new NearMiss(ReportOf(miss.Fact), miss.Fault))]);
    }

    /// <summary>The reports of which one alone shows it since a day, wherever in its dates it falls, by the last day of the range; each over the days
    /// it may be of.</summary>
    public IEnumerable<Proof> WhereverItFalls(SomeThingIs question, string clauseId, int running, DayRange days)
    {
        var site = new UseSite(clauseId, question.Slot);
        var involved = Involved(question.State, site);
        var reach = Math.Max(running, Reach(new StateIs(question.State), site));
        foreach (var (_, pieces) in judging.States.Evidence(question.State, Filter(question), site, days with { From = days.From - reach }))
        {
            foreach (var piece in pieces.Where(p => !p.Fact.IsGap && involved.Contains(p.Fact.Content.State.Name)))
            {
                var placed = judging.States.Placed(piece.Fact, Filter(question), reach, days.From);
                if (placed.LoAt(days.Before - 1) != ViewSets.None)
                {
                    var line = piece.Dates;
                    foreach (var run in Runs(line, new DayRange(days.From, days.Before), day => line.HiAt(day) != ViewSets.None))
                    {
                        yield return Leaf(piece.Fact, run, []);
                    }
                }
            }
        }
    }

    /// <summary>How the view reads the disputes that the question depends on.</summary>
    public IEnumerable<ReadingLeaf> Readings(SomeThingIs question, string clauseId, DayRange days) =>
        judging.States.Disputes(new StateIs(question.State), new UseSite(clauseId, question.Slot)).Concat(NounDisputes(question)).DistinctBy(d => d.Name)
            .Select(d => new ReadingLeaf(d, Chosen(d), days));

    /// <summary>The reading the view has chosen, or null.</summary>
    public Reading? Chosen(Dispute dispute) => dispute.Readings.FirstOrDefault(r => r.Name == judging.Views[0].Choices.GetValueOrDefault(dispute.Name));

    /// <summary>The stretches of a range on which something is so of a line.</summary>
    public static IEnumerable<DayRange> Runs(Line line, DayRange days, Func<int, bool> isSo)
    {
        var from = int.MaxValue;
        for (var day = days.From; day < days.Before; day = Math.Min(line.NextChange(day), days.Before))
        {
            if (isSo(day))
            {
                from = Math.Min(from, day);
            }
            else if (from < day)
            {
                yield return new DayRange(from, day);
                from = int.MaxValue;
            }
        }

        if (from < days.Before)
        {
            yield return new DayRange(from, days.Before);
        }
    }

    private ImmutableArray<Proof> Over(SomeThingIs question, string clauseId, DayRange days, bool proved)
    {
        var site = new UseSite(clauseId, question.Slot);
        var lots = judging.States.Evidence(question.State, Filter(question), site, days).ToList();
        var proofs = ImmutableArray.CreateBuilder<Proof>();
        for (var day = days.From; day < days.Before;)
        {
            var best = lots
                .Where(l => (proved ? l.Line.LoAt(day) : l.Line.HiAt(day)) != ViewSets.None)
                .OrderBy(l => Weakness(l.Pieces, day, proved))
                .ThenByDescending(l => Until(l.Line, day, proved))
                .FirstOrDefault();
            if (best.Line is null)
            {
                day++;
                continue;
            }

            var range = new DayRange(day, Math.Min(days.Before, Until(best.Line, day, proved)));
            proofs.AddRange(proved ? Sure(question, site, best.Pieces, range) : Open(question, site, best.Line, best.Pieces, range));
            day = range.Before;
        }

        return proofs.ToImmutable();
    }

    private IEnumerable<Proof> Sure(SomeThingIs question, UseSite site, ImmutableArray<States.Piece> pieces, DayRange days)
    {
        var involved = Involved(question.State, site);
        var window = days with { From = days.From - Reach(new StateIs(question.State), site) + 1 };
        return pieces.Where(p => involved.Contains(p.Fact.Content.State.Name)).OrderBy(p => p.Fact.Report.Attribution.Grade).SelectMany(piece =>
        {
            var line = All(piece);
            return Runs(line, window, day => line.LoAt(day) != ViewSets.None).Select(run => Leaf(piece.Fact, run, []));
        });
    }

    private IEnumerable<Proof> Open(SomeThingIs question, UseSite site, Line lot, ImmutableArray<States.Piece> pieces, DayRange days)
    {
        var involved = Involved(question.State, site);
        var window = days with { From = days.From - Reach(new StateIs(question.State), site) + 1 };
        var disputes = judging.States.Disputes(new StateIs(question.State), site).DistinctBy(d => d.Name).Where(d => Chosen(d) is null).ToList();
        foreach (var piece in pieces.Where(p => involved.Contains(p.Fact.Content.State.Name)).OrderBy(p => p.Fact.Report.Attribution.Grade))
        {
            var line = All(piece);
            var runs = Runs(line, window, day => line.LoAt(day) != ViewSets.None)
                .Concat(Runs(line, window, day => line.HiAt(day) != ViewSets.None && line.LoAt(day) == ViewSets.None));
            foreach (var run in runs.OrderBy(r => r.From))
            {
                var doubts = Doubts(question, piece, run.From).ToList();
                if (doubts.Count == 0 && lot.LoAt(days.From) == ViewSets.None)
                {
                    doubts.AddRange(disputes.Select(d => new Doubt($"it depends on how \"{d.Question}\" is answered", d)));
                    if (disputes.Count == 0)
                    {
                        doubts.Add(new Doubt("what else is reported of it leaves it open", null));
                    }
                }

                yield return Leaf(piece.Fact, run, [.. doubts]);
            }
        }
    }

    /// <summary>A leaf on the report of a fact.</summary>
    public ReportLeaf Leaf(Fact fact, DayRange days, ImmutableArray<Doubt> doubts)
    {
        var report = ReportOf(fact);
        return new ReportLeaf(report, Digests.Of(report), days, doubts);
    }

    /// <summary>The states that reports of would show it, as the view reads the disputes.</summary>
    private HashSet<string> Involved(State state, UseSite site)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Visit(new StateIs(state));
        return found;

        void Visit(StateExpression expression)
        {
            switch (expression)
            {
                case StateIs { State: var named }:
                    foreach (var meaning in Meanings(named, site))
                    {
                        if (meaning is null)
                        {
                            found.Add(named.Name);
                        }
                        else
                        {
                            Visit(meaning);
                        }
                    }

                    break;
                case AllStates all:
                    all.Parts.ToList().ForEach(Visit);
                    break;
                case AnyState any:
                    any.Parts.ToList().ForEach(Visit);
                    break;
                case RunningState running:
                    Visit(running.Part);
                    break;
            }
        }
    }

    /// <summary>How many days a state expression looks at to judge one, that one included.</summary>
    private int Reach(StateExpression expression, UseSite site) => expression switch
    {
        StateIs { State: var state } => Meanings(state, site).Max(m => m is null ? 1 : Reach(m, site)),
        AllStates all => all.Parts.Max(p => Reach(p, site)),
        AnyState any => any.Parts.Max(p => Reach(p, site)),
        RunningState running => Reach(running.Part, site) + running.Days - 1,
        _ => 1,
    };

    /// <summary>What the view may take a state for: one expression per reading reckoned with; null for itself.</summary>
    private IEnumerable<StateExpression?> Meanings(State state, UseSite site) => judging.States.DisputeOn(state, site) is not { } dispute
        ? [state.Means]
        : (Chosen(dispute) is { } chosen ? [chosen] : dispute.Readings).Select(r => r.Meaning is StateMeaning means ? means.Expression : state.Means);

    private IEnumerable<Dispute> NounDisputes(SomeThingIs question)
    {
        var names = new Stack<Noun>([question.Noun]);
        while (names.TryPop(out var noun))
        {
            if (noun.Symbol is not Define define)
            {
                continue;
            }

            var dispute = judging.Masks.DisputeOn(define);
            if (dispute is not null)
            {
                yield return dispute;
            }

            var chosen = dispute is null ? null : Chosen(dispute);
            foreach (var basis in chosen?.Meaning is NounMeaning body ? body.Bases : define.Bases)
            {
                names.Push(basis);
            }
        }
    }

    private IEnumerable<Doubt> Doubts(SomeThingIs question, States.Piece piece, int day)
    {
        var taken = piece.Fact.Taken;
        if (taken.AcceptedIn == ViewSets.None && !piece.Fact.IsGap)
        {
            yield return new Doubt("it is contested or put in question", null);
        }
        else if (piece.Dates.LoAt(day) == ViewSets.None)
        {
            yield return new Doubt(
                piece.Fact.IsGap ? "nothing is reported of the days between two sightings"
                : taken.DateQuestioned != ViewSets.None ? "its date is in question"
                : "its dates are loose, or another report contradicts it that day",
                null);
        }

        if (piece.Noun.LoAt(day) == ViewSets.None)
        {
            var open = NounDisputes(question).Concat(AttributeDisputes(piece)).Where(d => judging.Masks.Open(d) != ViewSets.None).DistinctBy(d => d.Name).ToList();
            foreach (var dispute in open)
            {
                yield return new Doubt($"it depends on how \"{dispute.Question}\" is answered", dispute);
            }

            if (open.Count == 0)
            {
                yield return new Doubt(InQuestion(taken) ?? "what it is cannot be told from what is reported of it", null);
            }
        }

        if (piece.Place.LoAt(day) == ViewSets.None)
        {
            yield return new Doubt("it cannot be told whether the place is inside", null);
        }

        if (piece.Holder.LoAt(day) == ViewSets.None)
        {
            yield return new Doubt("who owns or operates it cannot be told", null);
        }
    }

    /// <summary>"what it says of its guns is in question", or null when nothing that it says of the thing is.</summary>
    private static string? InQuestion(Acceptance taken)
    {
        string[] parts = taken.ClassQuestioned != ViewSets.None || taken.SubjectQuestioned != ViewSets.None
            ? ["class"]
            : [.. taken.AttributesQuestioned.Where(each => each.Value != ViewSets.None).Select(each => each.Key)];
        return parts.Length == 0 ? null : $"what it says of its {string.Join(" and its ", parts)} is in question";
    }

    private IEnumerable<Dispute> AttributeDisputes(States.Piece piece) => judging.Agreement.Disputes
        .Where(d => d.Target is OnAttribute on && on.Model == piece.Fact.Content.Subject.Symbol.Name);

    /// <summary>The tests a report fails on every day of the range, in words.</summary>
    private static IEnumerable<string> Faults(States.Piece piece, DayRange days)
    {
        if (Never(piece.Dates, days))
        {
            yield return "it is of other days, or set aside in this view";
        }

        if (Never(piece.Noun, days))
        {
            yield return "it is not such a thing in this view";
        }

        if (Never(piece.Place, days))
        {
            yield return "it is elsewhere";
        }

        if (Never(piece.Holder, days))
        {
            yield return "somebody else owns and operates it";
        }
    }

    private static bool Never(Line line, DayRange days)
    {
        for (var day = days.From; day < days.Before; day = line.NextChange(day))
        {
            if (line.HiAt(day) != ViewSets.None)
            {
                return false;
            }
        }

        return true;
    }

    private Line All(States.Piece piece) => Timeline.Line.All(judging.Masks.Sets, [piece.Dates, piece.Noun, piece.Place, piece.Holder]);

    private int Weakness(ImmutableArray<States.Piece> pieces, int day, bool proved) => pieces
        .Where(p => (proved ? All(p).LoAt(day) : All(p).HiAt(day)) != ViewSets.None)
        .Select(p => (int)p.Fact.Report.Attribution.Grade)
        .DefaultIfEmpty(int.MaxValue)
        .Min();

    private static int Until(Line line, int day, bool proved)
    {
        var next = line.NextChange(day);
        while (next != int.MaxValue && (proved ? line.LoAt(next) : line.HiAt(next)) != ViewSets.None)
        {
            next = line.NextChange(next);
        }

        return next;
    }

    private Report ReportOf(Fact fact) => judging.Known.Find(fact.Report.Name)!;

    private static LotFilter Filter(SomeThingIs question) => new(question.Noun, question.Place, question.Holder);
}
