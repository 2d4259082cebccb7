using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Reports. What a report says is bound before those that end, answer or correct it.</summary>
sealed class ReportBinder(Lexicon lexicon, TimeBinder times, ContentBinder contents, AttributionBinder attributions, Clock clock, ReportFile file)
{
    private Dictionary<string, ReportSentence> written = [];

    /// <summary>Binds the reports; answers them in the order written.</summary>
    public ImmutableArray<Report> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences, Func<Sentence, SourcesRead> readOn)
    {
        written = sentences.ToDictionary(
            each => each.Declared.Name, each => (ReportSentence)each.Sentence, StringComparer.Ordinal);
        foreach (var (name, sentence) in written.Where(each => each.Value.Content is not (EndContentSyntax or CorrectionContentSyntax)))
        {
            Report(name, sentence, contents.Content(sentence.Content), readOn(sentence));
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

        return file.Closed([.. sentences.Select(each => each.Declared.Name)]);
    }

    /// <summary>Binds one report that speaks of no other, but for those that it answers; null when a part of it does not bind.</summary>
    public Report? One(ReportSentence sentence, SourcesRead readOn) =>
        One(sentence.Name.Value, sentence, contents.Content(sentence.Content), readOn);

    private void Report(string name, ReportSentence sentence, ReportContent? content, SourcesRead readOn)
    {
        if (content is not null)
        {
            file.Note(name, content);
        }

        if (One(name, sentence, content, readOn) is { } report)
        {
            file.Add(report);
        }
    }

    private Report? One(string name, ReportSentence sentence, ReportContent? content, SourcesRead readOn)
    {
        var earliest = content is null ? null : Beginning(content);
        var isDated = content is not null and not AttributeReport and not Correction;
        var attribution = attributions.Bind(sentence.Attribution, sentence.Name, earliest, isDated, readOn);
        return content is not null && attribution is not null ? new(name, content, attribution, sentence.Span) : null;
    }

    /// <summary>The day on which what is reported began. A correction cannot have been said before what it corrects.</summary>
    private int? Beginning(ReportContent content) => content switch
    {
        StateReport state => clock.DayOf(state.When.Start.Earliest),
        EventReport happening => clock.DayOf(happening.When.Earliest),
        EndReport end => clock.DayOf(end.When.Earliest),
        AccessDenied access => clock.DayOf(access.When.Start.Earliest),
        LogComplete log => clock.DayOf(log.When.Start.Earliest),
        Correction correction => file.Find(correction.Of)?.Attribution.Said.First,
        _ => null,
    };

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

        if (file.ContentOf(of.Name) is not { } ended)
        {
            return null;
        }

        if (ended is StateReport { Absent: false } state)
        {
            return new(of.Name, contents.Instant(moment, state.In));
        }

        lexicon.Found.Add(BindingErrors.NothingToEnd(content.Report.Span, of.Name, ReportFile.Phrase(ended), of.Span));
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

        var binder = new CorrectionBinder(lexicon, times, contents, file);
        foreach (var name in sorted.Order)
        {
            Report(name, written[name], binder.Bind(corrections[name]), readOn(written[name]));
            WarnOfForeign(name, corrections[name]);
            CheckRestated(name, corrections[name]);
        }
    }

    /// <summary>A retraction has no parts that its own speaker could restate.</summary>
    private void CheckRestated(string name, CorrectionContentSyntax syntax)
    {
        if (file.Find(name) is { Content: Correction { DidNotOccur: false } correction } report
            && file.Find(correction.Of) is { Content: Correction { DidNotOccur: true } retraction } corrected
            && corrected.Attribution.By.Name == report.Attribution.By.Name)
        {
            lexicon.Found.Add(BindingErrors.NothingToRestate(syntax.Report.Span, corrected.Name, retraction.Of, corrected.Span));
        }
    }

    private void WarnOfForeign(string name, CorrectionContentSyntax syntax)
    {
        if (file.Find(name) is { Content: Correction correction } report
            && file.Find(correction.Of) is { } corrected
            && corrected.Attribution.By.Name != report.Attribution.By.Name)
        {
            lexicon.Found.Add(BindingErrors.CorrectionByAnother(
                syntax.Report.Span, report.Attribution.By.Name, corrected.Name, corrected.Attribution.By.Name, corrected.Span));
        }
    }

    private void CheckAnswers(ReportSentence sentence)
    {
        foreach (var name in sentence.Content is EventContentSyntax { For: { } answers } ? answers.Names : Separated<Token>.Empty)
        {
            if (lexicon.Find(Space.Reports, name) is { } answered
                && file.ContentOf(answered.Name) is { } content and not EventReport)
            {
                lexicon.Found.Add(BindingErrors.NotAnEventReport(name.Span, answered.Name, ReportFile.Phrase(content), answered.Span));
            }
        }
    }
}
