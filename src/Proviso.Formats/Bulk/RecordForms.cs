using System.Collections.Immutable;
using System.Text;
using Proviso.Formats.Statements;
using Proviso.Language.Text;

namespace Proviso.Formats.Bulk;

/// <summary>What the forms of records do not have in common.</summary>
internal interface IRecordForm
{
    /// <summary>"line" or "row".</summary>
    string Noun { get; }

    /// <summary>What to do about a record that is too long.</summary>
    string TooLong { get; }

    /// <summary>True where places are told with the column of the line.</summary>
    bool HasColumns { get; }

    /// <summary>True for a record that says nothing.</summary>
    bool IsBlank(ReadOnlySpan<byte> record);

    /// <summary>Reads the first record as a heading.</summary>
    /// <returns>Whether it is one, and what is wrong with it or to be known; an error makes the whole file unreadable.</returns>
    (bool IsHeading, Fault? Fault) Heading(ReadOnlySpan<byte> record, int line, string agreement);

    /// <summary>The statement of a record; null when it makes none.</summary>
    (Statement? Statement, ImmutableArray<Fault> Faults) Statement(byte[] record, int line);

    /// <summary>Finds the slots of a record; false where it is not written as programs write it.</summary>
    bool TryFind(ReadOnlySpan<byte> record, SlotList slots);
}

/// <summary>A statement a line.</summary>
internal sealed class LineRecords : IRecordForm
{
    public string Noun => "line";

    public string TooLong => "end each statement with a line feed; lines are as `proviso export --as jsonl` writes them";

    public bool HasColumns => true;

    public bool IsBlank(ReadOnlySpan<byte> record) => record.IndexOfAnyExcept(" \t"u8) < 0;

    public (bool IsHeading, Fault? Fault) Heading(ReadOnlySpan<byte> record, int line, string agreement)
    {
        if (record.Length > Records.MostHeadingBytes || GivenBytes.Of(record.ToArray()).Given is not { } given || PlacedJson.Parse(given, 0, given.Bytes).Value is not JsonMembers heading
            || heading.Find(StatementJson.Schema) is null || heading.Find(PartNames.Sentence) is not null)
        {
            return (false, null);
        }

        var fault = StatementJsonReader.WrongHeading(heading, StatementJson.SchemaName, []) ?? Records.OfOther(StatementJsonReader.AgreementOf(heading), agreement);
        return (true, fault is null ? null : Records.At(fault, line - 1));
    }

    public (Statement? Statement, ImmutableArray<Fault> Faults) Statement(byte[] record, int line)
    {
        var (given, refused) = GivenBytes.Of(record);
        if (given is null)
        {
            return (null, [Records.Unreadable(refused!, record, line, Noun)]);
        }

        var (value, broken) = PlacedJson.Parse(given, 0, given.Bytes);
        var reader = new StatementJsonReader.Reader();
        if (value is null)
        {
            reader.Fault(broken!);
        }
        else
        {
            reader.Add(value);
        }

        return Records.Only(reader.Read, line - 1);
    }

    public bool TryFind(ReadOnlySpan<byte> record, SlotList slots) => JsonScan.TryFind(record, slots);
}

/// <summary>A row of a table for each statement.</summary>
internal sealed class TableRecords : IRecordForm
{
    private byte[] heading = [];
    private int headingLines;
    private TableScan scan = new([]);

    public string Noun => "row";

    public string TooLong => "perhaps a quote in it is never closed; the next row is taken to begin on the next line";

    public bool HasColumns => false;

    public bool IsBlank(ReadOnlySpan<byte> record) => record.IsEmpty;

    public (bool IsHeading, Fault? Fault) Heading(ReadOnlySpan<byte> record, int line, string agreement)
    {
        heading = record.ToArray();
        headingLines = record.Count((byte)'\n') + 1;
        var (given, refused) = GivenBytes.Of(heading);
        if (given is null)
        {
            return (true, Records.Unreadable(refused!, heading, line, Noun));
        }

        var read = StatementTable.Read(given, null);
        if (read.Refused is not null)
        {
            return (true, Records.At(read.Refused, line - 1));
        }

        var (table, _) = Table.Read(given, ',');
        scan = new(table!.Headings);
        heading = [.. heading, (byte)'\n'];
        return (true, null);
    }

    public (Statement? Statement, ImmutableArray<Fault> Faults) Statement(byte[] record, int line)
    {
        byte[] both = [.. heading, .. record, (byte)'\n'];
        var (given, refused) = GivenBytes.Of(both);
        return given is null ? (null, [Records.Unreadable(refused!, record, line, Noun)]) : Records.Only(StatementTable.Read(given, null), line - headingLines - 1);
    }

    public bool TryFind(ReadOnlySpan<byte> record, SlotList slots) => scan.TryFind(record, slots);
}

/// <summary>What both do alike.</summary>
internal static class Records
{
    /// <summary>No heading is as long as that.</summary>
    public const int MostHeadingBytes = 64 << 10;

    /// <summary>A fault some lines further down.</summary>
    public static Fault At(Fault fault, int down) => fault with { Place = At(fault.Place, down) };

    /// <summary>That a heading names another agreement, or null.</summary>
    public static Fault? OfOther(string? named, string agreement) => named is null || named == agreement ? null
        : Fault.Warning(new(1), $"these statements say that they are about the agreement `{named}`, and this is `{agreement}`");

    /// <summary>A record that is no text.</summary>
    public static Fault Unreadable(Fault refused, byte[] record, int line, string noun)
    {
        var zero = Array.IndexOf(record, (byte)0);
        return zero >= 0 && refused.Place.Column > 0
            ? Fault.Error(new(line, Encoding.UTF8.GetCharCount(record, 0, zero) + 1), $"there is a character zero in this {noun}, so it is no text", [.. refused.Hints])
            : MalformedBytes.FirstIn(record) is null ? Fault.Error(new(line), $"this {noun} begins as a packed file does, so it is no text", "give plain text in UTF-8")
            : Fault.Error(new(line), $"this {noun} is not UTF-8", "save it as UTF-8; it may be in a code page of one script");
    }

    /// <summary>The one statement that was read, at its place in the whole file.</summary>
    public static (Statement? Statement, ImmutableArray<Fault> Faults) Only(StatementsRead read, int down)
    {
        ImmutableArray<Fault> faults = [.. (read.Refused is { } refused ? read.Faults.Add(refused) : read.Faults).Select(fault => At(fault, down))];
        return read.Statements is not [var only] ? (null, faults) : (only with
        {
            Place = At(only.Place, down),
            Parts = [.. only.Parts.Select(part => part with { Place = At(part.Place, down) })],
        }, faults);
    }

    private static FilePlace At(FilePlace place, int down) => place.Line == 0 ? place : place with { Line = place.Line + down };
}
