using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Reports and positions as sentences in the past tense.</summary>
sealed class Statements(Clock clock, Func<Place, string?> zoneOf, ImmutableArray<Clause> clauses, ImmutableArray<Dispute> disputes, ReportList reports)
{
    /// <summary>What a report says, as a clause: "at least one launcher was present at Bornholm from 18 to 25 September 2023, both
    /// days included".</summary>
    public string Content(Report report) => report.Content switch
    {
        StateReport state => State(state),
        EventReport { NotReceived: true } missing => NotReceived(missing),
        EventReport happening => $"{When(happening.When, happening.In)} {Acts.Past(happening)}{Answering(happening.For)}",
        AttributeReport attribute => Terms.Has(
            "the " + Terms.Symbol(attribute.Model), attribute.Attribute, attribute.Value, attribute.Model.Kind),
        EndReport end => $"what the report {English.Quoted(end.Of)} says ended {When(end.When, PlaceOf(end.Of))}",
        AccessDenied denied => $"{Terms.Party(denied.To)} {(Terms.IsPlural(denied.To) ? "were" : "was")} refused access {To(denied.In)} {Stay(denied.When, denied.In)}",
        LogComplete log => $"the log of what {Terms.Party(log.Of)} received is complete {Stay(log.When, null)}",
        Correction correction => Corrected(correction),
        _ => throw new UnreachableException(report.Content.GetType().Name),
    };

    /// <summary>The same in a few words, without its days. Of a stay: what was where, and how: "launcher at Bornholm, deployed".</summary>
    public string InShort(Report report) => report.Content switch
    {
        StateReport { Absent: false, IsTotal: false } state => Arrival(state),
        EventReport { NotReceived: false } happened => happened.In is { } place ? $"{Acts.Name(happened.Event)} {Terms.In(place)}" : Acts.Name(happened.Event),
        _ => Content(report),
    };

    /// <summary>Who says so, how and where: "according to the United States (press report: “…”; said on 18 September 2023)".</summary>
    public static string Attributed(Attribution said, Clock clock)
    {
        var parts = new List<string> { $"{Grade(said.Grade)}: {Cited(said.Source)}", $"said {Said(said.Said)}" };
        if (said.Quoting is { } word)
        {
            parts.Add($"in the source's own words: {English.Quoted(word)}");
        }

        parts.AddRange(said.Received.Select(receipt => $"received by {Terms.Party(receipt.By)} {Dates.On(receipt.At, clock, null)}"));
        return $"according to {Terms.Party(said.By)} ({string.Join("; ", parts)})";
    }

    /// <summary>“Title”, and the address if there is one.</summary>
    public static string Cited(Citation source) =>
        English.Quoted(source.Title) + (source.Address is null ? "" : ", " + source.Address);

    /// <summary>"press report".</summary>
    public static string Grade(Grade grade) => grade switch
    {
        Binding.Grade.Inspection => "inspection finding",
        Binding.Grade.Official => "official document",
        Binding.Grade.OwnStatement => "its own statement",
        Binding.Grade.Press => "press report",
        Binding.Grade.Recalled => "recalled, not read again at the source",
        _ => throw new UnreachableException(grade.ToString()),
    };

    /// <summary>What a holder did, as a clause: "NATO rejected Article 2 (Counter-moratorium) on 25 September 2019".</summary>
    public string Act(Position position)
    {
        var to = position.To.IsEmpty ? "" : $" to {English.And(position.To.Select(Terms.Party))}";
        return $"{When(position.When, null)} {Terms.Party(position.Holder)} {Did(position)}{to}";
    }

    /// <summary>"Article 1 (Restraint)".</summary>
    public string Article(string clauseId)
    {
        var found = clauses.FirstOrDefault(clause => clause.Id == clauseId);
        return Conditions.Article(clauseId) + (found is null ? "" : $" ({found.Title})");
    }

    /// <summary>A window in words; civil days are those of the place.</summary>
    public string When(Window window, Place? place) => Dates.On(window, clock, place is null ? null : zoneOf(place));

    /// <summary>A stay in words; civil days are those of the place.</summary>
    public string Stay(Occurrence stay, Place? place) => Dates.Stay(stay, clock, place is null ? null : zoneOf(place));

    private static string Said(Days days) => days.First <= DayOne ? $"on or before {Dates.Day(days.Last)}" : Dates.On(days);

    private string State(StateReport report)
    {
        var predicate = States.Predicate(report.State);
        var stay = Stay(report.When, report.In);
        if (!report.Absent)
        {
            var (counted, isPlural) = Subjects.Counted(report.Subject, report.Amount);
            if (report.IsTotal)
            {
                var exactly = report.Amount.Low == report.Amount.High ? "exactly " : "";
                return $"{exactly}{counted}, and no {(isPlural ? "others" : "other")}, {Verbs.PastPredicate(predicate, isPlural)} {Terms.In(report.In)} {stay}";
            }

            return $"{counted} {Verbs.PastPredicate(predicate, isPlural)} {Terms.In(report.In)} {stay}";
        }

        var noun = Subjects.AsNoun(report.Subject);
        var none = report.Subject.Item is null ? $"no {Terms.Singular(noun)}" : Subjects.Object(report.Subject);
        var past = report.Subject.Item is null
            ? Verbs.PastPredicate(predicate, Terms.IsPlural(noun))
            : Verbs.NegatedPredicate(Verbs.PastPredicate(predicate, false), false);
        var always = stay.StartsWith("from ", StringComparison.Ordinal) || stay.StartsWith("on ", StringComparison.Ordinal);
        return $"{none} {past} anywhere {Terms.In(report.In)}{(always ? " at any time " : ", ")}{stay}";
    }

    /// <summary>A model by its name alone, which tells what it is; else what narrows the kind, too.</summary>
    private static string Thing(Subject subject, Amount amount) =>
        subject.Item is not null || amount is not { Low: <= 1, High: null or 1 } ? Subjects.Counted(subject, amount).Words
        : subject.Symbol is Model ? Terms.Symbol(subject.Symbol)
        : Terms.Singular(Subjects.AsNoun(subject));

    /// <summary>What is, behind the place: "launcher at Bornholm, deployed"; what does something, before it: "boat, which carries a gun, in the lake".</summary>
    private static string Arrival(StateReport report)
    {
        var thing = Thing(report.Subject, report.Amount);
        var isPlural = report.Subject.Item is null && report.Amount is not { Low: <= 1, High: null or 1 };
        var predicate = States.Predicate(report.State);
        return predicate.StartsWith("is ", StringComparison.Ordinal)
            ? $"{thing} {Terms.In(report.In)}, {predicate[(predicate.StartsWith("is there ", StringComparison.Ordinal) ? "is there " : "is ").Length..]}"
            : $"{thing}, which {(isPlural ? Verbs.PluralPredicate(predicate) : predicate)}, {Terms.In(report.In)}";
    }

    private string NotReceived(EventReport missing)
    {
        var addressee = missing.To is null ? "the addressee" : Terms.Party(missing.To);
        var about = missing.Of is null ? "" : " of " + Subjects.Object(missing.Of);
        var where = missing.In is null ? "" : " " + Terms.In(missing.In);
        return $"by {Dates.EndOf(missing.When, clock, missing.In is null ? null : zoneOf(missing.In))} {addressee} had not received {Acts.TheName(missing.Event)}"
            + $"{about}{where} from {Terms.Party(missing.By)}{Answering(missing.For)}";
    }

    private static string Answering(ImmutableArray<string> answered) => answered.IsEmpty
        ? ""
        : $", in answer to {(answered.Length == 1 ? "the report " : "the reports ")}{English.And(answered.Select(English.Quoted))}";

    private string Corrected(Correction correction)
    {
        var report = $"the report {English.Quoted(correction.Of)}";
        if (correction.DidNotOccur)
        {
            return $"what {report} says did not occur";
        }

        var place = correction.In ?? PlaceOf(correction.Of);
        var parts = new List<string>();
        if (correction.Subject is { } subject)
        {
            parts.Add($"the thing was {Subjects.Object(subject)}");
        }

        if (correction.Amount is { } amount)
        {
            parts.Add($"the number was {Subjects.Amount(amount)}");
        }

        if (correction.In is { } moved)
        {
            parts.Add($"the place was {Terms.Place(moved)}");
        }

        if (correction.When is { } stay)
        {
            parts.Add($"it was {Stay(stay, place)}");
        }

        if (correction.Event is { } window)
        {
            parts.Add($"it was {When(window, place)}");
        }

        return $"contrary to {report}, {English.And(parts)}";
    }

    private string Did(Position position) => (position.Verb, position.Target) switch
    {
        (PositionVerb.Proposes, var target) => $"proposed {On(target)}",
        (PositionVerb.Acknowledges, var target) => $"acknowledged {On(target)}",
        (PositionVerb.Accepts, var target) => $"accepted {On(target)}",
        (PositionVerb.Rejects, var target) => $"rejected {On(target)}",
        (PositionVerb.Suspends, var target) => $"suspended {On(target)}",
        (PositionVerb.Resumes, var target) => $"resumed {On(target)}",
        (PositionVerb.TakesBack, var target) => $"took back its offer of {On(target)}",
        (PositionVerb.Withdraws, var target) => $"withdrew from {On(target)}",
        (PositionVerb.Doubts, OnReport on) => Contested("doubted", on),
        (PositionVerb.Denies, OnReport on) => Contested("denied", on),
        (PositionVerb.Doubts, var target) => $"doubted {On(target)}",
        (PositionVerb.Denies, var target) => $"denied {On(target)}",
        _ => throw new UnreachableException(position.Verb.ToString()),
    };

    private string On(PositionTarget target) => target switch
    {
        OnAgreement => "the agreement",
        OnClause clause => Article(clause.ClauseId) + (clause.In is null ? "" : " for " + Terms.Place(clause.In)),
        OnReport report => $"the report {English.Quoted(report.Report)}",
        OnReading reading => Reading(reading),
        _ => throw new UnreachableException(target.GetType().Name),
    };

    private string Reading(OnReading on)
    {
        var dispute = disputes.FirstOrDefault(each => each.Name == on.Dispute);
        var reading = dispute?.Readings.FirstOrDefault(each => each.Name == on.Reading);
        return $"the reading {English.Quoted(reading?.Title ?? English.Words(on.Reading))} of {English.Quoted(dispute?.Question ?? English.Words(on.Dispute))}";
    }

    private string Contested(string verb, OnReport on)
    {
        var found = reports.Find(on.Report);
        var report = $"the report {English.Quoted(on.Report)}";
        var content = found is null ? "" : $" that {Content(found)}";
        return on.Part switch
        {
            ReportPart.Occurrence when found is null => $"{verb} {report}",
            ReportPart.Occurrence => $"{verb}{content} (report {English.Quoted(on.Report)})",
            ReportPart.Date => $"{verb} the date in {report}{content}",
            ReportPart.Place => $"{verb} the place in {report}{content}",
            ReportPart.Number => $"{verb} the number in {report}{content}",
            ReportPart.Class => $"{verb} what sort of thing it was in {report}{content}",
            ReportPart.Attribute => $"{verb} the {English.Words(on.Attribute ?? "attribute")} in {report}{content}",
            _ => throw new UnreachableException(on.Part.ToString()),
        };
    }

    private Place? PlaceOf(string report) => reports.Find(report)?.Content switch
    {
        StateReport state => state.In,
        EventReport happening => happening.In,
        AccessDenied denied => denied.In,
        Correction correction => correction.In ?? PlaceOf(correction.Of),
        _ => null,
    };

    private static string To(Place place) => "to " + Terms.Place(place);

    /// <summary>0001-01-01.</summary>
    private const int DayOne = -719_162;
}
