using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>What the leaves of a step show by themselves: which reports it cites, what it says is not on file, and which other clauses' breaches
/// it has read.</summary>
internal sealed class Shown
{
    private readonly Reader reader;
    private readonly Meant meant;
    private readonly HashSet<string> cited = new(StringComparer.Ordinal);
    private readonly List<(Question Query, DayRange Days)> absent = [];
    private readonly List<(Condition Condition, DayRange Days)> breaches = [];

    public Shown(Reader reader, Meant meant, IEnumerable<Proof> parts)
    {
        (this.reader, this.meant) = (reader, meant);
        foreach (var part in parts)
        {
            switch (part)
            {
                case ReportLeaf leaf:
                    cited.Add(leaf.Report.Name);
                    break;
                case AbsentLeaf leaf:
                    absent.Add((leaf.Query, leaf.Days));
                    break;
                case Step { Question: Holds { Condition: ClauseBroken broken }, Rule: Rule.AnotherClause } step:
                    breaches.Add((broken, step.Days));
                    break;
            }
        }
    }

    /// <summary>The reports cited.</summary>
    public IReadOnlySet<string> Cited => cited;

    /// <summary>Whether something is asked that the leaves say is nowhere on file.</summary>
    public bool SaysNothing(Question question, int day) => absent.Any(a => a.Days.Contains(day) && AreSame(a.Query, question));

    /// <summary>What the leaves alone show of a condition: what they do not show is left open.</summary>
    public Truth Of(Condition condition, Asked asked, int day)
    {
        switch (condition)
        {
            case NounIs noun:
                var question = reader.Circumstances.Question(noun, meant, asked.Slot);
                var days = Enumerable.Range(0, noun.RunningDays ?? 1).Select(back => day - back).ToList();
                return new(
                    reader.Circumstances.Holds(noun, meant, asked with { Cited = cited }, day).Lo,
                    !days.Any(d => SaysNothing(question, d)));
            case Happens:
                return new(reader.Circumstances.Holds(condition, meant, asked with { Cited = cited }, day).Lo, !SaysNothing(new Holds(condition, asked.Slot), day));
            case ClauseBroken:
                return breaches.Any(b => b.Days.Contains(day) && b.Condition == condition) ? reader.Circumstances.Holds(condition, meant, asked, day) : Truth.Open;
            case NotCondition not:
                return !Of(not.Part, asked, day);
            case AllConditions all:
                return Truth.All(all.Parts.Select(p => Of(p, asked, day)));
            case AnyCondition any:
                return Truth.Any(any.Parts.Select(p => Of(p, asked, day)));
            default:
                throw new System.Diagnostics.UnreachableException(condition.GetType().Name);
        }
    }

    /// <summary>Whether what is asked could hold by the cited reports alone.</summary>
    public bool CouldHold(Condition condition, Asked asked, int day) => condition switch
    {
        NounIs or Happens => reader.Circumstances.Holds(condition, meant, asked with { Cited = cited }, day).Hi,
        ClauseBroken => Of(condition, asked, day).Hi && breaches.Count > 0,
        NotCondition not => !reader.Circumstances.Holds(not.Part, meant, asked, day).Lo,
        AllConditions all => all.Parts.All(p => CouldHold(p, asked, day)),
        AnyCondition any => any.Parts.Any(p => CouldHold(p, asked, day)),
        _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
    };

    /// <summary>Whether the condition has surely been met by the day, by the cited reports alone, wherever in their dates they fall.</summary>
    public bool IsMetBy(Condition condition, Asked asked, int from, int day) => reader.Circumstances.Suppositions(condition, asked).All(s =>
    {
        var put = asked with { Supposed = s.IsEmpty ? null : s, Cited = cited };
        return reader.Circumstances.MetWhereverItFalls(condition, meant, put, from) <= day
            || Enumerable.Range(from, day - from + 1).Any(d => reader.Circumstances.Holds(condition, meant, put, d).Lo);
    });

    /// <summary>Whether two questions are one.</summary>
    public static bool AreSame(Question a, Question b) => (a, b) switch
    {
        (SomeThingIs x, SomeThingIs y) => x.Noun == y.Noun && x.State.Name == y.State.Name && x.Place.Name == y.Place.Name
            && x.Holder?.Name == y.Holder?.Name && x.Slot == y.Slot,
        (Holds x, Holds y) => x.Condition == y.Condition && x.Slot == y.Slot,
        _ => false,
    };
}
