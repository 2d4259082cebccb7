using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Formats.Workbench;
using Proviso.Language.Binding;

namespace Proviso.Server.Answering;

/// <summary>What each question is answered with.</summary>
internal static class Answers
{
    /// <summary>All agreements, a few lines each.</summary>
    public static OverviewDocument Overview(Shelf shelf) => new(
        OverviewDocument.SchemaName,
        [
            .. shelf.Names.Select(shelf.Find).OfType<Served>().Select(served => served.Problem is { } problem
                ? OverviewEntry.Broken(served.Name, served.Version, problem)
                : OverviewEntry.Of(served.Name, served.Version, served.Verdicts(Knowledge.All, Trial.None, null))),
        ]);

    /// <summary>What an agreement's files declare.</summary>
    public static AgreementDocument Agreement(Served served) => AgreementDocument.From(
        served.Name, served.Version, served.Read.Texts, served.Read.Diagnostics, served.Problem, served.Case is null ? null : served.Verdicts(Knowledge.All, Trial.None, null));

    /// <summary>The words of its files.</summary>
    public static TextDocument Text(Served served) => TextDocument.From(served.Name, served.Version, served.Read.Texts, served.Case);

    /// <summary>It in plain English.</summary>
    public static ReadingDocument Reading(Question question) => ReadingDocument.From(question.Verdicts.Case);

    /// <summary>The verdicts on a day.</summary>
    public static StatusDocument Status(Question question) =>
        StatusDocument.From(StatusAnswer.On(question.Verdicts, question.Day, question.Views, question.Rows.Fits));

    /// <summary>Why a verdict is what it is, in each view asked about.</summary>
    public static WhyDocument Why(Question question)
    {
        var all = question.Verdicts.Rows.Where(question.Rows.Fits).ToList();
        var place = question.Rows.Place;
        var own = all.Where(row => place is null ? row.Place?.Name == row.Instance?.Name : row.Place?.Name == place.Name).ToList();
        var rows = own.Count > 0 ? own : all;
        if (rows is not [var row])
        {
            throw new RefusedException("The question cannot be answered",
            [
                rows.Count == 0
                    ? question.Rows.NothingFits(question.Verdicts)
                    : $"that leaves {rows.Count} questions; choose one by clause, party, to and region",
            ]);
        }

        var deciders = question.Served.DecidersOf(question.Verdicts);
        lock (deciders)
        {
            return WhyDocument.From(question.Verdicts, [.. question.Views.Select(view => WhyAnswer.On(question.Verdicts, deciders, row, view, question.Day))]);
        }
    }

    /// <summary>The verdicts over all days.</summary>
    public static TimelineDocument Timeline(Question question) => TimelineDocument.From(TimelineAnswer.Of(
        question.Verdicts, new DayRange(question.Verdicts.FirstDay, question.Verdicts.Horizon + 1), question.Views, question.Rows.Fits));

    /// <summary>The numbers under ceilings over all days.</summary>
    public static NumbersDocument Numbers(Question question) => NumbersDocument.From(question.Verdicts, question.Views, question.Rows.Fits);

    /// <summary>What is owed and not done.</summary>
    public static DueDocument Due(Question question) =>
        DueDocument.From(DueAnswer.On(question.Verdicts, question.Day, question.Days, question.Views, question.Rows.Fits));

    /// <summary>What is on file.</summary>
    public static ReportsDocument Reports(Question question)
    {
        var clock = question.Verdicts.Case.Agreement.Clock;
        var texts = question.Supposed is { } supposed
            ? new Dictionary<string, Language.Text.SourceText>(question.Served.Texts, StringComparer.Ordinal) { [supposed.Text.Path] = supposed.Text }
            : question.Served.Texts;
        return ReportsDocument.From(question.Verdicts.Case, texts, question.Verdicts.Horizon, said => question.Verdicts.Knowledge.Has(said, clock), Served.Supposed);
    }

    /// <summary>What the trial and the supposition of a question change.</summary>
    public static ChangesDocument Changes(Question question)
    {
        var before = question.Untried();
        var views = before.Views.Where(view => question.Views.Any(one => one.Name == view.Name)).ToImmutableArray();
        var changes = RowChanges.Between(before, question.Verdicts, views, question.Rows.Fits);
        ImmutableArray<string> supposed = question.Supposed is { Case: { } with } ? [.. Addition.Of(before.Case, with).Reports.Select(report => report.Name)] : [];
        return ChangesDocument.From(before, question.Verdicts, changes, supposed);
    }

    /// <summary>The places on a map, as the first view asked about draws them.</summary>
    public static MapDocument Map(Question question) => MapDocument.Drawn(question.Verdicts, question.Views[0], question.Day, question.Served.Figures);

    /// <summary>Whether sentences can be supposed. Requires an agreement that can be judged.</summary>
    public static SupposeDocument Suppose(Served served, string sentences)
    {
        var supposed = served.Suppose(sentences);
        return supposed switch
        {
            { Case: { } with } => SupposeDocument.From(served.Case!, with, supposed.Text, supposed.Diagnostics),
            { Problem: { } problem } => throw new RefusedException("What is written cannot be supposed", [problem]),
            _ => SupposeDocument.Refused(supposed.Text, supposed.Diagnostics),
        };
    }
}
