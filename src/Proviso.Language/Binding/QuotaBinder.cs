using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>How often a right may be used. Answers null after reporting what is wrong.</summary>
sealed class QuotaBinder(TimeBinder times, DiagnosticBag found)
{
    /// <summary>No right is used more often in a year.</summary>
    private const long MostUses = 100_000;

    /// <summary>No step reaches a later year.</summary>
    private const long MostYears = 1000;

    public Quota? Bind(QuotaSyntax written, bool isDuty, ClauseSentence clause)
    {
        if (isDuty || clause.When is not null)
        {
            found.Add(BindingErrors.QuotaWithoutRight(written.Span, isDuty ? null : clause.When!.Span));
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<QuotaStep>();
        foreach (var (number, limit) in written.Later.Select(step => (step.Number, Limit: (YearLimitSyntax?)step.Limit)).Prepend((written.Number, written.Limit)))
        {
            var count = times.Whole(number, MostUses);
            var through = limit is null ? null : times.Whole(limit.Number, MostYears);
            if (count is not { } uses || (through is null) != (limit is null))
            {
                return null;
            }

            if (through is { } year && steps.Count > 0 && steps[^1].Through is { } before && year <= before)
            {
                found.Add(BindingErrors.StepsReversed(limit!.Span, year, before));
                return null;
            }

            steps.Add(new((int)uses, (int?)through));
        }

        return written.Sort.Word is Word.Treaty or Word.Calendar ? new(written.Sort.Word == Word.Calendar, steps.DrainToImmutable()) : null;
    }
}
