using System.Collections.Immutable;
using Proviso.Formats.Statements;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;

namespace Proviso.Formats.Bulk;

/// <summary>How a file of records is written.</summary>
public enum RecordForm
{
    /// <summary>A statement a line, in JSON.</summary>
    Lines,

    /// <summary>A table in CSV whose headings are parts of statements.</summary>
    Table,
}

/// <summary>How far the reading has come.</summary>
/// <param name="Records">Lines or rows that were read, of all files so far.</param>
/// <param name="Bytes">Bytes that were read, of all files so far.</param>
public readonly record struct RecordProgress(long Records, long Bytes);

/// <summary>What came of reading records.</summary>
/// <param name="Case">The case with them, or null: there is no agreement, or a record is wrong and only the whole was wanted.</param>
/// <param name="Diagnostics">What is wrong with the sentences of the case, by file and place.</param>
/// <param name="Faults">The first of what is wrong with records or to be known about them, by file and place.</param>
/// <param name="Errors">How many errors records have; each left a record out.</param>
/// <param name="Warnings">How many warnings there are.</param>
/// <param name="Records">How many lines or rows there were.</param>
public sealed record RecordsRead(
    Case? Case, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<RecordFault> Faults, long Errors, long Warnings, long Records);

/// <summary>Reads records into columns: statements that stand in JSON Lines or CSV as <see cref="StatementJson"/> and <see cref="StatementTable"/> write them. The first
/// record of each pattern becomes a sentence and is bound like any other; of those that differ from it only in name, item and times just these are read.
/// What comes of it is what importing the file as a whole would give.</summary>
public sealed class RecordReader
{
    private readonly Intake intake;
    private readonly Action<RecordProgress>? progress;
    private readonly RecordFaults faults = new();
    private readonly List<LaterSentences> later = [];
    private readonly SlotList slots = new();
    private readonly PlainRecords plain = new();
    private long records;
    private long bytes;

    /// <summary>Reads for an agreement. Requires <see cref="Intake.IsSound"/>.</summary>
    /// <param name="progress">Told from time to time; at least once for each megabyte.</param>
    public RecordReader(Intake intake, Action<RecordProgress>? progress = null)
    {
        this.intake = intake;
        this.progress = progress;
    }

    /// <summary>How many records were read without binding them, because one of their pattern was known.</summary>
    public long Plain { get; private set; }

    /// <summary>Reads one file; requires files in the order of their paths (ordinal). Never throws on any bytes; a stream that fails throws as it does.</summary>
    /// <param name="path">As it is shown to people, with forward slashes.</param>
    public void Read(Stream stream, string path, RecordForm form)
    {
        intake.Begin(path);
        var file = new LaterSentences(path, form == RecordForm.Table);
        later.Add(file);
        var source = new RecordSource(stream, form == RecordForm.Table);
        if (GivenBytes.PackedAs(source.Beginning) is { } packed)
        {
            faults.Add(path, packed);
            return;
        }

        IRecordForm reader = form == RecordForm.Table ? new TableRecords() : new LineRecords();
        var patterns = new KnownPatterns();
        var isFirst = true;
        var before = bytes;
        while (source.TryNext(out var record))
        {
            if (reader.IsBlank(record))
            {
                continue;
            }

            if (isFirst)
            {
                isFirst = false;
                if (reader.Heading(record, source.Line, intake.Agreement) is var (isHeading, fault))
                {
                    if (fault is not null)
                    {
                        faults.Add(path, fault);
                    }

                    if (fault?.IsError is true)
                    {
                        return;
                    }

                    if (isHeading)
                    {
                        continue;
                    }
                }
            }

            records++;
            if (source.IsTooLong)
            {
                faults.Add(path, Fault.Error(new(source.Line), $"this {reader.Noun} is longer than the {RecordSource.MostBytes >> 20} MiB that are read", reader.TooLong));
            }
            else if (TryFast(record, source.Line, reader, patterns))
            {
                Plain++;
            }
            else
            {
                Slow(record, source.Line, reader, patterns, file);
            }

            if ((records & 0xFFF) == 0)
            {
                bytes = before + source.Bytes;
                progress?.Invoke(new(records, bytes));
            }
        }

        bytes = before + source.Bytes;
        progress?.Invoke(new(records, bytes));
    }

    /// <summary>Binds what is left and makes the case.</summary>
    /// <param name="keepGood">Whether the good records are kept when others are bad.</param>
    public RecordsRead Close(bool keepGood)
    {
        var trees = new Later(later, intake, faults).Settled();
        if (faults.Errors > 0 && !keepGood)
        {
            return new(null, InSentences(intake.Check(trees).Diagnostics), faults.Told, faults.Errors, faults.Warnings, records);
        }

        var (bound, diagnostics) = intake.Close(trees);
        return new(bound, InSentences(diagnostics), faults.Told, faults.Errors, faults.Warnings, records);
    }

    /// <summary>Tells what is wrong with a sentence; what is to be known about one only if it is not left out.</summary>
    private void Tell(Taken taken, Draft draft, ImmutableArray<Fault> warnings, LaterSentences file)
    {
        foreach (var one in taken.Diagnostics.Where(one => one.IsError))
        {
            faults.Add(file.Path, draft.Told(one, one.Span.Start));
        }

        if (taken.As == TakenAs.Later && file.Add(draft, taken.Row, warnings) is { } tooMany)
        {
            faults.Add(file.Path, tooMany);
        }

        foreach (var one in taken.As == TakenAs.Report ? warnings.Concat(taken.Diagnostics.Select(one => draft.Told(one, one.Span.Start))) : [])
        {
            faults.Warn(file.Path, one, taken.Row);
        }
    }

    private ImmutableArray<Diagnostic> InSentences(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(one => !later.Exists(file => file.Path == one.Span.File))];

    private bool TryFast(ReadOnlySpan<byte> record, int line, IRecordForm reader, KnownPatterns patterns)
    {
        var pattern = patterns.Expected(record, slots);
        if (pattern is null)
        {
            pattern = reader.TryFind(record, slots) ? patterns.Find(record, slots.Spans) : null;
        }

        return pattern is not null && plain.TryRead(record, slots.Spans, line, reader.HasColumns, out var read) && pattern.Pattern.TryAdd(read);
    }

    /// <summary>The way of every statement: checked, written as a sentence, and bound.</summary>
    private void Slow(ReadOnlySpan<byte> record, int line, IRecordForm reader, KnownPatterns patterns, LaterSentences file)
    {
        var (statement, wrong) = reader.Statement(record.ToArray(), line);
        foreach (var fault in wrong)
        {
            faults.Add(file.Path, fault);
        }

        if (statement is null)
        {
            return;
        }

        var (draft, faulty) = Draft.Of(statement);
        if (draft is null)
        {
            foreach (var fault in faulty)
            {
                faults.Add(file.Path, fault);
            }

            return;
        }

        var answers = statement.Find(PartNames.For)?.Place.Column ?? 0;
        var taken = intake.Take(draft.Tree, line, answers);
        Tell(taken, draft, faulty, file);

        // A pattern is believed only when it says of its first record what the binder said.
        if (taken is { As: TakenAs.Report, Pattern: { } pattern } && wrong.IsEmpty && faulty.IsEmpty
            && reader.TryFind(record, slots) && plain.TryRead(record, slots.Spans, line, reader.HasColumns, out var read) && pattern.Says(read, taken.Row))
        {
            patterns.Add(record, slots.Spans, pattern);
        }
    }
}
