using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Answers;

/// <summary>Why a verdict is what it is, in one view.</summary>
/// <param name="Accessions">The memberships begun since the agreement is in force on which it turns.</param>
/// <param name="Paragraphs">The reasons in plain English.</param>
public sealed record WhyAnswer(Explanation Explanation, ImmutableArray<Decision> Decisions, ImmutableArray<Accession> Accessions, ImmutableArray<string> Paragraphs)
{
    /// <summary>Explains one verdict.</summary>
    public static WhyAnswer On(Verdicts verdicts, Deciders deciders, Row row, View view, int day)
    {
        var explanation = Explainer.Why(verdicts, row, view, day);
        var decisions = deciders.Of(row, view, day);
        var accessions = Accession.Of(verdicts, row, view, day);
        var paragraphs = Dated(Account.Paragraphs(verdicts.Case, explanation, decisions, accessions), ViewAnswer.On(verdicts, row, view, day));
        var isTold = explanation.Verdict.Standing != Standing.CannotTell && explanation.Verdict.Conduct != Conduct.CannotTell;
        return new(explanation, decisions, accessions, decisions.IsEmpty && !isTold && deciders.NotTried(row.Clause) is { } why ? [.. paragraphs, $"No reading settles it: {why}."] : paragraphs);
    }

    /// <summary>Where the conduct is older than the whole answer, the first paragraph tells both days.</summary>
    private static ImmutableArray<string> Dated(ImmutableArray<string> paragraphs, ViewAnswer answer) => answer.OlderConduct is { } since
        ? paragraphs.SetItem(0, $"{paragraphs[0]} It has been {Prose.Conduct(answer.Verdict.Conduct)} since {Prose.Date(since)}; the answer as a whole has been so since {Prose.Date(answer.Days.From)}.")
        : paragraphs;
}
