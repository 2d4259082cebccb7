using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Language.Binding;

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
        var paragraphs = Account.Paragraphs(verdicts.Case, explanation, decisions, accessions);
        var isTold = explanation.Verdict.Standing != Standing.CannotTell && explanation.Verdict.Conduct != Conduct.CannotTell;
        return new(explanation, decisions, accessions, decisions.IsEmpty && !isTold && deciders.NotTried(row.Clause) is { } why ? [.. paragraphs, $"No reading settles it: {why}."] : paragraphs);
    }
}
