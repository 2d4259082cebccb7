using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws clauses of every form, and the conditions of their slots.</summary>
/// <param name="recurrences">Chance of its own for duties that recur, so that all else is drawn as without them.</param>
/// <param name="calendars">Makes days working days, likewise.</param>
sealed class RandomClauses(Draw draw, Chance recurrences, RandomCalendars calendars)
{
    private readonly Chance chance = draw.Chance;
    private int count;
    private IReadOnlyList<string> scopeElements = [];

    public void Write()
    {
        count = chance.Weighted((35, 1), (40, 2), (25, 3));
        for (var number = 1; number <= count; number++)
        {
            Clause(number);
        }

        if (chance.Percent(45))
        {
            draw.Add(
                null, false,
                Must($"assume no unreported {draw.Noun()} is {chance.Pick(draw.States)} in {chance.Pick(draw.Places)}"),
                May(draw.Dated(50)),
                May(chance.Percent(50) ? "under common, plain" : ""));
        }
    }

    private void Clause(int number)
    {
        // A right of way needs two; the second of two is often one over the first.
        var form = number == 2 && chance.Percent(25) ? "may have" : chance.Weighted((45, "have"), (14, "at most"), (8, "may have"), (38, "shall"), (6, "may"));
        var offeredBy = chance.Percent(18) ? chance.Pick(draw.Between) : null;
        List<string> offeredTo = offeredBy is null ? [] : [.. chance.Some([.. draw.Between.Where(party => party != offeredBy)], chance.Between(1, 2))];
        var (each, variable, elements, isParty) = ForEach(form);
        var pieces = new List<Piece> { Must($"clause {number} \"c\"") };
        if (offeredBy is not null)
        {
            pieces.Add(Must($"offered by {offeredBy} to {string.Join(", ", offeredTo)}"));
            pieces.Add(May(chance.Percent(30) ? "accepted by words" : ""));
        }

        pieces.Add(isParty || variable is not null ? Must(each) : May(""));
        var from = chance.Percent(25) ? draw.Start + chance.Between(0, 4) : draw.Start;
        pieces.Add(May(from > draw.Start && from < (draw.Stop ?? int.MaxValue) ? $"{chance.OneOf("from", "from", "by")} {(chance.Percent(30) ? $"{from - draw.Start} days after entry into force" : draw.Date(from))}" : ""));

        var place = variable is not null && !isParty ? variable : chance.Pick(draw.Places);
        var placeVariable = isParty ? null : variable;
        var partyVariable = isParty ? variable : null;
        var bindsParty = false;
        var actor = Actor(partyVariable);
        var holder = actor == "each party" || actor == partyVariable ? chance.Pick(draw.Between) : actor;
        var act = form == "at most" ? AtMost(place, holder, elements)
            : form is "have" or "may have" ? Have(form, place, holder, elements)
            : Do(form, placeVariable, partyVariable, holder, pieces, out bindsParty);
        scopeElements = isParty ? [] : elements;
        var slots = new List<string>();
        var scope = new Scope(number, placeVariable, partyVariable, bindsParty && act.ThatParty);
        if (chance.Percent(30))
        {
            pieces.Add(May($"while {Condition(scope, 2)}"));
            slots.Add("while");
        }

        pieces.Add(Must($"{(act.ThatParty ? "that party" : actor)} {act.Text}"));
        if (chance.Percent(form is "have" ? 60 : form is "at most" ? 25 : 35))
        {
            pieces.Add(May($"until {(chance.Percent(20) ? "newly " : "")}{Condition(scope, 2)}"));
            slots.Add("until");
        }

        if (chance.Percent(35))
        {
            pieces.Add(May($"unless {Condition(scope, 2)}"));
            slots.Add("unless");
        }

        var others = Enumerable.Range(1, count).Where(other => other < number).ToList();
        if (others.Count > 0 && chance.Percent(form == "may have" ? 85 : 10))
        {
            pieces.Add(May($"despite clause {chance.Pick(others)}"));
        }

        pieces.Add(May(chance.Percent(10) ? $"verified by {chance.Pick(draw.Events)}" : ""));
        draw.Add($"clause {number}", false, [.. pieces]);
        var own = placeVariable is not null ? elements : act.Place is { } fixedPlace ? [fixedPlace] : [];
        draw.Clauses.Add(new(number, form == "have", form.StartsWith("may", StringComparison.Ordinal), offeredBy, offeredTo, placeVariable, own, slots));
    }

    private (string Text, string? Variable, IReadOnlyList<string> Elements, bool IsParty) ForEach(string form)
    {
        if (!chance.Percent(form is "shall" or "may" ? 20 : 35))
        {
            return ("", null, [], false);
        }

        var sort = chance.Weighted((40, "theatre"), (30, "region"), (15, "site"), (15, "party"));
        if (sort == "theatre" && draw.Theatres.Count == 0)
        {
            sort = "region";
        }

        IReadOnlyList<string> all = sort switch
        {
            "theatre" => draw.Theatres,
            "region" => draw.Regions,
            "site" => draw.Sites,
            _ => draw.Between,
        };
        var some = chance.Percent(60) ? chance.Some(all, chance.Between(1, all.Count)) : null;
        return ($"for each {sort} x{(some is null ? "" : $" of {string.Join(", ", some)}")}", "x", some ?? all, sort == "party");
    }

    private string Actor(string? partyVariable) =>
        partyVariable is not null && chance.Percent(60) ? partyVariable
        : chance.Percent(35) ? "each party"
        : chance.Pick(draw.Between);

    private (string Text, string? Place, bool ThatParty) Have(string form, string place, string holder, IReadOnlyList<string> elements)
    {
        var (noun, state) = (draw.Noun(), chance.Pick(draw.States));
        draw.Stays.Add(new(noun, state, place == "x" ? chance.Pick(elements) : place, holder));
        return ($"{(form == "have" ? "shall not" : "may")} have {noun} {state} in {place}", place == "x" ? null : place, false);
    }

    private (string Text, string? Place, bool ThatParty) AtMost(string place, string holder, IReadOnlyList<string> elements)
    {
        var (noun, state) = (draw.Noun(), chance.Weighted((45, "here"), (40, "parked"), (15, "armed")));
        if (chance.Percent(40))
        {
            return Counted(place, holder, elements, state);
        }

        var limit = chance.Between(1, 4);
        var topic = new StayTopic(noun, state, place == "x" ? chance.Pick(elements) : place, holder);
        draw.Stays.Add(topic);
        draw.Ceilings.Add((topic, limit));
        return ($"shall have at most {limit} {noun} {state} in {place}", place == "x" ? null : place, false);
    }

    /// <summary>A ceiling over a count of its own.</summary>
    private (string Text, string? Place, bool ThatParty) Counted(string place, string holder, IReadOnlyList<string> elements, string state)
    {
        var name = $"tally{draw.Ceilings.Count + 1}";
        var (one, other) = (chance.Between(1, 3), chance.Between(1, 2));
        var (of, first, next) = chance.Weighted(
            (35, ("", "fox", "gnu")), (15, (" of missile", "fox", "gnu")), (20, ("", "missile", "")), (10, (" of missile", "missile", "")),
            (12, ("", "fox", "truck")), (8, ("", $"fox with operator {draw.Between[0]}", $"fox with operator {draw.Between[^1]}")));
        var second = next.Length == 0 ? "" : $"; {other} for each {next} {state}";
        draw.Add(name, false, Must($"count {name}{of} as {one} for each {first} {state}{second}"));
        draw.MadeOf[name] = $"{first.Split(' ')[0]} {next.Split(' ')[0]}".TrimEnd();
        var limit = chance.Between(1, 8);
        var topic = new StayTopic(name, state, place == "x" ? chance.Pick(elements) : place, holder);
        draw.Stays.Add(topic);
        draw.Ceilings.Add((topic, limit));
        return ($"shall have at most {limit} {name} in {place}", place == "x" ? null : place, false);
    }

    private (string Text, string? Place, bool ThatParty) Do(
        string form, string? placeVariable, string? partyVariable, string actor, List<Piece> pieces, out bool bindsParty)
    {
        bindsParty = false;
        var act = chance.Pick(draw.Events);
        var trigger = chance.Pick(draw.Events);
        var needsTrigger = chance.Percent(85);
        ActTopic? begun = null;
        if (needsTrigger)
        {
            var speaker = chance.Pick(draw.Speakers);
            var by = chance.Weighted<string>((45, " by a party"), (20, $" by {speaker}"), (35, ""));
            begun = new(trigger, by.EndsWith(speaker, StringComparison.Ordinal) ? speaker : null, null);
            bindsParty = by == " by a party";
            var to = chance.Percent(12) ? $" to {chance.OneOf(chance.Pick(draw.Speakers), "a party")}" : "";
            pieces.Add(Must($"when {trigger}{by}{to}{OfIn(placeVariable, 15)}"));
        }

        var thatParty = bindsParty && chance.Percent(65);
        var addressee = chance.Weighted(
            (40, $" to {(partyVariable is not null && chance.Percent(50) ? partyVariable : chance.Pick(draw.Between))}"),
            (30, " to each other party"),
            (bindsParty && !thatParty ? 25 : 0, " to that party"),
            (8, ""));
        var named = addressee.Split(' ')[^1];
        var place = chance.Percent(15) ? chance.OneOf(placeVariable, chance.Pick(draw.Places)) : null;
        var text = $"{act}{addressee}{(chance.Percent(15) ? $" of {draw.Noun()}" : "")}{(place is null ? "" : $" in {place}")}";
        var unit = chance.Weighted((70, "days"), (20, "hours"), (10, "minutes"));
        var number = unit switch
        {
            "days" => chance.Between(1, 4),
            "hours" => chance.OneOf(1, 12, 24, 36),
            _ => chance.OneOf(30, 1440),
        };
        var date = draw.Date(draw.Start + (needsTrigger ? 0 : chance.Between(0, 6)));
        var time = !needsTrigger && form == "shall" && recurrences.Percent(65) ? Recurrence(act, actor, draw.Between.Contains(named) ? named : null)
            : !needsTrigger ? $"no later than {date}"
            : chance.Below(20) switch
            {
                < 11 => $"within {number} {unit} after the {trigger}",
                < 16 => $"at least {number} {unit} before the {trigger}",
                < 18 => $"no later than the {trigger}",
                _ => $"no later than {draw.Date(draw.Start + chance.Between(0, 6))}",
            };
        time = form == "shall" ? calendars.Counted(time) : time;
        number += calendars.More(time);
        draw.Duties.Add(new(
            begun, act, thatParty ? null : actor, draw.Between.Contains(named) ? named : null, unit == "days" ? number * (time.StartsWith("at", StringComparison.Ordinal) ? -1 : 1) : 0));
        return (form == "shall" ? $"shall {text} {time}" : $"may {text}", place == "x" ? null : place, thatParty);
    }

    /// <summary>A deadline that comes again and again, once or a few times within the draw's days.</summary>
    private string Recurrence(string act, string? actor, string? addressee)
    {
        int Day() => Math.Clamp(draw.Start + recurrences.Between(-1, 7), 0, draw.Days);
        var (first, again) = (Day(), Day());
        var days = recurrences.Between(1, 4);
        var isYearly = recurrences.Percent(50);
        draw.Recurrences.Add(new(act, actor ?? recurrences.Pick(draw.Between), addressee, isYearly ? Math.Max(first, again) : first - 1 + days));
        if (isYearly)
        {
            return $"no later than {draw.DayOfYear(first)}{(first != again && recurrences.Percent(70) ? $" and {draw.DayOfYear(again)}" : "")} of each year";
        }

        var (number, unit) = recurrences.Weighted((50, (1, "month")), (20, (2, "months")), (15, (6, "months")), (15, (1, "year")));
        return $"within {days} days after each {number} {unit} from {draw.Before(first, unit == "year" ? 12 * number : number)}";
    }

    private string OfIn(string? placeVariable, int percent) =>
        (chance.Percent(percent) ? $" of {draw.Noun()}" : "")
            + (chance.Percent(percent) ? $" in {chance.OneOf(placeVariable, chance.Pick(draw.Places)) ?? chance.Pick(draw.Places)}" : "");

    /// <summary>What the words of a condition can refer to.</summary>
    public sealed record Scope(int Clause, string? PlaceVariable, string? PartyVariable, bool ThatParty);

    /// <summary>The condition of a reading of a slot, once all clauses are drawn.</summary>
    public string SlotReading(Scope scope)
    {
        count = draw.Clauses.Count;
        return Condition(scope, 1);
    }

    private string Condition(Scope scope, int depth)
    {
        if (depth > 0 && chance.Percent(25))
        {
            var word = chance.OneOf("and", "or", "or");
            return $"{Part(scope, depth - 1)} {word} {Part(scope, depth - 1)}{(chance.Percent(15) ? $" {word} {Part(scope, 0)}" : "")}";
        }

        return Term(scope);
    }

    private string Part(Scope scope, int depth) => depth > 0 && chance.Percent(15) ? $"({Condition(scope, depth)})" : Term(scope);

    private string Term(Scope scope)
    {
        var place = scope.PlaceVariable is not null && chance.Percent(50) ? scope.PlaceVariable : chance.Pick(draw.Places);
        var kind = chance.Weighted((55, 0), (25, 1), (20, 2));
        if (kind == 0)
        {
            var running = chance.Percent(20) ? $" for {chance.Between(1, 3)} days running" : "";
            var (noun, state) = (draw.Noun(), chance.Pick(draw.States));
            draw.Stays.Add(new(noun, state, place == "x" ? scopeElements.Count > 0 ? chance.Pick(scopeElements) : "north" : place, null));
            return $"{(chance.Percent(20) ? "no " : "")}{noun} is {state} in {place}{running}";
        }

        if (kind == 1)
        {
            var (speaker, happening) = (scope.PartyVariable ?? chance.Pick(draw.Speakers), chance.Pick(draw.Events));
            var by = chance.Weighted(
                (40, $" by {speaker}"), (15, " by a party"), (scope.ThatParty ? 30 : 0, " by that party"), (25, ""));
            var to = chance.Percent(15) ? $" to {chance.Pick(draw.Speakers)}" : "";
            draw.Acts.Add(new(happening, by.EndsWith(speaker, StringComparison.Ordinal) && speaker != "x" ? speaker : null, to.Length > 0 ? to[4..] : null));
            return $"the {happening}{by}{to}{OfIn(scope.PlaceVariable, 12)} happens";
        }

        var other = chance.Between(1, count);
        var of = draw.Clauses.Find(clause => clause.Number == other);
        var inPlace = of is { Places.Count: > 0 } && chance.Percent(60) ? $" in {chance.Pick(of.Places)}" : "";
        return $"clause {other} is broken{(chance.Percent(50) ? $" by {chance.Pick(draw.Between)}" : "")}{inPlace}";
    }
}
