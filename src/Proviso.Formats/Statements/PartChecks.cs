using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Proviso.Formats.Statements;

/// <summary>Whether a part has its shape, so that what one part says can never become words of another: a name is one word, words of the
/// language hold neither quotes nor comments nor a full stop that could end a sentence, a title stays on its line.</summary>
internal static class PartChecks
{
    /// <summary>Characters in one text at most.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>Items in one list at most.</summary>
    public const int MostItems = 1_000;

    /// <summary>The part with its blanks set right, or the fault in it.</summary>
    public static (StatementPart? Part, Fault? Fault) Check(StatementPart part)
    {
        var shape = PartNames.ShapeOf(part.Name);
        return (shape, part.Value) switch
        {
            (PartShape.Name, TextValue value) => One(part, value, Name),
            (PartShape.Words, TextValue value) => One(part, value, Words),
            (PartShape.Title, TextValue value) => One(part, value, Title),
            (PartShape.Flag, FlagValue) => (part, null),
            (PartShape.Names, ListValue list) => Many(part, list, Name),
            (PartShape.Lines, ListValue list) => Many(part, list, Title),
            (PartShape.Pairs or PartShape.OnePair, PairsValue pairs) => Pairs(part, pairs, shape == PartShape.OnePair),
            (PartShape.Receipts, ReceiptsValue receipts) => Receipts(part, receipts),
            (null, _) => (null, Unknown(part)),
            _ => (null, Fault.Error(part.Place, $"`{part.Name}` is not {Expected(shape.Value)}")),
        };
    }

    /// <summary>What a part of that shape should be, as "a name".</summary>
    public static string Expected(PartShape shape) => shape switch
    {
        PartShape.Name => "a name",
        PartShape.Words => "a text in words of the language",
        PartShape.Flag => "`true`",
        PartShape.Title => "a text",
        PartShape.Names => "a list of names",
        PartShape.Lines => "a list of lines",
        PartShape.Pairs => "a set of attributes with their values",
        PartShape.OnePair => "one attribute with its value",
        PartShape.Receipts => "a list of receivers, each with `by` and `on`",
        _ => throw new System.Diagnostics.UnreachableException($"shape {shape}"),
    };

    /// <summary>That no part has the name, and which it might be.</summary>
    public static Fault Unknown(StatementPart part)
    {
        var meant = Language.Diagnostics.Spelling.Closest(part.Name, PartNames.All);
        return Fault.Error(part.Place, $"there is no part `{Shown(part.Name)}`", meant is null ? "docs/formats.md lists the parts" : $"did you mean `{meant}`?");
    }

    private static (StatementPart?, Fault?) One(StatementPart part, TextValue value, Func<string, string?> wrong)
    {
        var text = Trimmed(part.Name, value.Text);
        return Wrong(text, wrong) is { } why ? (null, Faulty(part, text, why)) : (part with { Value = new TextValue(text) }, null);
    }

    private static (StatementPart?, Fault?) Many(StatementPart part, ListValue list, Func<string, string?> wrong)
    {
        ImmutableArray<string> items = [.. list.Items.Select(item => Trimmed(part.Name, item))];
        if (TooMany(part, items.Length) is { } fault)
        {
            return (null, fault);
        }

        foreach (var item in items)
        {
            if (Wrong(item, wrong) is { } why)
            {
                return (null, Faulty(part, item, why));
            }
        }

        return (part with { Value = new ListValue(items) }, null);
    }

    private static (StatementPart?, Fault?) Pairs(StatementPart part, PairsValue value, bool isOne)
    {
        if (isOne && value.Pairs.Length != 1)
        {
            return (null, Fault.Error(part.Place, $"`{part.Name}` has {value.Pairs.Length} attributes; a report is about one", "make one report of each"));
        }

        ImmutableArray<Pair> pairs = [.. value.Pairs.Select(pair => new Pair(pair.Name.Trim(), Collapsed(pair.Value)))];
        var fault = TooMany(part, pairs.Length);
        foreach (var pair in pairs)
        {
            fault ??= Wrong(pair.Name, Name) is { } inName ? Faulty(part, pair.Name, inName)
                : Wrong(pair.Value, Words) is { } inValue ? Faulty(part, pair.Value, inValue)
                : null;
        }

        return fault is null ? (part with { Value = new PairsValue(pairs) }, null) : (null, fault);
    }

    private static (StatementPart?, Fault?) Receipts(StatementPart part, ReceiptsValue value)
    {
        ImmutableArray<Receipt> receipts = [.. value.Receipts.Select(receipt => new Receipt(receipt.By.Trim(), Collapsed(receipt.On)))];
        var fault = TooMany(part, receipts.Length);
        foreach (var receipt in receipts)
        {
            fault ??= Wrong(receipt.By, Name) is { } inName ? Faulty(part, receipt.By, inName)
                : Wrong(receipt.On, Words) is { } inTime ? Faulty(part, receipt.On, inTime)
                : null;
        }

        return fault is null ? (part with { Value = new ReceiptsValue(receipts) }, null) : (null, fault);
    }

    private static Fault? TooMany(StatementPart part, int count) => count switch
    {
        0 => Fault.Error(part.Place, $"`{part.Name}` is empty", "leave it out if there is nothing to say"),
        > MostItems => Fault.Error(part.Place, $"`{part.Name}` has {count:N0} items, more than the {MostItems:N0} that are read"),
        _ => null,
    };

    private static Fault Faulty(StatementPart part, string text, string why) =>
        Fault.Error(part.Place, text.Length == 0 ? $"`{part.Name}` is empty" : $"`{part.Name}`: `{Shown(text)}` {why}");

    private static string? Wrong(string text, Func<string, string?> wrong) =>
        text.Length > MostCharacters ? $"has {text.Length:N0} characters, more than the {MostCharacters:N0} that are read" : wrong(text);

    /// <summary>A name is letters, digits and dashes; which of them the language takes is told by the language.</summary>
    private static string? Name(string text) =>
        text.Length == 0 ? "is empty"
        : text.Any(char.IsWhiteSpace) ? "is several words; a name is one, joined by hyphens"
        : text.EnumerateRunes().All(IsNamePart) && !text.Contains("--", StringComparison.Ordinal) ? null
        : "is no name: letters, digits and single hyphens";

    private static string? Words(string text)
    {
        if (text.Length == 0)
        {
            return "is empty";
        }

        for (var at = 0; at < text.Length; at++)
        {
            var isBetweenDigits = at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
            if (text[at] is '.' or ',' && !isBetweenDigits)
            {
                return $"has a `{text[at]}` that is no part of a figure";
            }
        }

        return text.Contains("--", StringComparison.Ordinal) || !text.EnumerateRunes().All(rune => IsNamePart(rune) || rune.Value is ' ' or ':' or '.' or ',')
            ? "has characters other than letters, figures and blanks"
            : null;
    }

    /// <summary>Marks that hide or reorder letters are told by the language.</summary>
    private static string? Title(string text) =>
        text.Any(IsLineEnd) ? "goes over several lines; write it on one"
        : text.Any(c => char.IsControl(c) && c != '\t') ? "has a control character"
        : null;

    /// <summary>True for whatever ends a line.</summary>
    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsNamePart(Rune rune) => rune.Value == '-' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    /// <summary>A title keeps its blanks; elsewhere they only separate.</summary>
    private static string Trimmed(string name, string text) => PartNames.ShapeOf(name) switch
    {
        PartShape.Title => text,
        PartShape.Lines => text.Trim(' ', '\t'),
        _ => Collapsed(text),
    };

    private static string Collapsed(string text) => string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A text short enough for a message, on one line.</summary>
    public static string Shown(string text)
    {
        text = string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return text.Length <= 60 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[56]) ? 56 : 57), "…");
    }
}
