using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>The time in which an act is told.</summary>
enum Tense
{
    /// <summary>"shall admit": the bare verb.</summary>
    Bare,

    /// <summary>"admits".</summary>
    Present,

    /// <summary>"admitted".</summary>
    Past,
}

/// <summary>Events as acts: who does what to whom, of what, where.</summary>
static class Acts
{
    /// <summary>The event as a noun: "visit request".</summary>
    public static string Name(Event happening) => English.Words(happening.Name);

    /// <summary>The event with its article: "the visit request".</summary>
    public static string TheName(Event happening) => "the " + Name(happening);

    /// <summary>The act in words, without the one who does it: "ask the Russian Federation for a visit at the base".</summary>
    /// <param name="to">The one addressed, or null.</param>
    /// <param name="of">The thing it is about, with its article, or null.</param>
    /// <param name="where">"in Europe", "at Redzikowo", or null.</param>
    public static string Do(Event happening, Tense tense, string? to, string? of, string? where)
    {
        var phrase = Phrase(happening);
        var (verb, rest) = Verbs.Split(phrase);
        var told = tense switch
        {
            Tense.Bare => verb,
            Tense.Present => Verbs.Present(verb),
            Tense.Past => Verbs.Past(verb),
            _ => throw new UnreachableException(tense.ToString()),
        };

        var addressed = to is null ? null : Verbs.Addressed(phrase, to);
        var towards = to is not null && addressed is null ? $" towards {to}" : "";
        var about = of is null ? "" : rest.Length == 0 && addressed is null ? " " + of : " of " + of;
        return told + addressed + rest + about + towards + (where is null ? "" : " " + where);
    }

    /// <summary>A reported event in the past tense: "the Russian Federation notified the United States of a launch".</summary>
    public static string Past(EventReport report) =>
        Terms.Party(report.By) + " " + Do(
            report.Event,
            Tense.Past,
            report.To is null ? null : Terms.Party(report.To),
            report.Of is null ? null : report.Amount is { } amount ? Subjects.Counted(report.Of, amount).Words : Subjects.Object(report.Of),
            report.In is null ? null : Terms.In(report.In));

    /// <summary>The title; an event without one whose name is a plain word has that for its verb ("launch"), any other is carried out.</summary>
    private static string Phrase(Event happening) =>
        happening.Title != Name(happening) || Verbs.CanBe(happening.Name) ? happening.Title : "carry out " + English.Quoted(Name(happening));
}
