using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Proviso.Language.Syntax;

namespace Proviso.Formats.Statements;

/// <summary>Takes a sentence apart.</summary>
public static class StatementOf
{
    /// <summary>The statement that a sentence makes, or null when it makes none (it is no report, position or day of reading). Requires a
    /// sentence without errors.</summary>
    /// <param name="file">The file it stands in, or null to leave that out.</param>
    public static Statement? Sentence(Sentence sentence, string? file = null)
    {
        var parts = new PartList();
        switch (sentence)
        {
            case SourcesSentence sources:
                parts.Text(PartNames.Sentence, "sources");
                parts.Text(PartNames.File, file);
                parts.Text(PartNames.ReadOn, sources.Date.Text);
                break;
            case ReportSentence report:
                parts.Text(PartNames.Sentence, "report");
                parts.Text(PartNames.File, file);
                parts.Text(PartNames.Name, report.Name.Text);
                parts.List(PartNames.Quoted, sentence.Quoted);
                Content(parts, report.Content);
                Attribution(parts, report.Attribution);
                break;
            case PositionSentence position:
                parts.Text(PartNames.Sentence, "position");
                parts.Text(PartNames.File, file);
                parts.Text(PartNames.Holder, position.Holder.Text);
                parts.List(PartNames.Quoted, sentence.Quoted);
                Stance(parts, position.Stance);
                Attribution(parts, position.Attribution);
                break;
            default:
                return null;
        }

        return new(parts.Drain(), default);
    }

    private static void Content(PartList parts, ReportContentSyntax content)
    {
        switch (content)
        {
            case StateContentSyntax state:
                parts.Flag(PartNames.No, state.NoWord);
                Subject(parts, state.Subject);
                parts.Text(PartNames.State, state.State.Text);
                parts.Words(PartNames.Amount, state.Amount);
                parts.Text(PartNames.In, state.In.Name.Text);
                Stay(parts, state.Stay);
                break;
            case TotalContentSyntax total:
                parts.Flag(PartNames.Total, total.TotalWord);
                Subject(parts, total.Subject);
                parts.Text(PartNames.State, total.State.Text);
                parts.Words(PartNames.Amount, total.Amount);
                parts.Text(PartNames.In, total.In.Name.Text);
                Stay(parts, total.Stay);
                break;
            case EventContentSyntax happening:
                parts.Text(PartNames.Event, happening.Event.Text);
                parts.Text(PartNames.EventBy, happening.By.Name.Text);
                parts.Text(PartNames.EventTo, happening.To?.Name.Text);
                parts.Flag(PartNames.NotReceived, happening.NotReceived);
                Subject(parts, happening.Of?.Subject);
                parts.Words(PartNames.Amount, happening.Of?.Amount);
                parts.Text(PartNames.In, happening.In?.Name.Text);
                parts.Words(PartNames.On, happening.Point.When);
                parts.List(PartNames.For, Names(happening.For));
                break;
            case AttributeContentSyntax attribute:
                parts.Text(PartNames.Model, attribute.Model.Text);
                parts.Pairs(PartNames.Has, [attribute.Pair]);
                break;
            case EndContentSyntax end:
                parts.Text(PartNames.EndOf, end.Report.Text);
                parts.Words(PartNames.On, end.Point.When);
                break;
            case AccessContentSyntax access:
                parts.Text(PartNames.AccessDeniedTo, access.Party.Text);
                parts.Text(PartNames.In, access.In.Name.Text);
                Stay(parts, access.Stay);
                break;
            case LogContentSyntax log:
                parts.Text(PartNames.LogOf, log.Party.Text);
                Stay(parts, log.Stay);
                break;
            case CorrectionContentSyntax correction:
                parts.Text(PartNames.Corrects, correction.Report.Text);
                foreach (var part in correction.Parts)
                {
                    Corrected(parts, part);
                }

                break;
            default:
                throw new UnreachableException(content.GetType().Name);
        }
    }

    private static void Corrected(PartList parts, CorrectionPartSyntax part)
    {
        switch (part)
        {
            case DidNotOccurSyntax denied:
                parts.Flag(PartNames.DidNotOccur, denied.Words);
                break;
            case SubjectCorrectionSyntax subject:
                Subject(parts, subject.Subject);
                break;
            case AmountCorrectionSyntax amount:
                parts.Words(PartNames.Amount, amount.Amount);
                break;
            case PlaceCorrectionSyntax place:
                parts.Text(PartNames.In, place.In.Name.Text);
                break;
            case TimeCorrectionSyntax time:
                Stay(parts, time.Stay);
                break;
            default:
                throw new UnreachableException(part.GetType().Name);
        }
    }

    private static void Subject(PartList parts, SubjectSyntax? subject)
    {
        parts.Text(PartNames.Thing, subject?.Name.Text);
        parts.Text(PartNames.As, subject?.As?.Name.Text);
        if (subject?.With is { } with)
        {
            parts.Pairs(PartNames.With, with.Pairs);
        }
    }

    private static ImmutableArray<string> Names(NamesSyntax? names) => names is null ? [] : [.. names.Names.Select(name => name.Text)];

    private static void Stay(PartList parts, StaySyntax stay)
    {
        switch (stay)
        {
            case OnStaySyntax on:
                parts.Words(PartNames.On, on.When);
                break;
            case FromStaySyntax from:
                parts.Words(PartNames.From, from.Start);
                parts.Words(PartNames.To, from.Last);
                parts.Flag(PartNames.Onward, from.OnwardWord);
                break;
            case SinceStaySyntax since:
                parts.Words(PartNames.Since, since.Start);
                parts.Words(PartNames.StillOn, since.Still);
                break;
            default:
                throw new UnreachableException(stay.GetType().Name);
        }

        parts.Text(PartNames.LastingAtLeast, stay.Lasting is { } lasting ? $"{lasting.Number.Text} {lasting.Unit.Text}" : null);
    }

    private static void Stance(PartList parts, StanceSyntax stance)
    {
        switch (stance)
        {
            case ContestsSyntax contests:
                parts.Text(PartNames.Verb, contests.Verb.Text);
                parts.Text(PartNames.Report, contests.Report.Text);
                parts.Text(PartNames.Its, contests.Part?.Text);
                break;
            case TakesStanceSyntax takes:
                parts.Text(PartNames.Verb, takes.FromWord is null ? takes.Verb.Text : $"{takes.Verb.Text} {takes.FromWord.Text}");
                Target(parts, takes.Target);
                parts.List(PartNames.ProposedTo, Names(takes.To));
                break;
            default:
                throw new UnreachableException(stance.GetType().Name);
        }
    }

    private static void Target(PartList parts, PositionTargetSyntax target)
    {
        switch (target)
        {
            case ClauseTargetSyntax clause:
                parts.Text(PartNames.Clause, clause.Clause.Number.Text);
                parts.Text(PartNames.In, clause.In?.Name.Text);
                break;
            case AgreementTargetSyntax agreement:
                parts.Flag(PartNames.Agreement, agreement);
                break;
            case ReadingTargetSyntax reading:
                parts.Text(PartNames.Reading, reading.Reading.Text);
                parts.Text(PartNames.Dispute, reading.Dispute.Text);
                break;
            default:
                throw new UnreachableException(target.GetType().Name);
        }
    }

    private static void Attribution(PartList parts, ImmutableArray<AttributionSyntax> attribution)
    {
        foreach (var part in attribution)
        {
            switch (part)
            {
                case ByAttributionSyntax by:
                    parts.Text(PartNames.By, by.Name.Text);
                    break;
                case SaidAttributionSyntax said:
                    parts.Words(PartNames.Said, said.When);
                    break;
                case ReceivedAttributionSyntax received:
                    parts.Receipt(new(received.Name.Text, PartList.WordsOf(received.When)));
                    break;
                case GradeAttributionSyntax grade:
                    parts.Text(PartNames.Grade, string.Join(' ', grade.Grade.Tokens.Skip(1).Select(token => token.Text)));
                    break;
                case QuotingAttributionSyntax quoting:
                    parts.Text(PartNames.Quoting, quoting.Title.Value);
                    break;
                case SourceAttributionSyntax source:
                    parts.Text(PartNames.Source, source.Citation.Title.Value);
                    parts.Text(PartNames.At, source.Citation.Address?.Value);
                    break;
                case ReadAttributionSyntax read:
                    parts.Text(PartNames.Read, read.Date.Text);
                    break;
                case OnAttributionSyntax on:
                    parts.Words(PartNames.On, on.When);
                    break;
                default:
                    throw new UnreachableException(part.GetType().Name);
            }
        }
    }

    /// <summary>Collects parts; what is not there adds none.</summary>
    private sealed class PartList
    {
        private readonly ImmutableArray<StatementPart>.Builder parts = ImmutableArray.CreateBuilder<StatementPart>();

        public ImmutableArray<StatementPart> Drain() => parts.DrainToImmutable();

        public void Text(string name, string? text)
        {
            if (text is not null)
            {
                Add(name, new TextValue(text));
            }
        }

        public void Words(string name, SyntaxNode? node) => Text(name, node is null ? null : WordsOf(node));

        public void Flag(string name, SyntaxElement? element)
        {
            if (element is not null)
            {
                Add(name, new FlagValue());
            }
        }

        public void List(string name, ImmutableArray<string> items)
        {
            if (items.Length > 0)
            {
                Add(name, new ListValue(items));
            }
        }

        public void Pairs(string name, IReadOnlyList<PairSyntax> pairs)
        {
            if (pairs.Count > 0)
            {
                Add(name, new PairsValue([.. pairs.Select(pair => new Pair(pair.Name.Text, WordsOf(pair.Value)))]));
            }
        }

        /// <summary>Receipts stand together, where the first does.</summary>
        public void Receipt(Receipt receipt)
        {
            for (var at = 0; at < parts.Count; at++)
            {
                if (parts[at].Value is ReceiptsValue { Receipts: var before })
                {
                    parts[at] = parts[at] with { Value = new ReceiptsValue(before.Add(receipt)) };
                    return;
                }
            }

            Add(PartNames.Received, new ReceiptsValue([receipt]));
        }

        private void Add(string name, PartValue value) => parts.Add(new(name, value, default));

        /// <summary>The words of a node with one blank between them.</summary>
        public static string WordsOf(SyntaxNode node)
        {
            var words = new StringBuilder();
            foreach (var token in node.Tokens)
            {
                words.Append(words.Length == 0 || token.Kind == TokenKind.Comma ? "" : " ").Append(token.Text);
            }

            return words.ToString();
        }
    }
}
