using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Formats.Answers;

namespace Proviso.Formats;

/// <summary>The JSON of <c>proviso why</c>; its schema is <c>docs/schemas/why.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/why/1".</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="KnownOn">What was known by the end of this day counts.</param>
/// <param name="KnownTo">The party to which it was known, or null for the public.</param>
/// <param name="Answers">One for each view asked about, in order.</param>
public sealed record WhyDocument(
    string Schema,
    AgreementHeading Agreement,
    string AsOf,
    string KnownOn,
    string? KnownTo,
    ClauseHeading Clause,
    string Party,
    string? Addressee,
    string? Instance,
    string? Place,
    ImmutableArray<WhyEntry> Answers)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/why/1";

    /// <summary>The document of answers about one row on one day; requires at least one.</summary>
    public static WhyDocument From(Verdicts verdicts, ImmutableArray<WhyAnswer> answers)
    {
        var first = answers[0].Explanation;
        var agreement = verdicts.Case.Agreement;
        return new(
            SchemaName,
            new(agreement.Name, agreement.Title),
            Words.Date(first.Day),
            Words.Date(verdicts.Horizon),
            verdicts.Knowledge.To?.Name,
            new(first.Row.Clause.Id, first.Row.Clause.Title),
            first.Row.Party.Name,
            first.Row.Addressee?.Name,
            first.Row.Instance?.Name,
            first.Row.Place?.Name,
            [.. answers.Select(answer => WhyEntry.Of(verdicts, answer))]);
    }
}

/// <summary>One answer with its reasons.</summary>
/// <param name="Cause">What brought it about, in a few words; null where no single thing on file can be named for it.</param>
/// <param name="Paragraphs">The reasons in plain English; the first names the question and the answer.</param>
/// <param name="DecidedBy">When something cannot be told: the smallest choices that would settle it; otherwise the single readings
/// that would make it another.</param>
/// <param name="TurnsOn">The memberships begun since the agreement is in force without which it would be another; null when there are none.</param>
/// <param name="FirstKnown">In hindsight: the first day on which all the reports that prove it were public; null when that is not
/// after the day asked about.</param>
/// <param name="Proof">The proof of the standing, then that of the conduct.</param>
public sealed record WhyEntry(
    StatusVerdict Verdict,
    string? Cause,
    ImmutableArray<string> Paragraphs,
    ImmutableArray<DecisionEntry> DecidedBy,
    ImmutableArray<AccessionEntry>? TurnsOn,
    string? FirstKnown,
    ImmutableArray<ProofEntry> Proof)
{
    internal static WhyEntry Of(Verdicts verdicts, WhyAnswer answer)
    {
        var explanation = answer.Explanation;
        var lines = Account.Tree(verdicts.Case, explanation);
        var told = ViewAnswer.On(verdicts, explanation.Row, explanation.View, explanation.Day);
        return new(
            StatusVerdict.Of(told, verdicts.Horizon),
            Answers.Cause.Of(verdicts.Case, explanation, told.StandingDays.From),
            answer.Paragraphs,
            [.. answer.Decisions.Select(DecisionEntry.Of)],
            answer.Accessions.IsEmpty ? null : [.. answer.Accessions.Select(AccessionEntry.Of)],
            explanation.KnownSince is { } since ? Words.Date(since) : null,
            [ProofEntry.Of(explanation.Standing, lines[0]), ProofEntry.Of(explanation.Conduct, lines[1])]);
    }
}

/// <summary>Choices which, made together, give a verdict.</summary>
/// <param name="Possible">When the standing is still "cannot tell": those not ruled out.</param>
public sealed record DecisionEntry(
    ImmutableArray<ChoiceEntry> Choices, string Label, string Standing, ImmutableArray<string>? Possible, string Conduct)
{
    internal static DecisionEntry Of(Decision decision) => new(
        [.. decision.Choices.Select(ChoiceEntry.Of)],
        Labels.Of(decision.Verdict),
        Words.Of(decision.Verdict.Standing),
        decision.Verdict.Standing == Language.Binding.Standing.CannotTell ? Words.Of(decision.Verdict.Possible) : null,
        Words.Of(decision.Verdict.Conduct));
}

/// <summary>A membership, and the verdict without it.</summary>
/// <param name="Whole">The group, region or theatre.</param>
/// <param name="From">The first day of membership.</param>
/// <param name="Grade">How good the source of the date is, if that is stated.</param>
public sealed record AccessionEntry(
    string Member, string Whole, string From, string? Grade, string Label, string Standing, ImmutableArray<string>? Possible, string Conduct)
{
    internal static AccessionEntry Of(Accession accession) => new(
        accession.Member,
        accession.Whole,
        Words.Date(accession.Since),
        accession.Grade is { } grade ? Words.Of(grade) : null,
        Labels.Of(accession.Without),
        Words.Of(accession.Without.Standing),
        accession.Without.Standing == Language.Binding.Standing.CannotTell ? Words.Of(accession.Without.Possible) : null,
        Words.Of(accession.Without.Conduct));
}

/// <summary>To read a dispute so, or to believe a report or not.</summary>
public sealed record ChoiceEntry(string? Dispute, string? Reading, string? Report, bool? Believed)
{
    internal static ChoiceEntry Of(Choice choice) => choice switch
    {
        ReadAs read => new(read.Dispute.Name, read.Reading.Name, null, null),
        Believe believe => new(null, null, believe.Report.Name, believe.Believed),
        _ => throw new UnreachableException(choice.GetType().Name),
    };
}

/// <summary>A step or a leaf of a proof.</summary>
/// <param name="Kind">"step", "report", "nothing on file", "position", "term" or "reading".</param>
/// <param name="Says">It in plain English.</param>
/// <param name="From">The first day it speaks of; null: no beginning.</param>
/// <param name="Through">The last such day; null: no end.</param>
/// <param name="Sign">Of a step: "proved", "refuted", "not proved" or "not refuted".</param>
/// <param name="Rule">Of a step: how it follows, as <c>docs/explanations.md</c> names it.</param>
/// <param name="Report">The name of a report.</param>
/// <param name="Digest">SHA-256 of the report, or over all known reports for what was not found; lower-case hexadecimal.</param>
/// <param name="Doubts">Why the report does not prove it.</param>
/// <param name="NearMisses">Of what was not found: the reports that come nearest.</param>
/// <param name="Reading">The reading taken; null when the dispute is left open.</param>
/// <param name="Because">What it follows from.</param>
public sealed record ProofEntry(
    string Kind,
    string Says,
    string? From,
    string? Through,
    string? Sign,
    string? Rule,
    string? Report,
    string? Digest,
    ImmutableArray<string>? Doubts,
    ImmutableArray<NearMissEntry>? NearMisses,
    string? Dispute,
    string? Reading,
    ImmutableArray<ProofEntry>? Because)
{
    internal static ProofEntry Of(Proof proof, AccountLine line)
    {
        var entry = new ProofEntry(
            KindOf(proof),
            line.Text,
            proof.Days.From == int.MinValue ? null : Words.Date(proof.Days.From),
            proof.Days.Before == int.MaxValue ? null : Words.Date(proof.Days.Before - 1),
            null, null, null, null, null, null, null, null, null);
        return proof switch
        {
            Step step => entry with
            {
                Sign = SignOf(step.Sign),
                Rule = JsonNamingPolicy.KebabCaseLower.ConvertName(step.Rule.ToString()),
                Because = [.. step.Because.Zip(line.Because, Of)],
            },
            ReportLeaf report => entry with
            {
                Report = report.Report.Name,
                Digest = report.Digest,
                Doubts = report.Doubts.IsEmpty ? null : [.. report.Doubts.Select(doubt => doubt.Text)],
            },
            AbsentLeaf absent => entry with
            {
                Digest = absent.Digest,
                NearMisses = [.. absent.NearMisses.Select(miss => new NearMissEntry(miss.Report.Name, miss.Because))],
            },
            ReadingLeaf reading => entry with { Dispute = reading.Dispute.Name, Reading = reading.Reading?.Name },
            ActLeaf or TermLeaf => entry,
            _ => throw new UnreachableException(proof.GetType().Name),
        };
    }

    private static string KindOf(Proof proof) => proof switch
    {
        Step => "step",
        ReportLeaf => "report",
        AbsentLeaf => "nothing on file",
        ActLeaf => "position",
        TermLeaf => "term",
        ReadingLeaf => "reading",
        _ => throw new UnreachableException(proof.GetType().Name),
    };

    private static string SignOf(Sign sign) => sign switch
    {
        Evaluation.Explanation.Sign.Proved => "proved",
        Evaluation.Explanation.Sign.Refuted => "refuted",
        Evaluation.Explanation.Sign.NotProved => "not proved",
        Evaluation.Explanation.Sign.NotRefuted => "not refuted",
        _ => throw new UnreachableException(sign.ToString()),
    };
}

/// <summary>A report that is not what is asked, and in what it differs.</summary>
public sealed record NearMissEntry(string Report, string Because);
