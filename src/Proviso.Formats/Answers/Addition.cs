using System.Collections.Immutable;
using Proviso.Evaluation.Explanation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>Reports and positions supposed on top of a case.</summary>
public sealed record Addition(ImmutableArray<Report> Reports, ImmutableArray<Position> Positions, Case Case)
{
    /// <summary>What a case has that another, with the same agreement, has not.</summary>
    public static Addition Of(Case without, Case with)
    {
        var (reports, positions) = (without.Reports.Select(one => one.Name).ToHashSet(StringComparer.Ordinal), without.Positions.Select(one => one.Span).ToHashSet());
        return new([.. with.Reports.Where(one => !reports.Contains(one.Name))], [.. with.Positions.Where(one => !positions.Contains(one.Span))], with);
    }

    /// <summary>The first day that anything of it is about, or null when none of it has a day.</summary>
    public int? FirstDay
    {
        get
        {
            var clock = Case.Agreement.Clock;
            var minutes = Reports.Select(report => report.Content switch
            {
                StateReport state => state.When.Start.Latest,
                EventReport happening => happening.When.Latest,
                EndReport end => end.When.Latest,
                AccessDenied denied => denied.When.Start.Latest,
                LogComplete log => log.When.Start.Latest,
                Correction { When: { } when } => when.Start.Latest,
                Correction { Event: { } when } => when.Latest,
                _ => long.MaxValue,
            }).Concat(Positions.Select(position => position.When.Latest)).Where(minute => minute is > long.MinValue and < long.MaxValue).ToList();
            return minutes.Count == 0 ? null : clock.DayOf(minutes.Min());
        }
    }

    /// <summary>True when the clause speaks of something that is added: by name alone, whether or not it makes a difference.</summary>
    public bool Touches(Clause clause)
    {
        var words = new ClauseWords(Case.Agreement, clause);
        return Reports.Any(report => words.Touches(report.Content, Named)) || Positions.Any(position => position.Target switch
        {
            OnAgreement => true,
            OnClause on => on.ClauseId == clause.Id,
            OnReport on => Named(on.Report) is { } report && words.Touches(report.Content, Named),
            _ => true,
        });

        Report? Named(string name) => Case.Reports.Find(name);
    }
}
