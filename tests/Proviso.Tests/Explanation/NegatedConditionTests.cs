using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation.Explanation;

/// <summary>Steps on conditions that deny something: a reader must not lose one of two negations.</summary>
public sealed class NegatedConditionTests
{
    private static readonly Case @case = Compilation.Of([SourceText.From("lake.proviso", """
        agreement lake "Lake" between north, south in force from 2024-01-01 with calendar days, clock UTC.
        party north "North". party south "South".
        region lake "the lake" zone UTC. region shore "the shore" zone UTC.
        kind boat "boat". kind gun "gun". state present "is present".
        clause 1 "While"  while no gun is present in shore, north shall not have boat present in lake.
        clause 2 "Unless" north shall not have boat present in lake unless no gun is present in shore.
        clause 3 "Until"  north shall not have boat present in lake until no gun is present in shore.
        clause 4 "Some"   while gun is present in shore, north shall not have boat present in lake.
        clause 5 "Breach" north shall not have boat present in lake unless clause 4 is broken by north.
        clause 6 "Read"   north shall not have boat present in lake until gun is present in shore.
        dispute back "Does it come back?" on clause 6 until
          reading never "no" means until gun is present in shore;
          reading again "yes" means while no gun is present in shore.
        view returning "it comes back" reads back as again.
        position north withdraws from clause 6 on 2024-01-20 by north said 2024-01-20 grade own statement source "A".
        sources read on 2024-06-30.
        report gun  gun with operator south present in shore from 2023-12-01 to between 2024-02-10 and 2024-02-20 by south said 2024-03-01 grade own statement source "A".
        report boat boat with operator north present in lake from 2024-01-05 to 2024-01-25 by north said 2024-03-01 grade own statement source "A".
        """)]).Case!;

    private static readonly Verdicts verdicts = Evaluator.Run(@case, Knowledge.All);

    [Theory]
    [InlineData("1", 2, 1, "on 1 February 2024 the condition on which it binds, “no gun is present in the shore”, is not met: a gun is present in the shore")]
    [InlineData("2", 1, 8, "on 5 January 2024 the condition that excuses, “no gun is present in the shore”, is not met: a gun is present in the shore")]
    [InlineData("3", 2, 15, "on 11 February 2024 the condition that ends it, “no gun is present in the shore”, may be met: it is not shown for sure that a gun is present in the shore")]
    public void A_step_on_a_denial_says_also_how_it_is_with_what_is_denied(string clause, int month, int day, string said) => Assert.Contains(said, Told(clause, month, day));

    [Theory]
    [InlineData("4", 3, 1, "on 1 March 2024 the condition on which it binds, “a gun is present in the shore”, is not met")]
    [InlineData("5", 1, 5, "on 5 January 2024 it is not so that a breach of Article 4 by North is under way, as it stood at the end of the day before")]
    public void A_step_on_what_is_not_denied_says_it_once(string clause, int month, int day, string said) => Assert.Contains(said, Told(clause, month, day));

    [Fact]
    public void A_denial_that_holds_is_told_in_its_own_words() => Assert.Contains("on 1 March 2024: no gun is present in the shore", Told("1", 3, 1));

    [Theory]
    [InlineData("common", "on 1 February 2024 the condition on which it binds, by a reading left open, “no gun is present in the shore”, is not met: a gun is present in the shore")]
    [InlineData("returning", "on 1 February 2024 the condition on which it binds, “no gun is present in the shore”, is not met: a gun is present in the shore")]
    public void A_condition_that_only_a_reading_has_is_told_as_such_where_the_reading_is_open(string view, string said) => Assert.Contains(said, Told("6", 2, 1, view));

    [Fact]
    public void Where_nothing_is_asked_the_account_says_which_condition_is_not_met()
    {
        var told = Account.Paragraphs(@case, Why("1", 2, 1), [], []);

        Assert.Contains(told, paragraph => paragraph.StartsWith(
            "On 1 February 2024 the condition on which it binds, “no gun is present in the shore”, is not met: a gun is present in the shore. Shown by the report gun: ", StringComparison.Ordinal));
    }

    private static List<string> Told(string clause, int month, int day, string view = "common") => [.. Account.Tree(@case, Why(clause, month, day, view)).SelectMany(All)];

    private static IEnumerable<string> All(AccountLine line) => line.Because.SelectMany(All).Prepend(line.Text);

    private static Explanation Why(string clause, int month, int day, string view = "common") => Explainer.Why(
        verdicts, verdicts.Rows.Single(row => row.Clause.Id == clause), verdicts.Views.Single(each => each.Name == view), Clock.DayNumber(new(2024, month, day)));
}
