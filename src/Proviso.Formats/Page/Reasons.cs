using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Page;

/// <summary>The reasons of the answers on the page, as <c>why</c> gives them.</summary>
internal sealed class Reasons
{
    private readonly Dictionary<ViewAnswer, (Row Row, WhyAnswer Why)> known = new(ReferenceEqualityComparer.Instance);
    private readonly StatusAnswer answer;
    private readonly Deciders deciders;
    private readonly Dictionary<ViewAnswer, Row> rows;

    /// <param name="asked">Those to explain; each belongs to a line of the answer.</param>
    public Reasons(StatusAnswer answer, IEnumerable<ViewAnswer> asked)
    {
        this.answer = answer;
        rows = answer.Lines.SelectMany(line => line.Answers.Select(own => (own, line.Row))).ToDictionary(each => each.own, each => each.Row, (IEqualityComparer<ViewAnswer>)ReferenceEqualityComparer.Instance);
        var wanted = asked.Distinct((IEqualityComparer<ViewAnswer>)ReferenceEqualityComparer.Instance).ToList();
        var explained = new Explanation[wanted.Count];
        var views = wanted.Select((one, index) => (one.View, index)).GroupBy(each => each.View.Name).Select(same => same.ToList()).ToList();
        Parallel.ForEach(views, view =>
        {
            var whys = Explainer.Why(answer.Verdicts, view.Select(each => rows[wanted[each.index]]), view[0].View, answer.Day);
            foreach (var (each, why) in view.Zip(whys))
            {
                explained[each.index] = why;
            }
        });
        deciders = Deciders.For(answer.Verdicts);
        foreach (var (one, why) in wanted.Zip(explained))
        {
            var decisions = deciders.Of(why.Row, one.View, answer.Day);
            known[one] = (why.Row, new WhyAnswer(why, decisions, [], Account.Paragraphs(answer.Verdicts.Case, why, decisions, [])));
        }
    }

    /// <summary>Every answer that was explained, in the order asked.</summary>
    public IEnumerable<(ViewAnswer Answer, Row Row, WhyAnswer Why)> All => known.Select(each => (each.Key, each.Value.Row, each.Value.Why));

    /// <summary>The reasons of an answer.</summary>
    public WhyAnswer Of(ViewAnswer one) => known[one].Why;

    /// <summary>The row that was explained, of those that share the answer.</summary>
    public Row RowOf(ViewAnswer one) => known[one].Row;

    /// <summary>What brought an answer about, in a few words; null where nothing can be named so shortly, or not the same for all that share it.</summary>
    /// <param name="sharing">All that share the answer; the first is one that was explained.</param>
    public string? InShort(IReadOnlyList<ViewAnswer> sharing)
    {
        var one = sharing[0];
        return Cause.Of(answer.Verdicts.Case, known[one].Why.Explanation, one.StandingDays.From) is not { } cause ? one.Basis is { } basis && basis != Basis.Reported ? Words.Of(basis) : null
            : sharing.Skip(1).All(other => Cause.Of(answer.Verdicts.Case, Explainer.Why(answer.Verdicts, rows[other], other.View, answer.Day), other.StandingDays.From) == cause) ? cause
            : null;
    }

    /// <summary>Why it was not looked for on which reports it turns; null where it was.</summary>
    public string? NotTried(ViewAnswer one) => deciders.NotTried(known[one].Row.Clause);

    /// <summary>The names of the disputes and reports on which alone it turns, or that would settle it.</summary>
    public (bool Settles, ImmutableArray<ImmutableArray<Choice>> Ways) Turns(ViewAnswer one) =>
        (one.IsUntold, [.. known[one].Why.Decisions.Select(decision => decision.Choices).DistinctBy(way => string.Join("+", way.Select(NameOf)))]);

    /// <summary>The place, or the one, of which alone an answer is known to turn on that, where not all rows that share the answer turn on the same; else null.</summary>
    /// <param name="rows">Those that share it.</param>
    public string? OnlyOf(ViewAnswer one, IEnumerable<Row> rows)
    {
        var (own, _) = known[one];
        var names = NamesOf(known[one].Why.Decisions);
        return rows.All(row => row == own || NamesOf(deciders.Of(row, one.View, answer.Day)).SequenceEqual(names)) ? null
            : own.Place is { } place ? Prose.In(place)
            : Names.Capital(Prose.Party(own.Addressee ?? own.Party));

        static IEnumerable<string> NamesOf(IEnumerable<Decision> decisions) =>
            decisions.Select(decision => string.Join("+", decision.Choices.Select(NameOf))).Distinct();
    }

    /// <summary>What a choice is about.</summary>
    public static string NameOf(Choice choice) => choice is ReadAs read ? read.Dispute.Name : ((Believe)choice).Report.Name;

    /// <summary>The views that share an answer with the one explained.</summary>
    public IEnumerable<View> Views(SharedAnswer shared) => shared.Views.Select(name => answer.Views.First(view => view.Name == name));
}
