using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>The reading of an agreement, its reports and positions in plain English. Titles stand for names and nothing of the
/// language's own syntax is left. Same input, same words, on every machine.</summary>
/// <remarks>Phrases come in lower case and without a full stop, to be put into a sentence; what is called a sentence is one.
/// Titles are used as they are written, so they should read inside a sentence: a party's with or without its article, a kind's in
/// the singular, a state's as a predicate ("is present"), an event's as a bare verb phrase ("admit a visit").</remarks>
public sealed class Prose
{
    private readonly Statements statements;
    private readonly Clock clock;
    private readonly Case file;

    /// <summary>The wording for an agreement without reports.</summary>
    public Prose(Agreement agreement)
        : this(new Case(agreement, [], []) { KnownThrough = int.MinValue })
    {
    }

    /// <summary>The wording for an agreement and what is on file about it.</summary>
    public Prose(Case file)
    {
        this.file = file;
        clock = file.Agreement.Clock;
        statements = new Statements(
            clock, new PlaceZones(file.Agreement.Containments).Of, file.Agreement.Clauses, file.Agreement.Disputes, file.Reports);
    }

    /// <summary>The agreement as a document to be read and signed.</summary>
    /// <param name="withFile">Adds the positions and reports on file after it.</param>
    public Document Document(bool withFile = false) => new AgreementText(file, this).Write(withFile);

    /// <summary>One clause as a document. Requires the number of a clause of the agreement.</summary>
    public Document Document(string clauseId) => new AgreementText(file, this).Write(clauseId);

    /// <summary>What a dispute is on: "the wording of paragraph 2 of Article 1". Requires a dispute of the agreement.</summary>
    public string About(Dispute dispute) => new AgreementText(file, this).About(dispute);

    /// <summary>What a reading says, in full: "a thing “is deployed” at a place on a day when …". Requires a reading of the dispute.</summary>
    public string Meaning(Dispute dispute, Reading reading) => new AgreementText(file, this).Meaning(dispute, reading);

    /// <summary>What a holder did, as a clause: "on 25 September 2019 NATO rejected Article 2 (Counter-moratorium)".</summary>
    public string Act(Position position) => statements.Act(position);

    /// <summary>A day, counted from 1970-01-01: "18 September 2023".</summary>
    public static string Date(int day) => Dates.Day(day);

    /// <summary>"from 5 August 2019 through 4 February 2026, that day included"; "from 5 August 2019 on"; "on 5 August 2019".</summary>
    public static string Range(DayRange days) => Dates.Range(days);

    /// <summary>Days one of which it was: "on 18 September 2023", "in April 2024", "between 10 and 11 July 2024".</summary>
    public static string OneOf(Days days) => Dates.On(days);

    /// <summary>A figure in the base unit of its type, in the unit a reader expects: "5,500 km".</summary>
    public static string Quantity(decimal figure, AttributeType type) => Quantities.Of(figure, type);

    /// <summary>A time on the day grid or in exact minutes: "10 days", "48 hours".</summary>
    public static string Time(int days, long minutes) => Duties.Time(days, minutes);

    /// <summary>When an act is due, in short: "at least 24 hours before the launch".</summary>
    /// <param name="trigger">The event counted from; null when the deadline is a date.</param>
    public static string Due(Deadline deadline, Event? trigger) => Duties.Say(deadline, trigger);

    /// <summary>The last moment at which an act is in time: "the end of 30 September 2011"; by the minute where the deadline is counted so.</summary>
    /// <param name="tooLate">The first minute too late.</param>
    public static string LastInTime(Deadline deadline, long tooLate, Clock clock) => Duties.Last(deadline, tooLate, clock);

    /// <summary>True when the deadline is counted in minutes and not in days.</summary>
    public static bool IsToTheMinute(Deadline deadline) => Duties.IsExact(deadline);

    /// <summary>"the Russian Federation".</summary>
    public static string Party(Party party) => Terms.Party(party);

    /// <summary>"the Kaliningrad Region".</summary>
    public static string Place(Place place) => Terms.Place(place);

    /// <summary>"in Europe"; at a site, "at Redzikowo".</summary>
    public static string In(Place place) => Terms.In(place);

    /// <summary>A noun with its article: "a missile made by the United States".</summary>
    public static string Noun(Noun noun) => Terms.Some(noun);

    /// <summary>A whole number in figures: "1,550".</summary>
    public static string Figure(long number) => English.Figure(number);

    /// <summary>"fifth"; from 21 on in figures.</summary>
    public static string Ordinal(long number) => English.Ordinal(number);

    /// <summary>A noun without article, singular: "missile made by the United States".</summary>
    public static string Singular(Noun noun) => Terms.Singular(noun);

    /// <summary>A noun in the plural: "missiles made by the United States".</summary>
    public static string Plural(Noun noun) => Terms.Plural(noun);

    /// <summary>The things that a report with a number shows, in figures: "56 converted launchers"; "3 × 57 launchers", where each counts for three.</summary>
    public static string Shown(StateReport report, long number, long weight) =>
        (weight == 1 ? "" : $"{Figure(weight)} × ") + Subjects.InFigures(report.Subject, number);

    /// <summary>An ordinal number in figures: "1st", "22nd".</summary>
    public static string Nth(long number) => English.Nth(number);

    /// <summary>How the first day of a clause is counted: ", 29 months after the entry into force", ", the day after 1 June 1991"; nothing where the text has the day itself.</summary>
    public static string FirstDay(Clause clause) => clause switch
    {
        { IsByThen: true, From: { } first } => $", the day after {Dates.Day(first - 1)}{(clause.Step is { } step ? $", which is {Duties.Say(step)}" : "")}",
        { Step: { } step } => $", {Duties.Say(step)}",
        _ => "",
    };

    /// <summary>"6 months".</summary>
    public static string Notice(Notice notice) => Duties.Say(notice);

    /// <summary>A kind, model or definition without article.</summary>
    public static string Symbol(NounSymbol symbol) => Terms.Symbol(symbol);

    /// <summary>A reported thing with its number, if one is stated: "at least one Mk 70 launcher", "the launcher “c-3”".</summary>
    public static string Subject(Subject subject, Amount amount) => Subjects.Counted(subject, amount).Words;

    /// <summary>A value of an attribute: "480 km", "the Russian Federation".</summary>
    /// <param name="kind">The kind whose attribute it is, which knows the unit.</param>
    public static string Value(Value value, string attribute, Kind? kind) => Terms.Value(value, Terms.Declaration(kind, attribute));

    /// <summary>A condition over attributes, as what follows a noun: "whose basing is ground and whose range is at least 500 km".</summary>
    public static string AttributeCondition(AttributeCondition condition, Kind? kind) => Terms.Where(condition, kind);

    /// <summary>A state as a predicate: "is deployed".</summary>
    public static string State(State state) => States.Predicate(state);

    /// <summary>A state expression as a predicate: "is present and is not in exercise".</summary>
    public static string StateExpression(StateExpression expression) => States.Say(expression);

    /// <summary>An event as a noun: "visit request".</summary>
    public static string Event(Event happening) => Acts.Name(happening);

    /// <summary>A condition of a clause: "a missile made by the United States is deployed in the theatre concerned".</summary>
    /// <param name="clause">The clause it stands in, which says what its variable ranges over.</param>
    /// <param name="place">The place of one instance, said instead of "the theatre concerned"; or null.</param>
    /// <param name="party">The party of one instance, said instead of "that party"; or null.</param>
    public static string Condition(Condition condition, Clause? clause, Place? place = null, Party? party = null) =>
        Conditions.Say(condition, new Scope(clause, place, party));

    /// <summary>An event pattern as a clause: "the United States asks the Russian Federation for a visit".</summary>
    public static string Pattern(EventPattern pattern, Clause? clause, Place? place = null, Party? party = null) =>
        Conditions.Happens(pattern, new Scope(clause, place, party));

    /// <summary>A condition slot with its word: "until a missile is deployed in the theatre concerned".</summary>
    public static string Slot(ConditionSlot slot, Clause? clause, Place? place = null, Party? party = null) =>
        Duties.Say(slot, new Scope(clause, place, party));

    /// <summary>The act of a clause with its modal and deadline: "shall not have any missile that is deployed in Europe".</summary>
    public static string Duty(Clause clause, Place? place = null, Party? party = null)
    {
        var scope = new Scope(clause, place, party);
        return Duties.Say(clause.Duty, scope)
            + (clause.Duty is ShallDo act ? " " + Duties.Say(act.Deadline, clause.When?.Event) : "");
    }

    /// <summary>More places or parties than these are not named where a clause is told in short.</summary>
    private const int MostNamed = 6;

    /// <summary>What a clause asks, in short: for what each, what calls for it, who, and the act: "for each of the theatres Europe and Asia, Russia shall not have any missile that is deployed in that theatre".</summary>
    public static string Asked(Clause clause)
    {
        var scope = Near(clause);
        var when = clause.When is { } pattern ? $"when {Conditions.Happens(pattern, scope)}{Duties.Under(clause)}, " : "";
        var deadline = clause.Duty is ShallDo act ? " " + Duties.Say(act.Deadline, clause.When?.Event) : "";
        return $"{ForEach(clause.ForEach)}{when}{Duties.Say(clause.Actor, clause.Duty, scope)}{deadline}";
    }

    /// <summary>The same, and on what it hangs: "…, until a missile made by the United States is deployed in that theatre".</summary>
    public static string AskedInFull(Clause clause) => Asked(clause) + string.Concat(clause.Slots.Select(slot => ", " + Duties.Say(slot, Near(clause))));

    /// <summary>In a sentence that begins by <see cref="ForEach"/>; a single place or party is named instead.</summary>
    private static Scope Near(Clause clause) => clause.ForEach switch
    {
        { Places: [var only], Parties: [] } => new(clause, only, null),
        _ => new(clause, null, null, IsNamed: true),
    };

    private static string ForEach(ForEach? each) => each switch
    {
        null or { Places: [_], Parties: [] } => "",
        { Places: [var first, ..] places, Parties: [] } => $"for each of the {(places.Length > MostNamed ? English.Count(places.Length, Terms.Sort(first)) : $"{Terms.Sort(first)}s {English.And(places.Select(Terms.Place))}")}, ",
        { Parties: var parties } => $"for each of {(parties.Length > MostNamed ? $"the {English.Figure(parties.Length)} parties" : English.And(parties.Select(Terms.Party)))}, ",
    };

    /// <summary>When one of the acts of a duty that recurs is due: "For the period from 1 September 2022 to 28 February 2023 it is due by 30 March 2023, the 30th day after
    /// 28 February 2023".</summary>
    /// <param name="period">The period it is due for; null for a day of each year.</param>
    /// <param name="opens">The first day that counts for it.</param>
    /// <param name="due">The last day in time.</param>
    public static string DueTime(DayRange? period, int opens, int due) => period is { } days
        ? $"For the period from {Dates.Day(days.From)} to {Dates.Day(days.Before - 1)} it is due by {Dates.Day(due)}, the {English.Ordinal(due - days.Before + 1)} day after {Dates.Day(days.Before - 1)}"
        : $"It is due by {Dates.Day(due)}, and an act counts for that day from {Dates.Day(opens)} on";

    /// <summary>"Article 1".</summary>
    public static string Article(string clauseId) => Conditions.Article(clauseId);

    /// <summary>"Article 1 (Restraint)".</summary>
    public string ArticleWithTitle(string clauseId) => statements.Article(clauseId);

    /// <summary>When something happened: "on 18 September 2023", "in April 2024", "between 10 and 11 July 2024", "on or before …",
    /// "at 14:30 on 18 August 2019".</summary>
    /// <param name="place">Where, which says whose civil days they are; or null.</param>
    public string Window(Window window, Place? place = null) => statements.When(window, place);

    /// <summary>How long something lasted: "from 18 to 25 September 2023, both days included".</summary>
    public string Stay(Occurrence stay, Place? place = null) => statements.Stay(stay, place);

    /// <summary>What a report says, without who says so.</summary>
    public string Content(Report report) => statements.Content(report);

    /// <summary>What a report says in a few words, without who says so, and of a stay or an event without its days: "launcher at Bornholm, deployed".</summary>
    public string InShort(Report report) => statements.InShort(report);

    /// <summary>Who says so: "according to the United States (press report: “…”; said on 18 September 2023)".</summary>
    public string Attribution(Attribution attribution) => Statements.Attributed(attribution, clock);

    /// <summary>A report: what it says, according to whom.</summary>
    public string Sentence(Report report) =>
        English.Sentence($"{statements.Content(report)}, {Statements.Attributed(report.Attribution, clock)}");

    /// <summary>A position: what its holder did, according to whom; another's description is told as that and no more.</summary>
    public string Sentence(Position position)
    {
        var act = statements.Act(position);
        var said = Statements.Attributed(position.Attribution, clock);
        return English.Sentence(position.Attribution.By.Name == position.Holder.Name
            ? $"{act}, {said}"
            : $"{said}, {act}; that is its description, not a statement of {Terms.Party(position.Holder)}");
    }

    /// <summary>"press report".</summary>
    public static string Grade(Grade grade) => Statements.Grade(grade);

    /// <summary>A standing in the words of the language: "void from birth".</summary>
    public static string Standing(Standing standing) => standing switch
    {
        Binding.Standing.CannotTell => "cannot tell",
        Binding.Standing.NotInForce => "not in force",
        Binding.Standing.Offered => "offered",
        Binding.Standing.Refused => "refused",
        Binding.Standing.InForce => "in force",
        Binding.Standing.Suspended => "suspended",
        Binding.Standing.Ended => "ended",
        Binding.Standing.VoidFromBirth => "void from birth",
        Binding.Standing.Withdrawn => "withdrawn",
        Binding.Standing.Expired => "expired",
        _ => throw new UnreachableException(standing.ToString()),
    };

    /// <summary>A conduct in the words of the language: "cured late".</summary>
    public static string Conduct(Conduct conduct) => conduct switch
    {
        Binding.Conduct.CannotTell => "cannot tell",
        Binding.Conduct.NotTriggered => "not triggered",
        Binding.Conduct.Pending => "pending",
        Binding.Conduct.Kept => "kept",
        Binding.Conduct.Broken => "broken",
        Binding.Conduct.CuredLate => "cured late",
        Binding.Conduct.Excused => "excused",
        _ => throw new UnreachableException(conduct.ToString()),
    };

    /// <summary>A basis in the words of the language: "partly verified".</summary>
    public static string Basis(Basis basis) => basis switch
    {
        Binding.Basis.Reported => "reported",
        Binding.Basis.Verified => "verified",
        Binding.Basis.PartlyVerified => "partly verified",
        Binding.Basis.NotContradicted => "not contradicted",
        Binding.Basis.NotObserved => "not observed",
        Binding.Basis.AccessDenied => "access denied",
        Binding.Basis.Assumed => "assumed",
        _ => throw new UnreachableException(basis.ToString()),
    };
}
