using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Accepts or rejects explanations: a reader with the page in hand, who takes nothing from the evaluator but what is written in the
/// explanation. docs/explanations.md says what it asks of each step.</summary>
/// <remarks>Remembers what it has read of a case, so that many explanations are checked at little more than the cost of one. Not safe for use by
/// several threads at once.</remarks>
public sealed class Checker
{
    private readonly Case @case;
    private readonly Dictionary<(int? Day, string? To, string View), Reader> readers = [];

    private Checker(Case @case) => this.@case = @case;

    /// <summary>A checker of explanations about a case.</summary>
    public static Checker For(Case @case) => new(@case);

    /// <summary>Checks one explanation.</summary>
    public static CheckResult Check(Case @case, Explanation explanation) => For(@case).Check(explanation);

    /// <summary>Checks one explanation of the case.</summary>
    public CheckResult Check(Explanation explanation)
    {
        var known = explanation.Knowledge;
        var view = @case.Agreement.Views.FirstOrDefault(v => v.Name == explanation.View.Name);
        if (view is null || view != explanation.View)
        {
            return Rejected("view", "the agreement has no such view");
        }

        var key = (known.Day, known.To?.Name, view.Name);
        if (!readers.TryGetValue(key, out var reader))
        {
            readers[key] = reader = new(@case, known, view);
        }

        if (reader.Find(explanation.Row) is not { } found || found.Course.Meant.Clause != explanation.Row.Clause)
        {
            return Rejected("row", "the agreement has no such clause, party and place");
        }

        return explanation.Day > reader.Page.Horizon
            ? Rejected("day", "nothing is known of that day")
            : new Examination(reader, found.Course, found.Index, explanation).Check();
    }

    private static CheckResult Rejected(string where, string reason) => new([new(where, null, reason)], []);
}
