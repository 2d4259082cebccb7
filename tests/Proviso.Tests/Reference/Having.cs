using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>A row of the table of verdicts and the clause instance it belongs to.</summary>
/// <param name="addressee">The one an act is owed to (§11), or null. For an offer this can differ from the row's addressee.</param>
/// <remarks>Equal only to itself.</remarks>
sealed class Line(Evaluation.Row row, Instance instance, Party? addressee)
{
    public Evaluation.Row Row => row;

    public Instance Instance => instance;

    public Party? Addressee => addressee;
}

/// <summary>§10: conduct under <c>shall not have</c> and <c>shall have at most</c>.</summary>
/// <param name="instancesOf">The instances of the clause with this number.</param>
sealed class Having(
    Agreement agreement,
    Facts facts,
    States states,
    Counting counting,
    Conditions conditions,
    Wordings wordings,
    StandingTable standings,
    Func<Clause, IReadOnlyList<Instance>> instancesOf)
{
    private readonly Dictionary<(Line, int), Truth> broken = [];
    private readonly Dictionary<(Line, int), Truth> contrary = [];

    public Conduct On(Line line, int day)
    {
        var breach = Broken(line, day);
        if (breach.Lo)
        {
            return Conduct.Broken;
        }

        if (breach.Hi)
        {
            return Conduct.CannotTell;
        }

        if (standings.InForce(line.Instance, day) == Truth.Refuted || WhileHolds(line.Instance, day) == Truth.Refuted)
        {
            return Conduct.NotTriggered;
        }

        return (WhileHolds(line.Instance, day).Lo, Contrary(line, day)) switch
        {
            (true, { Hi: false }) => Conduct.Kept,
            (true, { Lo: true }) => Conduct.Excused,
            _ => Conduct.CannotTell,
        };
    }

    /// <summary>Whether a breach is under way: it begins with contrary conduct while bound, and lasts while the conduct lasts.</summary>
    public Truth Broken(Line line, int day)
    {
        var hasRunOut = line.Instance.Clause.Duty is ShallHaveAtMost && day >= agreement.InForce.Before;
        if (day < standings.FirstDay(line.Instance.Clause) || hasRunOut)
        {
            return Truth.Refuted;
        }

        if (!broken.TryGetValue((line, day), out var answer))
        {
            answer = broken[(line, day)] = Contrary(line, day) && (Binds(line, day) || Broken(line, day - 1));
        }

        return answer;
    }

    /// <summary>How many of what a ceiling on a noun asks about there surely are.</summary>
    public long Least(Line line, int day)
    {
        var ceiling = (ShallHaveAtMost)line.Instance.Clause.Duty;
        return counting.Least(ceiling, new(ceiling.Noun, line.Row.Place!, line.Instance.Party), day);
    }

    public Truth WhileHolds(Instance instance, int day) => wordings.Judge(instance.Clause, SlotWord.While, Truth.Proved, slot =>
        conditions.On(slot.Condition, instance, ClauseSlot.While, day));

    public Truth Unless(Instance instance, int day) => wordings.Judge(instance.Clause, SlotWord.Unless, Truth.Refuted, slot =>
        conditions.On(slot.Condition, instance, ClauseSlot.Unless, day));

    private Truth Contrary(Line line, int day)
    {
        if (!contrary.TryGetValue((line, day), out var answer))
        {
            answer = contrary[(line, day)] = line.Instance.Clause.Duty is ShallHaveAtMost ceiling
                ? counting.IsMoreThan(ceiling, new(ceiling.Noun, line.Row.Place!, line.Instance.Party), day)
                : Truth.Any(facts.Lots.Select(lot => Contrary(lot, line, day)));
        }

        return answer;
    }

    private Truth Contrary(IReadOnlyList<Fact> lot, Line line, int day)
    {
        var duty = (Restraint)line.Instance.Clause.Duty;
        return states.Of(
            lot, duty.State, new(duty.Noun, line.Row.Place!, line.Instance.Party), new(line.Instance.Clause.Id, ClauseSlot.Have), day);
    }

    private Truth Binds(Line line, int day) =>
        standings.InForce(line.Instance, day) & WhileHolds(line.Instance, day) & !(Unless(line.Instance, day) | Yields(line, day));

    /// <summary>Whether a right that goes before this clause covers all that is contrary to it.</summary>
    private Truth Yields(Line line, int day) => Truth.Any(
        from clause in agreement.Clauses
        where clause.Duty is MayHave && clause.Despite.Contains(line.Instance.Clause.Id)
        from right in instancesOf(clause)
        where right.Party.Name == line.Instance.Party.Name
        where right.ElementPlace is null || right.ElementPlace.Name == line.Instance.Place?.Name
        select standings.InForce(right, day) & WhileHolds(right, day) & !Unless(right, day) & Covers(right, line, day));

    private Truth Covers(Instance right, Line line, int day)
    {
        var may = (MayHave)right.Clause.Duty;
        var asked = new Asked(may.Noun, right.Resolve(may.In), null);
        var lots = facts.Lots
            .Select(lot => (
                Contrary: Contrary(lot, line, day),
                Allowed: states.Of(lot, may.State, asked, new(right.Clause.Id, ClauseSlot.Have), day)))
            .ToList();
        return new(
            lots.TrueForAll(lot => !lot.Contrary.Hi || lot.Allowed.Lo) && (line.Instance.Clause.Duty is not ShallHaveAtMost || Contrary(line, day).Lo),
            lots.TrueForAll(lot => !lot.Contrary.Lo || lot.Allowed.Hi));
    }
}
