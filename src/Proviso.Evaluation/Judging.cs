using System.Collections.Immutable;
using Proviso.Evaluation.Duties;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>A case laid out for judging: what is known, as each view takes it, with everything that answers questions about it.</summary>
internal sealed class Judging
{
    private readonly KnownCase of;

    /// <param name="before">What a revision was judged by before: what does not rest on reports is taken from it. Its views must be these.</param>
    public Judging(KnownCase of, ImmutableArray<ViewTried> views, Judging? before = null)
    {
        this.of = of;
        var known = of.Record;
        Agreement = of.Agreement;
        Known = known;
        Views = views;
        Masks = before?.Masks ?? new ViewMasks(Agreement, views);
        Facts = new Facts(of.Columns, Masks, Agreement.Clock);
        Nouns = new Nouns(Masks, Facts);
        Places = before?.Places ?? new Places(Agreement, Masks);
        States = new States(Masks, Facts, Nouns, Places, Agreement.Clock, known.Horizon);
        Counts = new Counts(Masks, Facts, Nouns, Places, States);
        Conditions = new Conditions(Agreement, Masks, Facts, Nouns, Places, States, known.Horizon);
        NamedCounts = new NamedCounts(Agreement, Counts, new EventCounts(Masks, Facts, Nouns, Places, Conditions));
        Acts = before?.Acts ?? new LegalActs(known.Positions, Masks.Sets, Agreement);
        Instances = before?.Instances ?? [.. Agreement.Clauses.SelectMany(c => Instance.Of(c, Agreement))];
    }

    /// <summary>The agreement's text.</summary>
    public Agreement Agreement { get; }

    /// <summary>The reports and positions that count.</summary>
    public KnownRecord Known { get; }

    /// <summary>SHA-256 over the digests of all known reports.</summary>
    public string AllReports => of.AllReports;

    /// <summary>The views, in the order of the sets' indices.</summary>
    public ImmutableArray<ViewTried> Views { get; }

    /// <summary>Whom the views trust and what they read.</summary>
    public ViewMasks Masks { get; }

    /// <summary>The reports as the views take them.</summary>
    public Facts Facts { get; }

    /// <summary>Matches things against nouns.</summary>
    public Nouns Nouns { get; }

    /// <summary>Matches places against places.</summary>
    public Places Places { get; }

    /// <summary>The states of lots.</summary>
    public States States { get; }

    /// <summary>How many things there are.</summary>
    public Counts Counts { get; }

    /// <summary>What the agreement's counts come to.</summary>
    public NamedCounts NamedCounts { get; }

    /// <summary>Conditions on a day.</summary>
    public Conditions Conditions { get; }

    /// <summary>Positions with legal effect.</summary>
    public LegalActs Acts { get; }

    /// <summary>All clause instances, in the order of the rows.</summary>
    public ImmutableArray<Instance> Instances { get; }
}
