using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>Lays out the rows of a record that is kept in columns: what a template says is looked at once, and no report is made of a row unless a correction or a contest speaks of
/// it.</summary>
internal sealed class RecordRows(FactColumns columns, ReportStretch stretch)
{
    private readonly KnownRecord known = columns.Known;
    private readonly ReportColumns reports = columns.Known.All.Columns;
    private readonly HashSet<int> spokenOf = [.. columns.Spoken.Corrected.Keys, .. columns.Spoken.TakenBack, .. columns.Spoken.Contests.Keys];
    private readonly Dictionary<int, Laid> templates = [];
    private readonly Dictionary<(DayWindows At, int Day), (int First, int Last)> days = [];

    /// <summary>Adds all rows that are known.</summary>
    public void Add()
    {
        for (var row = stretch.Row; row < stretch.Row + stretch.Count;)
        {
            var chunk = reports.Chunks[row / ReportChunk.MostRows];
            var first = row % ReportChunk.MostRows;
            var count = Math.Min(chunk.Count - first, stretch.Row + stretch.Count - row);
            for (var at = first; at < first + count; at++, row++)
            {
                Add(chunk, at, row);
            }
        }
    }

    /// <summary>A template, as far as it is the same for all of its rows.</summary>
    /// <param name="Speaker">True when the one to whom the record must be known says it; true where it must be known to the public.</param>
    private sealed record Laid(ReportTemplate Template, bool Speaker, StateShape? State, EventShape? Event, int LeastDays, int Amount);

    private void Add(ReportChunk chunk, int at, int row)
    {
        var source = stretch.First + row - stretch.Row;
        var number = chunk.Templates[at];
        if (number == ReportChunk.Whole || spokenOf.Contains(source))
        {
            columns.Add(reports[row], source);
            return;
        }

        if (!templates.TryGetValue(number, out var laid))
        {
            templates[number] = laid = Lay(reports.Templates[number]);
        }

        if (!((laid.Speaker && chunk.SaidLast[at] <= known.Horizon) || IsReceived(laid, row)))
        {
            return;
        }

        if (laid.State is not null)
        {
            columns.States.Add(laid.State, RowOf(laid, chunk, at, row, source));
        }
        else if (laid.Event is not null)
        {
            var when = reports.StartOf(row);
            var (first, last) = laid.Template.Form == DayForm.Windows ? DaysOf(when) : On(laid, chunk.From[at]);
            columns.Events.Add(laid.Event, new EventRow(first, last, when, chunk.Items[at], source));
        }
        else
        {
            columns.ChangeOther(source, isThere: true);
        }
    }

    private Laid Lay(ReportTemplate template)
    {
        var speaker = known.Knowledge.To is not { } party || party.Name == template.Attribution.By.Name;
        var footing = columns.Interned.Footings.Of(template.Attribution.By, [], []);
        return template.Content switch
        {
            StateReport said => new(
                template, speaker, FactColumns.ShapeOf(said, footing), null, FactColumns.LeastDays(said.When.LeastMinutes), columns.Interned.NumberOf(said.Amount)),
            EventReport said => new(template, speaker, null, new(said.NotReceived, said.Event, said.By, said.To, said.Of, said.In, footing), 0, 0),
            _ => new(template, speaker, null, null, 0, 0),
        };
    }

    private bool IsReceived(Laid laid, int row) =>
        known.Knowledge.To is not null && !laid.Template.Attribution.Received.IsEmpty && known.Knowledge.Has(laid.Template.Attribution with { Said = new(0, int.MaxValue), Received = reports.ReceivedOf(row) }, known.Clock);

    private StateRow RowOf(Laid laid, ReportChunk chunk, int at, int row, int source)
    {
        var (startFirst, startLast, endFirst, endLast) = (0, 0, 0, 0);
        if (laid.Template.Form == DayForm.Windows)
        {
            var (start, end) = (reports.StartOf(row), reports.EndOf(row));
            (startFirst, startLast) = DaysOf(start);
            (endFirst, endLast) = (known.Clock.LastDay(end.Earliest), known.Clock.LastDay(end.Latest));
        }
        else
        {
            (startFirst, startLast) = On(laid, chunk.From[at]);
            (endFirst, endLast) = laid.Template.Form switch
            {
                DayForm.Onward => (FactColumns.NoEnd, FactColumns.NoEnd),
                DayForm.Day => (startFirst, startLast),
                _ => On(laid, chunk.Through[at]),
            };
        }

        return new(startFirst, startLast, endFirst, endLast, laid.LeastDays, chunk.Items[at], laid.Amount, source);
    }

    private (int First, int Last) DaysOf(Window when) => (known.Clock.DayOf(when.Earliest), known.Clock.DayOf(when.Latest));

    /// <summary>The days of the agreement's clock that a civil day at the place may be.</summary>
    private (int First, int Last) On(Laid laid, int day)
    {
        var at = laid.Template.Days!;
        if (!days.TryGetValue((at, day), out var found))
        {
            days[(at, day)] = found = DaysOf(at.Of(day));
        }

        return found;
    }
}
