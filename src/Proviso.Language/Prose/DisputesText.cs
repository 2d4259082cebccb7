using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>What is disputed, who reads it how, and what is assumed.</summary>
sealed class DisputesText(Agreement agreement, Func<string, ArticleText> articleOf)
{
    /// <summary>Where a dispute's readings bind: "the words “is deployed” in paragraph 3 of Article 1".</summary>
    public string Binds(DisputeTarget target) => target switch
    {
        OnDefine on => $"the term {English.Quoted(NounTitle(on.Define))}, wherever it is used",
        OnAttribute on => $"the {Terms.Quality(on.Attribute, Terms.Declaration(ModelOf(on)?.Kind, on.Attribute))} of the {NounTitle(on.Model)}, wherever it matters",
        OnState { ClauseId: { } id, Slot: { } slot } on =>
            $"the words {English.Quoted(StatePredicate(on.State))} in {Part(id, slot)}, also where they stand behind other words there, and nowhere else",
        OnState { ClauseId: { } id } on => $"the words {English.Quoted(StatePredicate(on.State))} in {Conditions.Article(id)}, and nowhere else",
        OnState on => $"the words {English.Quoted(StatePredicate(on.State))}, wherever they are used",
        OnSlot on when articleOf(on.ClauseId).ParagraphOf(Slot(on.Slot)) is null => $"whether a condition is to be read into {Conditions.Article(on.ClauseId)}",
        OnSlot on => $"the wording of {Part(on.ClauseId, Slot(on.Slot))}",
        OnExtent on => $"what lies directly in {English.And(on.Places.Select(PlaceTitle))}",
        _ => throw new UnreachableException(target.GetType().Name),
    };

    /// <summary>What a reading says, in full: "a thing “is deployed” when it is present for 30 days running".</summary>
    public string Means(DisputeTarget target, Meaning meaning) => (target, meaning) switch
    {
        (OnDefine on, NounMeaning noun) => $"{English.Quoted(NounTitle(on.Define))} means {Terms.Body(noun.Bases, noun.Where)}",
        (OnDefine on, AsDeclared) => Define(on) is { } define
            ? $"as defined above: {English.Quoted(NounTitle(on.Define))} means {Terms.Body(define.Bases, define.Where)}"
            : "as defined above",
        (OnAttribute on, ValueMeaning value) => Terms.Has("the " + NounTitle(on.Model), on.Attribute, value.Value, ModelOf(on)?.Kind),
        (OnAttribute on, AsDeclared) => ModelOf(on)?.Attributes.FirstOrDefault(each => each.Attribute == on.Attribute) is { } declared
            ? "as described above: " + Terms.Has("the " + NounTitle(on.Model), on.Attribute, declared.Value, ModelOf(on)!.Kind)
            : "as reported; the text itself gives no figure",
        (OnState on, StateMeaning state) => $"a thing {English.Quoted(StatePredicate(on.State))} at a place on a day when, at that place and on that day, it {States.Say(state.Expression)}",
        (OnState on, AsDeclared) => StateOf(on)?.Means is { } means
            ? $"as defined above: a thing {English.Quoted(StatePredicate(on.State))} at a place on a day when, at that place and on that day, it {States.Say(means)}"
            : $"the words are taken as reported: a thing {English.Quoted(StatePredicate(on.State))} when it is reported so",
        (OnSlot on, SlotMeaning slot) when articleOf(on.ClauseId).ParagraphOf(Slot(on.Slot)) is null =>
            $"{Conditions.Article(on.ClauseId)} is read with this added: {English.Quoted(articleOf(on.ClauseId).Meaning(slot.Slot))}",
        (OnSlot on, SlotMeaning slot) => $"{Part(on.ClauseId, Slot(on.Slot))} is read: {English.Quoted(articleOf(on.ClauseId).Meaning(slot.Slot))}",
        (OnSlot on, AsDeclared) when articleOf(on.ClauseId).ParagraphOf(Slot(on.Slot)) is null => $"{Conditions.Article(on.ClauseId)} is read as it stands, with nothing added",
        (OnSlot on, AsDeclared) => $"{Part(on.ClauseId, Slot(on.Slot))} is read as it stands",
        (OnExtent on, ExtentMeaning extent) => $"{Takes(on.Places)} {DefinitionsText.Extent(extent.Parts.Select(part => (part.Place, part.Days)))}, and nothing else",
        (OnExtent on, AsDeclared) => "as set out above under Places: " + string.Join("; ", on.Places.Select(name => $"{Takes([name])} {Declared(name)}")),
        _ => throw new UnreachableException($"{meaning.GetType().Name} of {target.GetType().Name}"),
    };

    /// <summary>The section on disputes.</summary>
    public IEnumerable<Block> Disputes()
    {
        foreach (var (dispute, number) in agreement.Disputes.Select((dispute, index) => (dispute, index + 1)))
        {
            yield return new Heading(2, $"Dispute {number}. {dispute.Question}");
            yield return new Paragraph(null, English.Sentence($"this concerns {Binds(dispute.Target)}. It can be read in {English.Number(dispute.Readings.Length)} ways"));
            yield return new Items([.. dispute.Readings.Select((reading, index) => new Item(Mark(index), Reading(dispute, reading)))]);
        }
    }

    /// <summary>The views, each a paragraph and the readings it takes.</summary>
    public IEnumerable<Block> Views()
    {
        var named = agreement.Views.Where(view => view.Kind == ViewKind.Named).ToList();
        if (agreement.Disputes.IsEmpty && named.Count == 0)
        {
            yield break;
        }

        yield return new Heading(1, "Views");
        yield return new Paragraph("1", "The common view leaves every dispute open. In it, and in every view that does not say whose reports it trusts, what a party to this agreement contests is "
            + "held open. Each party has a view of its own, which takes the readings that the party has accepted and leaves the others open."
            + (named.Count == 0 ? "" : " Every other view was made by the author of this text and belongs to no party, whatever its name."));
        foreach (var (view, index) in named.Select((view, index) => (view, index)))
        {
            var chosen = Numbered().Where(each => view.Choices.ContainsKey(each.Dispute.Name)).ToList();
            yield return new Paragraph(English.Figure(index + 2), View(view, chosen.Count > 0));
            if (chosen.Count > 0)
            {
                yield return new Items([.. chosen.Select(each =>
                    new Item($"Dispute {each.Number}:", English.Sentence(Choice(each.Dispute, view.Choices[each.Dispute.Name]))))]);
            }
        }
    }

    /// <summary>One paragraph for each assumption.</summary>
    public IEnumerable<string> Assumptions() => agreement.Assumptions.Select(Assumed);

    /// <summary>"(a)" for 0.</summary>
    public static string Mark(int index) => index < 26 ? $"({(char)('a' + index)})" : $"({(char)('a' + (index / 26) - 1)}{(char)('a' + (index % 26))})";

    private string Reading(Dispute dispute, Reading reading)
    {
        var source = reading.Source is { } cited ? $" Source: {Statements.Cited(cited)}." : " No source is given.";
        return English.Sentence($"{English.Quoted(ReadingTitle(reading))}: {Means(dispute.Target, reading.Meaning)}") + source;
    }

    private string View(View view, bool takesReadings)
    {
        var open = Numbered().Where(each => !view.Choices.ContainsKey(each.Dispute.Name)).Select(each => each.Number).ToList();
        var trust = view.Trusts is { } trusted
            ? $"trusts only the reports of {English.And(trusted.Select(Terms.Party))} and sets all others aside"
            : "trusts all reports";
        var leaves = open.Count == 0 ? "leaves no dispute open" : $"leaves {DisputeNotes.Say(open)} open";
        return $"The view {English.Quoted(English.Words(view.Title))} {trust}, and {leaves}.{(takesReadings ? " It takes these readings:" : "")}";
    }

    private IEnumerable<(int Number, Dispute Dispute)> Numbered() => agreement.Disputes.Select((dispute, index) => (index + 1, dispute));

    private static string Choice(Dispute dispute, string name)
    {
        var index = dispute.Readings.Select(reading => reading.Name).ToList().IndexOf(name);
        return index < 0 ? English.Quoted(English.Words(name)) : $"reading {Mark(index)}, {English.Quoted(ReadingTitle(dispute.Readings[index]))}";
    }

    private string Assumed(Assumption assumption)
    {
        var views = assumption.Views.IsEmpty
            ? ""
            : $"in the {(assumption.Views.Length == 1 ? "view" : "views")} {English.And(assumption.Views.Select(ViewTitle))}, ";
        var predicate = States.Predicate(assumption.State);
        var isPlural = Terms.IsPlural(assumption.Noun);
        return English.Sentence(
            $"{views}it is assumed that, {Dates.Range(assumption.Days)}, no {Terms.Singular(assumption.Noun)} {(isPlural ? Verbs.PluralPredicate(predicate) : predicate)} "
                + $"{Terms.In(assumption.In)} without being reported. What rests on this is said to be assumed");
    }

    private string ViewTitle(string name) =>
        English.Quoted(English.Words(agreement.Views.FirstOrDefault(view => view.Name == name)?.Title ?? name));

    private string Part(string clauseId, ClauseSlot slot) => articleOf(clauseId).ParagraphOf(slot) is { } paragraph
        ? $"paragraph {paragraph} of {Conditions.Article(clauseId)}"
        : Conditions.Article(clauseId);

    private static ClauseSlot Slot(SlotWord word) => word switch
    {
        SlotWord.While => ClauseSlot.While,
        SlotWord.Until => ClauseSlot.Until,
        SlotWord.Unless => ClauseSlot.Unless,
        _ => throw new UnreachableException(word.ToString()),
    };

    private static string ReadingTitle(Reading reading) => reading.Title == reading.Name ? English.Words(reading.Name) : reading.Title;

    private string NounTitle(string name) => agreement.Nouns.FirstOrDefault(noun => noun.Name == name) is { } noun ? Terms.Symbol(noun) : English.Words(name);

    private string PlaceTitle(string name) => agreement.Places.FirstOrDefault(place => place.Name == name) is { } place ? Terms.Place(place) : English.Words(name);

    private string StatePredicate(string name) => agreement.States.FirstOrDefault(state => state.Name == name) is { } state ? States.Predicate(state) : English.Words(name);

    /// <summary>"Europe joins", "each of East Asia and Oceania joins", "European Russia comprises".</summary>
    private string Takes(ImmutableArray<string> places)
    {
        var verb = places.All(name => agreement.Places.Any(place => place is Theatre && place.Name == name)) ? "joins" : "comprises";
        return $"{(places.Length == 1 ? "" : "each of ")}{English.And(places.Select(PlaceTitle))} {verb}";
    }

    private string Declared(string outer)
    {
        var inside = agreement.Containments.Where(each => each.Outer.Name == outer).Select(each => (each.Inner, each.Days)).ToList();
        return inside.Count == 0 ? "nothing that is named here" : DefinitionsText.Extent(inside);
    }

    private State? StateOf(OnState on) => agreement.States.FirstOrDefault(state => state.Name == on.State);

    private Define? Define(OnDefine on) => agreement.Nouns.OfType<Define>().FirstOrDefault(define => define.Name == on.Define);

    private Model? ModelOf(OnAttribute on) => agreement.Nouns.OfType<Model>().FirstOrDefault(model => model.Name == on.Model);
}
