using System.Collections.Immutable;

namespace Proviso.Formats.Statements;

/// <summary>A report, a position, or the day on which sources were read: one sentence of the language as named parts, the way
/// programs exchange it. Comments are not among the parts; lines that quote the article are.</summary>
/// <param name="Parts">Each name at most once. The parts of an attribution and of a correction stand in the order of the sentence;
/// the order of the others says nothing.</param>
/// <param name="Place">Where it stands in the file it was read from; the beginning of nothing for one that was written by us.</param>
public sealed record Statement(ImmutableArray<StatementPart> Parts, FilePlace Place)
{
    /// <summary>The message that it came from, or null when it came as a statement.</summary>
    public StatementOrigin? Origin { get; init; }

    /// <summary>"report", "position", "sources", or null when the part that says so is missing or no text.</summary>
    public string? Sort => (Find(PartNames.Sentence)?.Value as TextValue)?.Text;

    /// <summary>The part of that name, or null.</summary>
    public StatementPart? Find(string name) => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>True when there is such a part.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The text of a part, or null when there is none.</summary>
    public string? TextOf(string name) => (Find(name)?.Value as TextValue)?.Text;
}

/// <summary>The message that a statement came from. All statements of a message are added, or none.</summary>
/// <param name="Key">The same for all statements of the message, and for no others.</param>
/// <param name="Number">Its number, as it was written.</param>
/// <param name="FormFile">The file of its form, whose words the statement has besides those of the message.</param>
public sealed record StatementOrigin(string Key, string Number, string FormFile);

/// <summary>A named part of a statement.</summary>
/// <param name="Name">One of <see cref="PartNames"/>.</param>
public sealed record StatementPart(string Name, PartValue Value, FilePlace Place);

/// <summary>What a part says.</summary>
public abstract record PartValue;

/// <summary>A name, a title, or words of the language such as <c>between 2023-09-18 and 2023-09-25</c>.</summary>
public sealed record TextValue(string Text) : PartValue;

/// <summary>That it is so; a part that is not so is left out.</summary>
public sealed record FlagValue : PartValue;

/// <summary>Names or lines in their order; at least one.</summary>
public sealed record ListValue(ImmutableArray<string> Items) : PartValue;

/// <summary>Attributes and their values in their order; at least one.</summary>
public sealed record PairsValue(ImmutableArray<Pair> Pairs) : PartValue;

/// <summary>Who received it and when, in their order; at least one.</summary>
public sealed record ReceiptsValue(ImmutableArray<Receipt> Receipts) : PartValue;

/// <summary>An attribute and its value, as <c>range</c> and <c>at most 480 km</c>.</summary>
public readonly record struct Pair(string Name, string Value);

/// <summary>A receiver and the time.</summary>
public readonly record struct Receipt(string By, string On);

/// <summary>A place in a file that was given.</summary>
/// <param name="Line">From 1; 0 for the whole file.</param>
/// <param name="Column">The character of the line, from 1; 0 for the whole line.</param>
/// <param name="Field">The heading of the column of a table, or null.</param>
public readonly record struct FilePlace(int Line, int Column = 0, string? Field = null);

/// <summary>Something wrong with a file that was given, or something that its writer should know.</summary>
/// <param name="Code">The code of a diagnostic of the language, or null.</param>
/// <param name="Message">One sentence without a full stop.</param>
/// <param name="Hints">What to do about it.</param>
public sealed record Fault(FilePlace Place, string? Code, bool IsError, string Message, ImmutableArray<string> Hints)
{
    /// <summary>An error without a code.</summary>
    public static Fault Error(FilePlace place, string message, params ImmutableArray<string> hints) => new(place, null, true, message, hints);

    /// <summary>A warning without a code.</summary>
    public static Fault Warning(FilePlace place, string message, params ImmutableArray<string> hints) => new(place, null, false, message, hints);
}

/// <summary>What came of reading a file of statements.</summary>
/// <param name="Statements">Those that could be read, in the order of the file.</param>
/// <param name="Faults">What is wrong, in the order of the file; each concerns one line or statement, which is left out if the fault is an
/// error.</param>
/// <param name="Refused">What makes the whole file unreadable, or null; then there are no statements.</param>
public sealed record StatementsRead(ImmutableArray<Statement> Statements, ImmutableArray<Fault> Faults, Fault? Refused)
{
    /// <summary>The agreement that the file says they are about, or null when it says nothing.</summary>
    public string? Agreement { get; init; }

    /// <summary>Nothing but the reason.</summary>
    internal static StatementsRead No(Fault refused) => new([], [], refused);
}
