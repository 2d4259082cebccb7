using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;
using Proviso.Regions;

namespace Proviso.Server;

/// <summary>Where the agreements come from that a server shows. The server itself touches no file.</summary>
public interface IAgreements
{
    /// <summary>Their names, each once, in order; none of <see cref="WorkbenchServer.Taken"/>. A name stands in addresses as it is.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>A text that is another one whenever anything of an agreement may have changed; null when there is no agreement of that name. Asked often, so it must be cheap.</summary>
    string? StampOf(string name);

    /// <summary>Reads an agreement. Requires a name of <see cref="Names"/>; one that is gone meanwhile has a <see cref="AgreementRead.Problem"/>.</summary>
    AgreementRead Read(string name);
}

/// <summary>An agreement as it was read and understood.</summary>
/// <param name="Texts">Its texts, in name order.</param>
/// <param name="Case">Null when it cannot be judged.</param>
/// <param name="Diagnostics">Everything wrong with the texts, by file and place.</param>
/// <param name="Problem">Why it cannot be judged, in one sentence, when that is not among the diagnostics; else null.</param>
public sealed record AgreementRead(ImmutableArray<SourceText> Texts, Case? Case, ImmutableArray<Diagnostic> Diagnostics, string? Problem)
{
    /// <summary>Reads the outline in a file that the agreement names; null when there is none.</summary>
    public required Func<FileShape, OutlineRead?> Outline { get; init; }

    /// <summary>The agreement understood anew with one more text beside its own.</summary>
    public required Func<SourceText, AgreementRead> With { get; init; }

    /// <summary>The agreement understood anew with other texts: each in place of its own of the same path, or beside them. Requires paths that lead nowhere out of its folder.</summary>
    public required Func<ImmutableArray<SourceText>, AgreementRead> Redrafted { get; init; }
}
