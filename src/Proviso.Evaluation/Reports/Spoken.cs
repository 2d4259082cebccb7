using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>What corrections and contests make of the reports that they speak of; all others are as written and uncontested. By the numbers of the reports.</summary>
/// <param name="Corrected">Reports that are corrected, or are corrections by others and so reports of their own.</param>
/// <param name="TakenBack">Those that their speakers have surely taken back.</param>
/// <param name="Contests">All contests of a report, whether or not they count in a view: those that are corrections by others, then those that are positions.</param>
/// <param name="CorrectionsOf">The known corrections of a report or correction of that name, in the order of the file.</param>
internal sealed record Spoken(
    ImmutableDictionary<int, CorrectedReport> Corrected,
    ImmutableHashSet<int> TakenBack,
    ImmutableDictionary<int, ImmutableArray<Contest>> Contests,
    ImmutableDictionary<string, ImmutableArray<Report>> CorrectionsOf)
{
    private static readonly Spoken none = new(
        ImmutableDictionary<int, CorrectedReport>.Empty,
        [],
        ImmutableDictionary<int, ImmutableArray<Contest>>.Empty,
        ImmutableDictionary.Create<string, ImmutableArray<Report>>(StringComparer.Ordinal));

    /// <summary>What is said of the reports of a record.</summary>
    public static Spoken Of(KnownRecord known)
    {
        var corrections = known.Single().Select(each => each.Report).Where(report => report.Content is Correction)
            .GroupBy(report => ((Correction)report.Content).Of, StringComparer.Ordinal);
        var spoken = none with { CorrectionsOf = none.CorrectionsOf.AddRange(corrections.Select(of => KeyValuePair.Create(of.Key, of.ToImmutableArray()))) };
        var contested = Corrections.Contests(known.Positions).Select(contest => contest.Report);
        return spoken.Anew(known, spoken.CorrectionsOf.Keys.Concat(contested).Distinct(StringComparer.Ordinal));
    }

    /// <summary>True for a report that is not taken back, and a correction by somebody else: what views accept or not.</summary>
    public bool StandsForItself(Report written, int source) => written.Content is Correction ? Corrected.ContainsKey(source) : !TakenBack.Contains(source);

    /// <summary>The name of the report that a report or correction of that name is about in the end: its own, where it is no correction.</summary>
    public static string RootOf(string name, Func<string, Report?> find)
    {
        while (find(name)?.Content is Correction correction)
        {
            name = correction.Of;
        }

        return name;
    }

    /// <summary>A report's name, and those of all corrections of it, and of them.</summary>
    public IEnumerable<string> About(string root)
    {
        var open = new Stack<string>([root]);
        while (open.TryPop(out var name))
        {
            yield return name;
            foreach (var correction in CorrectionsOf.GetValueOrDefault(name, []))
            {
                open.Push(correction.Name);
            }
        }
    }

    /// <summary>The same, with what is said of some reports found out anew.</summary>
    /// <param name="names">Reports or corrections; what is said of all that they are about is found out.</param>
    public Spoken Anew(KnownRecord known, IEnumerable<string> names)
    {
        var roots = names.Select(name => RootOf(name, known.Find)).Distinct(StringComparer.Ordinal).ToList();
        var found = Corrections.Apply(name => CorrectionsOf.GetValueOrDefault(name, []), roots.Where(CorrectionsOf.ContainsKey).Select(known.Find).OfType<Report>());
        var about = roots.SelectMany(About).ToHashSet(StringComparer.Ordinal);
        var sources = about.Select(known.All.IndexOf).Where(source => source >= 0).ToList();
        var contests = found.Contests.Concat(Reports.Corrections.Contests(known.PositionsOn(about))).GroupBy(contest => contest.Report, StringComparer.Ordinal)
            .Select(of => KeyValuePair.Create(known.All.IndexOf(of.Key), of.ToImmutableArray())).Where(of => of.Key >= 0);
        return this with
        {
            Corrected = Corrected.RemoveRange(sources).SetItems(found.Reports.Select(report => KeyValuePair.Create(known.All.IndexOf(report.Name), report))),
            TakenBack = TakenBack.Except(sources).Union(found.TakenBack.Select(known.All.IndexOf)),
            Contests = Contests.RemoveRange(sources).SetItems(contests),
        };
    }
}
