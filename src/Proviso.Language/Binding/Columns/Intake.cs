using System.Collections.Immutable;
using System.Text;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>What became of a sentence that was taken in.</summary>
public enum TakenAs
{
    /// <summary>A report: it is in the columns.</summary>
    Report,

    /// <summary>It speaks of other reports, or what it says depends on what comes after it: it is bound with the rest, see <see cref="Intake.Close"/>.</summary>
    Later,

    /// <summary>It has an error and is left out.</summary>
    Nothing,
}

/// <summary>What became of a sentence that was taken in.</summary>
/// <param name="Row">The row that it has, or -1.</param>
/// <param name="Diagnostics">What is wrong with it, or to be known about it; places are those of its own text.</param>
/// <param name="Pattern">How to add more reports like it; null where each must be bound.</param>
public sealed record Taken(TakenAs As, int Row, ImmutableArray<Diagnostic> Diagnostics, ReportPattern? Pattern);

/// <summary>What is wrong with a report that answers another.</summary>
/// <param name="Column">Where the other's name stands in the line, from 1; 0 where that is not known.</param>
public sealed record WrongAnswer(int Row, int Column, Diagnostic Diagnostic);

/// <summary>An agreement that is bound, and takes reports in from records before its case is complete. Records are taken file by file, in the order of the names of their
/// files. Not safe for use from several threads at once.</summary>
public sealed class Intake
{
    /// <summary>Where there are more reports in records than this, none is proposed for a misspelt name.</summary>
    private const int MostProposed = 20_000;

    private readonly Binder binder;
    private readonly Binder.Opened opened;
    private readonly ReportPacker packer;
    private readonly ReportBinder reports;
    private readonly int marked;
    private readonly List<string> files = [];
    private readonly List<(int Row, int Column)> unanswered = [];
    private readonly List<(int Row, int Read)> lateReads = [];
    private readonly HashSet<int> dropped = [];
    private readonly NameTable ofSentences = new();
    private int? readOn;
    private (ImmutableArray<SyntaxTree> Later, int Dropped, Bindings Bound)? last;

    /// <param name="isRead">True when the text of the sentences has no error.</param>
    internal Intake(Binder binder, Binder.Opened opened, bool isRead)
    {
        this.binder = binder;
        this.opened = opened;
        packer = new(opened.Clock, opened.Zones);
        reports = new(binder.Lexicon, binder.Times, opened.Contents, new(binder.Lexicon, binder.Times, opened.Clock), opened.Clock, new());
        marked = binder.Found.Count;
        IsSound = isRead && opened.Agreement is not null && !binder.Lexicon.HasLost && !binder.Found.ToSorted().Any(one => one.IsError);
        foreach (var declared in binder.Lexicon.Names.In(Space.Reports))
        {
            ofSentences.TryAdd(Encoding.UTF8.GetBytes(declared.Name), out _);
        }

        binder.Lexicon.Names.Recorded = new Recorded(this);
    }

    /// <summary>True when the agreement is whole and without error, so that what a report says can be known.</summary>
    public bool IsSound { get; }

    /// <summary>The agreement's name; empty where there is none.</summary>
    public string Agreement => opened.Agreement?.Name ?? "";

    /// <summary>The reports that were taken in.</summary>
    public ReportColumns Columns { get; private set; } = new();

    /// <summary>Binds all sentences of a case but its reports and positions. Never throws on any text.</summary>
    public static Intake Open(ImmutableArray<SyntaxTree> trees) => Binder.Open(trees);

    /// <summary>What is wrong with the agreement where that is not <see cref="IsSound"/>; reports and positions are not looked at. Nothing is taken in afterwards.</summary>
    public ImmutableArray<Diagnostic> Unsound()
    {
        binder.Lexicon.TellLost();
        return binder.Found.ToSorted();
    }

    /// <summary>Says that what follows is of a file. Requires paths in their order (ordinal).</summary>
    public void Begin(string path)
    {
        files.Add(path);
        Columns.Begin(path);
        readOn = null;
    }

    /// <summary>Takes in one sentence: a report, a position, or the day on which sources were read. Requires <see cref="IsSound"/>, and a tree of that sentence alone without errors.</summary>
    /// <param name="line">Where it stands in its file, from 1.</param>
    /// <param name="answersColumn">Where it names the reports that it answers, from 1; 0 where it names none.</param>
    public Taken Take(SyntaxTree tree, int line, int answersColumn)
    {
        if (tree.Root.Sentences is not [ReportSentence sentence])
        {
            readOn ??= tree.Root.Sentences is [SourcesSentence sources] ? TimeBinder.Day(sources.Date) : null;
            return new(TakenAs.Later, -1, [], null);
        }

        var name = sentence.Name.Value;
        if ((binder.Lexicon.Names.Find(Space.Reports, name) ?? InColumns(name)) is { } first)
        {
            return new(TakenAs.Nothing, -1, [BindingErrors.DeclaredTwice(sentence.Name.Span, Sort.Report, name, first)], null);
        }

        var row = Columns.Count;
        var read = sentence.Attribution.OfType<ReadAttributionSyntax>().FirstOrDefault() is { } part ? TimeBinder.Day(part.Date) : readOn;
        if (sentence.Content is EndContentSyntax or CorrectionContentSyntax || (read is null && !sentence.Attribution.Any(part => part is SaidAttributionSyntax)))
        {
            Columns.TryAdd(null, Encoding.UTF8.GetBytes(name), line);
            return new(TakenAs.Later, row, [], null);
        }

        var report = reports.One(sentence, new(readOn, false));
        binder.Lexicon.TellLost();
        var found = binder.Found.TakeFrom(marked);
        if (report is null || found.Any(one => one.IsError))
        {
            Columns.TryAdd(null, Encoding.UTF8.GetBytes(name), line);
            dropped.Add(row);
            return new(TakenAs.Nothing, row, found, null);
        }

        packer.TryAdd(Columns, report with { Span = new(files[^1], 0, 0) }, line);
        if (report.Content is EventReport { For.IsEmpty: false })
        {
            unanswered.Add((row, answersColumn));
        }

        if (read is { } last && last > report.Attribution.Said.Last)
        {
            lateReads.Add((row, last));
        }

        return new(TakenAs.Report, row, found, found.IsEmpty ? Pattern(report, sentence, read) : null);
    }

    /// <summary>The rows that are left out.</summary>
    public IReadOnlySet<int> Dropped => dropped;

    /// <summary>Leaves rows out, after all.</summary>
    public void Drop(IEnumerable<int> rows) => dropped.UnionWith(rows);

    /// <summary>Binds the reports and positions that are left, those of the sentences of the case and those that came later.</summary>
    /// <param name="later">The sentences that were to be bound later and were not dropped since, a tree for each file, with its path.</param>
    /// <returns>What is wrong with the case but for what has been told, by file and place; and which reports answer what is none.</returns>
    public (ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<WrongAnswer> Answers) Check(ImmutableArray<SyntaxTree> later)
    {
        var bound = Bound(later);
        return (bound.Wrong, bound.Answers);
    }

    /// <summary>The case, without what was dropped. Requires that <see cref="Check"/> has nothing left to tell of what is in records; call it once.</summary>
    /// <returns>The case, or null when there is no agreement in it; and what is wrong with it.</returns>
    public (Case? Case, ImmutableArray<Diagnostic> Diagnostics) Close(ImmutableArray<SyntaxTree> later)
    {
        var rest = Bound(later);
        var ofRecords = files.ToHashSet(StringComparer.Ordinal);
        foreach (var report in rest.Reports.Where(report => ofRecords.Contains(report.Span.File)))
        {
            Columns.Fill(Columns.RowOf(report.Name), report with { Span = new(report.Span.File, 0, 0) });
        }

        var known = lateReads.Where(late => !dropped.Contains(late.Row)).Select(late => late.Read).Append(rest.KnownThrough ?? int.MinValue).Max();
        var kept = Columns.Without(dropped);
        kept.Trim();
        known = Math.Max(known, kept.KnownThrough(opened.Clock));
        Columns = kept;
        return opened.Agreement is not { } agreement ? (null, rest.Wrong)
            : (new(agreement, new(kept, Stretches([.. rest.Reports.Where(report => !ofRecords.Contains(report.Span.File))])), rest.Positions)
            {
                KnownThrough = known == int.MinValue ? agreement.InForce.From : known,
            }, rest.Wrong);
    }

    /// <summary>True when a sentence has the name; those of other records are looked for when one is added.</summary>
    internal bool IsOfSentence(ReadOnlySpan<byte> name) => ofSentences.Count > 0 && ofSentences.Find(name) >= 0;

    /// <summary>Adds a row; false when there is one of its name.</summary>
    internal bool Add(in ReportRow row, in PlainRecord record, ReadOnlySpan<long> windows, int? read)
    {
        if (!Columns.TryAdd(row, record.Name, windows))
        {
            return false;
        }

        if (row.Answered != -1 && (row.Answered < 0 || !Columns.IsEvent(row.Answered)))
        {
            unanswered.Add((Columns.Count - 1, record.AnsweredColumn));
        }

        if (read is { } last && last > row.Said.Last)
        {
            lateReads.Add((Columns.Count - 1, last));
        }

        return true;
    }

    /// <summary>True where a row and its windows are what the binder made of the report.</summary>
    internal bool IsSame(int row, in ReportRow made, ReadOnlySpan<long> windows) =>
        packer.Packed(Columns, Columns[row]) is var (packed, beside) && made with { Line = 0 } == packed && windows.SequenceEqual(beside);

    private ReportPattern? Pattern(Report report, ReportSentence sentence, int? read)
    {
        if (packer.Template(report) is not { } template)
        {
            return null;
        }

        var (place, isOfClock) = report.Content switch
        {
            StateReport state => (state.In, false),
            EventReport happening => (happening.In, false),
            AccessDenied access => (access.In, false),
            _ => ((Place?)null, true),
        };
        var zone = place is not null ? opened.Zones.Of(place) : isOfClock && !opened.Clock.IsLocal ? opened.Clock.Name : null;
        return new(this, template, sentence, packer.DaysAt(place, isOfClock), opened.Clock, zone, read);
    }

    private Bindings Bound(ImmutableArray<SyntaxTree> later)
    {
        if (last is { } before && before.Later == later && before.Dropped == dropped.Count)
        {
            return before.Bound;
        }

        binder.Found.TakeFrom(marked);
        if (IsSound)
        {
            binder.Lexicon.ForgetLost();
        }

        var declared = binder.DeclareMore(later);
        var (reports, positions, knownThrough) = binder.Rest(opened, later, Whole);
        var answers = Answers();
        binder.Forget(declared);
        var rest = new Bindings(reports, positions, knownThrough, binder.Found.ToSorted(), answers);
        last = (later, dropped.Count, rest);
        return rest;
    }

    /// <summary>Those that answer what is no report of an event, or was dropped.</summary>
    private ImmutableArray<WrongAnswer> Answers()
    {
        var wrong = ImmutableArray.CreateBuilder<WrongAnswer>();
        foreach (var (row, column) in unanswered.Where(each => !dropped.Contains(each.Row)))
        {
            foreach (var name in Columns.AnswersOf(row))
            {
                if (WrongAnswerTo(name, Columns.FileOf(row)) is { } diagnostic)
                {
                    wrong.Add(new(row, column, diagnostic));
                }
            }
        }

        if (dropped.Count > 0)
        {
            var known = unanswered.Select(each => each.Row).ToHashSet();
            wrong.AddRange(Columns.ThatAnswer(dropped).Where(row => !dropped.Contains(row) && !known.Contains(row))
                .Select(row => new WrongAnswer(row, 0, WrongAnswerTo(Columns.AnswersOf(row)[0], Columns.FileOf(row))!)));
        }

        return wrong.DrainToImmutable();
    }

    private Diagnostic? WrongAnswerTo(string name, string file)
    {
        var span = new SourceSpan(file, 0, 0);
        return binder.Lexicon.Names.Find(Space.Reports, name) is not { } declared ? binder.Lexicon.NoReport(span, name)
            : (Whole(name)?.Content ?? ContentOf(declared)) is { } content and not EventReport ? BindingErrors.NotAnEventReport(span, name, ReportFile.Phrase(content), declared.Span)
            : null;
    }

    /// <summary>What a report of a sentence says.</summary>
    private ReportContent? ContentOf(Declared declared) => binder.ContentOf(declared.Name);

    /// <summary>A report of a record that is bound and not dropped, or null.</summary>
    private Report? Whole(string name) => Columns.RowOf(name) is >= 0 and var row && !dropped.Contains(row) && !Columns.IsEmpty(row) ? Columns[row] : null;

    private Declared? InColumns(string name) => Columns.RowOf(name) is >= 0 and var row ? new(Sort.Report, name, new(Columns.FileOf(row), 0, 0)) : null;

    private ImmutableArray<ReportStretch> Stretches(ImmutableArray<Report> ofSentences)
    {
        var all = ofSentences.GroupBy(report => report.Span.File, StringComparer.Ordinal).Select(group => (Path: group.Key, Reports: group.ToImmutableArray(), Row: 0, Count: group.Count()))
            .Concat(Columns.Files.Select(file => (file.Path, default(ImmutableArray<Report>), file.First, file.Count)))
            .Where(each => each.Count > 0).OrderBy(each => each.Path, StringComparer.Ordinal);
        var stretches = ImmutableArray.CreateBuilder<ReportStretch>();
        var first = 0;
        foreach (var (_, reports, row, count) in all)
        {
            stretches.Add(new(first, count, reports, row));
            first += count;
        }

        return stretches.DrainToImmutable();
    }

    private sealed record Bindings(
        ImmutableArray<Report> Reports, ImmutableArray<Position> Positions, int? KnownThrough, ImmutableArray<Diagnostic> Wrong, ImmutableArray<WrongAnswer> Answers);

    private sealed class Recorded(Intake intake) : IRecordedNames
    {
        public Declared? Find(string name) =>
            intake.InColumns(name) is { } declared && !intake.dropped.Contains(intake.Columns.RowOf(name)) ? declared : null;

        public IEnumerable<Declared> Some() => intake.Columns.Count > MostProposed ? []
            : Enumerable.Range(0, intake.Columns.Count).Where(row => !intake.dropped.Contains(row)).Select(row => intake.InColumns(intake.Columns.NameOf(row))!);
    }
}
