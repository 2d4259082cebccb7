using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Evaluation.Placing;
using Proviso.Formats.Answers;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Editing;
using Proviso.Language.Text;

namespace Proviso.Formats.Workbench;

/// <summary>What a draft says: what is wrong with it, or its verdicts on a day.</summary>
/// <param name="Schema">Always "proviso/draft/1".</param>
/// <param name="Sound">True when it has no error; warnings leave it sound.</param>
/// <param name="Problem">Why there are no verdicts when that is not among the diagnostics; else null.</param>
/// <param name="Tokens">One file in stretches, for colours; null when none was asked for.</param>
/// <param name="FirstDay">The first day that has verdicts; null when it is not sound, as the next ones.</param>
/// <param name="LastDay">The last day that has verdicts.</param>
/// <param name="Views">All its views.</param>
/// <param name="Status">Its verdicts on the day asked about; where that is none of its days, on the nearest.</param>
public sealed record DraftDocument(
    string Schema,
    bool Sound,
    ImmutableArray<DiagnosticEntry> Diagnostics,
    string? Problem,
    ImmutableArray<TokenEntry>? Tokens,
    string? FirstDay,
    string? LastDay,
    ImmutableArray<ViewHeading>? Views,
    ImmutableArray<PartyEntry>? Parties,
    ImmutableArray<PlaceEntry>? Places,
    ImmutableArray<ClauseEntry>? Clauses,
    StatusDocument? Status)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/draft/1";

    /// <summary>A draft that stands alone, understood: nothing is read from files, so that a region drawn in one has an error.</summary>
    public static (Case? Case, ImmutableArray<Diagnostic> Diagnostics) Understand(ImmutableArray<SourceText> texts)
    {
        var compilation = Compilation.Of(texts);
        if (compilation.HasErrors || compilation.Case is not { } read)
        {
            return (compilation.Case, compilation.Diagnostics);
        }

        var (placed, wrong) = Ground.Place(read, _ => null);
        return (placed, [.. compilation.Diagnostics.Concat(wrong).OrderBy(one => one.Span.File, StringComparer.Ordinal).ThenBy(one => one.Span.Start)]);
    }

    /// <summary>The document of a draft.</summary>
    /// <param name="read">What it means; null when there is no agreement in it.</param>
    /// <param name="problem">Why it cannot be judged, when that is not among the diagnostics; else null.</param>
    /// <param name="day">The day asked about; null for the last.</param>
    /// <param name="views">The names of the views asked about; those that it does not have are passed over, and without any it is all.</param>
    /// <param name="coloured">The file whose tokens are wanted; null for none.</param>
    public static DraftDocument From(
        ImmutableArray<SourceText> texts, Case? read, ImmutableArray<Diagnostic> diagnostics, string? problem, int? day, IReadOnlyCollection<string> views, string? coloured)
    {
        var told = AgreementDocument.Told(texts.ToDictionary(text => text.Path, StringComparer.Ordinal), diagnostics);
        ImmutableArray<TokenEntry>? tokens = coloured is null ? null : TokenEntry.AllOf(NameIndex.Of(texts), coloured);
        if (problem is not null || read is null || diagnostics.Any(one => one.IsError))
        {
            return new(SchemaName, false, told, problem, tokens, null, null, null, null, null, null, null);
        }

        var agreement = read.Agreement;
        var verdicts = Evaluator.Run(read, Knowledge.All);
        ImmutableArray<View> asked = [.. verdicts.Views.Where(view => views.Contains(view.Name))];
        var on = Math.Clamp(day ?? verdicts.Horizon, verdicts.FirstDay, Math.Max(verdicts.FirstDay, verdicts.Horizon));
        return new(
            SchemaName,
            true,
            told,
            null,
            tokens,
            Words.Date(verdicts.FirstDay),
            Words.Date(verdicts.Horizon),
            [.. verdicts.Views.Select(view => new ViewHeading(view.Name, view.Title, Words.Of(view.Kind)))],
            [.. agreement.Parties.Select(party => PartyEntry.Of(party, agreement))],
            [.. agreement.Places.Select(place => PlaceEntry.Of(place, agreement))],
            [.. agreement.Clauses.Select(ClauseEntry.Of)],
            StatusDocument.From(StatusAnswer.On(verdicts, on, asked.IsEmpty ? verdicts.Views : asked, _ => true)));
    }
}

/// <summary>A stretch of a file and how it is shown. Offsets count UTF-16 units.</summary>
/// <param name="Class">"word", "name", "title", "number", "date", "zone", "mark", "comment", "quote" or "unknown".</param>
/// <param name="Sort">What a name is of, in a word; null for anything else, and for a name that leads nowhere.</param>
public sealed record TokenEntry(int From, int To, string Class, string? Sort)
{
    internal static ImmutableArray<TokenEntry> AllOf(NameIndex names, string file) =>
        [.. TextTokens.Of(names, file).Select(token => new TokenEntry(token.Start, token.Start + token.Length, token.Class.ToString().ToLowerInvariant(), token.Sort?.Noun()))];
}
