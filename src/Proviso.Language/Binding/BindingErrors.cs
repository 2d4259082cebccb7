using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;
using static Proviso.Language.Binding.Friendly;
using static Proviso.Language.Diagnostics.Diagnostic;

namespace Proviso.Language.Binding;

/// <summary>What is said about each of the <see cref="BindingCodes"/>.</summary>
static class BindingErrors
{
    // The case and its names

    public static Diagnostic NoAgreement(SourceSpan span) =>
        Error(BindingCodes.NoAgreement, span, "the case has no agreement")
            .Hint("say once what is agreed: agreement NAME \"TITLE\" between PARTIES in force from DATE with calendar days, clock ZONE");

    public static Diagnostic SecondAgreement(SourceSpan span, string name, SourceSpan first) =>
        Error(BindingCodes.SecondAgreement, span, $"`{name}` is a second agreement, and a case has exactly one")
            .Relate(first, "the first is here")
            .Hint("put each agreement with its reports and positions into a folder of its own");

    public static Diagnostic DeclaredTwice(SourceSpan span, Sort sort, string name, Declared first) =>
        Error(BindingCodes.DeclaredTwice, span, first.Sort == sort
            ? $"the {Names.Noun(sort)} `{name}` is declared twice"
            : $"`{name}` cannot be {Names.Phrase(sort)}: it is {Names.Phrase(first.Sort)} already")
            .Relate(first.Span, "declared here");

    public static Diagnostic UnknownName(SourceSpan span, string name, string expected, string? nearest, SourceSpan? declared)
    {
        var error = Error(BindingCodes.UnknownName, span, $"there is no {expected} `{name}`");
        return nearest is null
            ? error.Hint($"declare it, or name one that is declared")
            : Suggest(error, span, nearest, declared);
    }

    public static Diagnostic UnknownReading(
        SourceSpan span, string name, Dispute dispute, ImmutableArray<string> readings, string? nearest)
    {
        var error = Error(BindingCodes.UnknownName, span, $"the dispute `{dispute.Name}` has no reading `{name}`");
        return nearest is null
            ? error.Relate(dispute.Span, "the dispute is here").Hint($"its readings are {And(readings)}")
            : Suggest(error, span, nearest, dispute.Span);
    }

    public static Diagnostic WrongSort(SourceSpan span, string name, Sort found, string expected, SourceSpan declared) =>
        Error(BindingCodes.WrongSort, span, $"`{name}` is {Names.Phrase(found)}; {Names.Article(expected)} is expected")
            .Relate(declared, "declared here");

    /// <summary>The same error, told once for several places; a fix is made in all of them.</summary>
    public static Diagnostic WithOtherUses(Diagnostic error, ImmutableArray<SourceSpan> others)
    {
        const int shown = 5;
        error = others.Take(shown).Aggregate(error, (told, other) => told.Relate(other, "also here"));
        error = others.Length > shown ? error.Hint($"it stands in {others.Length - shown} more places") : error;
        return error with
        {
            Fixes = [.. error.Fixes.Select(fix => fix with
            {
                Edits = [.. fix.Edits, .. others.Select(other => fix.Edits[0] with { Span = other })],
            })],
        };
    }

    public static Diagnostic WrongVariable(SourceSpan span, string name, string found, string expected) =>
        Error(BindingCodes.WrongSort, span,
            $"in this clause `{name}` stands for {Names.Article(found)}; {Names.Article(expected)} is expected");

    public static Diagnostic GivenTwice(SourceSpan span, string name, SourceSpan first) =>
        Error(BindingCodes.GivenTwice, span, $"`{name}` is given twice")
            .Relate(first, "first given here");

    public static Diagnostic UnknownZone(SourceSpan span, string zone, string? nearest)
    {
        var error = Error(BindingCodes.UnknownZone, span, $"there is no time zone `{zone}`");
        return nearest is null
            ? error.Hint("name a zone of the tz database by continent and city, as `Europe/Moscow`, or `UTC`")
            : Suggest(error, span, nearest, null);
    }

    /// <param name="sorts">"definitions", "states": what the names on the circle are.</param>
    /// <param name="verb">What each does to the next: "needs", "lies in".</param>
    public static Diagnostic Circle(string sorts, string verb, ImmutableArray<Mention> circle)
    {
        var error = Error(BindingCodes.Circle, circle[0].Span, circle is [var only]
            ? $"the {sorts} go in a circle: `{only.From}` {verb} itself"
            : $"the {sorts} go in a circle: {string.Join(", ", circle.Select(mention => $"`{mention.From}` {verb} `{mention.To}`"))}");
        return circle.Skip(1).Aggregate(error, (told, mention) => told.Relate(mention.Span, $"`{mention.From}` {verb} `{mention.To}`"));
    }

    public static Diagnostic AmbiguousName(SourceSpan span, string name, Declared one, Declared other) =>
        Error(BindingCodes.AmbiguousName, span,
            $"`{name}` is both {Names.Phrase(one.Sort)} and {Names.Phrase(other.Sort)}, and either could be meant")
            .Relate(one.Span, $"{Names.Phrase(one.Sort)} here")
            .Relate(other.Span, $"{Names.Phrase(other.Sort)} here")
            .Hint("rename one of them");

    public static Diagnostic BuiltInView(SourceSpan span, string name, SourceSpan? party) =>
        Relate(
            Error(BindingCodes.BuiltInView, span, party is null
                ? $"the view `{name}` needs no sentence: it is what no party contests"
                : $"the view `{name}` needs no sentence: every party to the agreement has a view of its name"),
            party, "the party is declared here")
            .Hint("give this view another name");

    public static Diagnostic NoSuchPoint(SourceSpan span, string what, decimal degrees, int most) =>
        Error(BindingCodes.NoSuchPoint, span, $"there is no {what} of {degrees.ToString(System.Globalization.CultureInfo.InvariantCulture)}°; the most is {most}°")
            .Hint("the latitude, north or south, stands before the longitude, east or west; both are in degrees with decimals");

    public static Diagnostic MarginNeeded(SourceSpan span) =>
        Error(BindingCodes.MarginNeeded, span, "an outline from a file needs a margin")
            .Hint("say how far the true outline may run from the drawn one, as `margin 2 km`; nearer to it the answer is *cannot tell*");

    public static Diagnostic MarginOfNothing(SourceSpan span) =>
        Error(BindingCodes.MarginNeeded, span, "this region has a margin and no outline")
            .Hint("say before it what is drawn: `outline country NAME` or `outline file \"NAME.geojson\"`");

    public static Diagnostic MarginOfOther(SourceSpan span) =>
        Error(BindingCodes.MarginNeeded, span, "this margin belongs to nothing: the outline is made of other regions, which have their own")
            .Hint("take the margin out, or state it in those regions");

    public static Diagnostic MarginIsLength(SourceSpan span, string written) =>
        Error(BindingCodes.WrongValue, span, $"a margin is a length; `{written}` is not one")
            .Hint("write it in `km` or `m`");

    public static Diagnostic NotDrawn(SourceSpan span, string region) =>
        Error(BindingCodes.NotDrawn, span, $"the region `{region}` has no outline")
            .Hint("give it one, or name one that has: only what is drawn can be kept or left out");

    // Times

    public static Diagnostic DatesReversed(SourceSpan span, int first, int last) =>
        Error(BindingCodes.DatesReversed, span, $"the days end on {Day(last)}, before they begin on {Day(first)}")
            .Hint("write the earlier date first");

    public static Diagnostic NoDays(SourceSpan span, int first) =>
        Error(BindingCodes.DatesReversed, span, $"no day lies from {Day(first)} to before {Day(first)}")
            .Hint("`before` leaves its own date out; `through` takes it in");

    public static Diagnostic EndsBeforeItStarts(SourceSpan span) =>
        Error(BindingCodes.ImpossibleStay, span, "the stay ends before it starts, wherever in its dates it lies")
            .Hint("write the start before `to`, and the last day on which it was still so after it");

    public static Diagnostic LastsTooLong(SourceSpan span, long most) =>
        Error(BindingCodes.ImpossibleStay, span,
            $"the stay cannot have lasted that long: its dates leave at most {Count(most, "minute")}")
            .Hint("lower the figure after `lasting at least`, or widen the dates");

    public static Diagnostic OnwardNeedsPersists(SourceSpan span, string state, SourceSpan? declared) =>
        Relate(
            Error(BindingCodes.CannotGoOn, span,
                $"`{state}` does not persist, so it cannot be reported `onward`"), declared, "declared here")
            .Hint("say until when it was seen: `to DATE`, or `since DATE still on DATE`")
            .Hint($"if it holds until an end is reported, declare it so: `state {state} persists`");

    public static Diagnostic OnlyStatesGoOn(SourceSpan span) =>
        Error(BindingCodes.CannotGoOn, span, "only a state that persists can be reported `onward`")
            .Hint("say until when it was so: `to DATE`");

    public static Diagnostic AbsenceOnward(SourceSpan span) =>
        Error(BindingCodes.AbsenceOnward, span, "an absence cannot be reported `onward`: nobody has looked at days to come")
            .Hint("say until when nothing was there: `to DATE`");

    public static Diagnostic NoSaidDay(SourceSpan span) =>
        Error(BindingCodes.NoSaidDay, span, "it is not known when this was said")
            .Hint("say when it was said in public: `said DATE`")
            .Hint("or say once for the file when its sources were read: `sources read on DATE`");

    public static Diagnostic NoPositionDay(SourceSpan span) =>
        Error(BindingCodes.NoSaidDay, span, "it is not known when this position was taken")
            .Hint("say when: `on DATE`, or when it was said: `said DATE`");

    public static Diagnostic SaidTooEarly(SourceSpan span, int said, int start) =>
        Warning(BindingCodes.SaidTooEarly, span,
            $"this was said by {Day(said)}, before what it reports began on {Day(start)} at the earliest")
            .Hint("a report says what was, not what is to come; look at both dates again");

    public static Diagnostic ReadTooEarly(SourceSpan span, int read, int start) =>
        Error(BindingCodes.ReadTooEarly, span,
            $"what is reported began on {Day(start)} at the earliest, after the source was read on {Day(read)}")
            .Hint("say when it was said: `said DATE`, or correct the date of reading");

    public static Diagnostic SourcesReadTwice(SourceSpan span, SourceSpan first) =>
        Error(BindingCodes.SourcesReadTwice, span, "the sources of a file are read on one day")
            .Relate(first, "the file says so here already")
            .Hint("where a source was read on another day, say `read DATE` in its report");

    public static Diagnostic WholeNumber(SourceSpan span, string written, long most) =>
        Error(BindingCodes.WholeNumber, span, $"`{written}` is not a whole number from 1 to {most}");

    // Values

    public static Diagnostic UnknownAttribute(SourceSpan span, string attribute, NounSymbol symbol, string? nearest)
    {
        var error = Error(BindingCodes.UnknownAttribute, span, $"`{symbol.Name}` has no attribute `{attribute}`");
        return nearest is null
            ? error.Hint("every kind has the attributes it declares, and `maker`, `owner` and `operator`")
            : Suggest(error, span, nearest, null);
    }

    public static Diagnostic TypesDiffer(SourceSpan span, string attribute, string one, string other) =>
        Error(BindingCodes.UnknownAttribute, span,
            $"`{attribute}` is not of the same type in `{one}` and in `{other}`, so nothing can be said of both")
            .Hint("write a definition for each of them, and one that joins the two with `or`");

    public static Diagnostic WrongValue(SourceSpan span, string attribute, string type, string written, string found) =>
        Error(BindingCodes.WrongValue, span, $"`{attribute}` is {type}; `{written}` is {found}");

    public static Diagnostic UnitMissing(SourceSpan span, string attribute, string written) =>
        Error(BindingCodes.WrongValue, span, $"`{attribute}` is a length; `{written}` is a count")
            .Hint($"add the unit, `km` or `m`: {written} km");

    public static Diagnostic UnknownChoice(SourceSpan span, string attribute, ImmutableArray<string> choices, string word, string? nearest)
    {
        var error = Error(BindingCodes.UnknownChoice, span, $"`{attribute}` is {Or(choices)}, not `{word}`");
        return nearest is null ? error : Suggest(error, span, nearest, null);
    }

    public static Diagnostic RangeReversed(SourceSpan span) =>
        Error(BindingCodes.RangeReversed, span, "the range ends below where it begins")
            .Hint("write the smaller figure first");

    public static Diagnostic FigureTooLarge(SourceSpan span, string written) =>
        Error(BindingCodes.FigureTooLarge, span, $"`{written}` is too long a figure: in metres it has more than 28 digits");

    public static Diagnostic RoleDeclared(SourceSpan span, string role) =>
        Error(BindingCodes.RoleDeclared, span, $"every kind has the role `{role}` already")
            .Hint("leave it out, or give the attribute another name");

    public static Diagnostic DerivedPersists(SourceSpan span, string state) =>
        Error(BindingCodes.DerivedPersists, span,
            $"`{state}` stands for other states, so it cannot say of itself that it persists")
            .Hint("say `persists` of the states it is made of");

    // Disputes and views

    public static Diagnostic ReadingDoesNotFit(SourceSpan span, string target, string expected, SourceSpan about) =>
        Error(BindingCodes.ReadingDoesNotFit, span, $"the dispute is on {target}, so a reading says {expected}")
            .Relate(about, "the dispute is on this");

    public static Diagnostic DisputedTwice(SourceSpan span, string target, SourceSpan first) =>
        Error(BindingCodes.DisputedTwice, span, $"two disputes are on {target}")
            .Relate(first, "the other is here")
            .Hint("put all readings of it into one dispute");

    public static Diagnostic ReadingMentionsDisputed(
        SourceSpan span, string name, ImmutableArray<string> through, SourceSpan about) =>
        Error(BindingCodes.ReadingMentionsDisputed, span, through.IsEmpty
            ? $"this reading of `{name}` speaks of `{name}` itself"
            : $"this reading of `{name}` speaks of `{name}` itself, through {And(through)}")
            .Relate(about, "the dispute is on this")
            .Hint("say it with other words; `as declared` keeps the declaration");

    public static Diagnostic FigureWithoutSource(SourceSpan span, string reading) =>
        Warning(BindingCodes.FigureWithoutSource, span,
            $"the reading `{reading}` brings in a figure and does not say where it comes from")
            .Hint("add its source: source \"TITLE\" at \"ADDRESS\"");

    public static Diagnostic NoSuchSlot(SourceSpan span, string clause, string slot, SourceSpan declared) =>
        Error(BindingCodes.NoSuchSlot, span, $"clause {clause} has no `{slot}`")
            .Relate(declared, "the clause is here");

    public static Diagnostic NoSuchSlotToDispute(SourceSpan span, string clause, string slot, SourceSpan declared) =>
        NoSuchSlot(span, clause, slot, declared)
            .Hint($"name the slot that the dispute is on; or, where it is about reading `{slot}` into the clause, let one reading mean the clause as it stands: reading NAME means as declared");

    public static Diagnostic SlotTaken(SourceSpan span, string clause, string slot, SourceSpan declared) =>
        Error(BindingCodes.SlotTaken, span,
            $"clause {clause} has a slot `{slot}` of its own, so a reading of another slot cannot bring one")
            .Relate(declared, "the clause is here");

    public static Diagnostic NothingDeclared(SourceSpan span, string attribute, string model, SourceSpan declared) =>
        Error(BindingCodes.NothingDeclared, span, $"`{model}` declares no `{attribute}` that could be kept")
            .Relate(declared, "the model is declared here")
            .Hint("write the value, or give the model one");

    public static Diagnostic DisputeWithoutEffect(SourceSpan span, string state, string clause, string slot) =>
        Warning(BindingCodes.DisputeWithoutEffect, span,
            $"the `{slot}` of clause {clause} does not speak of `{state}`, so this dispute changes nothing");

    public static Diagnostic DefinitionInSlot(SourceSpan span, string definition) =>
        Error(BindingCodes.DefinitionInSlot, span, $"`{definition}` is a definition, which means the same in every clause")
            .Hint("leave the clause out; only a state can be disputed in one place of use");

    public static Diagnostic ExtentOfBoth(SourceSpan span, string one, string other) =>
        Error(BindingCodes.ExtentOfBoth, span,
            $"`{one}` and `{other}` are not both regions or both theatres, so no list fits them together")
            .Hint("write one dispute for the regions and one for the theatres");

    public static Diagnostic DisputesUndecided(
        SourceSpan span, string view, ImmutableArray<string> disputes, SourceSpan insertAt) =>
        Error(BindingCodes.DisputesUndecided, span, $"the view `{view}` does not say how it reads {And(disputes)}")
            .Hint("a view reads every dispute one way or leaves it open")
            .Mend(disputes.Length == 1 ? "Leave it open" : "Leave them open", new TextEdit(insertAt, $"\n  leaves {string.Join(", ", disputes)} open"));

    public static Diagnostic DecidedTwice(SourceSpan span, string view, string dispute, SourceSpan first) =>
        Error(BindingCodes.DecidedTwice, span, $"the view `{view}` decides `{dispute}` twice")
            .Relate(first, "already decided here");

    // Clauses

    public static Diagnostic NobodyMeant(SourceSpan span, string words) =>
        Error(BindingCodes.NobodyMeant, span, $"`{words}` needs a party that the clause's trigger binds")
            .Hint("bind it in the trigger: when EVENT by a party");

    public static Diagnostic PartyWordsMisplaced(SourceSpan span, string words, string place) =>
        Error(BindingCodes.PartyWordsMisplaced, span, $"`{words}` can only stand {place}");

    public static Diagnostic CeilingOnDerived(SourceSpan span, string state, string why, SourceSpan at, string there) =>
        Error(BindingCodes.CeilingOnDerived, span, $"`{state}` is a {why} state, and only things in a state that is reported are counted")
            .Relate(at, there)
            .Hint("count things in a state without `means` that nobody disputes");

    public static Diagnostic CeilingWithoutState(SourceSpan span, string name, Declared things) =>
        Error(BindingCodes.CeilingWithoutState, span, $"`{name}` is {Names.Phrase(things.Sort)}, and a ceiling on things says in which state they are")
            .Relate(things.Span, "declared here")
            .Hint("write the state before `in`, or name a count");

    // Counts

    public static Diagnostic CountedTwice(SourceSpan span, string noun, SourceSpan first) =>
        Error(BindingCodes.CountedTwice, span, $"a `{noun}` would be counted twice")
            .Relate(first, "it is counted here too")
            .Hint("let no thing be of two terms: count models, or tell them apart by the same attribute");

    public static Diagnostic NotCounted(SourceSpan span, string noun, string kind, SourceSpan declared) =>
        Error(BindingCodes.NotCounted, span, noun == kind ? $"no term counts the whole of `{kind}`" : $"`{noun}` is a `{kind}`, and no term counts the whole of it")
            .Relate(declared, "declared here")
            .Hint($"add a term for it, or take out `of {kind}`");

    public static Diagnostic CountOfTwo(SourceSpan span, string name, bool isEvent, string other, bool isOtherEvent, SourceSpan first) =>
        Error(BindingCodes.CountOfSeveral, span, isEvent == isOtherEvent
            ? $"`{name}` is another {(isEvent ? "event" : "state")} than `{other}`, and a count is of {(isEvent ? "what one event was of" : "things in one state")}"
            : $"`{name}` is {(isEvent ? "an event" : "a state")} and `{other}` {(isOtherEvent ? "an event" : "a state")}, and a count is of one state or of one event")
            .Relate(first, "counted here");

    public static Diagnostic SumOfKind(SourceSpan span) =>
        Error(BindingCodes.CountOfSeveral, span, "a sum or a difference of counts counts no things by itself, so that it is of no kind")
            .Hint("take that out here; say it in the counts that it is made of");

    public static Diagnostic CeilingOnOtherCount(SourceSpan span, NamedCount count) =>
        Error(BindingCodes.CeilingOnOtherCount, span, count is EventCount { Event: var happening }
            ? $"`{count.Name}` counts what `{happening.Name}` was of, and a ceiling is on what is had on a day"
            : $"`{count.Name}` is made of other counts, and a ceiling is on things in one state")
            .Relate(count.Span, "counted here")
            .Hint("name a count of things in a state");

    public static Diagnostic CountOfAnotherKind(SourceSpan span, string noun, string kind, SourceSpan of) =>
        Error(BindingCodes.CountOfSeveral, span, $"`{noun}` is no `{kind}`, and the count is of that kind")
            .Relate(of, "said here");

    public static Diagnostic NoSuchDay(SourceSpan span, int last, int day, SourceSpan force) =>
        Error(BindingCodes.NoSuchDay, span, $"the month then has no day {day}: it ends on {Day(last)}")
            .Relate(force, "counted from here")
            .Hint("write the date that is meant");

    public static Diagnostic NotTheTrigger(SourceSpan span, string name, Event? trigger) =>
        trigger is null
            ? Error(BindingCodes.NotTheTrigger, span, $"the time is counted from `{name}`, but the clause has no trigger")
                .Hint($"add the trigger before the actor: when {name}")
            : Error(BindingCodes.NotTheTrigger, span,
                $"the time is counted from `{name}`, but the clause is triggered by `{trigger.Name}`")
                .Hint($"write `the {trigger.Name}`");

    public static Diagnostic ActorDoesNotTakePart(SourceSpan span, string party, SourceSpan between) =>
        Error(BindingCodes.ActorDoesNotTakePart, span, $"`{party}` is not a party to the agreement, so it can owe nothing")
            .Relate(between, "the parties to the agreement")
            .Hint("add it to `between`, or to a group that takes part");

    public static Diagnostic OfferedToOthers(SourceSpan span, string actor, ImmutableArray<string> addressees) =>
        Warning(BindingCodes.OfferedToOthers, span,
            $"the clause is offered to {And(addressees)}, but the duty is on `{actor}`, who is not among them")
            .Hint("whoever accepts the offer is bound by it; name an addressee, or `each party`");

    public static Diagnostic OfferedToItself(SourceSpan span, string party) =>
        Error(BindingCodes.OfferedToItself, span, $"`{party}` cannot offer the clause to itself");

    public static Diagnostic BeforeItself(SourceSpan span, string clause) =>
        Error(BindingCodes.BeforeItself, span, $"clause {clause} cannot go before itself");

    public static Diagnostic VariableHides(SourceSpan span, string name, Declared declared) =>
        Error(BindingCodes.VariableHides, span,
            $"the word `{name}` already names {Names.Phrase(declared.Sort)}, so it cannot stand for each element too")
            .Relate(declared.Span, "declared here")
            .Hint("use a short word of its own: for each theatre t");

    public static Diagnostic NothingForEach(SourceSpan span, string sort) =>
        Error(BindingCodes.NothingForEach, span, $"no {sort} is declared, so the clause has no instance");

    public static Diagnostic VariableNotItsPlace(SourceSpan span, string place, string variable, SourceSpan declared) =>
        Error(BindingCodes.VariableNotItsPlace, span,
            $"the clause is for each `{variable}` but speaks of having something in `{place}`, which is the same for every one")
            .Relate(declared, $"`{variable}` is bound here")
            .Hint($"write `in {variable}`, or leave out the `for each`")
            .Replace(span, variable, $"Write `{variable}`");

    public static Diagnostic ClauseOutsideForce(SourceSpan span, int from, DayRange force, SourceSpan agreement) =>
        Error(BindingCodes.ClauseOutsideForce, span, from < force.From
            ? $"the clause begins on {Day(from)}, before the agreement is in force"
            : $"the clause begins on {Day(from)}, when the agreement is no longer in force")
            .Relate(agreement, "the agreement's days are here");

    public static Diagnostic PlaceNotOfClause(SourceSpan span, string place, string clause, SourceSpan declared) =>
        Error(BindingCodes.PlaceNotOfClause, span, $"clause {clause} says nothing about `{place}`")
            .Relate(declared, "the clause is here");

    public static Diagnostic PeriodStart(SourceSpan span, int day) =>
        Error(BindingCodes.PeriodDoesNotFit, span, $"a period that begins on day {day} of a month has no next beginning in a month without that day")
            .Hint("begin the periods on a day from the 1st to the 28th");

    public static Diagnostic LongerThanPeriod(SourceSpan span, long days, int shortest) =>
        Error(BindingCodes.PeriodDoesNotFit, span, $"{days} days are longer than the shortest period, which has {shortest}: the next duty would begin before this one is due");

    public static Diagnostic RecurringInDays(SourceSpan span, string unit) =>
        Error(BindingCodes.PeriodDoesNotFit, span, $"a period ends with a day, so the time after it is counted in days, not in {unit}")
            .Replace(span, "days", "Write `days`");

    public static Diagnostic NoSuchDayOfYear(SourceSpan span, string day, string month, bool isLeapDay) =>
        Error(BindingCodes.DayOfYearDoesNotFit, span, isLeapDay ? "not every year has a 29 february" : $"no year has a {day} {month}")
            .Hint(isLeapDay ? "write `28 february` or `1 march`" : "write the number of a day that the month has");

    public static Diagnostic DayOfYearTwice(SourceSpan span, string day, string month) =>
        Error(BindingCodes.DayOfYearDoesNotFit, span, $"{day} {month} is named twice");

    public static Diagnostic RecurringTriggered(SourceSpan span, SourceSpan when) =>
        Error(BindingCodes.RecurringTriggered, span, "a clause with `when` is due once for each event, not again and again")
            .Relate(when, "the event is here")
            .Hint("leave `when` out, or count from the event: `within 5 days after the EVENT`");

    public static Diagnostic QuotaWithoutRight(SourceSpan span, SourceSpan? when) => when is { } trigger
        ? Error(BindingCodes.QuotaWithoutRight, span, "a right that waits for an event has no number of times a year")
            .Relate(trigger, "the event is here")
            .Hint("leave `when` out, or the number")
        : Error(BindingCodes.QuotaWithoutRight, span, "only a right says how often it may be used: a duty is owed each time")
            .Hint("write `may` for a right, or leave the number out");

    public static Diagnostic StepsReversed(SourceSpan span, long year, long before) =>
        Error(BindingCodes.StepsReversed, span, $"the number before it holds through year {before}, so this one, through year {year}, holds in no year")
            .Hint("write the years in their order");

    public static Diagnostic NotUnder(SourceSpan span, Clause right, string trigger) => Error(BindingCodes.NotUnder, span, right.Duty switch
    {
        MayDo { Quota: null } => $"clause {right.Id} is a right without a number of times a year, so there is nothing to count",
        MayDo may => $"clause {right.Id} is a right to `{may.Act.Event.Name}`, and the event here is `{trigger}`",
        _ => $"clause {right.Id} is no right to do something",
    }).Relate(right.Span, "the clause is here")
        .Hint($"name a clause that says `may {trigger} … up to 20 times in each treaty year`");

    public static Diagnostic UnderWithoutDuty(SourceSpan span) =>
        Error(BindingCodes.NotUnder, span, "only a duty to do something by a deadline is asked for under a right")
            .Hint("leave `under clause` out");

    public static Diagnostic NoCalendar(SourceSpan span, string party) =>
        Error(BindingCodes.NoCalendar, span, $"`{party}` has no calendar, so its working days cannot be counted")
            .Hint($"say on which days it works: `calendar {party} working monday, tuesday, wednesday, thursday, friday from DATE through DATE.`");

    public static Diagnostic CalendarsOverlap(SourceSpan span, string party, SourceSpan first) =>
        Error(BindingCodes.CalendarsOverlap, span, $"`{party}` has another calendar for some of these days")
            .Relate(first, "these are the days of the other")
            .Hint("let one calendar end on the day before the next begins");

    public static Diagnostic DayOutsideCalendar(SourceSpan span, int day, DayRange days) =>
        Error(BindingCodes.DayOutsideCalendar, span, $"{Day(day)} is no day of this calendar, which goes from {Day(days.From)} through {Day(days.Before - 1)}");

    public static Diagnostic ChangesNothing(SourceSpan span, string date, NodaTime.IsoDayOfWeek weekday, bool isWorked) =>
        Warning(BindingCodes.ChangesNothing, span, $"{date} is a {weekday}, which is {(isWorked ? "a working day anyway" : "no working day anyway")}")
            .Hint("take it out, or mend the date");

    // Reports

    public static Diagnostic StateNotPrimitive(
        SourceSpan span, string state, string why, ImmutableArray<string> primitive, SourceSpan declared) =>
        Error(BindingCodes.StateNotPrimitive, span, $"`{state}` is a {why} state, and a report says only what was seen")
            .Relate(declared, "declared here")
            .Hint(primitive.IsEmpty
                ? "declare a state without `means` and report that"
                : $"report what was seen: {string.Join(", ", primitive)}");

    public static Diagnostic SubjectIsDefinition(SourceSpan span, string name, SourceSpan declared) =>
        Error(BindingCodes.SubjectIsDefinition, span,
            $"`{name}` is a definition, and whether a thing falls under it is not seen but decided")
            .Relate(declared, "declared here")
            .Hint("report the kind or model, with the attributes the source states");

    public static Diagnostic TotalUnbounded(SourceSpan span) =>
        Error(BindingCodes.TotalDoesNotFit, span, "a total says how many there were and that there were no others; `or more` leaves that open")
            .Hint("write the most there can have been: `3 to 5`")
            .Hint("or leave `total` out: the report then says that at least so many were there");

    public static Diagnostic TotalOfOneItem(SourceSpan span, string item) =>
        Error(BindingCodes.TotalDoesNotFit, span, $"a total counts all such things, and `{item}` is one of them")
            .Hint("leave `as` out, or leave `total` out");

    public static Diagnostic TotalOnward(SourceSpan span) =>
        Error(BindingCodes.TotalDoesNotFit, span, "a total cannot be reported `onward`: nobody has counted on days to come")
            .Hint("say of which days it is: `on DATE`, or `from DATE to DATE`");

    public static Diagnostic AmountReversed(SourceSpan span, string low, string high) =>
        Error(BindingCodes.AmountReversed, span, $"the number goes from {low} down to {high}")
            .Hint("write the smaller number first");

    public static Diagnostic AmountZero(SourceSpan span) =>
        Error(BindingCodes.AmountOfNone, span, "none at all is not a number of things")
            .Hint("write the report with `no`: no THING STATE in PLACE");

    public static Diagnostic AmountOfNone(SourceSpan span) =>
        Error(BindingCodes.AmountOfNone, span, "a report of `no` thing has no number")
            .Hint("leave the number out");

    public static Diagnostic AmountOfMissing(SourceSpan span) =>
        Error(BindingCodes.AmountOfNone, span, "what was `not received` has no number")
            .Hint("leave the number out");

    public static Diagnostic CorrectionDoesNotFit(SourceSpan span, string part, string name, string what, SourceSpan declared) =>
        Error(BindingCodes.CorrectionDoesNotFit, span, $"`{name}` reports {what}, which has no {part} to correct")
            .Relate(declared, "reported here");

    public static Diagnostic CorrectionByAnother(
        SourceSpan span, string by, string name, string corrected, SourceSpan declared) =>
        Warning(BindingCodes.CorrectionByAnother, span,
            $"`{by}` corrects what `{corrected}` said in `{name}`; from anyone else it counts as a contest")
            .Relate(declared, "reported here")
            .Hint("if that is meant, write a position: `doubts report` or `denies report`");

    public static Diagnostic NothingToEnd(SourceSpan span, string name, string what, SourceSpan declared) =>
        Error(BindingCodes.NothingToEnd, span, $"`{name}` reports {what}; only a state that was reported to hold can end")
            .Relate(declared, "reported here");

    public static Diagnostic NotAnEventReport(SourceSpan span, string name, string what, SourceSpan declared) =>
        Error(BindingCodes.NotAnEventReport, span, $"`{name}` reports {what}; the report of an event is expected")
            .Relate(declared, "reported here");

    public static Diagnostic NothingToRestate(SourceSpan span, string name, string taken, SourceSpan declared) =>
        Error(BindingCodes.NothingToRestate, span, $"`{name}` says that `{taken}` did not occur; there is no part of that to say anew")
            .Relate(declared, "said here")
            .Hint($"if it occurred after all, take that back: corrects {name} did not occur");

    public static Diagnostic NobodyReceives(SourceSpan span) =>
        Error(BindingCodes.NobodyReceives, span, "`not received` needs the one who should have received it")
            .Hint("name it: EVENT by PARTY to PARTY not received");

    // Positions

    public static Diagnostic NotOffered(SourceSpan span, string clause, string verb, SourceSpan declared) =>
        Error(BindingCodes.NotOffered, span, $"clause {clause} is not offered to anybody, so nobody {verb} it")
            .Relate(declared, "the clause is here")
            .Hint("make it an offer: clause N \"TITLE\" offered by PARTY to PARTIES");

    public static Diagnostic NotTheOfferer(
        SourceSpan span, string holder, string clause, string offerer, string verb, SourceSpan declared) =>
        Error(BindingCodes.NotTheOfferer, span, $"`{holder}` cannot {verb} clause {clause}, which `{offerer}` offers")
            .Relate(declared, "the clause is here");

    public static Diagnostic NotAnAddressee(SourceSpan span, string holder, string clause, SourceSpan declared) =>
        Warning(BindingCodes.NotAnAddressee, span, $"clause {clause} is not offered to `{holder}`, so this changes nothing")
            .Relate(declared, "the clause is here");

    public static Diagnostic WithdrawsFrom(SourceSpan span, string clause, SourceSpan declared, SourceSpan insertAt) =>
        Error(BindingCodes.WithdrawsFrom, span, $"clause {clause} is no offer that could be taken back")
            .Relate(declared, "the clause is here")
            .Hint("to leave a duty, write `withdraws from`")
            .Mend("Write `from`", new TextEdit(insertAt, "from "));

    public static Diagnostic VerbDoesNotFit(SourceSpan span, string verb, string target, string expected) =>
        Error(BindingCodes.VerbDoesNotFit, span, $"nobody {verb} {target}; {expected} is expected");

    public static Diagnostic PartDoesNotFit(SourceSpan span, string part, string name, string what, SourceSpan declared) =>
        Error(BindingCodes.PartDoesNotFit, span, $"`{name}` reports {what}, which has no {part} to contest")
            .Relate(declared, "reported here");

    // Expectations

    public static Diagnostic PlaceExpected(SourceSpan span, string clause, ImmutableArray<string> places, SourceSpan declared) =>
        Error(BindingCodes.PlaceExpected, span,
            $"clause {clause} speaks of places one by one, and the line does not say which is meant")
            .Relate(declared, "the clause is here")
            .Hint($"add the place: in {string.Join(" or ", places)}");

    public static Diagnostic PlaceOfCountExpected(SourceSpan span, NamedCount count) =>
        Error(BindingCodes.PlaceExpected, span, $"`{count.Name}` counts things in a state, and the line does not say in which place")
            .Relate(count.Span, "the count is here")
            .Hint("add the place: `in PLACE`");

    public static Diagnostic NumberSaysNothing(SourceSpan span) =>
        Error(BindingCodes.NumberSaysNothing, span, "every number is 0 or more, so that nothing is expected here")
            .Hint("where no report tells the number, write `cannot tell`")
            .Replace(span, "cannot tell", "Write `cannot tell`");

    public static Diagnostic PartyNotOfClause(SourceSpan span, string party, string clause, SourceSpan declared) =>
        Error(BindingCodes.PartyNotOfClause, span, $"clause {clause} asks nothing of `{party}`")
            .Relate(declared, "the clause is here");

    private static Diagnostic Suggest(Diagnostic error, SourceSpan span, string nearest, SourceSpan? declared) =>
        Relate(error.Hint($"did you mean `{nearest}`?").Replace(span, nearest, $"Write `{nearest}`"), declared, $"`{nearest}` is declared here");

    private static Diagnostic Relate(Diagnostic diagnostic, SourceSpan? span, string text) =>
        span is { } place ? diagnostic.Relate(place, text) : diagnostic;
}
