using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>Numbers for what rows have instead of a name or a record. They stay when more are added, so that all revisions of a record share them.</summary>
internal sealed class Interned(ReportColumns columns)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> items = new(StringComparer.Ordinal);
    private readonly Dictionary<Amount, int> amountNumbers = [];
    private Amount[] amounts = new Amount[4];

    /// <summary>Footings, by their numbers.</summary>
    public Footings Footings { get; } = new();

    /// <summary>How many items are named; their numbers are below.</summary>
    public int ItemCount => columns.Items + items.Count;

    /// <summary>The amount of a number.</summary>
    public Amount AmountOf(int amount) => amounts[amount];

    /// <summary>The number of an item's name; -1 when no report names it.</summary>
    public int ItemOf(string item)
    {
        lock (gate)
        {
            return columns.ItemOf(item) is >= 0 and var number ? number : items.GetValueOrDefault(item, -1);
        }
    }

    /// <summary>The number of an item's name; a new one, if it has none yet.</summary>
    public int NumberOf(string item)
    {
        if (columns.ItemOf(item) is >= 0 and var number)
        {
            return number;
        }

        lock (gate)
        {
            ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(items, item, out var exists);
            return exists ? own : own = columns.Items + items.Count - 1;
        }
    }

    /// <summary>The number of an amount; a new one, if it has none yet.</summary>
    public int NumberOf(Amount amount)
    {
        lock (gate)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(amountNumbers, amount, out var exists);
            if (!exists)
            {
                number = amountNumbers.Count - 1;
                var more = number < amounts.Length ? amounts : [.. amounts, .. new Amount[amounts.Length]];
                more[number] = amount;
                amounts = more;
            }

            return number;
        }
    }
}
