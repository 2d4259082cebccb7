using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>The reports and positions that are known on a day (docs/semantics.md §1), in the order of the file.</summary>
internal sealed record KnownRecord(ImmutableArray<Report> Reports, ImmutableArray<Position> Positions, int Horizon)
{
    /// <summary>What the case's file knows on the day, publicly or to a party.</summary>
    public static KnownRecord Of(Case @case, Knowledge knowledge)
    {
        var day = Math.Min(knowledge.Day ?? @case.KnownThrough, @case.KnownThrough);
        var clock = @case.Agreement.Clock;
        var capped = knowledge with { Day = day };
        return new KnownRecord(
            [.. @case.Reports.Where(r => capped.Has(r.Attribution, clock))],
            [.. @case.Positions.Where(p => capped.Has(p.Attribution, clock))],
            day);
    }
}

/// <summary>A doubt or denial of a report, or of one part of it.</summary>
/// <param name="Attribute">The attribute's name when the part is an attribute.</param>
/// <param name="WholeSubject">True for a foreign correction of the subject: its class and every attribute.</param>
internal sealed record Contest(string Report, ReportPart Part, string? Attribute, Party Holder, bool Denies, bool WholeSubject = false);

/// <summary>A report with its effective corrections applied.</summary>
/// <param name="InQuestion">Parts that two corrections state differently.</param>
internal sealed record CorrectedReport(string Name, ReportContent Content, Attribution Attribution, ImmutableArray<ReportPart> InQuestion);
