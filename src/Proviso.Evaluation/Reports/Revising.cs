using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>Changes a laid out record for what is added to it and taken off it: the rows of the reports that this speaks of, of the corrections of them, and the gaps between sightings of the
/// same items. All other rows stay as they are.</summary>
internal sealed class Revising
{
    private readonly FactColumns before;
    private readonly FactColumns after;
    private readonly HashSet<StateShape> states = [];
    private readonly HashSet<EventShape> events = [];
    private readonly HashSet<(int Item, string Symbol, string Place, string State)> lots = [];
    private bool isWide;

    private Revising(FactColumns before, KnownRecord known, Spoken spoken)
    {
        this.before = before;
        after = new(known, spoken, before.Interned, before.States.Copy(), before.Events.Copy(), before.Others);
    }

    /// <summary>The record laid out as it is after a revision.</summary>
    /// <param name="known">What is known then.</param>
    /// <param name="changed">The reports that are added or taken off.</param>
    /// <param name="contested">The names of reports on which positions are added or taken back.</param>
    public static (FactColumns Columns, Changes Changes) Of(FactColumns before, KnownRecord known, ImmutableArray<Report> changed, ImmutableArray<string> contested)
    {
        var names = changed.Select(report => report.Name).Concat(contested)
            .SelectMany(name => new[] { Spoken.RootOf(name, before.Known.Find), Spoken.RootOf(name, known.Find) }).Distinct(StringComparer.Ordinal).ToList();
        var spoken = before.Spoken with { CorrectionsOf = Corrections(before.Spoken, known, changed) };
        spoken = spoken.Anew(known, names);
        var about = names.SelectMany(name => before.Spoken.About(name).Concat(spoken.About(name))).ToHashSet(StringComparer.Ordinal);
        var work = new Revising(before, known, Cleared(spoken, before.Known, about, known));
        foreach (var name in about.Order(StringComparer.Ordinal))
        {
            work.Change(name);
        }

        foreach (var end in changed.Select(report => report.Content).OfType<EndReport>())
        {
            work.Touch(before, end.Of);
            work.Touch(work.after, end.Of);
        }

        work.ChangeGaps();
        return (work.after, new([.. work.states], [.. work.events], work.isWide));
    }

    /// <summary>The corrections by what they correct, with those that come and without those that go.</summary>
    private static ImmutableDictionary<string, ImmutableArray<Report>> Corrections(Spoken spoken, KnownRecord known, ImmutableArray<Report> changed)
    {
        var found = spoken.CorrectionsOf;
        foreach (var report in changed)
        {
            if (report.Content is Correction { Of: var of })
            {
                var left = found.GetValueOrDefault(of, []).Where(other => other.Name != report.Name);
                ImmutableArray<Report> now = [.. ReferenceEquals(known.Find(report.Name), report) ? left.Append(report) : left];
                found = now.IsEmpty ? found.Remove(of) : found.SetItem(of, now);
            }
        }

        return found;
    }

    /// <summary>What is said of reports, without what was said of those that are taken off.</summary>
    private static Spoken Cleared(Spoken spoken, KnownRecord before, HashSet<string> about, KnownRecord after)
    {
        var gone = about.Select(before.All.IndexOf).Where(source => source >= 0 && after.All.IsGone(source)).ToList();
        return spoken with { Corrected = spoken.Corrected.RemoveRange(gone), TakenBack = spoken.TakenBack.Except(gone), Contests = spoken.Contests.RemoveRange(gone) };
    }

    private void Change(string name)
    {
        var (was, now) = (before.SourceOf(name), after.SourceOf(name));
        if (was is { } old)
        {
            Take(before, old, isThere: false);
        }

        if (now is { } source)
        {
            Take(after, source, isThere: true);
        }
    }

    /// <summary>Takes the row of a report away, or puts it in.</summary>
    private void Take(FactColumns of, int source, bool isThere)
    {
        var laid = of.Laid(source);
        if (laid.State is { } state)
        {
            states.Add(state);
            Replace(after.States, state, static row => row.Source, source, isThere ? laid.StateRow : null);
            if (laid.StateRow.Item >= 0 && state is { Absent: false, State.Persistence: Persistence.Observed })
            {
                lots.Add((laid.StateRow.Item, state.Subject.Symbol.Name, state.In.Name, state.State.Name));
            }
        }
        else if (laid.Event is { } happening)
        {
            events.Add(happening);
            Replace(after.Events, happening, static row => row.Source, source, isThere ? laid.EventRow : null);
        }
        else
        {
            isWide |= of.Root(source).Content is not EndReport;
            after.ChangeOther(source, isThere);
        }
    }

    private static void Replace<TShape, TRow>(Shapes<TShape, TRow> shapes, TShape shape, Func<TRow, int> number, int source, TRow? row)
        where TShape : class
        where TRow : struct => shapes.Change(shape, rows =>
        {
            var at = rows.FindIndex(each => number(each) >= source);
            if (at >= 0 && number(rows[at]) == source)
            {
                rows.RemoveAt(at);
            }

            if (row is { } one)
            {
                rows.Insert(at < 0 ? rows.Count : at, one);
            }
        });

    /// <summary>Says that the report of that name, whose end comes or goes, is another now.</summary>
    private void Touch(FactColumns of, string name)
    {
        if (of.SourceOf(name) is { } source && of.Laid(source).State is { } shape)
        {
            states.Add(shape);
        }
    }

    private void ChangeGaps()
    {
        foreach (var (item, symbol, place, state) in lots)
        {
            bool IsOfLot(StateShape shape) => !shape.Absent && shape.Subject.Symbol.Name == symbol && shape.In.Name == place && shape.State.Name == state;
            foreach (var shape in after.States.All.Where(shape => shape.IsGap && IsOfLot(shape)).ToList())
            {
                if (after.States.RowsOf(shape).Span is var rows && HasItem(rows, item))
                {
                    states.Add(shape);
                    after.States.Change(shape, list => list.RemoveAll(row => row.Item == item));
                }
            }

            foreach (var gap in Gaps.Of(after, static _ => -1, IsOfLot, item).ToList())
            {
                var shape = gap.Earlier with { LaterFooting = gap.Later.Footing };
                states.Add(shape);
                after.States.Change(shape, list => list.Add(gap.Row));
            }
        }
    }

    private static bool HasItem(ReadOnlySpan<StateRow> rows, int item)
    {
        foreach (var row in rows)
        {
            if (row.Item == item)
            {
                return true;
            }
        }

        return false;
    }
}
