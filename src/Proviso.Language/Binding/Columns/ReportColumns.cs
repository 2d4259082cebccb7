using System.Collections.Immutable;
using System.Text;

namespace Proviso.Language.Binding;

/// <summary>Very many reports in little room: what they have in common is kept once, in templates; the rest in columns, by chunks of rows. Rows are numbered from 0 in
/// the order of the record. What fits no template (ends, corrections, answers to several reports) is kept whole among them. Does not change once the case is
/// bound; then it is safe to share between threads.</summary>
public sealed class ReportColumns
{
    private readonly List<ReportChunk> chunks = [];
    private readonly List<ReportTemplate> templates = [];
    private readonly Dictionary<ReportTemplate, int> known = [];
    private readonly List<Report?> whole = [];
    private readonly List<(int First, string Path)> files = [];
    private readonly NameTable names = new();
    private readonly NameTable items = new();
    private readonly NameTable elsewhere = new();

    internal ReportColumns()
    {
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The rows, in order.</summary>
    public IReadOnlyList<ReportChunk> Chunks => chunks;

    /// <summary>What rows have in common, by the numbers in <see cref="ReportChunk.Templates"/>; each once.</summary>
    public IReadOnlyList<ReportTemplate> Templates => templates;

    /// <summary>How many different items there are; their numbers go from 0.</summary>
    public int Items => items.Count;

    /// <summary>Bytes that are held, not counting the text of the names and the reports that are kept whole.</summary>
    public long Held => chunks.Sum(chunk => chunk.Held) + names.Overhead + items.Overhead;

    /// <summary>The report of a row. Made when it is asked for: keep it, or ask the columns.</summary>
    public Report this[int row]
    {
        get
        {
            var (chunk, at) = Find(row);
            var number = chunk.Templates[at];
            if (number == ReportChunk.Whole)
            {
                return whole[chunk.From[at]]!;
            }

            var template = templates[number];
            var received = ReceivedOf(row);
            var attribution = template.Attribution with { Said = new(chunk.SaidFirst[at], chunk.SaidLast[at]), Received = received };
            return new(NameOf(row), ContentOf(row), attribution, new(FileOf(row), 0, 0));
        }
    }

    /// <summary>The name of a row's report.</summary>
    public string NameOf(int row) => names.Text(row);

    /// <summary>The name of a row's report in UTF-8.</summary>
    public ReadOnlySpan<byte> NameBytes(int row) => names.Bytes(row);

    /// <summary>The row of the report of that name, or -1.</summary>
    public int RowOf(string name) => names.Find(name);

    /// <summary>The name of an item.</summary>
    public string ItemName(int item) => items.Text(item);

    /// <summary>The number of an item, or -1 where no row has it.</summary>
    public int ItemOf(string name) => items.Find(name);

    /// <summary>The number of a row's template, or <see cref="ReportChunk.Whole"/>.</summary>
    public int TemplateOf(int row) => Find(row) is var (chunk, at) ? chunk.Templates[at] : 0;

    /// <summary>When what the row reports began; of an event, when it was. Requires a template whose form is not <see cref="DayForm.None"/>.</summary>
    public Window StartOf(int row)
    {
        var (chunk, at) = Find(row);
        var template = templates[chunk.Templates[at]];
        return template.Form == DayForm.Windows ? WindowIn(chunk.Beside(at, 2)) : template.Days!.Of(chunk.From[at]);
    }

    /// <summary>When the stay ended, exclusive, as in <see cref="Occurrence.End"/>. Requires a template of what lasts.</summary>
    public Window EndOf(int row)
    {
        var (chunk, at) = Find(row);
        var template = templates[chunk.Templates[at]];
        return template.Form switch
        {
            DayForm.Windows => WindowIn(chunk.Beside(at, 4)[2..]),
            DayForm.Onward => new(long.MaxValue, long.MaxValue),
            DayForm.Day => After(template.Days!.Of(chunk.From[at])),
            _ => After(template.Days!.Of(chunk.Through[at])),
        };
    }

    /// <summary>The report that a row answers, or null; it may be in no row.</summary>
    public string? AnsweredBy(int row)
    {
        var (chunk, at) = Find(row);
        return chunk.Answered(at) switch
        {
            -1 => null,
            >= 0 and var answered => names.Text(answered),
            var other => elsewhere.Text(-2 - other),
        };
    }

    /// <summary>The row of the report that a row answers; -1 where there is none, or it is in no row.</summary>
    public int AnsweredRow(int row) => Find(row) is var (chunk, at) ? Math.Max(-1, chunk.Answered(at)) : -1;

    /// <summary>When each of the template's receivers received it.</summary>
    public ImmutableArray<Receipt> ReceivedOf(int row)
    {
        var (chunk, at) = Find(row);
        var template = templates[chunk.Templates[at]];
        var parties = template.Attribution.Received;
        if (parties.IsEmpty)
        {
            return [];
        }

        var windows = chunk.Beside(at, template.Beside)[^(2 * parties.Length)..];
        var receipts = ImmutableArray.CreateBuilder<Receipt>(parties.Length);
        for (var each = 0; each < parties.Length; each++)
        {
            receipts.Add(parties[each] with { At = WindowIn(windows[(2 * each)..]) });
        }

        return receipts.MoveToImmutable();
    }

    /// <summary>The file that a row was read from.</summary>
    public string FileOf(int row) => files.FindLast(file => file.First <= row).Path ?? "";

    /// <summary>The line of a row in its file, from 1; 0 for one that came from no file.</summary>
    public int LineOf(int row) => Find(row) is var (chunk, at) ? chunk.Line(at) : 0;

    /// <summary>Says that the rows which follow are of a file.</summary>
    internal void Begin(string path) => files.Add((Count, path));

    /// <summary>The number of a template.</summary>
    internal int Number(ReportTemplate template)
    {
        if (!known.TryGetValue(template, out var number))
        {
            known[template] = number = templates.Count;
            templates.Add(template);
        }

        return number;
    }

    /// <summary>The number of an item.</summary>
    internal int NumberOfItem(ReadOnlySpan<byte> name)
    {
        items.TryAdd(name, out var number);
        return number;
    }

    /// <summary>The row of a name, or -1.</summary>
    internal int RowOf(ReadOnlySpan<byte> name) => names.Find(name);

    /// <summary>Adds a row.</summary>
    /// <param name="windows">What its template keeps beside it.</param>
    /// <returns>False, and nothing is added, when there is a row of that name.</returns>
    internal bool TryAdd(in ReportRow row, ReadOnlySpan<byte> name, ReadOnlySpan<long> windows)
    {
        if (!names.TryAdd(name, out _))
        {
            return false;
        }

        if (chunks.Count == 0 || chunks[^1].Count == ReportChunk.MostRows)
        {
            chunks.Add(new());
        }

        chunks[^1].Add(row, windows);
        Count++;
        return true;
    }

    /// <summary>Adds a row for a report that is kept whole.</summary>
    /// <param name="report">Null for one that is not bound yet; see <see cref="Fill"/>.</param>
    internal bool TryAdd(Report? report, ReadOnlySpan<byte> name, int line)
    {
        if (!TryAdd(new ReportRow(ReportChunk.Whole, -1, whole.Count, 0, default, -1, line), name, []))
        {
            return false;
        }

        whole.Add(report);
        return true;
    }

    /// <summary>Gives a row the report that it is for.</summary>
    internal void Fill(int row, Report? report)
    {
        var (chunk, at) = Find(row);
        whole[chunk.From[at]] = report;
    }

    /// <summary>True for a row whose report is not there.</summary>
    internal bool IsEmpty(int row) => Find(row) is var (chunk, at) && chunk.Templates[at] == ReportChunk.Whole && whole[chunk.From[at]] is null;

    /// <summary>The number by which a row names the report that it answers.</summary>
    internal int NumberOfAnswered(string name) => NumberOfAnswered(Encoding.UTF8.GetBytes(name));

    /// <summary>The number by which a row names the report that it answers.</summary>
    internal int NumberOfAnswered(ReadOnlySpan<byte> name)
    {
        if (names.Find(name) is >= 0 and var row)
        {
            return row;
        }

        elsewhere.TryAdd(name, out var number);
        return -2 - number;
    }

    /// <summary>True for a row that reports an event.</summary>
    internal bool IsEvent(int row)
    {
        var (chunk, at) = Find(row);
        return chunk.Templates[at] == ReportChunk.Whole ? whole[chunk.From[at]]?.Content is EventReport : templates[chunk.Templates[at]].IsEvent;
    }

    /// <summary>The reports that a row answers.</summary>
    internal ImmutableArray<string> AnswersOf(int row) =>
        TemplateOf(row) == ReportChunk.Whole ? (whole[Find(row).Chunk.From[Find(row).At]]?.Content as EventReport)?.For ?? []
        : AnsweredBy(row) is { } one ? [one]
        : [];

    /// <summary>The rows that answer one of these.</summary>
    internal IEnumerable<int> ThatAnswer(HashSet<int> rows)
    {
        for (var row = 0; row < Count; row++)
        {
            var (chunk, at) = Find(row);
            if (rows.Contains(chunk.Answered(at)))
            {
                yield return row;
            }
        }
    }

    /// <summary>The files with their rows, in order.</summary>
    internal IEnumerable<(string Path, int First, int Count)> Files =>
        files.Select((file, at) => (file.Path, file.First, (at + 1 < files.Count ? files[at + 1].First : Count) - file.First));

    /// <summary>The last day on which anything of this was said or received; the least number when there is nothing.</summary>
    internal int KnownThrough(Clock clock)
    {
        var (said, received) = (int.MinValue, long.MinValue);
        for (var row = 0; row < Count; row++)
        {
            var (chunk, at) = Find(row);
            if (chunk.Templates[at] == ReportChunk.Whole)
            {
                var attribution = whole[chunk.From[at]]!.Attribution;
                said = Math.Max(said, attribution.Said.Last);
                received = attribution.Received.Select(receipt => receipt.At.Latest).Append(received).Max();
                continue;
            }

            said = Math.Max(said, chunk.SaidLast[at]);
            var template = templates[chunk.Templates[at]];
            var receivers = template.Attribution.Received.Length;
            var windows = receivers == 0 ? [] : chunk.Beside(at, template.Beside)[^(2 * receivers)..];
            for (var each = 1; each < windows.Length; each += 2)
            {
                received = Math.Max(received, windows[each]);
            }
        }

        return received == long.MinValue ? said : Math.Max(said, clock.DayOf(received));
    }

    /// <summary>These columns where nothing is to be left out, and otherwise others without those rows and without the empty ones.</summary>
    internal ReportColumns Without(HashSet<int> rows)
    {
        if (rows.Count == 0 && whole.TrueForAll(report => report is not null))
        {
            return Resolved();
        }

        var kept = new ReportColumns();
        foreach (var template in templates)
        {
            kept.Number(template);
        }

        foreach (var (path, first, count) in Files)
        {
            kept.Begin(path);
            for (var row = first; row < first + count; row++)
            {
                if (!rows.Contains(row) && !IsEmpty(row))
                {
                    CopyTo(kept, row);
                }
            }
        }

        return kept.Resolved();
    }

    private void CopyTo(ReportColumns kept, int row)
    {
        var (chunk, at) = Find(row);
        var number = chunk.Templates[at];
        if (number == ReportChunk.Whole)
        {
            kept.TryAdd(whole[chunk.From[at]], names.Bytes(row), chunk.Line(at));
            return;
        }

        var item = chunk.Items[at] < 0 ? -1 : kept.NumberOfItem(items.Bytes(chunk.Items[at]));
        var answered = AnsweredBy(row) is { } name ? kept.NumberOfAnswered(name) : -1;
        kept.TryAdd(
            new ReportRow(number, item, chunk.From[at], chunk.Through[at], new(chunk.SaidFirst[at], chunk.SaidLast[at]), answered, chunk.Line(at)),
            names.Bytes(row), chunk.Beside(at, templates[number].Beside));
    }

    /// <summary>These columns, in which every answer to a report of a row names the row.</summary>
    private ReportColumns Resolved()
    {
        for (var row = 0; row < Count && elsewhere.Count > 0; row++)
        {
            var (chunk, at) = Find(row);
            if (chunk.Answered(at) is < -1 and var other)
            {
                chunk.Answer(at, NumberOfAnswered(elsewhere.Text(-2 - other)));
            }
        }

        return this;
    }

    /// <summary>Gives back the room that is not used. Call it when nothing more is added.</summary>
    internal void Trim()
    {
        if (chunks.Count > 0)
        {
            chunks[^1].Trim();
        }
    }

    /// <summary>What a row reports.</summary>
    internal ReportContent ContentOf(int row)
    {
        var (chunk, at) = Find(row);
        if (chunk.Templates[at] == ReportChunk.Whole)
        {
            return whole[chunk.From[at]]!.Content;
        }

        var item = chunk.Items[at] < 0 ? null : items.Text(chunk.Items[at]);
        Subject Of(Subject subject) => item is null ? subject : subject with { Item = item };
        Occurrence When(Occurrence least) => new(StartOf(row), EndOf(row), least.LeastMinutes);
        return templates[chunk.Templates[at]].Content switch
        {
            StateReport state => state with { Subject = Of(state.Subject), When = When(state.When) },
            EventReport happening => happening with
            {
                Of = happening.Of is { } of ? Of(of) : null,
                When = StartOf(row),
                For = AnsweredBy(row) is { } answered ? [answered] : [],
            },
            AccessDenied access => access with { When = When(access.When) },
            LogComplete log => log with { When = When(log.When) },
            var timeless => timeless,
        };
    }

    private (ReportChunk Chunk, int At) Find(int row) => (chunks[row >> ReportChunk.RowBits], row & (ReportChunk.MostRows - 1));

    private static Window WindowIn(ReadOnlySpan<long> two) => new(two[0], two[1]);

    private static Window After(Window day) => new(day.Earliest + 1, day.Latest + 1);
}
