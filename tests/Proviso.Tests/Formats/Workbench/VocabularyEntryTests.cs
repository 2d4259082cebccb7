using Proviso.Language;
using Proviso.Language.Text;

namespace Proviso.Formats.Workbench;

/// <summary>The words of which a report can be made, as a page offers them.</summary>
public sealed class VocabularyEntryTests
{
    private static readonly VocabularyEntry words = VocabularyEntry.Of(Compilation.Of([SourceText.From("agreement.proviso", """
        agreement lake "Lake" between north, south in force from 2024-01-01 with calendar days, clock UTC.
        party north "North". party south "South". region lake "the lake".
        kind boat "boat" with guns: number; length: length; flag: party; armed: yes or no; hull: one of wood, steel.
        model heron "Heron" of boat with armed yes.
        define gunboat "gunboat" as boat where armed is yes.
        state present "is present". state on-duty "is on duty" persists. state there "is there" means present or on-duty.
        event visit "visit".
        """)]).Case!.Agreement);

    [Fact]
    public void A_kind_has_the_roles_of_everything_and_then_its_own_attributes()
    {
        var boat = Assert.Single(words.Kinds);

        Assert.Equal(
            ["maker: party", "owner: party", "operator: party", "guns: number", "length: length", "flag: party", "armed: yes or no", "hull: one of wood, steel"],
            boat.Attributes.Select(each => $"{each.Name}: {each.Type}{(each.Choices is { } choices ? $" {string.Join(", ", choices)}" : "")}"));
    }

    [Fact]
    public void What_cannot_be_reported_is_left_out()
    {
        Assert.Equal(["heron of boat"], words.Models.Select(each => $"{each.Name} of {each.Kind}"));
        Assert.Equal(["present False", "on-duty True"], words.States.Select(each => $"{each.Name} {each.Persists}"));
        Assert.Equal(["visit"], words.Events.Select(each => each.Name));
    }
}
