using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;

namespace Proviso.Formats;

/// <summary>The JSON of <c>proviso count</c>; its schema is <c>docs/schemas/count.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/count/1".</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="KnownOn">What was known by the end of this day counts.</param>
/// <param name="KnownTo">The party to which it was known, or null for the public.</param>
public sealed record CountDocument(
    string Schema,
    AgreementHeading Agreement,
    string AsOf,
    string KnownOn,
    string? KnownTo,
    ImmutableArray<ViewHeading> Views,
    ImmutableArray<CountEntry> Counts)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/count/1";

    /// <summary>The document of an answer.</summary>
    public static CountDocument From(CountsAnswer answer)
    {
        var verdicts = answer.Verdicts;
        return new(
            SchemaName,
            new(verdicts.Case.Agreement.Name, verdicts.Case.Agreement.Title),
            Words.Date(answer.Day),
            Words.Date(verdicts.Horizon),
            verdicts.Knowledge.To?.Name,
            [.. answer.Views.Select(view => new ViewHeading(view.Name, view.Title, Words.Of(view.Kind)))],
            [.. answer.Lines.Select(CountEntry.Of)]);
    }
}

/// <summary>What a count comes to for a party in a place, in the views that say the same.</summary>
/// <param name="Party">Absent: all parties together.</param>
/// <param name="In">Absent: wherever.</param>
/// <param name="Label">The number in words.</param>
/// <param name="Recalled">True when the number leans on a report that is only recalled; else absent.</param>
/// <param name="Parts">The counts without parts that make it up; itself, if it is not made of others.</param>
public sealed record CountEntry(
    string Count,
    string Title,
    string? Party,
    string? In,
    ImmutableArray<string> Views,
    NumberEntry Number,
    string Label,
    bool? Recalled,
    ImmutableArray<CountPartEntry> Parts)
{
    internal static CountEntry Of(CountLine line) => new(
        line.Count.Name,
        line.Count.Title,
        line.Party?.Name,
        line.Place?.Name,
        [.. line.Views.Select(view => view.Name)],
        NumberEntry.Of(line.Number),
        Labels.Number(line.Number),
        line.IsRecalled ? true : null,
        [.. line.Parts.Select(CountPartEntry.Of)]);
}

/// <summary>A count without parts and the reports that speak to it.</summary>
/// <param name="Reports">Those that add up to the least.</param>
/// <param name="MostBy">The totals, and reports of none, that bound it.</param>
/// <param name="NotAdded">The others on file.</param>
public sealed record CountPartEntry(
    string Count, NumberEntry Number, ImmutableArray<CountedEntry> Reports, ImmutableArray<string> MostBy, ImmutableArray<NotAddedEntry> NotAdded)
{
    internal static CountPartEntry Of(CountPart part) => new(
        part.Number.Of.Name,
        NumberEntry.Of(part.Number),
        [.. part.Number.By.Select(by => new CountedEntry(by.Report, by.Number, by.Weight, Words.Of(by.Attribution.Grade)))],
        part.Number.MostBy,
        [.. part.NotAdded.Select(each => new NotAddedEntry(each.Report, Labels.NotAdded(each), each.Like))]);
}

/// <summary>A report that is added.</summary>
/// <param name="Number">How many things it shows.</param>
/// <param name="Weight">For how much each counts.</param>
public sealed record CountedEntry(string Report, long Number, long Weight, string Grade);

/// <summary>A report on file that is not added.</summary>
/// <param name="Because">Why, in words.</param>
/// <param name="Like">The report whose things its own may be, where that is why.</param>
public sealed record NotAddedEntry(string Report, string Because, string? Like);
