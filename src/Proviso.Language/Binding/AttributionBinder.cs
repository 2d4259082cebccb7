using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>What a file says of the day its sources were read.</summary>
/// <param name="Day">The day, or null.</param>
/// <param name="IsUnclear">True when a sentence of the file could not be read that may have said so.</param>
readonly record struct SourcesRead(int? Day, bool IsUnclear);

/// <summary>Who said something, when, and where it is written.</summary>
sealed class AttributionBinder(Lexicon lexicon, TimeBinder times, Clock clock)
{
    private readonly Placement placement = new(clock);
    private readonly string? zone = clock.IsLocal ? null : clock.Name;

    /// <summary>The latest day anything was said, received or read; null before anything was.</summary>
    public int? KnownThrough { get; private set; }

    /// <summary>Notes a day on which something was known.</summary>
    public void Know(int day) => KnownThrough = Math.Max(day, KnownThrough ?? day);

    /// <summary>A moment of the clock itself, for what has no place.</summary>
    public Window Instant(Moment moment) => placement.Instant(moment, zone);

    /// <summary>Binds an attribution.</summary>
    /// <param name="name">Where an error about something left out is shown.</param>
    /// <param name="earliest">The day on which what is reported began, or null when nothing says.</param>
    /// <param name="isDated">True when what is reported cannot have been said before <paramref name="earliest"/>; false for
    /// what has no time or did not bind.</param>
    /// <param name="file">When the sources of the file were read.</param>
    /// <returns>Null when a part is missing or does not bind, which was reported.</returns>
    public Attribution? Bind(ImmutableArray<AttributionSyntax> parts, Token name, int? earliest, bool isDated, SourcesRead file)
    {
        var by = parts.OfType<ByAttributionSyntax>().FirstOrDefault() is { } from ? lexicon.Party(from.Name) : null;
        var grade = Grades.Of(parts.OfType<GradeAttributionSyntax>().FirstOrDefault()?.Grade);
        var source = Titles.Of(parts.OfType<SourceAttributionSyntax>().FirstOrDefault()?.Citation);
        var quoting = parts.OfType<QuotingAttributionSyntax>().FirstOrDefault()?.Title;
        var received = parts.OfType<ReceivedAttributionSyntax>().Select(Receipt).OfType<Receipt>().ToImmutableArray();
        var readPart = parts.OfType<ReadAttributionSyntax>().FirstOrDefault();
        var read = readPart is null ? file.Day : TimeBinder.Day(readPart.Date);
        if (read is { } day)
        {
            Know(day);
        }

        var said = parts.OfType<SaidAttributionSyntax>().FirstOrDefault();
        var days = said is not null ? Said(said, earliest, isDated)
            : read is { } last ? Unsaid(name, earliest, last)
            : Unknown(name, isTold: readPart is not null || file.IsUnclear);
        return by is null || grade is null || source is null || days is null
            ? null
            : new(by, days.Value, received, grade.Value, quoting is { IsMissing: false } ? quoting.Value : null, source);
    }

    private Days? Said(SaidAttributionSyntax said, int? earliest, bool isDated)
    {
        if (times.When(said.When) is not { } moment)
        {
            return null;
        }

        var days = moment switch
        {
            OnDays on => new Days(on.First, on.Last),
            ByDay by => new Days(Math.Min(earliest ?? Beginning, by.Last), by.Last),
            _ => OnOneDay(placement.Instant(moment, zone).Earliest),
        };
        if (isDated && earliest is { } start && days.Last < start)
        {
            lexicon.Found.Add(BindingErrors.SaidTooEarly(said.Span, days.Last, start));
        }

        Know(days.Last);
        return days;
    }

    /// <summary>Nothing says when it was said: between the start of what it reports and the day its source was read.</summary>
    private Days? Unsaid(Token name, int? earliest, int read)
    {
        if (earliest is { } start && start > read)
        {
            lexicon.Found.Add(BindingErrors.ReadTooEarly(name.Span, read, start));
            return null;
        }

        return new(earliest ?? Beginning, read);
    }

    private Days? Unknown(Token name, bool isTold)
    {
        if (!isTold)
        {
            lexicon.Found.Add(BindingErrors.NoSaidDay(name.Span));
        }

        return null;
    }

    private Receipt? Receipt(ReceivedAttributionSyntax received)
    {
        var by = lexicon.Party(received.Name);
        if (times.When(received.When) is not { } moment || by is null)
        {
            return null;
        }

        var window = Instant(moment);
        Know(clock.DayOf(window.Latest));
        return new(by, window);
    }

    private Days OnOneDay(long minute) => new(clock.DayOf(minute), clock.DayOf(minute));

    /// <summary>The first day of the axis, for what has no beginning.</summary>
    private int Beginning => clock.DayOf(long.MinValue);
}
