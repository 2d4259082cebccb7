using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>What is said of some rows of one clause: those whose answers are the same in every view share one group.</summary>
/// <param name="Whom">Whose rows they are: those who owe the clause, or are offered it; in row order.</param>
/// <param name="Places">The places of the rows in row order; empty when the clause has none.</param>
/// <param name="IsNarrower">True for a place within the place of a clause instance.</param>
/// <param name="Answers">The answers in view order, equal ones together; for a narrower place only those that differ from its instance's.</param>
public sealed record StatusGroup(
    ImmutableArray<string> Whom, ImmutableArray<string> Places, bool IsNarrower, ImmutableArray<SharedAnswer> Answers)
{
    /// <summary>What is to be said of <see cref="NeverBound"/>, after where and in which views.</summary>
    public const string NeverBoundSays = "the condition that ends the clause held already when it began, so it never bound anybody there";

    /// <summary>The answers by which the clause never bound anybody in the places; none for a narrower group, whose instance says it.</summary>
    public IEnumerable<SharedAnswer> NeverBound => IsNarrower ? [] : Answers.Where(shared => shared.Answer.Verdict.Standing == Standing.VoidFromBirth);

    /// <summary>The groups of one clause's lines, in row order.</summary>
    public static ImmutableArray<StatusGroup> Of(IReadOnlyList<StatusLine> lines)
    {
        var groups = new List<StatusGroup>();
        foreach (var whose in lines.GroupBy(line => ChangeGroup.WhomOf(line.Row)))
        {
            groups.AddRange(Gathered([.. whose.GroupBy(line => line.Row.Instance?.Name).Select(instance => Instance(whose.Key, [.. instance]))]));
        }

        return Joined(groups);
    }

    /// <summary>The places in one phrase: "all 4 theatres" when none of a longer list is missing.</summary>
    /// <param name="clause">The clause of the rows.</param>
    /// <param name="called">What a place is called, by its name in the text.</param>
    public string PlacesOf(Clause clause, Func<string, string> called) => clause.ForEach is { Places: { Length: > 2 } all } && Places.Length == all.Length && !IsNarrower
        ? $"all {all.Length} {Sort(all)}"
        : string.Join(", ", Places.Select(called));

    private static string Sort(ImmutableArray<Place> places) =>
        places.All(place => place is Theatre) ? "theatres" : places.All(place => place is Site) ? "sites" : places.All(place => place is Region) ? "regions" : "places";

    /// <summary>The groups of one clause instance: its place, then each place in it that has another answer.</summary>
    private static List<StatusGroup> Instance(string whom, List<StatusLine> lines)
    {
        var whole = lines.FirstOrDefault(line => !line.IsNarrower);
        var groups = new List<StatusGroup>();
        foreach (var line in lines)
        {
            var answers = line.IsNarrower && whole is not null
                ? line.Answers.Zip(whole.Answers).Where(pair => !Same(pair.First, pair.Second) || pair.First.Verdict.Conduct == Conduct.Broken).Select(pair => pair.First)
                : line.Answers;
            var shared = SharedAnswer.Of(answers);
            if (shared.IsEmpty)
            {
                continue;
            }

            ImmutableArray<string> place = line.Row.Place is { } where ? [where.Name] : [];
            if (groups.Count > 0 && groups[^1].IsNarrower && line.IsNarrower && SharedAnswer.Same(groups[^1].Answers, shared))
            {
                groups[^1] = groups[^1] with { Places = [.. groups[^1].Places, .. place] };
            }
            else
            {
                groups.Add(new([whom], place, line.IsNarrower, shared));
            }
        }

        return groups;
    }

    /// <summary>Instances that say the same, with no place in them that says otherwise, are one group where the first of them stood.</summary>
    private static IEnumerable<StatusGroup> Gathered(List<List<StatusGroup>> instances)
    {
        var gathered = new List<List<StatusGroup>>();
        foreach (var instance in instances)
        {
            var same = instance.Count == 1
                ? gathered.FindIndex(other => other.Count == 1 && other[0].IsNarrower == instance[0].IsNarrower && SharedAnswer.Same(other[0].Answers, instance[0].Answers))
                : -1;
            if (same < 0)
            {
                gathered.Add(instance);
            }
            else
            {
                gathered[same] = [gathered[same][0] with { Places = [.. gathered[same][0].Places, .. instance[0].Places] }];
            }
        }

        return gathered.SelectMany(instance => instance);
    }

    /// <summary>Those whose groups are the same, place by place, are named together.</summary>
    private static ImmutableArray<StatusGroup> Joined(List<StatusGroup> groups)
    {
        var joined = new List<List<StatusGroup>>();
        foreach (var own in groups.GroupBy(group => group.Whom[0]).Select(own => own.ToList()))
        {
            var same = joined.FindIndex(other => other.Count == own.Count && other.Zip(own).All(pair => pair.First.SaysTheSameAs(pair.Second)));
            if (same < 0)
            {
                joined.Add(own);
            }
            else
            {
                joined[same] = [.. joined[same].Select(group => group with { Whom = [.. group.Whom, .. own[0].Whom] })];
            }
        }

        return [.. joined.SelectMany(own => own)];
    }

    private bool SaysTheSameAs(StatusGroup other) =>
        IsNarrower == other.IsNarrower && Places.SequenceEqual(other.Places) && SharedAnswer.Same(Answers, other.Answers);

    private static bool Same(ViewAnswer one, ViewAnswer other) =>
        one.Verdict == other.Verdict && one.Basis == other.Basis && one.Days == other.Days && one.PerhapsBeside == other.PerhapsBeside && one.OlderConduct == other.OlderConduct;
}

/// <summary>An answer and the views that share it.</summary>
/// <param name="Views">In view order; at least one.</param>
/// <param name="Answer">That of the first of the views; the others' differ in the view only.</param>
public sealed record SharedAnswer(ImmutableArray<string> Views, ViewAnswer Answer)
{
    /// <summary>Equal answers together, in the order of the first of each.</summary>
    public static ImmutableArray<SharedAnswer> Of(IEnumerable<ViewAnswer> answers) =>
    [
        .. answers.GroupBy(answer => (answer.Verdict, answer.Label, answer.Basis, answer.Days, answer.PerhapsBeside, answer.OlderConduct))
            .Select(same => new SharedAnswer([.. same.Select(answer => answer.View.Name)], same.First())),
    ];

    /// <summary>True when the same views share the same answers.</summary>
    public static bool Same(ImmutableArray<SharedAnswer> one, ImmutableArray<SharedAnswer> other) =>
        one.Length == other.Length && one.Zip(other).All(pair => pair.First.IsLike(pair.Second));

    private bool IsLike(SharedAnswer other) =>
        Views.SequenceEqual(other.Views)
        && Answer.Verdict == other.Answer.Verdict
        && Answer.Label == other.Answer.Label
        && Answer.Basis == other.Answer.Basis
        && Answer.Days == other.Answer.Days
        && Answer.PerhapsBeside == other.Answer.PerhapsBeside
        && Answer.OlderConduct == other.Answer.OlderConduct;
}
