using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>The commas and semicolons after the slots of a clause as they should be: a comma after each slot before the act, a
/// semicolon before <c>verified by</c>, none elsewhere.</summary>
internal sealed class Marks
{
    private readonly HashSet<Token> dropped = [];
    private readonly Dictionary<Token, string> after = [];

    private Marks()
    {
    }

    /// <summary>For sentences that are no clauses: nothing changes.</summary>
    public static Marks None { get; } = new();

    public static Marks Of(ClauseSentence clause)
    {
        var marks = new Marks();
        var isBeforeAct = true;
        for (var i = 0; i < clause.Slots.Length; i++)
        {
            var slot = clause.Slots[i];
            isBeforeAct &= slot is not ActSlotSyntax;
            var next = i + 1 < clause.Slots.Length ? clause.Slots[i + 1] : null;
            var wanted = next is null ? "" : isBeforeAct ? "," : next is VerifiedSlotSyntax ? ";" : "";
            if (slot.Mark is { } mark)
            {
                marks.dropped.Add(mark);
            }

            if (wanted.Length > 0)
            {
                marks.after.Add(LastBefore(slot), wanted);
            }
        }

        return marks;
    }

    /// <summary>True for a mark that is written anew, behind the word before it, or left out.</summary>
    public bool IsDropped(Token token) => dropped.Contains(token);

    /// <summary>The mark to write right behind the token; empty for none.</summary>
    public string After(Token token) => after.GetValueOrDefault(token, "");

    /// <summary>The last token of the slot but its mark.</summary>
    private static Token LastBefore(ClauseSlotSyntax slot)
    {
        Token? last = null;
        foreach (var child in slot.Children)
        {
            last = child == slot.Mark ? last : child.LastToken ?? last;
        }

        return last!;
    }
}
