using System.Collections.Immutable;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>What is found wrong with one explanation, in the order in which it was found; each objection has the place in the tree at which it was raised.
/// Begins outside of every step.</summary>
internal sealed class Objections
{
    private readonly List<Objection> raised = [];
    private readonly Stack<string> path = new();

    /// <summary>All that were raised.</summary>
    public ImmutableArray<Objection> All => [.. raised];

    /// <summary>Goes into a step, until <see cref="Leave"/>.</summary>
    public void Enter(string step) => path.Push(step);

    /// <summary>Goes back out of the step entered last.</summary>
    public void Leave() => path.Pop();

    /// <summary>Goes back out of every step.</summary>
    public void LeaveAll() => path.Clear();

    /// <summary>Objects to the step.</summary>
    public void Raise(string reason, int? day = null) => raised.Add(new(string.Join(", ", path.Reverse()), day, reason));

    /// <summary>Objects to a part of the step.</summary>
    public void Raise(string part, int? day, string reason) => raised.Add(new(string.Join(", ", path.Reverse().Append(part)), day, reason));
}
