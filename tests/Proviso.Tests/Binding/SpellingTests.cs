namespace Proviso.Language.Binding;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("russia", "russia", 0)]
    [InlineData("rusia", "russia", 1)]
    [InlineData("rsusia", "russia", 1)]
    [InlineData("", "usa", 3)]
    [InlineData("ca", "abc", 3)] // swapped letters are not edited again
    public void Distance_counts_edits(string a, string b, int distance)
    {
        Assert.Equal(distance, Spelling.Distance(a, b));
        Assert.Equal(distance, Spelling.Distance(b, a));
    }

    [Theory]
    [InlineData("bornholn", "bornholm")]
    [InlineData("usaa", "usa")]
    [InlineData("sua", "usa")]
    [InlineData("x", null)]
    [InlineData("kaliningrad", null)]
    [InlineData("deployd", "deployed")]
    public void Only_a_near_name_is_suggested(string written, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(written, ["usa", "u", "bornholm", "deployed", "present"]));

    [Fact]
    public void Of_equally_near_names_the_first_in_order_is_suggested() =>
        Assert.Equal("site-a", Spelling.Nearest("site-x", ["site-c", "site-a", "site-b"]));
}
