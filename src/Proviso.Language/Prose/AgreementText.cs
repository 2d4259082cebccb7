using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>The whole agreement as a document.</summary>
sealed class AgreementText
{
    private readonly Case file;
    private readonly Agreement agreement;
    private readonly Prose prose;
    private readonly DisputeNotes notes;
    private readonly ImmutableDictionary<string, ArticleText> articles;

    public AgreementText(Case file, Prose prose)
    {
        this.file = file;
        this.prose = prose;
        agreement = file.Agreement;
        notes = new DisputeNotes(agreement);
        articles = agreement.Clauses.ToImmutableDictionary(
            clause => clause.Id,
            clause => new ArticleText(clause, prose.ArticleWithTitle, Preceding(clause), word => notes.On(clause, word)),
            StringComparer.Ordinal);
    }

    /// <summary>The document; with the positions and reports on file after it if asked for.</summary>
    public Document Write(bool withFile)
    {
        var definitions = new DefinitionsText(agreement, notes);
        var disputes = Disputes();
        ImmutableArray<Block> onFile = withFile
            ? [.. Numbered("Positions on file", file.Positions.Select(prose.Sentence)), .. Reports()]
            : [];
        return new Document(agreement.Title,
        [
            .. Source(),
            .. Partial(),
            .. Numbered("Parties", Parties()),
            .. Numbered("Entry into force and end", InForce()),
            .. Numbered("Definitions", definitions.Definitions()),
            .. Numbered("Places", definitions.Places()),
            .. Numbered("Numbers that are added up", definitions.Unlimited()),
            .. Numbered("How the articles are read", [.. General(), .. Acts()]),
            .. agreement.Clauses.SelectMany(Article),
            .. agreement.Disputes.IsEmpty ? [] : (IEnumerable<Block>)[new Heading(1, "What is disputed"), .. disputes.Disputes()],
            .. disputes.Views(),
            .. Numbered("Assumptions", disputes.Assumptions()),
            .. Numbered("What is left out", agreement.Omissions.Select(omitted => English.Sentence($"{omitted.What}: {omitted.Why}"))),
            .. onFile,
        ]);
    }

    /// <summary>The one article.</summary>
    public Document Write(string clauseId) => new(agreement.Title, [.. agreement.Clauses.Where(clause => clause.Id == clauseId).SelectMany(Article)]);

    /// <summary>What a dispute is on.</summary>
    public string About(Dispute dispute) => Disputes().Binds(dispute.Target);

    /// <summary>What a reading says, in full.</summary>
    public string Meaning(Dispute dispute, Reading reading) => Disputes().Means(dispute.Target, reading.Meaning);

    private DisputesText Disputes() => new(agreement, id => articles.GetValueOrDefault(id) ?? Unknown(id));

    private static IEnumerable<Block> Numbered(string heading, IEnumerable<string> paragraphs)
    {
        var all = paragraphs.ToList();
        return all.Count == 0
            ? []
            : [new Heading(1, heading), .. all.Select((text, index) => new Paragraph(Number(index), text))];
    }

    private static string Number(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static ArticleText Unknown(string id) => throw new System.Diagnostics.UnreachableException($"No clause {id}.");

    private IEnumerable<Block> Source()
    {
        if (agreement.Source is { } source)
        {
            yield return new Paragraph(null, $"Source: {Statements.Cited(source)}.");
        }
    }

    private IEnumerable<Block> Partial()
    {
        if (!agreement.Omissions.IsEmpty)
        {
            yield return new Paragraph(null, "This text is not the whole of what it is named after, nor need it have its words. The main parts that it leaves out, and why, are listed at the end.");
        }
    }

    private IEnumerable<string> Parties()
    {
        yield return English.Sentence($"this agreement is between {English.And(agreement.Between.Select(Terms.Party))}");
        foreach (var group in agreement.Parties.Where(party => party.IsGroup))
        {
            yield return Group(group);
        }

        var between = agreement.Between.Select(party => party.Name).ToHashSet(StringComparer.Ordinal);
        var others = agreement.Parties.Where(party => !between.Contains(party.Name)).ToList();
        if (others.Count > 0)
        {
            yield return $"Others may be spoken of, or may report: {English.And(others.Select(Terms.Party))}. That makes nobody a party.";
        }
    }

    private static string Group(Party group)
    {
        var members = group.Members.Select(member =>
            Terms.Party(member.Member) + (member.Days == DayRange.Always ? "" : $" ({Dates.Range(member.Days)})"));
        var grades = group.Members.Select(member => member.Grade).Distinct().ToList();
        var grade = grades is [{ } only] ? $" ({Statements.Grade(only)})" : "";
        var sources = group.Members.Select(member => member.Source).OfType<Citation>().Select(Statements.Cited).Distinct().ToList();
        var source = sources.Count == 0 ? "" : $" Source: {string.Join("; ", sources)}.";
        return $"{English.Capital(Terms.Party(group))} is a group. Its members, as far as they matter here{grade}, are {English.And(members)}. What a member does or has counts for the group "
            + $"while it is a member.{source}";
    }

    private IEnumerable<string> InForce()
    {
        yield return agreement.InForce.Before == int.MaxValue
            ? $"This agreement is in force {Dates.Range(agreement.InForce)}. No end is fixed."
            : $"This agreement is in force {Dates.Range(agreement.InForce)}.";
        yield return agreement.Clock.IsLocal
            ? "Days are calendar days by the civil clock of each place: a date is the same day everywhere, whenever it begins there."
            : $"Days are calendar days in {(agreement.Clock.Name == "UTC" ? "Coordinated Universal Time (UTC)" : $"the civil time of {agreement.Clock.Name.Replace('_', ' ')}")}. Times that are due run by that clock. A date reported for a place is the date at that place.";
        yield return "A state of things holds on a day if it holds at any moment of that day.";
    }

    private IEnumerable<string> General()
    {
        if (agreement.Clauses.Any(clause => clause.Duty is Restraint or MayHave))
        {
            yield return "To have a thing means to own it or to operate it.";
        }

        if (agreement.Clauses.Any(clause => clause.ForEach is not null))
        {
            yield return "An article that applies to each of several places or parties, taken separately, is one obligation or right for each of them; what becomes of one "
                + "does not touch the others.";
        }

        if (agreement.Clauses.Any(clause => clause.Offer is not null))
        {
            yield return "An article that is offered is open to an addressee from the end of the day on which it is proposed to that addressee. It closes for an addressee who refuses it, "
                + "and for all when the one who offered it takes it back, as long as it has not been accepted; a new proposal opens it again. To acknowledge an offer neither accepts nor "
                + "refuses it.";
        }

        if (agreement.Clauses.Any(clause => clause.Duty is ShallDo))
        {
            yield return "Where an act is due, it counts from when the one to whom it is due received it; where no receipt is reported, from when it was done.";
        }

        if (agreement.Clauses.Any(clause => agreement.WordingsOf(clause).SelectMany(slot => slot.Readings).OfType<ConditionSlot>().Any(slot => LooksToBreach(slot.Condition))))
        {
            yield return "A condition that looks to a breach looks to the end of the day before, so that of two parties who first act on the same day neither is excused by the other.";
        }

        if (agreement.Clauses.Any(clause => clause.Duty is Restraint))
        {
            yield return "A breach that has begun is told here as lasting until the conduct ends, even where the obligation has lapsed or ended in the meantime"
                + (agreement.Clauses.Any(clause => clause.Duty is ShallHaveAtMost) ? "; where an article says “at most”, not beyond the term of this agreement." : ".");
        }
    }

    private IEnumerable<string> Acts()
    {
        var withdrawal = agreement.Notice is null ? "or withdrawal" : "or resumption, or a withdrawal from a single article";
        yield return $"A proposal, acceptance, refusal, suspension{(agreement.Notice is null ? ", resumption" : "")} {withdrawal} takes effect at the end of the day on which it is made. It is proved only by a statement of the party itself. "
            + "Whether it was lawful is not decided here."
            + (agreement.Clauses.Any(clause => agreement.WordingsOf(clause).Any(slot => slot.Readings.Contains(null))) ? " Where this text puts the effect of a declaration in dispute, the readings of that dispute say what it is." : "");
        yield return "A suspension lasts until that party resumes what it suspended. A withdrawal is for good.";
        if (agreement.Notice is { } notice)
        {
            yield return $"A withdrawal from this agreement takes effect {Duties.Say(notice)} after it is declared{(notice.Unit == StepUnit.Days ? "" : ", on the day of the same number; where that month has no such day, "
                + "it is open whether on its last day or on the day after")}. From the day on which it takes effect the party is bound no longer.";
        }

        if (agreement.Between.Length > 1)
        {
            yield return "When fewer than two parties are left, this agreement binds nobody any more.";
        }
    }

    private IEnumerable<Block> Article(Clause clause)
    {
        var article = articles[clause.Id];
        yield return new Heading(1, article.Heading);
        if (!clause.Quoted.IsEmpty)
        {
            yield return new Quotation(clause.Quoted);
        }

        var number = 0;
        foreach (var paragraph in article.Paragraphs())
        {
            yield return new Paragraph(Number(number++), paragraph);
        }

        var disputed = notes.In(clause);
        if (!disputed.IsEmpty)
        {
            yield return new Paragraph(null, $"How this article applies depends on {DisputeNotes.Say([.. disputed.Select(each => each.Number)])}.");
        }
    }

    private static bool LooksToBreach(Condition condition) => condition switch
    {
        ClauseBroken => true,
        NotCondition not => LooksToBreach(not.Part),
        AllConditions all => all.Parts.Any(LooksToBreach),
        AnyCondition any => any.Parts.Any(LooksToBreach),
        _ => false,
    };

    private IEnumerable<Block> Reports() => Numbered("Reports on file", file.Reports.Select(report => $"{English.Quoted(report.Name)}: {prose.Sentence(report)}"));

    private ImmutableArray<string> Preceding(Clause clause) =>
        [.. agreement.Clauses.Where(other => other.Duty is MayHave && other.Despite.Contains(clause.Id)).Select(other => other.Id)];
}
