using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Editing;
using Proviso.Language.Prose;
using Proviso.Language.Text;

namespace Proviso.Formats.Workbench;

/// <summary>An agreement: what its files declare. Offsets count UTF-16 units from the beginning of a file.</summary>
/// <param name="Schema">Always "proviso/agreement/1".</param>
/// <param name="Name">The name that it is asked for by.</param>
/// <param name="Version">Another one whenever anything in its files is another.</param>
/// <param name="Sound">False when it cannot be judged: then all that follows the problem is null.</param>
/// <param name="Problem">Why it cannot be judged, in one sentence, which need not be of its text: a file that cannot be read, or records with errors; null when it can.</param>
/// <param name="Files">The paths of its files; their words are in <see cref="TextDocument"/>.</param>
/// <param name="InForceThrough">The last day of its term; null without one.</param>
/// <param name="FirstDay">The first day that has verdicts.</param>
/// <param name="KnownThrough">The last day that the file knows.</param>
/// <param name="Vocabulary">The words of which a report can be made.</param>
public sealed record AgreementDocument(
    string Schema,
    string Name,
    string Title,
    string Version,
    bool Sound,
    ImmutableArray<string> Files,
    ImmutableArray<DiagnosticEntry> Diagnostics,
    string? Problem,
    ImmutableArray<PartyEntry>? Parties,
    string? InForceFrom,
    string? InForceThrough,
    string? FirstDay,
    string? KnownThrough,
    ImmutableArray<ViewEntry>? Views,
    ImmutableArray<DisputeEntry>? Disputes,
    ImmutableArray<ClauseEntry>? Clauses,
    ImmutableArray<PlaceEntry>? Places,
    VocabularyEntry? Vocabulary)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/agreement/1";

    /// <summary>The document of texts that were understood.</summary>
    /// <param name="problem">Why it cannot be judged; null when it can.</param>
    /// <param name="verdicts">All views of the agreement, judged by all that is on file; null when it cannot be judged.</param>
    public static AgreementDocument From(string name, string version, ImmutableArray<SourceText> texts, ImmutableArray<Diagnostic> diagnostics, string? problem, Verdicts? verdicts)
    {
        var byPath = texts.ToDictionary(text => text.Path, StringComparer.Ordinal);
        var files = texts.Select(text => text.Path).ToImmutableArray();
        var told = Told(byPath, diagnostics);
        if (verdicts is null)
        {
            return new(SchemaName, name, name, version, false, files, told, problem, null, null, null, null, null, null, null, null, null, null);
        }

        var agreement = verdicts.Case.Agreement;
        var prose = new Prose(verdicts.Case);
        var readings = new Readings(verdicts);
        return new(
            SchemaName,
            name,
            agreement.Title,
            version,
            true,
            files,
            told,
            null,
            [.. agreement.Parties.Select(party => PartyEntry.Of(party, agreement))],
            Words.Date(agreement.InForce.From),
            agreement.InForce.Before == int.MaxValue ? null : Words.Date(agreement.InForce.Before - 1),
            Words.Date(verdicts.FirstDay),
            Words.Date(verdicts.Case.KnownThrough),
            [.. agreement.Views.Select(view => ViewEntry.Of(view, agreement, readings))],
            [.. agreement.Disputes.Select(dispute => DisputeEntry.Of(dispute, agreement, prose, readings))],
            [.. agreement.Clauses.Select(ClauseEntry.Of)],
            [.. agreement.Places.Select(place => PlaceEntry.Of(place, agreement))],
            VocabularyEntry.Of(agreement));
    }

    /// <summary>What is wrong with texts, without what points outside of them.</summary>
    internal static ImmutableArray<DiagnosticEntry> Told(IReadOnlyDictionary<string, SourceText> texts, IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Where(one => texts.ContainsKey(one.Span.File))
            .Select(one => DiagnosticEntry.Of(one with { Related = [.. one.Related.Where(related => texts.ContainsKey(related.Span.File))] }, span => TextPlace.From(texts[span.File], span))),
    ];
}

/// <summary>The words of an agreement's files, and what has a name in them. Offsets count UTF-16 units from the beginning of a file.</summary>
/// <param name="Schema">Always "proviso/text/1".</param>
/// <param name="Name">The name that it is asked for by.</param>
/// <param name="Version">Another one whenever anything in its files is another.</param>
/// <param name="Names">What has a name in the files, and where it stands; null when the text has errors.</param>
public sealed record TextDocument(string Schema, string Name, string Version, ImmutableArray<FileEntry> Files, ImmutableArray<NameEntry>? Names)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/text/1";

    /// <summary>The document of texts.</summary>
    /// <param name="read">What they mean; null when they have errors.</param>
    public static TextDocument From(string name, string version, ImmutableArray<SourceText> texts, Case? read) => new(
        SchemaName, name, version, [.. texts.Select(text => new FileEntry(text.Path, text.Content))], read is null ? null : NameEntry.AllOf(NameIndex.Of(texts), read));
}

/// <summary>A file of an agreement.</summary>
public sealed record FileEntry(string Path, string Text);

/// <summary>A party, or somebody whose word is reported.</summary>
/// <param name="Group">True for a group of parties.</param>
/// <param name="Between">True for those between whom the agreement is.</param>
public sealed record PartyEntry(string Name, string Title, bool Group, bool Between)
{
    internal static PartyEntry Of(Party party, Agreement agreement) => new(party.Name, party.Title, party.IsGroup, agreement.Between.Any(one => one.Name == party.Name));
}

/// <summary>A view.</summary>
/// <param name="Kind">"common", "party" or "named".</param>
/// <param name="Readings">The reading that it takes, by dispute; what is absent is left open.</param>
/// <param name="Trusts">Whose reports it trusts; null: everybody's.</param>
public sealed record ViewEntry(string Name, string Title, string Kind, ImmutableSortedDictionary<string, string> Readings, ImmutableArray<string>? Trusts)
{
    internal static ViewEntry Of(View view, Agreement agreement, Readings readings) => new(
        view.Name,
        view.Title,
        Words.Of(view.Kind),
        agreement.Disputes.Select(dispute => (Dispute: dispute.Name, Reading: readings.Taken(view, dispute)?.Name)).Where(each => each.Reading is not null)
            .ToImmutableSortedDictionary(each => each.Dispute, each => each.Reading!, StringComparer.Ordinal),
        view.Trusts?.Select(party => party.Name).ToImmutableArray());
}

/// <summary>Something that can be read in several ways.</summary>
/// <param name="Title">The question.</param>
/// <param name="About">What it is on, in words.</param>
/// <param name="Clause">The clause in which it matters alone; null when it is on a word, a thing or a place wherever it stands.</param>
/// <param name="Places">The places whose extent it is on; null for others.</param>
public sealed record DisputeEntry(
    string Name, string Title, string About, string? Clause, ImmutableArray<string>? Places, ImmutableArray<ReadingEntry> Readings, string File, int From, int To)
{
    internal static DisputeEntry Of(Dispute dispute, Agreement agreement, Prose prose, Readings readings) => new(
        dispute.Name,
        dispute.Question,
        prose.About(dispute),
        dispute.Target switch { OnSlot on => on.ClauseId, OnState on => on.ClauseId, _ => null },
        (dispute.Target as OnExtent)?.Places,
        [
            .. dispute.Readings.Select(reading => new ReadingEntry(
                reading.Name,
                reading.Title,
                prose.Meaning(dispute, reading),
                reading.Source?.Title,
                reading.Source?.Address,
                [.. agreement.Views.Where(view => readings.Taken(view, dispute)?.Name == reading.Name).Select(view => view.Name)])),
        ],
        dispute.Span.File,
        dispute.Span.Start,
        dispute.Span.Start + dispute.Span.Length);
}

/// <summary>One way to read what is disputed.</summary>
/// <param name="Says">What it means, in words.</param>
/// <param name="Source">The title of its source, if it has one.</param>
/// <param name="TakenBy">The views that take it.</param>
public sealed record ReadingEntry(string Name, string Title, string Says, string? Source, string? Address, ImmutableArray<string> TakenBy);

/// <summary>A clause.</summary>
/// <param name="Asked">What it asks, in short.</param>
/// <param name="Slots">Its conditions as they are written, each with its word: "until a missile of that class is deployed there".</param>
/// <param name="Offer">True when it binds only those who accept it.</param>
public sealed record ClauseEntry(string Id, string Title, string Asked, ImmutableArray<string> Slots, bool Offer, string File, int From, int To)
{
    internal static ClauseEntry Of(Clause clause) =>
        new(clause.Id, clause.Title, Prose.Asked(clause), [.. clause.Slots.Select(slot => Prose.Slot(slot, clause))], clause.Offer is not null, clause.Span.File, clause.Span.Start, clause.Span.Start + clause.Span.Length);
}

/// <summary>A place.</summary>
/// <param name="Kind">"theatre", "region" or "site".</param>
/// <param name="Within">Where it lies, directly, on some day, as declared.</param>
/// <param name="Latitude">Degrees north, of a site with coordinates.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record PlaceEntry(string Name, string Title, string Kind, ImmutableArray<string> Within, decimal? Latitude, decimal? Longitude)
{
    internal static PlaceEntry Of(Place place, Agreement agreement) => new(
        place.Name,
        place.Title,
        KindOf(place),
        [.. agreement.Containments.Where(one => one.Inner.Name == place.Name).Select(one => one.Outer.Name).Distinct()],
        (place as Site)?.At?.Latitude,
        (place as Site)?.At?.Longitude);

    internal static string KindOf(Place place) => place switch { Theatre => "theatre", Site => "site", _ => "region" };
}
