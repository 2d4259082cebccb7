using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation;

/// <summary>What a step claims of its question on every one of its days. The four are the two sides of a three-valued answer: proved and
/// refuted tell it; <i>cannot tell</i> is not proved and not refuted together.</summary>
public enum Sign
{
    /// <summary>True however the open points turn out.</summary>
    Proved,

    /// <summary>False however the open points turn out.</summary>
    Refuted,

    /// <summary>Could be false.</summary>
    NotProved,

    /// <summary>Could be true.</summary>
    NotRefuted,
}

/// <summary>A question a step of a proof answers.</summary>
public abstract record Question;

/// <summary>The clause stands so for the row.</summary>
public sealed record StandsAs(Standing Standing) : Question;

/// <summary>The row's party conducted itself so.</summary>
public sealed record ConductIs(Conduct Conduct) : Question;

/// <summary>The clause binds: in force, <c>while</c> holding, no relief.</summary>
public sealed record Binds : Question;

/// <summary>A condition, as worded in a slot (perhaps by a reading of it), holds.</summary>
public sealed record Holds(Condition Condition, ClauseSlot Slot) : Question;

/// <summary>Some matching thing is in the state at the place, held by the party if one is asked.</summary>
/// <param name="Slot">The place of use, which decides the readings of the state.</param>
public sealed record SomeThingIs(Noun Noun, State State, Place Place, Party? Holder, ClauseSlot Slot) : Question;

/// <summary>There are more such things, held by the party, than the limit of a ceiling.</summary>
/// <param name="Numbers">How many there are, as far as the reports show; for every day of the step alike.</param>
public sealed record MoreThan(Noun Noun, State State, Place Place, Party Holder, Numbers Numbers) : Question;

/// <summary>What was done about one single duty to act.</summary>
public sealed record DutyIs(Owed Owed) : Question;

/// <summary>A proof, or a part of one. A step follows from its parts by its rule; a leaf points at what is, or is not, on file.</summary>
/// <param name="Days">The days it speaks of; never empty.</param>
public abstract record Proof(DayRange Days);

/// <summary>A conclusion from other proofs.</summary>
public sealed record Step(Sign Sign, Question Question, DayRange Days, Rule Rule, ImmutableArray<Proof> Because) : Proof(Days);

/// <summary>How a step follows from its parts. docs/explanations.md states each with what the checker asks of it.</summary>
public enum Rule
{
    /// <summary>The contrary state holds on each of the days, and on the first of them the clause bound.</summary>
    BreachBegunWhileBound,

    /// <summary>The contrary state does not hold.</summary>
    NothingContrary,

    /// <summary>The contrary state holds, and on each day since it began the clause did not bind or excused it.</summary>
    ContraryButExcused,

    /// <summary>The clause asks nothing: it does not bind, or it gives a right.</summary>
    NothingAsked,

    /// <summary>Duties to act, each by its trigger and its act.</summary>
    ActsAndDeadlines,

    /// <summary>One duty: the report that asks for the act, those of acts that may answer it, and those that nothing was received.</summary>
    OneDuty,

    /// <summary>The clause's term and acts make it stand so, and its <c>until</c> has not been met before.</summary>
    TermAndActs,

    /// <summary>The <c>until</c> condition was met, and takes effect at the end of its day.</summary>
    ConditionMet,

    /// <summary>The <c>until</c> condition held both on the day before the first and on the first.</summary>
    HeldAtTheStart,

    /// <summary>A condition holds as its parts do.</summary>
    Parts,

    /// <summary>A thing on file is what is asked.</summary>
    OnFile,

    /// <summary>One report shows that it was met by the day, wherever in its dates it falls.</summary>
    WhereverItFalls,

    /// <summary>Another clause's breach was, or was not, under way at the end of the day before.</summary>
    AnotherClause,

    /// <summary>The reports that show how many there surely are, and the totals that show how many at most.</summary>
    Counted,

    /// <summary>Two sides left open.</summary>
    LeftOpen,
}

/// <summary>A report on file that shows it (or, with doubts, could show it).</summary>
/// <param name="Digest">SHA-256 of the report's canonical sentence, in lower-case hexadecimal.</param>
/// <param name="Doubts">Why it does not prove it; empty when it does.</param>
public sealed record ReportLeaf(Report Report, string Digest, DayRange Days, ImmutableArray<Doubt> Doubts) : Proof(Days);

/// <summary>Nothing on file shows it: the query found nothing among all known reports.</summary>
/// <param name="Query">A <see cref="SomeThingIs"/>, or a <see cref="Holds"/> of an event.</param>
/// <param name="Digest">SHA-256 over the digests of all known reports in file order.</param>
/// <param name="NearMisses">Reports that come nearest, each with why it is none.</param>
public sealed record AbsentLeaf(Question Query, string Digest, DayRange Days, ImmutableArray<NearMiss> NearMisses) : Proof(Days);

/// <summary>A position on file.</summary>
public sealed record ActLeaf(Position Position, DayRange Days) : Proof(Days);

/// <summary>The agreement's own words: a date, a term.</summary>
public sealed record TermLeaf(string Text, DayRange Days) : Proof(Days);

/// <summary>The reading a view takes of a dispute, or, with null, leaves open.</summary>
public sealed record ReadingLeaf(Dispute Dispute, Reading? Reading, DayRange Days) : Proof(Days);

/// <summary>Why a report does not prove what it could show.</summary>
/// <param name="Text">One clause of a sentence, "its dates are loose".</param>
/// <param name="Dispute">The open dispute, when that is why.</param>
public sealed record Doubt(string Text, Dispute? Dispute);

/// <summary>A report that is not what is asked, and in what it differs.</summary>
public sealed record NearMiss(Report Report, string Because);

/// <summary>A verdict with its reasons.</summary>
/// <param name="BasisBy">The reports of those who looked, or were not let in, on which the basis leans.</param>
/// <param name="KnownSince">The first day on which all the reports that prove it were public, when that is after the day judged
/// ("in hindsight, first known on …"); else null.</param>
/// <param name="Contests">Positions on the reports it leans on, whether or not they count in this view.</param>
/// <param name="Claims">Descriptions by others of an addressee's or party's stance, which prove nothing.</param>
/// <param name="Quota">Of a right with a quota, the years as used by the day: that before the day's, and the day's; none for other clauses.</param>
/// <param name="Above">The events that ask for nothing, for they are above the number of a right, each with its report.</param>
public sealed record Explanation(
    Row Row,
    View View,
    int Day,
    Knowledge Knowledge,
    Verdict Verdict,
    Basis? Basis,
    ImmutableArray<Report> BasisBy,
    Proof Standing,
    Proof Conduct,
    int? KnownSince,
    ImmutableArray<Position> Contests,
    ImmutableArray<Position> Claims,
    ImmutableArray<(QuotaYear Year, ImmutableArray<Report> Uses)> Quota,
    ImmutableArray<(UsePlace Use, Report Report)> Above);
