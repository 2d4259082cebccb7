using System.Runtime.CompilerServices;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Formats.Page;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Server.Answering;

/// <summary>An agreement in one version, with the verdicts that were asked for last. Safe to be asked by several threads.</summary>
internal sealed class Served
{
    /// <summary>The path of what is supposed; it sorts after every file of a case.</summary>
    public const string Supposed = "~supposed";

    private readonly Recent<(Knowledge Known, string Tried, string Supposed), Verdicts> verdicts = new(48);
    private readonly Recent<string, Supposition> suppositions = new(8);
    private readonly ConditionalWeakTable<Verdicts, Deciders> deciders = [];
    private readonly Lazy<KnownCase> known;
    private readonly Lazy<Figures> figures;

    public Served(string name, string version, AgreementRead read)
    {
        Name = name;
        Version = version;
        Read = read;
        Texts = read.Texts.ToDictionary(text => text.Path, StringComparer.Ordinal);
        known = new(() => KnownCase.Of(Case!, Knowledge.All));
        figures = new(() => new Figures(Case!.Agreement, read.Outline));
    }

    /// <summary>The name that it is asked for by.</summary>
    public string Name { get; }

    /// <summary>Another one whenever anything in its files is another.</summary>
    public string Version { get; }

    /// <summary>What was read.</summary>
    public AgreementRead Read { get; }

    /// <summary>The texts by their paths.</summary>
    public IReadOnlyDictionary<string, SourceText> Texts { get; }

    /// <summary>How its regions are drawn. Requires that the case can be judged.</summary>
    public Figures Figures => figures.Value;

    /// <summary>The case, when it can be judged: it has no errors.</summary>
    public Case? Case => Read.Problem is null && !Read.Diagnostics.Any(one => one.IsError) ? Read.Case : null;

    /// <summary>Why it cannot be judged, in one sentence; null when it can.</summary>
    public string? Problem => Read.Problem ?? (Read.Diagnostics.FirstOrDefault(one => one.IsError) is { } error
        ? $"{error.Span.File}:{Texts.GetValueOrDefault(error.Span.File)?.PositionOf(error.Span.Start).Line ?? 0}: {error.Message}"
        : Read.Case is null ? "there is no agreement in it" : null);

    /// <summary>The verdicts of all views on what is known and tried. Requires that the case can be judged.</summary>
    /// <param name="supposed">What is supposed on top; null for nothing.</param>
    public Verdicts Verdicts(Knowledge knowledge, Trial trial, Supposition? supposed) => verdicts.Get(
        (knowledge, TriedIn(trial), supposed?.Text.Content ?? ""),
        () =>
        {
            var laid = supposed is { Case: { } with } ? KnownCase.Of(with, knowledge) : knowledge == Knowledge.All ? known.Value : known.Value.AsKnown(knowledge);
            return Evaluator.Run(laid, trial);
        });

    /// <summary>What decides verdicts that were asked for here. Whoever asks it locks it.</summary>
    public Deciders DecidersOf(Verdicts of) => deciders.GetValue(of, Deciders.For);

    /// <summary>A trial in one line. Names have neither colons nor signs in them, so that no two trials give the same.</summary>
    private static string TriedIn(Trial trial) => string.Join(' ', [
        .. trial.Readings.Select(reading => $"{reading.Key}:{reading.Value}"),
        .. trial.Believed.Select(report => $"+{report}"),
        .. trial.SetAside.Select(report => $"-{report}")]);

    /// <summary>Sentences supposed on top of what is on file.</summary>
    public Supposition Suppose(string sentences) => suppositions.Get(sentences, () => Supposition.Of(this, sentences));
}

/// <summary>The last few things that were made, by what they were made of. Whoever asks first makes; others who want the same wait for it.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, Lazy<TValue> Value)>> found = [];
    private readonly LinkedList<(TKey Key, Lazy<TValue> Value)> order = [];

    /// <summary>What belongs to the key.</summary>
    public TValue Get(TKey key, Func<TValue> make)
    {
        Lazy<TValue> wanted;
        lock (order)
        {
            if (found.TryGetValue(key, out var node))
            {
                order.Remove(node);
            }
            else
            {
                found[key] = node = new((key, new Lazy<TValue>(make)));
            }

            order.AddFirst(node);
            wanted = node.Value.Value;
            if (order.Count > most)
            {
                found.Remove(order.Last!.Value.Key);
                order.RemoveLast();
            }
        }

        return wanted.Value;
    }
}
