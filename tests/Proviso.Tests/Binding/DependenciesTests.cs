using Proviso.Language.Text;

namespace Proviso.Language.Binding;

public sealed class DependenciesTests
{
    [Theory]
    [InlineData("a>b b>c", "c b a", "")]
    [InlineData("b>a c>a", "a b c", "")]
    [InlineData("a>a", "", "a>a")]
    [InlineData("c>b b>a a>c d>c e>f", "f e", "a>c c>b b>a")]
    [InlineData("a>b b>a c>d d>c", "", "a>b b>a|c>d d>c")]
    [InlineData("a>b b>c c>b", "", "b>c c>b")]
    public void Each_name_comes_after_those_it_mentions(string mentions, string order, string circles)
    {
        var found = Sort(mentions.Split(' '));
        Assert.Equal(order, string.Join(' ', found.Order));
        Assert.Equal(circles, Told(found));
    }

    [Fact]
    public void The_order_of_mentions_does_not_matter()
    {
        string[] mentions = ["a>b", "b>c", "c>a", "c>d", "d>e", "e>d", "f>a", "g>h"];
        var told = Told(Sort(mentions));
        for (var turn = 0; turn < mentions.Length; turn++)
        {
            Assert.Equal(told, Told(Sort([.. mentions[turn..], .. mentions[..turn]])));
        }
    }

    [Fact]
    public void A_long_chain_takes_no_stack()
    {
        var names = Enumerable.Range(0, 200_000).Select(number => $"n{number:D6}").ToList();
        var found = Dependencies.Of(names, names.Zip(names.Skip(1), (from, to) => new Mention(from, to, default)));
        Assert.Equal(names.Count, found.Order.Length);
        Assert.Equal(names[^1], found.Order[0]);
    }

    private static Dependencies Sort(string[] mentions)
    {
        var pairs = mentions.Select(mention => mention.Split('>')).ToList();
        return Dependencies.Of(
            pairs.SelectMany(pair => pair), pairs.Select(pair => new Mention(pair[0], pair[1], new SourceSpan("f", pair[0][0], 1))));
    }

    private static string Told(Dependencies found) =>
        string.Join('|', found.Circles.Select(circle => string.Join(' ', circle.Select(mention => $"{mention.From}>{mention.To}"))));
}
