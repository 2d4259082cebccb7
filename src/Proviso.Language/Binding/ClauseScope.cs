using System.Collections.Immutable;

namespace Proviso.Language.Binding;

/// <summary>What the words of a clause can refer to besides declared names: its variable and the party of its trigger. The
/// readings of its condition slots are in the same scope.</summary>
/// <param name="ForEach">The variable and its elements, or null.</param>
/// <param name="IsParty">The variable stands for a party, else for a place.</param>
/// <param name="BindsParty">The trigger says <c>by a party</c>, so that <c>that party</c> means somebody.</param>
sealed record ClauseScope(ForEach? ForEach, bool IsParty, bool BindsParty)
{
    /// <summary>The scope of a clause that binds nothing.</summary>
    public static ClauseScope None { get; } = new(null, false, false);

    /// <summary>True when the word is the variable.</summary>
    public bool IsVariable(string word) => ForEach?.Variable == word;
}

/// <summary>Those who take part in an agreement: the parties it is between, and the members of groups among them.</summary>
sealed class Participants
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public Participants(ImmutableArray<Party> between)
    {
        Between = between;
        var open = new Stack<Party>(between);
        while (open.TryPop(out var party))
        {
            if (names.Add(party.Name))
            {
                foreach (var member in party.Members)
                {
                    open.Push(member.Member);
                }
            }
        }
    }

    /// <summary>The parties the agreement is between.</summary>
    public ImmutableArray<Party> Between { get; }

    /// <summary>True for a party to the agreement and for a member, at any time, of a group that is one.</summary>
    public bool Include(Party party) => names.Contains(party.Name);

    /// <summary>True when one is the other, or a member of it at any time.</summary>
    public static bool Overlap(Party one, Party other) =>
        new Participants([one]).Include(other) || new Participants([other]).Include(one);
}
