namespace Proviso.Faults;

/// <summary>A mistake that somebody could have made in the evaluator, as one piece of its text changed for another.</summary>
/// <param name="File">Path below <c>src/Proviso.Evaluation</c>, with forward slashes.</param>
/// <param name="Find">Stands in the file exactly once.</param>
/// <param name="Replace">Stands there instead.</param>
/// <param name="Mistake">What the evaluator then gets wrong, in plain words.</param>
public sealed record Fault(string File, string Find, string Replace, string Mistake)
{
    public override string ToString() => $"{File}: {Mistake}";
}
