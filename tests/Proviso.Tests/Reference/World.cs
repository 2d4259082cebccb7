using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>Everything a view has to say: the sections of the page, each on those before it.</summary>
sealed class World
{
    private readonly Agreement agreement;
    private readonly Statements statements;
    private readonly View view;
    private readonly IReadOnlyDictionary<string, string> forced;
    private readonly IReadOnlyList<Line> lines;
    private readonly Dictionary<(string, string), World> readings = [];
    private readonly States states;
    private readonly Conditions conditions;
    private readonly Latch latch;
    private readonly StandingTable standings;
    private readonly Having having;
    private readonly Deadlines deadlines;
    private readonly Bases bases;
    private readonly Numbers numbers;
    private readonly Dictionary<(Line, int), Conduct> conducts = [];
    private readonly Dictionary<Condition, Condition?> unbreached = new(ReferenceEqualityComparer.Instance);

    /// <param name="forced">Readings taken for the sake of argument, by dispute.</param>
    public World(
        Agreement agreement, Statements statements, IReadOnlyList<Line> lines, DaySpan axis, View view, IReadOnlyDictionary<string, string> forced)
    {
        (this.agreement, this.statements, this.view, this.forced, this.lines) = (agreement, statements, view, forced, lines);
        Axis = axis;
        var acceptance = new Acceptance(agreement, statements, view, forced);
        var places = new Places(agreement, acceptance);
        var nouns = new Nouns(agreement, statements, acceptance);
        var facts = new Facts(agreement, statements, acceptance, nouns, places);
        states = new(agreement, acceptance, facts, nouns, places);
        conditions = new(agreement, statements, acceptance, nouns, places, states, IsBroken);
        latch = new(agreement, statements, acceptance, facts, states, conditions, axis);
        var wordings = new Wordings(agreement, acceptance);
        standings = new(agreement, statements, conditions, wordings, new(statements, agreement.Clock), IsSurelyMet);
        var counting = new Counting(agreement, statements, acceptance, facts, nouns, places, states);
        numbers = new(agreement, statements, acceptance, nouns, places, conditions, counting, axis);
        having = new(agreement, facts, states, counting, conditions, wordings, standings, InstancesOf);
        var quotas = new Quotas(agreement, statements, acceptance, conditions, having, standings, axis, RightsOf);
        deadlines = new(agreement, statements, acceptance, facts, conditions, having, standings, quotas, axis);
        bases = new(agreement, statements, acceptance, facts, nouns, places, states);
    }

    private DaySpan Axis { get; }

    public Verdict At(Line line, int day)
    {
        var table = standings.On(line.Instance, day);
        var told = table.Where(each => each.Value.Lo).Select(each => each.Key).ToList();
        var possible = told.Count > 0 ? told : table.Where(each => each.Value.Hi).Select(each => each.Key);
        var conduct = ConductOn(line, day);
        return new(
            told.Count > 0 ? told.Single() : Standing.CannotTell,
            possible.Aggregate(default(StandingSet), (set, standing) => set.With(standing)),
            conduct,
            conduct == Conduct.CannotTell && line.Instance.Clause.Duty is Restraint && !having.Broken(line, day).Hi);
    }

    public Basis? BasisAt(Line line, int day) => (ConductOn(line, day), line.Instance.Clause.Duty) switch
    {
        (Conduct.Kept, ShallNotHave) => bases.OfKept(line, day),
        (Conduct.Kept or Conduct.Broken or Conduct.Excused or Conduct.CuredLate, _) => Basis.Reported,
        _ => null,
    };

    public Ranged NumberAt(NamedCount count, Party? party, Place? place, int day) => numbers.Of(count, party, place, day);

    public Conduct? DutyOn(Line line, string trigger, int day) => deadlines.OnOne(line, trigger, day);

    public long LeastOn(Line line, int day) => having.Least(line, day);

    private Conduct ConductOn(Line line, int day)
    {
        if (!conducts.TryGetValue((line, day), out var answer))
        {
            answer = conducts[(line, day)] = line.Instance.Clause.Duty switch
            {
                Restraint => having.On(line, day),
                ShallDo => deadlines.On(line, day),
                _ => Conduct.NotTriggered,
            };
        }

        return answer;
    }

    private Truth IsBroken(ClauseBroken broken, Instance instance, int day) => Truth.Any(
        from line in lines
        where line.Instance.Clause.Id == broken.ClauseId && line.Instance.Clause.Duty is Restraint
        where broken.By is null || line.Row.Party.Name == broken.By.Name
        where broken.In is null || line.Row.Instance?.Name == instance.Resolve(broken.In).Name
        select having.Broken(line, day));

    private IReadOnlyList<Instance> InstancesOf(Clause clause) =>
        [.. lines.Where(line => line.Instance.Clause.Id == clause.Id).Select(line => line.Instance).Distinct()];

    private IReadOnlyList<Line> RightsOf(string clause) => [.. lines.Where(line => line.Instance.Clause.Id == clause)];

    /// <summary>Under every reading of the states that a condition speaks of, whether it was surely met in these days.</summary>
    private bool IsSurelyMet(Condition condition, Instance instance, int first, int last)
    {
        if (ReadsBreaches(condition))
        {
            // Reading by reading only those parts of an `or` that speak of no breach.
            return latch.IsMetOnADay(condition, instance, first, last)
                || (WithoutBreaches(condition) is { } rest && IsSurelyMet(rest, instance, first, last));
        }

        var open = latch.OpenDisputes(condition, new(instance.Clause.Id, ClauseSlot.Until));
        return open.Count == 0
            ? latch.IsSurelyMet(condition, instance, first, last)
            : open[0].Readings.All(reading => Reading(open[0], reading).IsSurelyMet(condition, instance, first, last));
    }

    private Condition? WithoutBreaches(Condition condition)
    {
        if (!unbreached.TryGetValue(condition, out var rest))
        {
            rest = unbreached[condition] = Unbreached(condition);
        }

        return rest;
    }

    /// <summary>An <c>or</c> without its parts that speak of breaches, at any depth; null when nothing is left of it.</summary>
    private static Condition? Unbreached(Condition condition)
    {
        if (!ReadsBreaches(condition))
        {
            return condition;
        }

        Condition[] left = condition is AnyCondition any ? [.. any.Parts.Select(Unbreached).OfType<Condition>()] : [];
        return left.Length == 0 ? null : new AnyCondition([.. left]);
    }

    private static bool ReadsBreaches(Condition condition) => condition switch
    {
        ClauseBroken => true,
        NotCondition not => ReadsBreaches(not.Part),
        AllConditions all => all.Parts.Any(ReadsBreaches),
        AnyCondition any => any.Parts.Any(ReadsBreaches),
        _ => false,
    };

    /// <summary>The same view, were this the reading.</summary>
    private World Reading(Dispute dispute, Reading reading)
    {
        if (!readings.TryGetValue((dispute.Name, reading.Name), out var world))
        {
            var choices = new Dictionary<string, string>(forced) { [dispute.Name] = reading.Name };
            world = readings[(dispute.Name, reading.Name)] = new(agreement, statements, lines, Axis, view, choices);
        }

        return world;
    }
}
