using Proviso.Language.Text;

namespace Proviso.Language.Editing;

/// <summary>What is offered and said at some places. The place is where the bar stands.</summary>
public sealed class EditingTests
{
    private const string Declared = """
        agreement a "A" between usa, russia in force from 2020-01-01 with calendar days, clock local.
        party usa "the United States". party russia "the Russian Federation". party un "the United Nations".
        region europe "Europe". region asia "Asia". theatre west "the West" joins europe.
        kind missile "missile" with basing: one of ground, sea; range: length; built-by: party.
        kind ship "ship" with hull: one of steel, wood.
        model m-1 "M-1" of missile. define land-missile as missile where basing is ground.
        state deployed "is deployed". event notice "give notice". event visit "admit a visit".
        dispute what "What counts?" on deployed reading wide means deployed; reading narrow means not deployed.
        clause 3 "Three" usa may notice.

        """;

    [Theory]
    [InlineData("|", "agreement assume·no·unreported calendar clause count define dispute event expect·under group kind model omits party position region report site sources·read·on state theatre view")]
    [InlineData("cla|", "clause")]
    [InlineData("clause 1 \"x\" usa sh|", "shall")]
    [InlineData("clause 1 \"x\" usa shall |", "notice visit not·have have·at·most")]
    [InlineData("clause 1 \"x\" usa shall not have |", "missile ship m-1 land-missile")]
    [InlineData("clause 1 \"x\" for each theatre t, usa shall not have missile deployed in |", "t europe asia west")]
    [InlineData("clause 1 \"x\" for each party p, p shall not have missile deployed in |", "europe asia west")]
    [InlineData("clause 1 \"x\" usa shall not have missile deployed in europe |", "until unless despite·clause verified·by")]
    [InlineData("clause 1 \"x\" usa shall not have missile deployed in europe, despite clause 3, |", "clause verified·by")]
    [InlineData("clause 1 \"x\" usa shall not have missile with |", "maker owner operator basing range built-by")]
    [InlineData("clause 1 \"x\" usa shall not have land-missile with basing |", "ground sea")]
    [InlineData("clause 1 \"x\" usa shall not have land-|", "land-missile")]
    [InlineData("clause 1 \"x\" usa shall not have missile with maker r|", "russia")]
    [InlineData("clause 1 \"x\" usa shall not have missile with built-by Nations|", "un")]
    [InlineData("expect under |", "common usa russia")]
    [InlineData("view v reads what as |", "wide narrow")]
    [InlineData("position usa rejects clause |", "3")]
    [InlineData("agreement b between usa in force |", "from")]
    [InlineData("agreement b between usa in force from 2020-01-01 with calendar days, clock Europe/Mos|", "Europe/Moscow")]
    [InlineData("calendar usa working mo|", "monday")]
    [InlineData("report r1 missile deployed in europe on 2020-01-01 by usa grade |", "inspection official own·statement press recalled")]
    [InlineData("party |", "")]
    [InlineData("party x \"The |", "")]
    [InlineData("party x. -- cl|", "")]
    [InlineData("this is no |", "")]
    public void At_a_place_is_offered(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', At(text).Items.Select(item => item.Text.Replace(' ', '·'))));

    [Theory]
    [InlineData("party |", "the name of the party")]
    [InlineData("clause |", "the number of a clause")]
    [InlineData("sources read on |", "a date, written as `2020-10-26`")]
    [InlineData("clause 3b |", "the title of the clause, in quotes")]
    [InlineData("party x \"X\" |", "a full stop, if the sentence ends here")]
    public void What_nobody_can_guess_is_told(string text, string expected) => Assert.Contains(expected, At(text).Others);

    /// <summary>The rest of the text is there while somebody writes in the middle of it.</summary>
    [Theory]
    [InlineData("clause 1 \"x\" usa shall not have | deployed in europe.", "missile ship m-1 land-missile")]
    [InlineData("clause 1 \"x\" usa shall not have missile deployed in |\n\nclause 2 \"y\" usa may notice.", "europe asia west")]
    [InlineData("clause 1 \"x\" usa shall not have mis|ile deployed in europe.", "missile land-missile")]
    public void What_follows_is_left_alone(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', At(text).Items.Select(item => item.Text)));

    [Fact]
    public void A_completion_replaces_the_word_that_is_begun()
    {
        var found = At("clause 1 \"x\" usa shall not have mis|");

        Assert.Equal(3, found.To - found.From);
    }

    [Fact]
    public void A_word_says_what_it_begins()
    {
        var under = Assert.Single(At("expect|").Items.OfType<WordCompletion>());

        Assert.Equal("expect under", under.Text);
        Assert.StartsWith("`expect under VIEW on DATE", under.Form, StringComparison.Ordinal);
        Assert.Equal("the name of a view", under.Then);
    }

    [Theory]
    [InlineData("clause 1 \"x\" us|a may notice.", "party usa: the United States")]
    [InlineData("clause 1 \"x\" usa may noti|ce.", "event notice: give notice")]
    [InlineData("clause 1 \"x\" for each theatre t, usa shall not have missile deployed in |t.", "variable t: each theatre")]
    [InlineData("clause 1 \"x\" usa shall not have missile with basing gr|ound deployed in europe.", "value ground: ground")]
    [InlineData("view v reads what as wi|de.", "reading wide: wide")]
    [InlineData("expect under us|a on 2020-01-01: clause 3 for usa: standing ended.", "view usa: the United States")]
    [InlineData("position usa rejects clause |3 on 2020-01-01.", "clause 3: Three")]
    [InlineData("clause 1 \"x\" usa shall not have |", null)]
    [InlineData("clause 1 \"x\" nobo|dy may notice.", null)]
    public void A_name_is_told(string text, string? expected)
    {
        var (names, offset) = Read(text);
        var symbol = Hovering.At(names, "a.proviso", offset)?.Symbol;

        Assert.Equal(expected, symbol is null ? null : $"{symbol.Sort.Noun()} {symbol.Name}: {symbol.Title}");
    }

    [Fact]
    public void A_word_of_the_language_is_told()
    {
        var (names, offset) = Read("clause 1 \"x\" usa shall not have missile deployed in europe un|til the notice happens.");

        Assert.StartsWith("a condition reads", Hovering.At(names, "a.proviso", offset)!.Word!.Form, StringComparison.Ordinal);
    }

    [Fact]
    public void All_uses_of_a_name_are_found_in_all_files()
    {
        var names = NameIndex.Of([SourceText.From("a.proviso", Declared), SourceText.From("b.proviso", "clause 1 \"x\" usa shall not have missile deployed in europe.")]);
        var europe = Assert.Single(names.Symbols, symbol => symbol is { Name: "europe" });

        Assert.Equal(["a.proviso", "b.proviso"], europe.Uses.Select(use => use.File));
        Assert.Equal(NameSort.Region, europe.Sort);
    }

    [Fact]
    public void A_text_is_told_in_stretches()
    {
        var names = NameIndex.Of([SourceText.From("a.proviso", "party usa \"USA\". -- x\n--| q\nclause 1 \"x\" usa may 2020-01-01 @.")]);
        var told = TextTokens.Of(names, "a.proviso").Select(token => $"{token.Class}{(token.Sort is { } sort ? $":{sort}" : "")}");

        Assert.Equal("Word Name:Party Title Mark Comment Quote Word Name:Clause Title Name:Party Word Date Unknown Mark", string.Join(' ', told));
    }

    private static Completions At(string text)
    {
        var (names, offset) = Read(text);
        return Completer.At(names, "a.proviso", offset);
    }

    private static (NameIndex Names, int Offset) Read(string text)
    {
        var all = Declared + text;
        var offset = all.IndexOf('|', StringComparison.Ordinal);
        return (NameIndex.Of([SourceText.From("a.proviso", all.Remove(offset, 1))]), offset);
    }
}
