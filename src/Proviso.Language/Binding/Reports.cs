using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>A source's title and address as written.</summary>
public sealed record Citation(string Title, string? Address);

/// <summary>How good a report's source is, best first.</summary>
public enum Grade
{
    /// <summary>An inspection's finding.</summary>
    Inspection,

    /// <summary>An official statement about somebody else or a joint document.</summary>
    Official,

    /// <summary>A statement of the one it is about.</summary>
    OwnStatement,

    /// <summary>A press report, also of an official statement.</summary>
    Press,

    /// <summary>Recalled, not read again at the source. The lowest grade.</summary>
    Recalled,
}

/// <summary>A window in time: bounds between which one instant lies, both ends included.</summary>
/// <param name="Earliest">First possible minute on the agreement's axis; <see cref="long.MinValue"/> when unbounded.</param>
/// <param name="Latest">Last possible minute; requires <c>Earliest &lt;= Latest</c>.</param>
public readonly record struct Window(long Earliest, long Latest);

/// <summary>One stay of a state: it starts at one instant of <see cref="Start"/> and stops just before one instant of
/// <see cref="End"/>, never empty. The end is exclusive: a stay to the end of day d has <c>End.Latest</c> = start of d+1.</summary>
/// <param name="End">Both ends are <see cref="long.MaxValue"/> for a stay that was still going on when last reported and
/// persists.</param>
/// <param name="LeastMinutes">The least it can have lasted; at least 1.</param>
public sealed record Occurrence(Window Start, Window End, long LeastMinutes);

/// <summary>Who said something, when, and where it is written.</summary>
/// <param name="By">Whose statement it is.</param>
/// <param name="Said">Days (inclusive) between which it was said in public.</param>
/// <param name="Received">When addressees received it, each in minutes on the axis.</param>
/// <param name="Quoting">The source's own loaded word, or null.</param>
public sealed record Attribution(
    Party By,
    Days Said,
    ImmutableArray<Receipt> Received,
    Grade Grade,
    string? Quoting,
    Citation Source)
{
    /// <inheritdoc/>
    public bool Equals(Attribution? other) => other is not null
        && By == other.By && Said == other.Said && Grade == other.Grade && Quoting == other.Quoting && Source == other.Source
        && Received.AsSpan().SequenceEqual(other.Received.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(By.Name, Said, Received.Length, Grade, Quoting, Source);
}

/// <summary>Days between which something lies, both included: <c>First &lt;= Last</c>.</summary>
public readonly record struct Days(int First, int Last);

/// <summary>A receipt by a party.</summary>
public sealed record Receipt(Party By, Window At);

/// <summary>A statement by a source.</summary>
public sealed record Report(string Name, ReportContent Content, Attribution Attribution, SourceSpan Span);

/// <summary>What a report says.</summary>
public abstract record ReportContent;

/// <summary>The thing reported: a kind or model, perhaps one identified item, with roles and attribute values as stated.</summary>
public sealed record Subject(NounSymbol Symbol, string? Item, ImmutableArray<AttributeValue> With)
{
    /// <inheritdoc/>
    public bool Equals(Subject? other) => other is not null
        && Symbol == other.Symbol && Item == other.Item && With.AsSpan().SequenceEqual(other.With.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Symbol.Name, Item, With.Length);
}

/// <summary>How many: <c>Low &lt;= High</c>; null High means "or more". Unstated is 1 or more.</summary>
public readonly record struct Amount(long Low, long? High);

/// <summary>A primitive state held (or, when <paramref name="Absent"/>, did not hold of any such thing) at a place.</summary>
/// <param name="IsTotal">The speaker says that there were so many and no others; then the amount is bounded and the subject is no one item.</param>
public sealed record StateReport(
    bool Absent, Subject Subject, State State, Amount Amount, Place In, Occurrence When, bool IsTotal = false) : ReportContent;

/// <summary>An event happened; or, when <paramref name="NotReceived"/>, the addressee says it did not receive it by the window.</summary>
/// <param name="For">Names of the event reports this act answers, when it says so.</param>
/// <param name="Amount">How many things it happened to, each at some time in the window; null when nothing is said: one or more.</param>
public sealed record EventReport(
    bool NotReceived, Event Event, Party By, Party? To, Subject? Of, Place? In, Window When, ImmutableArray<string> For, Amount? Amount = null) : ReportContent
{
    /// <inheritdoc/>
    public bool Equals(EventReport? other) => other is not null
        && NotReceived == other.NotReceived && Event == other.Event && By == other.By && To == other.To && Of == other.Of && In == other.In && When == other.When
        && Amount == other.Amount && For.AsSpan().SequenceEqual(other.For.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NotReceived, Event.Name, By.Name, To?.Name, Of, In?.Name, When, For.Length);
}

/// <summary>An attribute of a model has a value.</summary>
public sealed record AttributeReport(Model Model, string Attribute, Value Value) : ReportContent;

/// <summary>The state that another report said to hold has ended.</summary>
public sealed record EndReport(string Of, Window When) : ReportContent;

/// <summary>A party was refused access to a place.</summary>
public sealed record AccessDenied(Party To, Place In, Occurrence When) : ReportContent;

/// <summary>A party's log of what it received is complete over a period.</summary>
public sealed record LogComplete(Party Of, Occurrence When) : ReportContent;

/// <summary>Parts of an earlier report said anew; null parts stay as they were.</summary>
/// <param name="DidNotOccur">The report is taken back whole.</param>
/// <param name="Event">For event reports, the new window.</param>
public sealed record Correction(
    string Of, bool DidNotOccur, Subject? Subject, Place? In, Amount? Amount, Occurrence? When, Window? Event) : ReportContent;

/// <summary>What a party does with an agreement, a clause, a report or a reading.</summary>
public enum PositionVerb
{
    /// <summary>Offers a clause, or offers it again.</summary>
    Proposes,

    /// <summary>Says it has seen the offer.</summary>
    Acknowledges,

    /// <summary>Accepts an offered clause, or a reading of a dispute.</summary>
    Accepts,

    /// <summary>Refuses an offered clause.</summary>
    Rejects,

    /// <summary>Suspends a clause or the agreement.</summary>
    Suspends,

    /// <summary>Resumes what it suspended.</summary>
    Resumes,

    /// <summary>Withdraws from a clause or the agreement it is bound by (<c>withdraws from</c>).</summary>
    Withdraws,

    /// <summary>Takes back a clause it offered (<c>withdraws clause n</c>).</summary>
    TakesBack,

    /// <summary>Doubts a report, or a part of it.</summary>
    Doubts,

    /// <summary>Denies a report, or a part of it.</summary>
    Denies,
}

/// <summary>A part of a report that can be contested.</summary>
public enum ReportPart
{
    /// <summary>That it occurred at all.</summary>
    Occurrence,

    /// <summary>When.</summary>
    Date,

    /// <summary>Where.</summary>
    Place,

    /// <summary>How many.</summary>
    Number,

    /// <summary>What kind or model the thing is.</summary>
    Class,

    /// <summary>A role or attribute value.</summary>
    Attribute,
}

/// <summary>A party's stance.</summary>
/// <param name="To">The addressees of a proposal, or the one it answers; empty for all.</param>
/// <param name="When">When it was taken, in minutes on the axis. It takes effect at the end of its last day.</param>
public sealed record Position(
    Party Holder, PositionVerb Verb, PositionTarget Target, ImmutableArray<Party> To, Window When, Attribution Attribution, SourceSpan Span);

/// <summary>What a position is on.</summary>
public abstract record PositionTarget;

/// <summary>The whole agreement.</summary>
public sealed record OnAgreement : PositionTarget;

/// <summary>A clause, everywhere or for one place.</summary>
public sealed record OnClause(string ClauseId, Place? In) : PositionTarget;

/// <summary>A report, or one part of it.</summary>
/// <param name="Attribute">The attribute's name when <paramref name="Part"/> is <see cref="ReportPart.Attribute"/>.</param>
public sealed record OnReport(string Report, ReportPart Part, string? Attribute) : PositionTarget;

/// <summary>A reading of a dispute.</summary>
public sealed record OnReading(string Dispute, string Reading) : PositionTarget;
