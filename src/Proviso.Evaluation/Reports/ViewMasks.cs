using System.Collections.Immutable;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>A view as evaluated: its own choices, and perhaps more, tried to see what they would decide.</summary>
/// <param name="Choices">Dispute name to reading name; disputes not in it are open.</param>
/// <param name="Believed">Reports accepted whoever contests them.</param>
/// <param name="Disbelieved">Reports set aside.</param>
internal sealed record ViewTried(
    View View,
    ImmutableSortedDictionary<string, string> Choices,
    ImmutableSortedSet<string> Believed,
    ImmutableSortedSet<string> Disbelieved)
{
    /// <summary>The view as it is, with the readings its party's positions have accepted.</summary>
    public static ViewTried Of(View view, IEnumerable<Position> known)
    {
        var choices = view.Choices;
        if (view.Kind == ViewKind.Party)
        {
            var accepted = known
                .Where(p => p.Verb == PositionVerb.Accepts && p.Holder == view.Holder && p.Attribution.By == p.Holder)
                .OrderBy(p => p.When.Latest);
            foreach (var position in accepted)
            {
                if (position.Target is OnReading reading)
                {
                    choices = choices.SetItem(reading.Dispute, reading.Reading);
                }
            }
        }

        return new ViewTried(view, choices, [], []);
    }
}

/// <summary>Which views trust whom, count whose contests, and choose which reading: docs/semantics.md §3, as view sets.</summary>
internal sealed class ViewMasks
{
    private readonly Agreement agreement;
    private readonly ImmutableArray<ViewTried> views;
    private readonly Dictionary<string, int> trusting = [];
    private readonly Dictionary<string, int> counting = [];
    private readonly Dictionary<string, int> open = [];
    private readonly Dictionary<(string Dispute, string Reading), int> choosing = [];
    private readonly HashSet<string> parties;

    public ViewMasks(Agreement agreement, ImmutableArray<ViewTried> views)
    {
        this.agreement = agreement;
        this.views = views;
        Sets = new ViewSets(views.Length);
        parties = [.. agreement.Between.Select(p => p.Name), .. agreement.Between.SelectMany(p => p.Members).Where(IsRegarded).Select(m => m.Member.Name)];
    }

    /// <summary>The algebra of view sets.</summary>
    public ViewSets Sets { get; }

    /// <summary>Views that trust the source.</summary>
    public int Trusting(Party source) => Remember(trusting, source.Name, () => Sets.Of(i =>
        views[i].View.Trusts is not { } trusted || trusted.Any(p => p.Name == source.Name)));

    /// <summary>Views in which the holder's contests count.</summary>
    public int Counting(Party holder) => Remember(counting, holder.Name, () => Sets.Of(i => views[i].View switch
    {
        { Kind: ViewKind.Party } view => view.Holder!.Name == holder.Name,
        { Trusts: { } trusted } => trusted.Any(p => p.Name == holder.Name),
        _ => parties.Contains(holder.Name),
    }));

    /// <summary>Whether a membership is taken into account.</summary>
    public bool IsRegarded(Membership membership) => !ReferenceEquals(membership, agreement.Disregarded);

    /// <summary>The party's own views.</summary>
    public int Of(Party holder) => Sets.Of(i => views[i].View.Kind == ViewKind.Party && views[i].View.Holder!.Name == holder.Name);

    /// <summary>The views with that name.</summary>
    public int Named(ImmutableArray<string> names) => Sets.Of(i => names.Contains(views[i].View.Name));

    /// <summary>Views that choose the reading.</summary>
    public int Choosing(Dispute dispute, Reading reading) => Remember(choosing, (dispute.Name, reading.Name), () => Sets.Of(i =>
        views[i].Choices.TryGetValue(dispute.Name, out var chosen) && chosen == reading.Name));

    /// <summary>Views that leave the dispute open.</summary>
    public int Open(Dispute dispute) => Remember(open, dispute.Name, () => Sets.Of(i => !views[i].Choices.ContainsKey(dispute.Name)));

    /// <summary>The reports about which some view makes a choice of its own, by name.</summary>
    public IEnumerable<string> Chosen => views.SelectMany(view => view.Believed.Concat(view.Disbelieved)).Distinct(StringComparer.Ordinal);

    /// <summary>Views in which the report is believed whoever contests it.</summary>
    public int Believing(string report) => Sets.Of(i => views[i].Believed.Contains(report));

    /// <summary>Views in which the report is set aside by choice.</summary>
    public int Disbelieving(string report) => Sets.Of(i => views[i].Disbelieved.Contains(report));

    /// <summary>What each reading says, joined over the views: the chosen reading's where one is chosen; where the dispute is
    /// open, proved if every reading has it and refuted if none has.</summary>
    public Line Read(Dispute dispute, Func<Reading, Line> ask)
    {
        var answers = dispute.Readings.Select(ask).ToArray();
        var open = Open(dispute);
        var joined = answers.Select((line, i) => line.In(Sets, Choosing(dispute, dispute.Readings[i]))).ToList();
        if (open != ViewSets.None)
        {
            var both = answers.Aggregate((a, b) => Line.Merge(a, b, Sets.And, Sets.Or));
            joined.Add(both.In(Sets, open));
        }

        return Line.Any(Sets, joined);
    }

    /// <summary>The dispute on a thing, if the agreement has one.</summary>
    public Dispute? DisputeOn(Func<DisputeTarget, bool> isTarget) => agreement.Disputes.FirstOrDefault(d => isTarget(d.Target));

    /// <summary>The condition slots of a clause with every way to read each.</summary>
    public IEnumerable<WordedSlot> WordingsOf(Clause clause) => agreement.WordingsOf(clause);

    /// <summary>The dispute on a definition, if the agreement has one.</summary>
    public Dispute? DisputeOn(Define define) => DisputeOn(target => target is OnDefine on && on.Define == define.Name);

    private static int Remember<TKey>(Dictionary<TKey, int> memory, TKey key, Func<int> make)
        where TKey : notnull
    {
        if (!memory.TryGetValue(key, out var set))
        {
            memory[key] = set = make();
        }

        return set;
    }
}
