using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>The things reports speak of, with their numbers: "at least one Mk 70 launcher made by the United States".</summary>
static class Subjects
{
    /// <summary>A thing as an object: "a launcher", "the launcher “c-3”".</summary>
    public static string Object(Subject subject) =>
        subject.Item is { } item ? Item(subject, item) : Terms.Some(AsNoun(subject));

    /// <summary>A thing with its number, and whether the verb after it is plural.</summary>
    public static (string Words, bool IsPlural) Counted(Subject subject, Amount amount)
    {
        var noun = AsNoun(subject);
        return (subject.Item, amount) switch
        {
            ({ } item, { Low: <= 1, High: null or 1 }) => (Item(subject, item), false),
            ({ } item, _) => ($"{Item(subject, item)} ({Amount(amount)})", false),
            (_, (1, 1)) => ($"one {Terms.Singular(noun)}", Terms.IsPlural(noun)),
            (_, { Low: <= 1, High: null }) => ($"at least one {Terms.Singular(noun)}", Terms.IsPlural(noun)),
            _ => ($"{Amount(amount)} {Terms.Plural(noun)}", true),
        };
    }

    /// <summary>So many of the things by their kind alone, in figures: "56 converted launchers".</summary>
    public static string InFigures(Subject subject, long number) =>
        $"{English.Figure(number)} {(number == 1 ? Terms.Symbol(subject.Symbol) : English.Plural(Terms.Symbol(subject.Symbol)))}";

    /// <summary>"four", "at least 1,550", "from two to four".</summary>
    public static string Amount(Amount amount) => amount switch
    {
        (var low, null) => $"at least {English.Number(low)}",
        var (low, high) when low == high => English.Number(low),
        var (low, high) => $"from {English.Number(low)} to {English.Number(high.Value)}",
    };

    /// <summary>The thing as a noun, without its item.</summary>
    public static Noun AsNoun(Subject subject) => new(subject.Symbol, subject.With);

    private static string Item(Subject subject, string item) =>
        $"the {Terms.Symbol(subject.Symbol)} {English.Quoted(item)}{Terms.With(subject.With, Terms.KindOf(subject.Symbol))}";
}
