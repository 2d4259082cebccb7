using System.Collections.Immutable;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary>One norm. Its slots are kept in the order written; a wrong order and a second slot of a sort are reported.</summary>
/// <param name="Number">A number or a name.</param>
public sealed record ClauseSentence(
    Token ClauseWord, Token Number, Token Title, ImmutableArray<ClauseSlotSyntax> Slots, Token FullStop) : Sentence(FullStop)
{
    /// <summary>The <c>offered by</c> slot, or null.</summary>
    public OfferedSlotSyntax? Offered => Slots.OfType<OfferedSlotSyntax>().FirstOrDefault();

    /// <summary>The <c>for each</c> slot, or null.</summary>
    public ForEachSlotSyntax? ForEach => Slots.OfType<ForEachSlotSyntax>().FirstOrDefault();

    /// <summary>The <c>from</c> slot, or null.</summary>
    public FromSlotSyntax? From => Slots.OfType<FromSlotSyntax>().FirstOrDefault();

    /// <summary>The <c>when</c> slot, or null.</summary>
    public WhenSlotSyntax? When => Slots.OfType<WhenSlotSyntax>().FirstOrDefault();

    /// <summary>The <c>while</c> slot, or null.</summary>
    public ConditionSlotSyntax? While => ConditionSlot(Word.While);

    /// <summary>Who shall or may do what; null when the clause has no act, which was reported.</summary>
    public ActSlotSyntax? Act => Slots.OfType<ActSlotSyntax>().FirstOrDefault();

    /// <summary>The <c>until</c> slot, or null.</summary>
    public ConditionSlotSyntax? Until => ConditionSlot(Word.Until);

    /// <summary>The <c>unless</c> slot, or null.</summary>
    public ConditionSlotSyntax? Unless => ConditionSlot(Word.Unless);

    /// <summary>The <c>despite</c> slot, or null.</summary>
    public DespiteSlotSyntax? Despite => Slots.OfType<DespiteSlotSyntax>().FirstOrDefault();

    /// <summary>The <c>verified by</c> slot, or null.</summary>
    public VerifiedSlotSyntax? Verified => Slots.OfType<VerifiedSlotSyntax>().FirstOrDefault();

    public override ImmutableArray<SyntaxElement> Children => Present([ClauseWord, Number, Title, .. Slots, FullStop]);

    private ConditionSlotSyntax? ConditionSlot(Word word) =>
        Slots.OfType<ConditionSlotSyntax>().FirstOrDefault(slot => slot.SlotWord.Word == word);
}

/// <summary><c>clause 1</c> where another clause is spoken of.</summary>
/// <param name="Number">A number or a name.</param>
public sealed record ClauseReferenceSyntax(Token ClauseWord, Token Number) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(ClauseWord, Number);
}

/// <summary>A slot of a clause.</summary>
/// <param name="Mark">The comma or semicolon after it, or null.</param>
public abstract record ClauseSlotSyntax(Token? Mark) : SyntaxNode;

/// <summary><c>offered by usa to russia accepted by words</c></summary>
public sealed record OfferedSlotSyntax(Phrase Words, Token By, NamesSyntax To, AcceptedSyntax? Accepted, Token? Mark)
    : ClauseSlotSyntax(Mark)
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, By, To, Accepted, Mark);
}

/// <summary><c>accepted by words</c></summary>
public sealed record AcceptedSyntax(Phrase Words) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words);
}

/// <summary><c>for each theatre t of europe, asia</c></summary>
/// <param name="Type"><c>theatre</c>, <c>region</c>, <c>site</c> or <c>party</c>.</param>
public sealed record ForEachSlotSyntax(Phrase Words, Token Type, Token Variable, NamesSyntax? Of, Token? Mark) : ClauseSlotSyntax(Mark)
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Type, Variable, Of, Mark);
}

/// <summary><c>from DATE</c>, <c>from 29 months after entry into force</c>: exactly one of the two is there. Or <c>by</c> either.</summary>
public sealed record FromSlotSyntax(Token FromWord, Token? Date, StepSyntax? Step, Token? Mark) : ClauseSlotSyntax(Mark)
{
    public bool IsBy => FromWord.Word == Word.By;

    public override ImmutableArray<SyntaxElement> Children => Present(FromWord, Date, Step, Mark);
}

/// <summary><c>29 months after entry into force</c></summary>
/// <param name="Words"><c>after entry into force</c></param>
public sealed record StepSyntax(Token Number, Token Unit, Phrase Words) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Number, Unit, Words);
}

/// <summary><c>when launch by a party in t</c>, <c>when visit-request by a party under clause 3</c></summary>
/// <param name="Under">The right that the event is a use of, or null.</param>
public sealed record WhenSlotSyntax(Token WhenWord, PatternSyntax Pattern, UnderSyntax? Under, Token? Mark) : ClauseSlotSyntax(Mark)
{
    public override ImmutableArray<SyntaxElement> Children => Present(WhenWord, Pattern, Under, Mark);
}

/// <summary><c>under clause 3</c></summary>
public sealed record UnderSyntax(Token UnderWord, ClauseReferenceSyntax Clause) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(UnderWord, Clause);
}

/// <summary>A <c>while</c>, <c>until</c> or <c>unless</c> slot, also as the meaning of a reading (then without a mark).</summary>
/// <param name="NewlyWord">Only with <c>until</c>.</param>
public sealed record ConditionSlotSyntax(Token SlotWord, Token? NewlyWord, ConditionSyntax Condition, Token? Mark)
    : ClauseSlotSyntax(Mark)
{
    public override ImmutableArray<SyntaxElement> Children => Present(SlotWord, NewlyWord, Condition, Mark);
}

/// <summary>Who shall or may do what.</summary>
public sealed record ActSlotSyntax(ActorSyntax Actor, ActSyntax Act, Token? Mark) : ClauseSlotSyntax(Mark)
{
    public override ImmutableArray<SyntaxElement> Children => Present(Actor, Act, Mark);
}

/// <summary><c>despite clause 1, clause 2</c></summary>
public sealed record DespiteSlotSyntax(Token DespiteWord, Separated<ClauseReferenceSyntax> Clauses, Token? Mark) : ClauseSlotSyntax(Mark)
{
    public override ImmutableArray<SyntaxElement> Children => Present(DespiteWord, Clauses, Mark);
}

/// <summary><c>verified by visit, overflight</c></summary>
public sealed record VerifiedSlotSyntax(Phrase Words, Separated<Token> Events, Token? Mark) : ClauseSlotSyntax(Mark)
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Events, Mark);
}

/// <summary>A name; or <c>each party</c> or <c>that party</c>, then <paramref name="Name"/> is null.</summary>
public sealed record ActorSyntax(Token? Name, Phrase? Words) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name, Words);
}

/// <summary>What the actor shall or may do.</summary>
public abstract record ActSyntax : SyntaxNode;

/// <summary><c>shall not have NOUN STATE in PLACE</c> or <c>may have …</c></summary>
public sealed record HaveActSyntax(Phrase Words, NounSyntax Noun, Token State, NamedSyntax In) : ActSyntax
{
    /// <summary>True for a prohibition, false for a right.</summary>
    public bool IsProhibition => Words.First == Word.Shall;

    public override ImmutableArray<SyntaxElement> Children => Present(Words, Noun, State, In);
}

/// <summary><c>shall have at most NUMBER NOUN STATE in PLACE</c>, <c>shall have at most NUMBER COUNT in PLACE</c></summary>
/// <param name="Words"><c>shall have at most</c></param>
/// <param name="Noun">Where there is no state: the name of a count.</param>
/// <param name="State">Null for a count.</param>
public sealed record AtMostActSyntax(Phrase Words, Token Number, NounSyntax Noun, Token? State, NamedSyntax In) : ActSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Number, Noun, State, In);
}

/// <summary><c>shall EVENT … within 5 days after the …</c> or <c>may EVENT …</c></summary>
/// <param name="Pattern">Without <c>by</c>: the actor is the one who does it.</param>
/// <param name="Quota">How often, for a right; of a duty it is reported later.</param>
/// <param name="Deadline">Null for a right; for a duty without one, which was reported, too.</param>
public sealed record DoActSyntax(Token ModalWord, PatternSyntax Pattern, QuotaSyntax? Quota, DeadlineSyntax? Deadline) : ActSyntax
{
    /// <summary>True for a duty, false for a right.</summary>
    public bool IsDuty => ModalWord.Word == Word.Shall;

    public override ImmutableArray<SyntaxElement> Children => Present(ModalWord, Pattern, Quota, Deadline);
}

/// <summary><c>up to 20 times in each treaty year through year 3, 15 through year 8</c></summary>
/// <param name="Words"><c>up to</c></param>
/// <param name="TimesWord"><c>time</c> or <c>times</c>.</param>
/// <param name="Each"><c>in each</c></param>
/// <param name="Sort"><c>treaty</c> or <c>calendar</c>.</param>
/// <param name="Limit">Through which year the number holds; null where it holds in every year.</param>
/// <param name="Later">The steps after the first, each with the comma before it. Empty without <paramref name="Limit"/>.</param>
public sealed record QuotaSyntax(
    Phrase Words, Token Number, Token TimesWord, Phrase Each, Token Sort, Token YearWord, YearLimitSyntax? Limit, ImmutableArray<QuotaStepSyntax> Later) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present([Words, Number, TimesWord, Each, Sort, YearWord, .. Limit is null ? [] : (SyntaxElement[])[Limit], .. Later]);
}

/// <summary><c>through year 3</c></summary>
/// <param name="Words"><c>through year</c></param>
public sealed record YearLimitSyntax(Phrase Words, Token Number) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Number);
}

/// <summary><c>, 15 through year 8</c></summary>
public sealed record QuotaStepSyntax(Token Comma, Token Number, YearLimitSyntax Limit) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Comma, Number, Limit);
}

/// <summary>What an event must be like.</summary>
public sealed record PatternSyntax(Token Event, RoleSyntax? By, RoleSyntax? To, OfNounSyntax? Of, NamedSyntax? In) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Event, By, To, Of, In);
}

/// <summary><c>of missile with maker usa</c></summary>
public sealed record OfNounSyntax(Token OfWord, NounSyntax Noun) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(OfWord, Noun);
}

/// <summary><c>by a party</c>, <c>to each other party</c>, <c>to usa</c>.</summary>
/// <param name="Name">Set for a name; else <paramref name="Words"/> is.</param>
/// <param name="Words"><c>a party</c>, <c>that party</c> or <c>each other party</c>: its first word tells which.</param>
public sealed record RoleSyntax(Token RoleWord, Token? Name, Phrase? Words) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(RoleWord, Name, Words);
}

/// <summary>When an act is due.</summary>
public abstract record DeadlineSyntax : SyntaxNode;

/// <summary><c>within 5 days after the launch</c>, <c>at least 42 days before the exercise</c></summary>
/// <param name="Words"><c>within</c>, or <c>at least</c>.</param>
/// <param name="WorkingWord">Where working days are counted.</param>
/// <param name="Of">In whose working days, where it is said.</param>
/// <param name="Reference"><c>after the</c> or <c>before the</c>.</param>
public sealed record RelativeDeadlineSyntax(
    Phrase Words, Token Number, Token? WorkingWord, Token Unit, NamedSyntax? Of, Phrase Reference, Token Event) : DeadlineSyntax
{
    /// <summary>True for <c>within … after</c>.</summary>
    public bool IsAfter => Words.First == Word.Within;

    public override ImmutableArray<SyntaxElement> Children => Present(Words, Number, WorkingWord, Unit, Of, Reference, Event);
}

/// <summary><c>no later than the launch</c>, <c>no later than 2024-01-01</c></summary>
/// <param name="TheWord">Set before an event.</param>
/// <param name="Limit">The event's name, or a date.</param>
public sealed record LatestDeadlineSyntax(Phrase Words, Token? TheWord, Token Limit) : DeadlineSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, TheWord, Limit);
}

/// <summary><c>within 30 days after each 6 months from 2011-03-01</c></summary>
/// <param name="Words"><c>within</c></param>
/// <param name="Each"><c>after each</c></param>
/// <param name="Length">How many months or years a period has.</param>
public sealed record PeriodicDeadlineSyntax(
    Phrase Words, Token Number, Token Unit, Phrase Each, Token Length, Token LengthUnit, Token FromWord, Token Start) : DeadlineSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Number, Unit, Each, Length, LengthUnit, FromWord, Start);
}

/// <summary><c>no later than 30 march and 30 september of each year</c></summary>
/// <param name="Words"><c>no later than</c></param>
/// <param name="Days">With <c>and</c> between them.</param>
/// <param name="Each"><c>of each year</c></param>
public sealed record YearlyDeadlineSyntax(Phrase Words, Separated<DayOfYearSyntax> Days, Phrase Each) : DeadlineSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Days, Each);
}

/// <summary><c>30 march</c></summary>
/// <param name="Month">The name of a month in lower case. Names of months are no reserved words, save <c>may</c>.</param>
public sealed record DayOfYearSyntax(Token Number, Token Month) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Number, Month);
}

/// <summary>A condition over time.</summary>
public abstract record ConditionSyntax : SyntaxNode;

/// <summary>At least two terms joined by <c>and</c>, or by <c>or</c>; never both (mixing is reported, and the first word counts).</summary>
public sealed record JoinedConditionsSyntax(Separated<ConditionSyntax> Terms) : ConditionSyntax
{
    /// <summary>True for <c>and</c>.</summary>
    public bool IsAnd => Terms.Separators[0].Word == Word.And;

    public override ImmutableArray<SyntaxElement> Children => Present(Terms);
}

/// <summary><c>no missile is deployed in europe for 5 days running</c></summary>
/// <param name="IsWord"><c>is</c> or <c>are</c>.</param>
public sealed record StatusSyntax(Token? NoWord, NounSyntax Noun, Token IsWord, Token State, NamedSyntax In, RunningSyntax? Running)
    : ConditionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(NoWord, Noun, IsWord, State, In, Running);
}

/// <summary><c>the launch by usa happens</c></summary>
public sealed record HappensSyntax(Token TheWord, PatternSyntax Pattern, Token HappensWord) : ConditionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(TheWord, Pattern, HappensWord);
}

/// <summary><c>clause 2 is broken by usa in europe</c></summary>
public sealed record BrokenSyntax(ClauseReferenceSyntax Clause, Phrase Words, NamedSyntax? By, NamedSyntax? In) : ConditionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Clause, Words, By, In);
}

/// <summary>A condition in parentheses.</summary>
public sealed record ConditionGroupSyntax(Token Open, ConditionSyntax Condition, Token Close) : ConditionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Open, Condition, Close);
}

/// <summary><c>calendar PARTY working monday, tuesday from DATE through DATE without DATE with DATE grade … source …</c></summary>
/// <param name="Weekdays">Names of days of the week in lower case, which are no reserved words.</param>
public sealed record CalendarSentence(
    Token CalendarWord,
    Token Party,
    Token WorkingWord,
    Separated<Token> Weekdays,
    Token FromWord,
    Token From,
    LimitSyntax Limit,
    DatesSyntax? Without,
    DatesSyntax? With,
    GradeSyntax? Grade,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(CalendarWord, Party, WorkingWord, Weekdays, FromWord, From, Limit, Without, With, Grade, Source, FullStop);
}

/// <summary><c>without 2011-07-04, 2011-09-05</c>, <c>with 2011-02-19</c></summary>
public sealed record DatesSyntax(Token Word, Separated<Token> Dates) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Word, Dates);
}

/// <summary><c>assume no unreported NOUN is STATE in PLACE from … under VIEW, …</c></summary>
/// <param name="Words"><c>assume no unreported</c>.</param>
public sealed record AssumeSentence(
    Phrase Words,
    NounSyntax Noun,
    Token IsWord,
    Token State,
    NamedSyntax In,
    DatedSyntax? Dated,
    NamesSyntax? Under,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Noun, IsWord, State, In, Dated, Under, FullStop);
}

/// <summary><c>expect under VIEW on DATE known on DATE: clause 1 for usa in europe: standing …, conduct …</c></summary>
public sealed record ExpectSentence(
    Token ExpectWord,
    NamedSyntax Under,
    ExpectedDaysSyntax Days,
    KnownSyntax? Known,
    Token Colon,
    ClauseReferenceSyntax Clause,
    NamedSyntax For,
    NamedSyntax? In,
    Token SecondColon,
    Separated<OutcomeSyntax> Outcomes,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(ExpectWord, Under, Days, Known, Colon, Clause, For, In, SecondColon, Outcomes, FullStop);
}

/// <summary><c>expect under VIEW on DATE: count NAME for PARTY in PLACE: 846 or more</c></summary>
/// <param name="Count"><c>count NAME</c></param>
/// <param name="For">Null: of all parties together.</param>
public sealed record ExpectCountSentence(
    Token ExpectWord,
    NamedSyntax Under,
    ExpectedDaysSyntax Days,
    KnownSyntax? Known,
    Token Colon,
    NamedSyntax Count,
    NamedSyntax? For,
    NamedSyntax? In,
    Token SecondColon,
    ExpectedNumberSyntax Number,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(ExpectWord, Under, Days, Known, Colon, Count, For, In, SecondColon, Number, FullStop);
}

/// <summary>The number that a count is expected to have.</summary>
public abstract record ExpectedNumberSyntax : SyntaxNode;

/// <summary><c>846</c>, <c>846 or more</c>, <c>3 to 5</c></summary>
public sealed record ExpectedAmountSyntax(AmountSyntax Amount) : ExpectedNumberSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Amount);
}

/// <summary><c>at most 5</c></summary>
/// <param name="AtMost"><c>at most</c></param>
public sealed record ExpectedMostSyntax(Phrase AtMost, Token Number) : ExpectedNumberSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(AtMost, Number);
}

/// <summary><c>cannot tell</c></summary>
public sealed record ExpectedOpenSyntax(Phrase CannotTell) : ExpectedNumberSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(CannotTell);
}

/// <summary><c>on DATE</c>, or <c>from DATE through DATE</c> (then the last two are there).</summary>
public sealed record ExpectedDaysSyntax(Token Word, Token First, Token? ThroughWord, Token? Last) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Word, First, ThroughWord, Last);
}

/// <summary><c>known to usa on DATE</c></summary>
public sealed record KnownSyntax(Token KnownWord, NamedSyntax? To, Token OnWord, Token Date) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(KnownWord, To, OnWord, Date);
}

/// <summary><c>standing in force</c>, <c>conduct broken</c>, <c>basis not observed</c>.</summary>
/// <param name="Word"><c>standing</c>, <c>conduct</c> or <c>basis</c>.</param>
/// <param name="Value">The outcome's words: one of those the grammar lists for the word, or one missing token.</param>
public sealed record OutcomeSyntax(Token Word, Phrase Value) : SyntaxNode
{
    /// <summary>The outcome as one text, with single blanks: <c>not in force</c>. Empty when it is not there.</summary>
    public string Spelling => string.Join(' ', Value.Words.Select(word => word.Text));

    public override ImmutableArray<SyntaxElement> Children => Present(Word, Value);
}
