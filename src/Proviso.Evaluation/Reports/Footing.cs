using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>How a report stands before any view takes it: whose it is, which parts its corrections leave in question, and who contests what of it. Reports of one
/// footing are taken alike in every view that makes no choice about one of them.</summary>
/// <param name="Contests">Of this report, or of one with the same contests.</param>
internal sealed record Footing(Party By, ImmutableArray<ReportPart> InQuestion, ImmutableArray<Contest> Contests);

/// <summary>The footings of a record, each once: a small number stands for each.</summary>
internal sealed class Footings
{
    private readonly Lock gate = new();
    private ImmutableArray<Footing> all = [];
    private readonly Dictionary<string, int> plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> contested = new(StringComparer.Ordinal);

    /// <summary>The footings, by their numbers.</summary>
    public ImmutableArray<Footing> All => all;

    /// <summary>The number of a footing; a new one, if it has none yet.</summary>
    public int Of(Party by, ImmutableArray<ReportPart> inQuestion, ImmutableArray<Contest> contests)
    {
        using var entered = gate.EnterScope();
        var (known, key) = inQuestion.IsEmpty && contests.IsEmpty ? (plain, by.Name) : (contested, Key(by, inQuestion, contests));
        if (!known.TryGetValue(key, out var number))
        {
            known[key] = number = all.Length;
            all = all.Add(new Footing(by, inQuestion, contests));
        }

        return number;
    }

    private static string Key(Party by, ImmutableArray<ReportPart> inQuestion, ImmutableArray<Contest> contests) => string.Join(
        '\n',
        contests.Select(contest => $"{contest.Part} {contest.Attribute} {contest.Holder.Name} {contest.Denies} {contest.WholeSubject}")
            .Prepend($"{by.Name} {string.Join(',', inQuestion)}"));
}
