using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>Where reports that nothing was there contradict reports that something was (docs/semantics.md §4): on the sure days of the absence, in views that accept it with no part in
/// question and in which the other surely is such a thing there.</summary>
/// <param name="inPlace">Whether what is reported of a place, so taken, is in another.</param>
internal sealed class Contradictions(ViewSets sets, Facts facts, Nouns nouns, Func<Place, Acceptance, Place, Line> inPlace, int horizon)
{
    private readonly Dictionary<StateGroup, Line> ofAll = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<StateGroup, Line> ofAny = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<HashSet<(string State, int Item)>> items = new(() =>
        [.. facts.Absences.SelectMany(absence => absence.Rows.ToArray().Where(row => row.Item >= 0).Select(row => (absence.Shape.State.Name, row.Item)))]);

    /// <summary>True when somebody says of the item itself that it was not in the state somewhere.</summary>
    public bool IsItemAbsent(State state, int item) => !facts.Absences.IsEmpty && items.Value.Contains((state.Name, item));

    /// <summary>Where a group's reports are contradicted, by absences of no item in particular.</summary>
    public Line Of(StateGroup group)
    {
        if (facts.Absences.IsEmpty)
        {
            return Line.Never;
        }

        if (!ofAll.TryGetValue(group, out var line))
        {
            ofAll[group] = line = Of(group.Shape.State, group.Shape.Subject, group.Shape.In, group.Taken);
        }

        return line;
    }

    /// <summary>Where one report is contradicted, by any absence.</summary>
    public Line Of(StateFact fact)
    {
        var (said, line) = (fact.Content, Of(fact.Content.State, fact.Content.Subject, fact.Content.In, fact.Taken));
        if (said.Subject.Item is not { } name || facts.ItemOf(name) is not (>= 0 and var item) || !IsItemAbsent(said.State, item))
        {
            return line;
        }

        var lines = new List<Line> { line };
        foreach (var absence in facts.Absences.Where(absence => absence.Shape.State.Name == said.State.Name))
        {
            foreach (var row in absence.Rows.ToArray().Where(row => row.Item == item))
            {
                lines.Add(Same(absence, said.Subject, said.In, fact.Taken, SureDays(absence, row)));
            }
        }

        return Line.Any(sets, lines);
    }

    /// <summary>The views that accept a report with no part in question.</summary>
    public int Accepting(Acceptance taken) => sets.Except(
        taken.AcceptedIn,
        taken.AttributesQuestioned.Values.Aggregate(sets.Or(taken.DateQuestioned, sets.Or(taken.PlaceQuestioned, taken.ClassQuestioned)), sets.Or));

    private Line Of(State state, Subject subject, Place at, Acceptance taken) => Line.Any(
        sets, [.. facts.Absences.Where(absence => absence.Shape.State.Name == state.Name).Select(absence => Same(absence, subject, at, taken, SureDays(absence)))]);

    private Line Same(StateGroup absence, Subject subject, Place at, Acceptance taken, Line sureDays)
    {
        if (sureDays.IsNever)
        {
            return Line.Never;
        }

        var there = inPlace(at, taken, absence.Shape.In);
        return there.IsNever ? Line.Never
            : Line.And(sets, Line.And(sets, nouns.Match(subject, taken, new Noun(absence.Shape.Subject.Symbol, absence.Shape.Subject.With)), there), sureDays)
                .Map(static (lo, _) => (lo, lo));
    }

    /// <summary>The sure days of all absences of a group that are of no item.</summary>
    private Line SureDays(StateGroup absence)
    {
        if (!ofAny.TryGetValue(absence, out var line))
        {
            var rows = absence.Rows.ToArray().Where(row => row.Item < 0).ToList();
            var days = new DayCounts(sets, rows.Select(row => row.StartLast).DefaultIfEmpty(horizon).Min() - 1, horizon + 1);
            var views = Accepting(absence.Taken);
            foreach (var row in rows)
            {
                days.Add(views, row.StartLast, Math.Min(row.EndFirst, horizon) + 1);
            }

            ofAny[absence] = line = days.Any();
        }

        return line;
    }

    private Line SureDays(StateGroup absence, StateRow row)
    {
        var views = Accepting(absence.Taken);
        return Line.On(new DayRange(row.StartLast, Math.Min(row.EndFirst, horizon) + 1), views, views);
    }
}
