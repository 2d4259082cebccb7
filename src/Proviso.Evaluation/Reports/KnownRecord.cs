using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>The reports and positions that are known on a day (docs/semantics.md §1), in the order of the file. A report's number is its place in the case's list.</summary>
/// <param name="All">All on file, known or not.</param>
/// <param name="Knowledge">With the day on which it ends: <paramref name="Horizon"/>.</param>
/// <param name="Horizon">The last day anything is known of.</param>
internal sealed record KnownRecord(Roll All, Knowledge Knowledge, Clock Clock, ImmutableArray<Position> Positions, int Horizon)
{
    /// <summary>What the case's file knows on the day, publicly or to a party.</summary>
    public static KnownRecord Of(Case @case, Knowledge knowledge)
    {
        var day = Math.Min(knowledge.Day ?? @case.KnownThrough, @case.KnownThrough);
        var clock = @case.Agreement.Clock;
        var capped = knowledge with { Day = day };
        return new KnownRecord(Roll.Of(@case.Reports), capped, clock, [.. @case.Positions.Where(p => capped.Has(p.Attribution, clock))], day);
    }

    /// <summary>The reports, one by one.</summary>
    public IEnumerable<Report> Reports => All.List().Where(IsKnown);

    /// <summary>Those that are kept each by itself, with their numbers: of sentences, and what fits no template of a record.</summary>
    public IEnumerable<(int Number, Report Report)> Single()
    {
        foreach (var stretch in All.First.Stretches)
        {
            for (var at = 0; at < stretch.Count; at++)
            {
                if ((!stretch.Reports.IsDefault || All.Columns.TemplateOf(stretch.Row + at) == ReportChunk.Whole)
                    && !All.IsGone(stretch.First + at) && All[stretch.First + at] is var report && IsKnown(report))
                {
                    yield return (stretch.First + at, report);
                }
            }
        }

        foreach (var each in All.Added().Where(each => IsKnown(each.Report)))
        {
            yield return each;
        }
    }

    /// <summary>The positions on some reports.</summary>
    public IEnumerable<Position> PositionsOn(HashSet<string> reports) => Positions.Where(position => position.Target is OnReport on && reports.Contains(on.Report));

    /// <summary>Whether the report of a number is known on the day.</summary>
    public bool IsKnown(int number)
    {
        if (Knowledge.To is not null || All.RowAt(number) is not (>= 0 and var row))
        {
            return IsKnown(All[number]);
        }

        // What a row says of itself is enough: no report is made of it.
        var (chunk, at) = (All.Columns.Chunks[row / ReportChunk.MostRows], row % ReportChunk.MostRows);
        return chunk.Templates[at] == ReportChunk.Whole ? IsKnown(All[number]) : chunk.SaidLast[at] <= Horizon;
    }

    /// <summary>Whether it is known on the day.</summary>
    public bool IsKnown(Report report) => Knowledge.Has(report.Attribution, Clock);

    /// <summary>The report of that name, or null when none is known.</summary>
    public Report? Find(string name) => All.Find(name) is { } report && IsKnown(report) ? report : null;
}

/// <summary>A doubt or denial of a report, or of one part of it.</summary>
/// <param name="Attribute">The attribute's name when the part is an attribute.</param>
/// <param name="WholeSubject">True for a foreign correction of the subject: its class and every attribute.</param>
internal sealed record Contest(string Report, ReportPart Part, string? Attribute, Party Holder, bool Denies, bool WholeSubject = false);

/// <summary>A report with its effective corrections applied.</summary>
/// <param name="InQuestion">Parts that two corrections state differently.</param>
internal sealed record CorrectedReport(string Name, ReportContent Content, Attribution Attribution, ImmutableArray<ReportPart> InQuestion);
