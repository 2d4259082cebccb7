using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Reports. What a report says is bound before those that end, answer or correct it.</summary>
sealed class ReportBinder(
    Lexicon lexicon,
    TimeBinder times,
    NounBinder nouns,
    AttributionBinder attributions,
    Clock clock,
    PlaceZones zones,
    ImmutableArray<State> states,
    ImmutableArray<Dispute> disputes)
{
    private const long MostThings = 1_000_000_000;

    private readonly Placement placement = new(clock);
    private Dictionary<string, ReportSentence> written = [];
    private readonly Dictionary<string, ReportContent> contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Report> reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportContent> roots = new(StringComparer.Ordinal);

    /// <summary>Binds the reports; answers them in the order written.</summary>
    public ImmutableArray<Report> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences, Func<Sentence, SourcesRead> readOn)
    {
        written = sentences.ToDictionary(
            each => each.Declared.Name, each => (ReportSentence)each.Sentence, StringComparer.Ordinal);
        foreach (var (name, sentence) in written.Where(each => each.Value.Content is not (EndContentSyntax or CorrectionContentSyntax)))
        {
            Report(name, sentence, Content(sentence.Content), readOn(sentence));
        }

        foreach (var (name, sentence) in written.Where(each => each.Value.Content is EndContentSyntax))
        {
            Report(name, sentence, End((EndContentSyntax)sentence.Content), readOn(sentence));
        }

        Corrections(readOn);
        foreach (var sentence in written.Values)
        {
            CheckAnswers(sentence);
        }

        return Closed([.. sentences.Select(each => reports.GetValueOrDefault(each.Declared.Name)).OfType<Report>()]);
    }

    /// <summary>True for a report that is in the case.</summary>
    public bool IsBound(string report) => reports.ContainsKey(report);

    /// <summary>Leaves out what speaks of a report that has an error, so that every name in the case leads somewhere.</summary>
    private ImmutableArray<Report> Closed(ImmutableArray<Report> all)
    {
        var kept = all;
        do
        {
            all = kept;
            kept = [.. all.Where(report => report.Content switch
            {
                EndReport end => IsBound(end.Of),
                Correction correction => IsBound(correction.Of),
                _ => true,
            })];
            foreach (var left in all.Except(kept))
            {
                reports.Remove(left.Name);
            }
        }
        while (kept.Length < all.Length);

        return [.. kept.Select(report => report.Content is EventReport answer && !answer.For.All(IsEvent)
            ? report with { Content = answer with { For = [.. answer.For.Where(IsEvent)] } }
            : report)];
    }

    private bool IsEvent(string report) => reports.GetValueOrDefault(report) is { Content: EventReport };

    /// <summary>What a report says, followed through corrections to what the first of them corrects; null when it did not bind.</summary>
    public ReportContent? RootOf(string report) => roots.GetValueOrDefault(report);

    /// <summary>What a report says, in a word or two for a message.</summary>
    public static string Phrase(ReportContent content) => content switch
    {
        StateReport { Absent: true } => "that nothing was there",
        StateReport => "a state",
        EventReport => "an event",
        AttributeReport => "an attribute",
        EndReport => "an end",
        AccessDenied => "denied access",
        LogComplete => "a complete log",
        _ => "a correction",
    };

    private void Report(string name, ReportSentence sentence, ReportContent? content, SourcesRead readOn)
    {
        if (content is not null)
        {
            contents[name] = content;
            roots[name] = content is Binding.Correction correction ? roots[correction.Of] : content;
        }

        var earliest = content is null ? null : Beginning(content);
        var isDated = content is not null and not AttributeReport and not Binding.Correction;
        var attribution = attributions.Bind(sentence.Attribution, sentence.Name, earliest, isDated, readOn);
        if (content is not null && attribution is not null)
        {
            reports[name] = new(name, content, attribution, sentence.Span);
        }
    }

    /// <summary>The day on which what is reported began. A correction cannot have been said before what it corrects.</summary>
    private int? Beginning(ReportContent content) => content switch
    {
        StateReport state => clock.DayOf(state.When.Start.Earliest),
        EventReport happening => clock.DayOf(happening.When.Earliest),
        EndReport end => clock.DayOf(end.When.Earliest),
        AccessDenied access => clock.DayOf(access.When.Start.Earliest),
        LogComplete log => clock.DayOf(log.When.Start.Earliest),
        Binding.Correction correction => reports.GetValueOrDefault(correction.Of)?.Attribution.Said.First,
        _ => null,
    };

    private ReportContent? Content(ReportContentSyntax content) => content switch
    {
        StateContentSyntax state => State(state),
        EventContentSyntax happening => Event(happening),
        AttributeContentSyntax attribute => Attribute(attribute),
        AccessContentSyntax access => Access(access),
        LogContentSyntax log => Log(log),
        _ => throw new UnreachableException(content.GetType().Name),
    };

    private StateReport? State(StateContentSyntax content)
    {
        var isAbsence = content.NoWord is not null;
        var subject = Subject(content.Subject);
        var state = PrimitiveState(content.State);
        var amount = Amount(content.Amount);
        if (isAbsence && content.Amount is not null)
        {
            lexicon.Found.Add(BindingErrors.AmountOfNone(content.Amount.Span));
        }

        var place = lexicon.Place(content.In.Name);
        var stay = Stay(content.Stay, place, state, isAbsence);
        return subject is null || state is null || amount is null || place is null || stay is null
            ? null
            : new(isAbsence, subject, state, amount.Value, place, stay);
    }

    private State? PrimitiveState(Token name)
    {
        if (lexicon.State(name) is not { } state)
        {
            return null;
        }

        var disputed = disputes.Any(dispute => dispute.Target is OnState on && on.State == state.Name);
        if (state.Means is null && !disputed)
        {
            return state;
        }

        var primitive = states
            .Where(other => other.Means is null && !disputes.Any(dispute => dispute.Target is OnState on && on.State == other.Name))
            .Select(other => other.Name).Order(StringComparer.Ordinal).ToImmutableArray();
        lexicon.Found.Add(BindingErrors.StateNotPrimitive(
            name.Span, state.Name, disputed ? "disputed" : "derived", primitive, lexicon.Names.Find(Space.States, state.Name)!.Span));
        return null;
    }

    private Subject? Subject(SubjectSyntax subject)
    {
        if (lexicon.Find(Space.Nouns, subject.Name) is { Sort: Sort.Definition } definition)
        {
            lexicon.Found.Add(BindingErrors.SubjectIsDefinition(subject.Name.Span, definition.Name, definition.Span));
            return null;
        }

        return lexicon.MeaningOf<NounSymbol>(Space.Nouns, subject.Name.Value) is { } symbol
            ? new(symbol, subject.As is { Name.IsMissing: false } item ? item.Name.Value : null, nouns.Pairs(subject.With, symbol))
            : null;
    }

    private Amount? Amount(AmountSyntax? amount)
    {
        if (amount is null)
        {
            return new(1, null);
        }

        if (amount.Low.Number == 0)
        {
            lexicon.Found.Add(BindingErrors.AmountZero(amount.Span));
            return null;
        }

        if (times.Whole(amount.Low, MostThings) is not { } low)
        {
            return null;
        }

        if (amount.High is null)
        {
            return new(low, amount.OrMore is null ? low : null);
        }

        if (times.Whole(amount.High, MostThings) is not { } high)
        {
            return null;
        }

        if (low <= high)
        {
            return new(low, high);
        }

        lexicon.Found.Add(BindingErrors.AmountReversed(amount.Span, amount.Low.Text, amount.High.Text));
        return null;
    }

    /// <summary>A stay at a place; null place when it has none, which counts in the clock's own zone.</summary>
    private Occurrence? Stay(StaySyntax syntax, Place? place, State? state, bool isAbsence)
    {
        var stay = times.Stay(syntax);
        var least = times.Least(syntax.Lasting);
        if (syntax is FromStaySyntax { OnwardWord: { IsMissing: false } onward } && !CanGoOn(onward, state, isAbsence))
        {
            return null;
        }

        return stay is null || least is null ? null : Possible(placement.Stay(stay, ZoneOf(place), least.Value), syntax);
    }

    private bool CanGoOn(Token onward, State? state, bool isAbsence)
    {
        if (isAbsence)
        {
            lexicon.Found.Add(BindingErrors.AbsenceOnward(onward.Span));
        }
        else if (state is { Persistence: Persistence.Observed })
        {
            lexicon.Found.Add(BindingErrors.OnwardNeedsPersists(
                onward.Span, state.Name, lexicon.Names.Find(Space.States, state.Name)?.Span));
        }
        else
        {
            return true;
        }

        return false;
    }

    private Occurrence? Possible(Occurrence stay, StaySyntax syntax)
    {
        if (Placement.IsPossible(stay))
        {
            return stay;
        }

        var most = stay.End.Latest - stay.Start.Earliest;
        lexicon.Found.Add(most < 1
            ? BindingErrors.EndsBeforeItStarts(syntax.Span)
            : BindingErrors.LastsTooLong(syntax.Lasting?.Span ?? syntax.Span, most));
        return null;
    }

    private string? ZoneOf(Place? place) => place is not null ? zones.Of(place) : clock.IsLocal ? null : clock.Name;

    private EventReport? Event(EventContentSyntax content)
    {
        var happening = lexicon.Event(content.Event);
        var by = lexicon.Party(content.By.Name);
        var to = content.To is null ? null : lexicon.Party(content.To.Name);
        var of = content.Of is null ? null : Subject(content.Of.Subject);
        var place = content.In is null ? null : lexicon.Place(content.In.Name);
        var moment = times.When(content.Point.When);
        var answers = lexicon.Once(content.For?.Names);
        if (content.NotReceived is not null && content.To is null)
        {
            lexicon.Found.Add(BindingErrors.NobodyReceives(content.NotReceived.Span));
            return null;
        }

        var isWhole = (to is null) == (content.To is null) && (of is null) == (content.Of is null) && (place is null) == (content.In is null);
        if (!isWhole || happening is null || by is null || moment is null)
        {
            return null;
        }

        // Without a place, a civil day is that day anywhere on earth.
        var window = placement.Instant(moment, place is null ? null : zones.Of(place));
        return new(
            content.NotReceived is not null, happening, by, to, of, place, window, [.. answers.Select(name => name.Value)]);
    }

    private AttributeReport? Attribute(AttributeContentSyntax content) =>
        lexicon.Resolve<Model>(Space.Nouns, content.Model, "model", Sort.Model) is { } model
            && nouns.Pair(content.Pair, model) is { } pair
            ? new(model, pair.Attribute, pair.Value)
            : null;

    private AccessDenied? Access(AccessContentSyntax content)
    {
        var (to, place) = (lexicon.Party(content.Party), lexicon.Place(content.In.Name));
        var stay = NeverOnward(content.Stay, place);
        return to is null || place is null || stay is null ? null : new(to, place, stay);
    }

    private LogComplete? Log(LogContentSyntax content)
    {
        var of = lexicon.Party(content.Party);
        return NeverOnward(content.Stay, null) is { } stay && of is not null ? new(of, stay) : null;
    }

    private Occurrence? NeverOnward(StaySyntax syntax, Place? place)
    {
        if (syntax is FromStaySyntax { OnwardWord: { IsMissing: false } onward })
        {
            lexicon.Found.Add(BindingErrors.OnlyStatesGoOn(onward.Span));
            return null;
        }

        return Stay(syntax, place, null, false);
    }

    private EndReport? End(EndContentSyntax content)
    {
        var of = lexicon.Find(Space.Reports, content.Report);
        var moment = times.When(content.Point.When);
        if (of is null || moment is null)
        {
            return null;
        }

        if (written.GetValueOrDefault(of.Name)?.Content is var other and (EndContentSyntax or CorrectionContentSyntax))
        {
            var what = other is EndContentSyntax ? "an end" : "a correction";
            lexicon.Found.Add(BindingErrors.NothingToEnd(content.Report.Span, of.Name, what, of.Span));
            return null;
        }

        if (contents.GetValueOrDefault(of.Name) is not { } ended)
        {
            return null;
        }

        if (ended is StateReport { Absent: false } state)
        {
            return new(of.Name, placement.Instant(moment, zones.Of(state.In)));
        }

        lexicon.Found.Add(BindingErrors.NothingToEnd(content.Report.Span, of.Name, Phrase(ended), of.Span));
        return null;
    }

    private void Corrections(Func<Sentence, SourcesRead> readOn)
    {
        var corrections = written.Where(each => each.Value.Content is CorrectionContentSyntax)
            .ToDictionary(each => each.Key, each => (CorrectionContentSyntax)each.Value.Content, StringComparer.Ordinal);
        var sorted = Dependencies.Of(
            corrections.Keys,
            corrections.Where(each => !each.Value.Report.IsMissing)
                .Select(each => new Mention(each.Key, each.Value.Report.Value, each.Value.Report.Span)));
        foreach (var circle in sorted.Circles)
        {
            lexicon.Found.Add(BindingErrors.Circle("corrections", "corrects", circle));
        }

        foreach (var name in sorted.Order)
        {
            Report(name, written[name], Correction(corrections[name]), readOn(written[name]));
            WarnOfForeign(name, corrections[name]);
        }
    }

    private void WarnOfForeign(string name, CorrectionContentSyntax syntax)
    {
        if (reports.GetValueOrDefault(name) is { Content: Correction correction } report
            && reports.GetValueOrDefault(correction.Of) is { } corrected
            && corrected.Attribution.By.Name != report.Attribution.By.Name)
        {
            lexicon.Found.Add(BindingErrors.CorrectionByAnother(
                syntax.Report.Span, report.Attribution.By.Name, corrected.Name, corrected.Attribution.By.Name, corrected.Span));
        }
    }

    private Correction? Correction(CorrectionContentSyntax content)
    {
        if (lexicon.Find(Space.Reports, content.Report) is not { } of || roots.GetValueOrDefault(of.Name) is not { } root)
        {
            return null;
        }

        var didNotOccur = false;
        (Subject? Subject, Place? Place, Amount? Amount, Occurrence? Stay, Window? Event) parts = default;
        var isWhole = true;
        foreach (var part in content.Parts.OrderBy(part => part is TimeCorrectionSyntax))
        {
            if (!Fits(part, root, of))
            {
                isWhole = false;
                continue;
            }

            switch (part)
            {
                case DidNotOccurSyntax:
                    didNotOccur = true;
                    break;
                case SubjectCorrectionSyntax subject:
                    parts.Subject = Subject(subject.Subject);
                    isWhole &= parts.Subject is not null;
                    break;
                case AmountCorrectionSyntax amount:
                    parts.Amount = Amount(amount.Amount);
                    isWhole &= parts.Amount is not null;
                    break;
                case PlaceCorrectionSyntax place:
                    parts.Place = lexicon.Place(place.In.Name);
                    isWhole &= parts.Place is not null;
                    break;
                case TimeCorrectionSyntax time:
                    (parts.Stay, parts.Event) = Time(time.Stay, root, parts.Place ?? PlaceOf(of.Name));
                    isWhole &= parts.Stay is not null || parts.Event is not null;
                    break;
            }
        }

        return isWhole ? new(of.Name, didNotOccur, parts.Subject, parts.Place, parts.Amount, parts.Stay, parts.Event) : null;
    }

    /// <summary>The place of a report: of a correction, the one it states, else that of what it corrects.</summary>
    private Place? PlaceOf(string report)
    {
        while (contents.GetValueOrDefault(report) is Correction { In: null } correction)
        {
            report = correction.Of;
        }

        return contents.GetValueOrDefault(report) switch
        {
            StateReport state => state.In,
            EventReport happening => happening.In,
            AccessDenied access => access.In,
            EndReport end => PlaceOf(end.Of),
            Correction correction => correction.In,
            _ => null,
        };
    }

    private (Occurrence? Stay, Window? Event) Time(StaySyntax syntax, ReportContent root, Place? place)
    {
        if (root is EventReport or EndReport)
        {
            return syntax is OnStaySyntax on && times.When(on.When) is { } moment
                ? (null, placement.Instant(moment, place is null ? null : zones.Of(place)))
                : (null, null);
        }

        var stay = root is StateReport state ? Stay(syntax, place, state.State, state.Absent) : NeverOnward(syntax, place);
        return (stay, null);
    }

    private bool Fits(CorrectionPartSyntax part, ReportContent root, Declared of)
    {
        var (name, fits) = part switch
        {
            DidNotOccurSyntax => ("", true),
            SubjectCorrectionSyntax => ("subject", root is StateReport or EventReport { Of: not null }),
            AmountCorrectionSyntax => ("number", root is StateReport { Absent: false }),
            PlaceCorrectionSyntax => ("place", root is StateReport or EventReport { In: not null } or AccessDenied),
            TimeCorrectionSyntax { Stay: OnStaySyntax { Lasting: null } } => ("time", root is not AttributeReport),
            _ => ("stay", root is StateReport or AccessDenied or LogComplete),
        };
        if (!fits)
        {
            lexicon.Found.Add(BindingErrors.CorrectionDoesNotFit(part.Span, name, of.Name, Phrase(root), of.Span));
        }

        return fits;
    }

    private void CheckAnswers(ReportSentence sentence)
    {
        foreach (var name in sentence.Content is EventContentSyntax { For: { } answers } ? answers.Names : Separated<Token>.Empty)
        {
            if (lexicon.Find(Space.Reports, name) is { } answered
                && contents.GetValueOrDefault(answered.Name) is { } content and not EventReport)
            {
                lexicon.Found.Add(BindingErrors.NotAnEventReport(name.Span, answered.Name, Phrase(content), answered.Span));
            }
        }
    }
}
