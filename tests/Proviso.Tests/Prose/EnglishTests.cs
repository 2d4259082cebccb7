namespace Proviso.Language.Prose;

public sealed class EnglishTests
{
    [Theory]
    [InlineData("missile", "a missile")]
    [InlineData("INF-range missile", "an INF-range missile")]
    [InlineData("SM-6", "an SM-6")]
    [InlineData("NATO exercise", "a NATO exercise")]
    [InlineData("9M729 missile", "a 9M729 missile")]
    [InlineData("8-wheeled carrier", "an 8-wheeled carrier")]
    [InlineData("US-made missile", "a US-made missile")]
    [InlineData("MRC launcher", "an MRC launcher")]
    [InlineData("Oreshnik missile", "an Oreshnik missile")]
    [InlineData("unit of troops", "a unit of troops")]
    [InlineData("hour", "an hour")]
    [InlineData("European missile", "a European missile")]
    [InlineData("inspection", "an inspection")]
    public void An_article_is_chosen_by_sound(string words, string expected) => Assert.Equal(expected, English.A(words));

    [Theory]
    [InlineData("Russian Federation", "the Russian Federation")]
    [InlineData("the United States", "the United States")]
    [InlineData("United States of America", "the United States of America")]
    [InlineData("NATO", "NATO")]
    [InlineData("Poland", "Poland")]
    [InlineData("Philippines", "the Philippines")]
    [InlineData("Kaliningrad Region", "the Kaliningrad Region")]
    [InlineData("Northern Territory", "the Northern Territory")]
    [InlineData("European Russia", "European Russia")]
    [InlineData("Russia west of the Urals", "Russia west of the Urals")]
    [InlineData("European territory of NATO members", "the European territory of NATO members")]
    [InlineData("Redzikowo base", "the Redzikowo base")]
    [InlineData("Asia-Pacific", "Asia-Pacific")]
    [InlineData("Japan, Philippines, Guam", "Japan, Philippines, Guam")]
    [InlineData("Associated Press", "the Associated Press")]
    [InlineData("TASS", "TASS")]
    [InlineData("Russian Far East", "the Russian Far East")]
    [InlineData("Port North", "Port North")]
    [InlineData("zone of application", "the zone of application")]
    [InlineData("interested states of the region", "interested states of the region")]
    [InlineData("news agencies and other press", "news agencies and other press")]
    public void A_name_takes_the_article_that_English_gives_it(string name, string expected) => Assert.Equal(expected, English.The(name));

    [Theory]
    [InlineData("missile", "missiles")]
    [InlineData("ground-based missile of INF range", "ground-based missiles of INF range")]
    [InlineData("battery", "batteries")]
    [InlineData("box", "boxes")]
    [InlineData("aircraft", "aircraft")]
    [InlineData("Mk 70 launcher (containerised)", "Mk 70 launchers (containerised)")]
    [InlineData("launcher capable of firing Tomahawk", "launchers capable of firing Tomahawk")]
    [InlineData("troops", "troops")]
    [InlineData("B-52H bomber declared converted", "B-52H bombers declared converted")]
    [InlineData("silo used for training", "silos used for training")]
    [InlineData("newly declared launcher", "newly declared launchers")]
    [InlineData("missile bed", "missile beds")]
    [InlineData("bird seed", "bird seeds")]
    public void A_plural_is_formed_at_the_head(string noun, string expected) => Assert.Equal(expected, English.Plural(noun));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a|b", "a and b")]
    [InlineData("a|b|c", "a, b and c")]
    [InlineData("a and b|c", "a and b; and c")]
    public void A_list_cannot_be_read_two_ways(string parts, string expected) => Assert.Equal(expected, English.And(parts.Split('|')));

    [Theory]
    [InlineData(1, "first")]
    [InlineData(10, "tenth")]
    [InlineData(21, "21st")]
    [InlineData(42, "42nd")]
    [InlineData(111, "111th")]
    [InlineData(1000, "1,000th")]
    public void An_ordinal_is_in_words_to_twenty(long number, string expected) => Assert.Equal(expected, English.Ordinal(number));

    [Theory]
    [InlineData("admit a visit", "admits a visit", "admitted a visit")]
    [InlineData("notify", "notifies", "notified")]
    [InlineData("give notice", "gives notice", "gave notice")]
    [InlineData("launch", "launches", "launched")]
    [InlineData("stop", "stops", "stopped")]
    [InlineData("deploy", "deploys", "deployed")]
    [InlineData("announce an exercise", "announces an exercise", "announced an exercise")]
    [InlineData("transfer", "transfers", "transferred")]
    [InlineData("open fire", "opens fire", "opened fire")]
    [InlineData("visit", "visits", "visited")]
    [InlineData("request a visit", "requests a visit", "requested a visit")]
    public void A_verb_is_told_in_the_present_and_the_past(string phrase, string present, string past)
    {
        Assert.Equal(present, Verbs.Present(phrase));
        Assert.Equal(past, Verbs.Past(phrase));
    }

    [Theory]
    [InlineData("is deployed", "are deployed", "is not deployed", "were deployed")]
    [InlineData("on duty", "are on duty", "is not on duty", "were on duty")]
    [InlineData("has a warhead", "have a warhead", "does not have a warhead", "had a warhead")]
    [InlineData("carries warheads", "carry warheads", "does not carry warheads", "carried warheads")]
    [InlineData("stays in storage", "stay in storage", "does not stay in storage", "stayed in storage")]
    public void A_state_is_told_of_one_of_many_and_of_none(string title, string plural, string negated, string past)
    {
        var predicate = Verbs.Predicate(title);
        Assert.Equal(plural, Verbs.PluralPredicate(predicate));
        Assert.Equal(negated, Verbs.NegatedPredicate(predicate, false));
        Assert.Equal(past, Verbs.PastPredicate(predicate, true));
    }

    [Fact]
    public void Mixed_connectives_are_numbered()
    {
        var mixed = Phrase.Join("or", [
            Phrase.Join("and", [Phrase.Of("a"), Phrase.Of("b")]),
            Phrase.Of("c"),
            Phrase.Join("and", [Phrase.Of("d"), Phrase.Join("or", [Phrase.Of("e"), Phrase.Of("f")])]),
        ]);

        Assert.Equal("(i) a and b; (ii) c; or (iii) (A) d; and (B) e or f", mixed.ToString());
    }
}
