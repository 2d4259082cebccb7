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
    private readonly string allReports = Digests.Of(judging.Known.Reports);

    /// <summary>Whether it is proved and whether it is not refuted, on a day.</summary>
    public (bool Proved, bool Possible) At(SomeThingIs question, string clauseId, int day)
    {
        var line = Line(question, clauseId);
        return (line.LoAt(day) != ViewSets.None, line.HiAt(day) != ViewSets.None);
    }

    /// <summary>The question's line in the one view.</summary>
    public Line Line(SomeThingIs question, string clauseId) =>
        judging.States.Some(question.State, Filter(question), new UseSite(clauseId, question.Slot));

    /// <summary>A proof that it holds on every day of the range, piece by piece. Requires that it does.</summary>
    public ImmutableArray<Proof> Shown(SomeThingIs question, string clauseId, DayRange days) => Over(question, clauseId, days, proved: true);

    /// <summary>Why it could hold on the days, report by report. Requires that it could.</summary>
    public ImmutableArray<Proof> Possible(SomeThingIs question, string clauseId, DayRange days) => Over(question, clauseId, days, proved: false);

    /// <summary>That nothing on file shows it on any day of the range, with the reports that come nearest.</summary>
    public AbsentLeaf Nothing(SomeThingIs question, string clauseId, DayRange days)
    {
        var misses = new List<(int Score, NearMiss Miss)>();
        foreach (var (_, pieces) in judging.States.Evidence(question.State, Filter(question), new UseSite(clauseId, question.Slot)))
        {
            foreach (var piece in pieces.Where(p => !p.Fact.IsGap))
            {
                var faults = Faults(piece, days).ToList();
                if (faults.Count is 1)
                {
                    misses.Add((faults.Count, new NearMiss(ReportOf(piece.Fact), faults[0])));
                }
            }
        }

        return new AbsentLeaf(question, allReports, days, [.. misses.OrderBy(m => m.Score).Take(MostNearMisses).Select(m => m.Miss)]);
    }

    private ImmutableArray<Proof> Over(SomeThingIs question, string clauseId, DayRange days, bool proved)
    {
        var site = new UseSite(clauseId, question.Slot);
        var lots = judging.States.Evidence(question.State, Filter(question), site).ToList();
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
                break;
            }

            var range = new DayRange(day, Math.Min(days.Before, Until(best.Line, day, proved)));
            proofs.AddRange(Leaves(question, site, best.Line, best.Pieces, range, proved));
            day = range.Before;
        }

        return proofs.ToImmutable();
    }

    private IEnumerable<Proof> Leaves(SomeThingIs question, UseSite site, Line lot, ImmutableArray<States.Piece> pieces, DayRange days, bool proved)
    {
        var disputes = judging.States.Disputes(new StateIs(question.State), site).DistinctBy(d => d.Name).ToList();
        var open = disputes.Where(d => judging.Masks.Open(d) != ViewSets.None).ToList();
        foreach (var piece in pieces.OrderBy(p => p.Fact.Report.Attribution.Grade))
        {
            var line = All(piece);
            if (line.HiAt(days.From) == ViewSets.None || (proved && line.LoAt(days.From) == ViewSets.None))
            {
                continue;
            }

            var doubts = proved ? [] : Doubts(question, piece, days.From).ToList();
            if (!proved && lot.LoAt(days.From) == ViewSets.None && doubts.Count == 0)
            {
                doubts.AddRange(open.Select(d => new Doubt($"it depends on how \"{d.Question}\" is answered", d)));
            }

            var report = ReportOf(piece.Fact);
            yield return new ReportLeaf(report, Digests.Of(report), days, [.. doubts]);
        }

        foreach (var dispute in disputes.Concat(NounDisputes(question)).DistinctBy(d => d.Name))
        {
            var chosen = judging.Views[0].Choices.GetValueOrDefault(dispute.Name);
            yield return new ReadingLeaf(dispute, dispute.Readings.FirstOrDefault(r => r.Name == chosen), days);
        }
    }

    private IEnumerable<Dispute> NounDisputes(SomeThingIs question)
    {
        var names = new Stack<Noun>([question.Noun]);
        while (names.TryPop(out var noun))
        {
            if (noun.Symbol is not Define define)
            {
                continue;
            }

            var dispute = judging.Masks.DisputeOn(t => t is OnDefine on && on.Define == define.Name);
            if (dispute is not null)
            {
                yield return dispute;
            }

            var chosen = dispute?.Readings.FirstOrDefault(r => r.Name == judging.Views[0].Choices.GetValueOrDefault(dispute.Name));
            foreach (var basis in chosen?.Meaning is NounMeaning body ? body.Bases : define.Bases)
            {
                names.Push(basis);
            }
        }
    }

    private IEnumerable<Doubt> Doubts(SomeThingIs question, States.Piece piece, int day)
    {
        var taken = piece.Fact.Taken;
        if (taken.AcceptedIn == ViewSets.None)
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
                yield return new Doubt("what it is cannot be told from what is reported of it", null);
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

    private Report ReportOf(Fact fact) => judging.Known.Reports.First(r => r.Name == fact.Report.Name);

    private static LotFilter Filter(SomeThingIs question) => new(question.Noun, question.Place, question.Holder);
}
