using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>A clause as an article: numbered paragraphs, one idea each, with the full meaning of every word that opens a condition.</summary>
/// <param name="yieldingTo">Ids of the clauses that go before this one.</param>
/// <param name="disputeOn">The number of the dispute on a condition slot of it, or null.</param>
sealed class ArticleText(Clause clause, Func<string, string> title, ImmutableArray<string> yieldingTo, Func<SlotWord, int?> disputeOn)
{
    private readonly Scope scope = new(clause, null, null);

    /// <summary>"Article 1. Restraint".</summary>
    public string Heading => $"{English.Capital(Conditions.Article(clause.Id))}. {clause.Title}";

    /// <summary>The paragraphs in order, without numbers. The first states the norm and points to those that qualify it.</summary>
    public IEnumerable<string> Paragraphs()
    {
        ImmutableArray<string> offer = clause.Offer is { } offered ? [Offered(offered)] : [];
        ImmutableArray<string> qualifying = [.. clause.Slots.OrderBy(slot => slot.Word).Select(InDispute), .. yieldingTo.Select(Yields)];
        ImmutableArray<string> counting = [.. Counting(), .. Breaking()];
        var first = offer.Length + 1 + counting.Length + 1;
        return [.. offer, Norm(first, qualifying.Length), .. counting, .. qualifying, .. clause.Despite.Select(GoesBefore), .. Verified()];
    }

    private string InDispute(ConditionSlot slot) => (disputeOn(slot.Word) is { } number ? $"This paragraph is in dispute (Dispute {English.Figure(number)}). " : "") + Meaning(slot);

    /// <summary>What a condition slot says of this article, in full sentences.</summary>
    public string Meaning(ConditionSlot slot)
    {
        var condition = Condition(slot.Condition);
        return (slot.Word, clause.Duty) switch
        {
            (SlotWord.While, ShallDo) =>
                $"Such an obligation arises only if, on {TriggerDay}, {condition}; otherwise none arises. When that is so again, obligations arise again.",
            (SlotWord.While, _) =>
                $"{English.Capital(TheNorm)} binds only as long as {condition}. It lapses on any day on which that is not so, and revives on the "
                    + $"day on which it is so again.",
            (SlotWord.Until, ShallDo) =>
                $"Such obligations arise until {Until(slot)}. Once that condition has been met on any day from the first day of this article on, no such obligation arises after the end of that day{There}, and "
                    + $"none arises again, even if the condition ceases to hold. An obligation that arose before remains.{Void(slot)}",
            (SlotWord.Until, _) =>
                $"{English.Capital(TheNorm)} lasts until {Until(slot)}. Once that condition has been met on any day from the first day of {ThatNorm} on, {ThatNorm} ends at the end of that day{There} and does not "
                    + $"revive, even if the condition ceases to hold.{Void(slot)}",
            (SlotWord.Unless, ShallDo) =>
                $"This article asks for no act where, on {TriggerDay}, {condition}.",
            (SlotWord.Unless, Restraint) =>
                $"Contrary conduct is excused on any day on which {condition}. The excuse covers that day only. A breach that has "
                    + "already begun is not cured by an excuse that comes later, and lasts as long as the conduct does.",
            (SlotWord.Unless, _) => $"{English.Capital(TheNorm)} is not given on a day on which {condition}.",
            _ => throw new UnreachableException(slot.Word.ToString()),
        };
    }

    /// <summary>The paragraph in which a part of the clause stands, counted from 1; null when it has none.</summary>
    public int? ParagraphOf(ClauseSlot part)
    {
        var norm = clause.Offer is null ? 1 : 2;
        var slots = clause.Slots.OrderBy(slot => slot.Word).ToList();
        int? At(SlotWord word) => slots.FindIndex(slot => slot.Word == word) is >= 0 and var index
            ? norm + Counting().Count() + Breaking().Count() + 1 + index
            : null;
        return part switch
        {
            ClauseSlot.Have or ClauseSlot.When => norm,
            ClauseSlot.While => At(SlotWord.While),
            ClauseSlot.Until => At(SlotWord.Until),
            ClauseSlot.Unless => At(SlotWord.Unless),
            _ => throw new UnreachableException(part.ToString()),
        };
    }

    private const string Broken = "Where the time runs out without the act, the obligation is broken from that moment";

    private string TheNorm => clause.Duty is MayHave or MayDo ? "this right" : "this obligation";

    private string ThatNorm => clause.Duty is MayHave or MayDo ? "the right" : "the obligation";

    /// <summary>" in the theatre concerned" when the clause is one for each of several places.</summary>
    private string There => clause.ForEach switch
    {
        { Places: [var first, ..] } => $" {scope.One(first)}",
        { Parties: [_, ..] } => " for the party concerned",
        _ => "",
    };

    private string TriggerDay => clause switch
    {
        { When: { } when } => $"the day of {Acts.TheName(when.Event)}",
        { Duty: ShallDo { Deadline: WithinAfterEach } } => "the day after the period",
        { Duty: ShallDo { Deadline: NoLaterThanEachYear } } => "the first day that counts for it",
        _ => "the first day of this article",
    };

    private string Norm(int first, int qualifying)
    {
        var subject = qualifying switch
        {
            0 => "",
            1 => $"Subject to paragraph {first}, ",
            2 => $"Subject to paragraphs {first} and {first + 1}, ",
            _ => $"Subject to paragraphs {first} to {first + qualifying - 1}, ",
        };
        var step = clause.Step is { } counted ? $" ({Duties.Say(counted)})" : "";
        var from = clause.From is not { } day ? "" : clause.IsByThen ? $"after {Dates.Day(day - 1)}{step}, " : $"from {Dates.Day(day)} on{step}, ";
        var named = scope with { IsNamed = true };
        var when = clause.When is { } pattern ? $"when {Conditions.Happens(pattern, named)}{Duties.Under(clause)}, " : "";
        var deadline = clause.Duty is ShallDo act ? " " + Duties.Say(act.Deadline, clause.When?.Event) : "";
        return English.Sentence($"{subject}{ForEach()}{from}{when}{Duties.Say(clause.Actor, clause.Duty, named)}{deadline}");
    }

    private string ForEach() => clause.ForEach switch
    {
        null => "",
        { Places: [var only], Parties: [] } => $"{Terms.In(only)}, ",
        { Places: [var first, ..] places, Parties: [] } =>
            $"{(first is Site ? "at" : "in")} each of the {Terms.Sort(first)}s {English.And(places.Select(Terms.Place))}, taken separately, ",
        { Parties: var parties } => $"for each of {English.And(parties.Select(Terms.Party))}, taken separately, ",
    };

    private IEnumerable<string> Counting()
    {
        if (clause.Duty is MayDo { Quota: { } quota } right)
        {
            yield return Years(quota, right);
        }

        if (clause.Duty is not ShallDo act)
        {
            yield break;
        }

        if (Duties.Counting(act.Deadline, clause.When?.Event) is { } counting)
        {
            yield return English.Sentence(counting);
        }

        if (act.Deadline is Recurring)
        {
            yield return $"The act is due once for each {Duties.Time(act.Deadline)}{(act.Act.To is EachOtherParty { OfTwo: false } ? " to each other party" : "")}, and each time it is an obligation of its own, which arises only if this article is in force "
                + $"{Duties.Arising(act.Deadline)}. {Broken}{(act.Deadline is WithinAfterEach ? "; an act after that, before the next period ends, is late" : "")}.";
            yield break;
        }

        var trigger = clause.When is { } when ? $"Each {Acts.Name(when.Event)} gives rise to one obligation" : "The act is due once";
        yield return $"{trigger}{(act.Act.To is EachOtherParty { OfTwo: false } ? " to each other party" : "")}. {Broken}; an act after that is late.";
        if (clause.Under is { } under)
        {
            yield return $"{English.Capital(English.A(Acts.Name(clause.When!.Event)))} that is no use of the right under {title(under)}, or is above the number that it allows for the year, asks for no act.";
        }
    }

    /// <summary>Which years the number is of, and what becomes of what is not used.</summary>
    private static string Years(Quota quota, MayDo right)
    {
        var all = quota.InAll is { } sum ? $"{English.Sentence($"that is {English.Figure(sum)} in all{Towards(right)}")} " : "";
        var year = quota.IsCalendar
            ? "The years run from 1 January to 31 December, and the first is that of the entry into force."
            : "A treaty year runs from the entry into force, or an anniversary of it, to the day before the next anniversary.";
        var end = quota.Steps[^1].Through is { } last ? $" After the {English.Ordinal(last)} year there is no such right." : "";
        return $"{all}{year} Each holder of the right has that number{Towards(right)}. {English.Capital(English.A(Acts.Name(right.Act.Event)))} counts in the year in which the addressee receives it or, where no receipt is known, in which it is made. "
            + $"What is not used in a year lapses with the end of that year.{end}";
    }

    private static string Towards(MayDo right) => right.Act.To is null or EachOtherParty { OfTwo: true } ? "" : " towards each addressee";

    private IEnumerable<string> Breaking()
    {
        if (clause.Duty is ShallNotHave have)
        {
            yield return $"There is a breach when {OneWhoOwes()} owns or operates such {(Terms.IsPlural(have.Noun) ? "" : "a ")}"
                + $"{ThingOf(have.Noun)} on a day on which this obligation binds.";
        }

        if (clause.Duty is ShallHaveAtMost { Count: { } count } of)
        {
            yield return English.Sentence($"they are counted as {Duties.Say(count)}");
            if (count.Terms is [{ Weight: > 1 } only])
            {
                yield return English.Sentence($"that is at most {English.Number(of.Number / only.Weight)} {(of.Number / only.Weight == 1 ? Terms.Singular(only.Noun) : Terms.Plural(only.Noun))}");
            }
        }

        if (clause.Duty is ShallHaveAtMost counted)
        {
            yield return $"There is a breach when {OneWhoOwes()} owns or operates more than {English.Number(counted.Number)} of them on a day on which this "
                + "obligation binds. The obligation binds whether or not numbers are reported. A number that is "
                + "not reported is not zero: whether the obligation is kept is known only for days for which totals are declared.";
        }
    }

    /// <summary>Each party owes it by itself, so that one is enough for a breach.</summary>
    private string OneWhoOwes() => clause.Actor is EachParty ? "a party" : scope.Who(clause.Actor);

    /// <summary>What to call a thing after "such a": its noun without what narrows it.</summary>
    private static string ThingOf(Noun noun) =>
        English.Head(noun.Symbol is Model model ? English.Bare(model.Kind.Title) : Terms.Symbol(noun.Symbol));

    private string Until(ConditionSlot slot)
    {
        return slot.Newly
            ? $"the following sets in anew after the start of {(clause.Duty is ShallDo ? "this article" : ThatNorm)}, that is, holds on a day without having held on the day before: "
                + Conditions.Say(slot.Condition, scope)
            : Condition(slot.Condition);
    }

    private string Void(ConditionSlot slot) => slot.Newly
        ? " A condition that already held on the day before that start, and holds on, does not count."
        : clause.Duty is ShallDo
        ? $" If the condition holds both on the day before this article would begin to apply and on the day on which it would, this article is void from birth{There}: no such "
            + "obligation ever arises."
        : $" If the condition holds both on the day before {ThatNorm} would begin and on the day on which it would, {ThatNorm} is void from birth{There}: "
            + "it never binds.";

    /// <summary>The condition as it stands after "until", "as long as" or "on which"; one with several parts comes after a colon.</summary>
    private string Condition(Condition condition) => condition is AllConditions or AnyCondition
        ? "the following holds: " + Conditions.Say(condition, scope)
        : Conditions.Say(condition, scope);

    private static string Offered(Offer offer)
    {
        var one = offer.To.Length == 1;
        var addressee = one ? "the addressee" : "an addressee";
        return $"This article is offered by {Terms.Party(offer.By)} to {English.And(offer.To.Select(Terms.Party))}. It binds nobody until {addressee} accepts it"
            + $"{(one ? "" : ", and then as regards that addressee only")}. {English.Capital(addressee)} accepts it only by saying so itself.";
    }

    private string GoesBefore(string other) => clause.Duty is MayHave or MayDo
        ? $"This article goes before {title(other)}: what it permits is no breach of that article."
        : $"This article goes before {title(other)} where both apply.";

    private string Yields(string other) => $"{English.Capital(title(other))} goes before this article where both apply: what is permitted there is excused here.";

    private IEnumerable<string> Verified()
    {
        if (!clause.VerifiedBy.IsEmpty)
        {
            yield return $"Whether this article is kept is verified by {English.And(clause.VerifiedBy.Select(each => English.Quoted(Acts.Name(each))))}.";
        }
    }
}
