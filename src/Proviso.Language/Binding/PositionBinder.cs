using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Positions: what a party does with the agreement, a clause, a report or a reading.</summary>
sealed class PositionBinder(
    Lexicon lexicon, TimeBinder times, NounBinder nouns, AttributionBinder attributions, ReportFile reports, ViewBinder views, Clock clock)
{
    /// <summary>Binds the positions; answers them in the order written.</summary>
    public ImmutableArray<Position> Bind(ImmutableArray<PositionSentence> sentences, Func<Sentence, SourcesRead> readOn) =>
        [.. sentences.Select(sentence => Position(sentence, readOn(sentence))).OfType<Position>()];

    private Position? Position(PositionSentence sentence, SourcesRead readOn)
    {
        var holder = lexicon.Party(sentence.Holder);
        var verb = VerbOf(sentence.Stance);
        var target = verb is null ? null : Target(sentence.Stance, verb.Value, holder);
        var to = sentence.Stance is TakesStanceSyntax { To: { } named } ? To(named, target) : [];
        var on = sentence.Attribution.OfType<OnAttributionSyntax>().FirstOrDefault();
        var moment = on is null ? null : times.When(on.When);
        var window = moment is null ? null : (Window?)attributions.Instant(moment);
        var earliest = window is { } taken ? clock.DayOf(taken.Earliest) : (int?)null;

        // With neither `on` nor `said` nothing says when it was taken; the day its source was read does not.
        var isDated = on is not null || sentence.Attribution.Any(part => part is SaidAttributionSyntax);
        if (!isDated)
        {
            lexicon.Found.Add(BindingErrors.NoPositionDay(sentence.Holder.IsMissing ? sentence.PositionWord.Span : sentence.Holder.Span));
        }

        var attribution = isDated
            ? attributions.Bind(sentence.Attribution, sentence.Holder, earliest, isDated: window is not null, readOn)
            : null;
        if (on is null && attribution is { Said: var said })
        {
            window = attributions.Instant(new OnDays(said.First, said.Last));
        }

        return holder is null || target is null || window is null || attribution is null
            ? null
            : new(holder, verb!.Value, target, to, window.Value, attribution, sentence.Span);
    }

    private static PositionVerb? VerbOf(StanceSyntax stance) => stance.Verb.Word switch
    {
        Word.Proposes => PositionVerb.Proposes,
        Word.Acknowledges => PositionVerb.Acknowledges,
        Word.Accepts => PositionVerb.Accepts,
        Word.Rejects => PositionVerb.Rejects,
        Word.Suspends => PositionVerb.Suspends,
        Word.Resumes => PositionVerb.Resumes,
        Word.Withdraws when stance is TakesStanceSyntax { FromWord: null } => PositionVerb.TakesBack,
        Word.Withdraws => PositionVerb.Withdraws,
        Word.Doubts => PositionVerb.Doubts,
        Word.Denies => PositionVerb.Denies,
        _ => null,
    };

    private ImmutableArray<Party> To(NamesSyntax named, PositionTarget? target)
    {
        var parties = lexicon.Parties(named.Names);
        if (target is OnClause { ClauseId: var id } && lexicon.MeaningOf<Clause>(Space.Clauses, id) is { Offer: { } offer } clause)
        {
            foreach (var name in named.Names)
            {
                if (parties.FirstOrDefault(party => party.Name == name.Value) is { } party
                    && !offer.To.Any(to => Participants.Overlap(to, party)))
                {
                    lexicon.Found.Add(BindingErrors.NotAnAddressee(name.Span, party.Name, id, clause.Span));
                }
            }
        }

        return parties;
    }

    private PositionTarget? Target(StanceSyntax stance, PositionVerb verb, Party? holder) => stance switch
    {
        ContestsSyntax contest => Contest(contest),
        TakesStanceSyntax takes => Target(takes, verb, holder),
        _ => throw new UnreachableException(stance.GetType().Name),
    };

    private PositionTarget? Target(TakesStanceSyntax stance, PositionVerb verb, Party? holder)
    {
        switch (stance.Target)
        {
            case AgreementTargetSyntax agreement:
                if (verb is PositionVerb.Suspends or PositionVerb.Resumes or PositionVerb.Withdraws)
                {
                    return new OnAgreement();
                }

                Misfit(agreement, verb is PositionVerb.Withdraws or PositionVerb.TakesBack ? "withdraws" : stance.Verb.Text, "the agreement",
                    verb is PositionVerb.Withdraws or PositionVerb.TakesBack ? "`withdraws from agreement`" : "an offered clause");
                return null;
            case ReadingTargetSyntax reading:
                if (verb is not PositionVerb.Accepts)
                {
                    Misfit(reading, stance.Verb.Text, "a reading", "`accepts`, or a clause,");
                    return null;
                }

                return lexicon.Resolve<Dispute>(Space.Disputes, reading.Dispute) is { } dispute
                    && views.Reading(reading.Reading, dispute) is { } name
                    ? new OnReading(dispute.Name, name)
                    : null;
            case ClauseTargetSyntax target:
                return Clause(target, stance, verb, holder);
            default:
                throw new UnreachableException(stance.Target.GetType().Name);
        }
    }

    private void Misfit(SyntaxNode target, string verb, string what, string expected) =>
        lexicon.Found.Add(BindingErrors.VerbDoesNotFit(target.Span, verb, what, expected));

    private OnClause? Clause(ClauseTargetSyntax target, TakesStanceSyntax stance, PositionVerb verb, Party? holder)
    {
        var declared = lexicon.Find(Space.Clauses, target.Clause.Number);
        var place = target.In is null ? null : lexicon.Place(target.In.Name);
        if (declared is null || (place is null) != (target.In is null))
        {
            return null;
        }

        return lexicon.MeaningOf<Clause>(Space.Clauses, declared.Name) is { } clause
            && VerbFits(clause, target, stance, verb, holder)
            && PlaceFits(clause, target, place)
            ? new(clause.Id, place)
            : null;
    }

    private bool VerbFits(Clause clause, ClauseTargetSyntax target, TakesStanceSyntax stance, PositionVerb verb, Party? holder)
    {
        var takesBack = verb is PositionVerb.TakesBack;
        if (verb is PositionVerb.Suspends or PositionVerb.Resumes or PositionVerb.Withdraws)
        {
            return true;
        }

        if (clause.Offer is not { } offer)
        {
            lexicon.Found.Add(takesBack
                ? BindingErrors.WithdrawsFrom(stance.Verb.Span, clause.Id, clause.Span, new(target.Span.File, target.Span.Start, 0))
                : BindingErrors.NotOffered(target.Clause.Span, clause.Id, stance.Verb.Text, clause.Span));
            return false;
        }

        if (holder is null)
        {
            return true;
        }

        if (verb is PositionVerb.Proposes || takesBack)
        {
            if (offer.By.Name == holder.Name)
            {
                return true;
            }

            lexicon.Found.Add(BindingErrors.NotTheOfferer(
                stance.Verb.Span, holder.Name, clause.Id, offer.By.Name, takesBack ? "take back" : "propose", clause.Span));
            return false;
        }

        if (!offer.To.Any(to => Participants.Overlap(to, holder)))
        {
            lexicon.Found.Add(BindingErrors.NotAnAddressee(stance.Verb.Span, holder.Name, clause.Id, clause.Span));
        }

        return true;
    }

    private bool PlaceFits(Clause clause, ClauseTargetSyntax target, Place? place)
    {
        if (place is null || ClauseBinder.InstancePlaces(clause).Any(of => of.Name == place.Name))
        {
            return true;
        }

        lexicon.Found.Add(BindingErrors.PlaceNotOfClause(target.In!.Name.Span, place.Name, clause.Id, clause.Span));
        return false;
    }

    private OnReport? Contest(ContestsSyntax contest)
    {
        if (lexicon.Find(Space.Reports, contest.Report) is not { } report || reports.RootOf(report.Name) is not { } root
            || reports.Find(report.Name) is null)
        {
            return null;
        }

        if (contest.Part is not { } part)
        {
            return contest.ItsWord is null ? new(report.Name, ReportPart.Occurrence, null) : null;
        }

        var bound = part.Word switch
        {
            Word.Date => Part(ReportPart.Date, root is not AttributeReport),
            Word.Place => Part(ReportPart.Place, root is StateReport or EventReport { In: not null } or AccessDenied),
            Word.Number => Part(ReportPart.Number, root is StateReport { Absent: false } or EventReport { Of: not null, NotReceived: false }),
            Word.Class => Part(ReportPart.Class, SubjectOf(root) is not null),
            _ => null,
        };
        if (part.IsMissing || bound is not null)
        {
            return bound;
        }

        if (part.Kind == TokenKind.Name && root is AttributeReport attribute && attribute.Attribute == part.Value)
        {
            return new(report.Name, ReportPart.Attribute, part.Value);
        }

        if (part.Kind == TokenKind.Name && SubjectOf(root) is { } subject)
        {
            return nouns.Attribute(part, subject.Symbol) is { } known ? new(report.Name, ReportPart.Attribute, known.Name) : null;
        }

        lexicon.Found.Add(BindingErrors.PartDoesNotFit(part.Span, part.Text, report.Name, ReportFile.Phrase(root), report.Span));
        return null;

        OnReport? Part(ReportPart which, bool fits) => fits ? new(report.Name, which, null) : null;
    }

    private static Subject? SubjectOf(ReportContent content) => content switch
    {
        StateReport state => state.Subject,
        EventReport happening => happening.Of,
        _ => null,
    };
}
