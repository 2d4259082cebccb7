using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§3: what a view makes of statements, contests and disputes.</summary>
/// <param name="forced">Readings taken for the sake of argument, by dispute; they go before the view's own.</param>
sealed class Acceptance(Agreement agreement, Statements statements, View view, IReadOnlyDictionary<string, string> forced)
{
    private readonly Dictionary<string, Truth> known = [];
    private readonly Dictionary<string, IReadOnlyList<Contest>> counting = [];

    public View View => view;

    /// <summary>Proved: accepted. Open: in question. Refuted: set aside.</summary>
    public Truth Of(Statement statement)
    {
        if (!known.TryGetValue(statement.Name, out var answer))
        {
            answer = known[statement.Name] = Judge(statement);
        }

        return answer;
    }

    private Truth Judge(Statement statement)
    {
        if (view is { Kind: ViewKind.Named, Trusts: { } trusts } && !trusts.Any(each => each.Name == statement.By.Name))
        {
            return Truth.Refuted;
        }

        var contests = Counting(statement).Where(contest => contest.Part == ReportPart.Occurrence).ToList();
        if (view.Kind == ViewKind.Party && statement.By.Name != view.Holder!.Name && contests.Exists(contest => contest.Denies))
        {
            return Truth.Refuted;
        }

        return contests.Count > 0 || statement.OccurrenceInQuestion ? Truth.Open : Truth.Proved;
    }

    public bool DateInQuestion(Statement statement) => InQuestion(statement, ReportPart.Date, null);

    public bool PlaceInQuestion(Statement statement) => InQuestion(statement, ReportPart.Place, null);

    public bool NumberInQuestion(Statement statement) => InQuestion(statement, ReportPart.Number, null);

    public bool ClassInQuestion(Statement statement) => InQuestion(statement, ReportPart.Class, null);

    public bool AttributeInQuestion(Statement statement, string attribute) => InQuestion(statement, ReportPart.Attribute, attribute);

    /// <summary>Any part but the occurrence and the number.</summary>
    public bool AnyPartInQuestion(Statement statement) => statement.InQuestion.Any(part => part != CorrectedPart.Number)
        || Counting(statement).Any(contest => contest.Part is not (ReportPart.Occurrence or ReportPart.Number));

    /// <summary>The reading chosen, or all of them when the view leaves the dispute open.</summary>
    public IReadOnlyList<Reading> ReadingsOf(Dispute dispute)
    {
        var chosen = forced.TryGetValue(dispute.Name, out var given) ? given : Chosen(dispute);
        return chosen is null ? dispute.Readings : [dispute.Readings.Single(reading => reading.Name == chosen)];
    }

    private string? Chosen(Dispute dispute) => view.Kind switch
    {
        ViewKind.Named => view.Choices.GetValueOrDefault(dispute.Name),
        ViewKind.Party => OwnReading(dispute),
        _ => null,
    };

    /// <summary>The reading the party accepted last; of two accepted on one day, the one that stands last on file.</summary>
    private string? OwnReading(Dispute dispute) => statements.Positions
        .Where(position => position.Verb == PositionVerb.Accepts
            && position.Holder.Name == view.Holder!.Name && position.Attribution.By.Name == view.Holder!.Name
            && position.Target is OnReading target && target.Dispute == dispute.Name)
        .OrderBy(position => position.When.Latest)
        .Select(position => ((OnReading)position.Target).Reading)
        .LastOrDefault();

    private bool InQuestion(Statement statement, ReportPart part, string? attribute) =>
        statement.InQuestion.Any(corrected => Statements.PartsOf(corrected).Contains(part))
            || Counting(statement).Any(contest => contest.Part == part && (contest.Attribute is null || contest.Attribute == attribute));

    private IReadOnlyList<Contest> Counting(Statement statement)
    {
        if (!counting.TryGetValue(statement.Name, out var answer))
        {
            answer = counting[statement.Name] = [.. statements.Contests.Where(contest => contest.Statement == statement.Name && Counts(contest.By))];
        }

        return answer;
    }

    private bool Counts(Party by) => view switch
    {
        { Kind: ViewKind.Party, Holder: { } holder } => by.Name == holder.Name,
        { Kind: ViewKind.Named, Trusts: { } trusts } => trusts.Any(each => each.Name == by.Name),
        _ => agreement.Between.Any(party => party.Name == by.Name || party.Members.Any(membership => membership.Member.Name == by.Name)),
    };
}
