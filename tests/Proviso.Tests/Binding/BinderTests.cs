using NodaTime;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>What sentences mean once bound.</summary>
public sealed class BinderTests
{
    private const string Agreement = """
        agreement quiet-sky "Quiet sky" between usa, pact in force from 2024-01-01 through 2024-12-31
          with calendar days, clock Europe/Moscow source "Text" at "https://example.org".
        party usa "the United States". party denmark. party norway.
        group pact of denmark from 2024-02-01 before 2024-03-01, norway grade official source "List".
        region north zone Europe/Oslo. region fjord in north. site camp in fjord. site tower in south host usa. region south.
        theatre all joins north, south from 2024-06-01.
        kind missile "missile" with basing: one of ground, sea; range: length; stages: number; nuclear: yes or no.
        model arrow of missile with range from 0.5 km to 700 m, nuclear yes, maker usa.
        define heavy as missile with basing ground or arrow where (range more than 500 km or owner is not usa) and stages at most 3.
        state present "is there". state stationed persists. state on-duty means present for 3 days running and not stationed.
        event launch. event give-notice "give notice".

        """;

    private static readonly int day = Clock.DayNumber(new LocalDate(2024, 3, 1));

    [Fact]
    public void An_agreement_has_its_parties_days_and_clock()
    {
        var agreement = Bind("").Agreement;
        Assert.Equal(("quiet-sky", "Quiet sky", "Europe/Moscow"), (agreement.Name, agreement.Title, agreement.Clock.Name));
        Assert.Equal(["usa", "pact"], agreement.Between.Select(party => party.Name));
        Assert.Equal(new DayRange(Number(2024, 1, 1), Number(2025, 1, 1)), agreement.InForce);
        Assert.Equal(new Citation("Text", "https://example.org"), agreement.Source);
        Assert.Equal(["the United States", "denmark", "norway", "pact"], agreement.Parties.Select(party => party.Title));
    }

    [Fact]
    public void A_group_has_its_members_with_their_days()
    {
        var pact = Bind("").Agreement.Parties.Single(party => party.IsGroup);
        Assert.Equal(
            [("denmark", new DayRange(Number(2024, 2, 1), Number(2024, 3, 1))), ("norway", DayRange.Always)],
            pact.Members.Select(member => (member.Member.Name, member.Days)));
        Assert.All(pact.Members, member => Assert.Equal((Grade.Official, new Citation("List", null)), (member.Grade, member.Source)));
    }

    [Fact]
    public void Of_in_and_joins_all_say_what_lies_in_what()
    {
        var agreement = Bind("").Agreement;
        Assert.Equal(
            ["camp in fjord", "fjord in north", "north in all", "south in all", "tower in south"],
            agreement.Containments.Select(each => $"{each.Inner.Name} in {each.Outer.Name}").Order(StringComparer.Ordinal));
        var joined = agreement.Containments.Single(each => each.Inner.Name == "south" && each.Outer.Name == "all");
        Assert.Equal(new DayRange(Number(2024, 6, 1), int.MaxValue), joined.Days);
        Assert.Equal("usa", agreement.Places.OfType<Site>().Single(site => site.Name == "tower").Host?.Name);
    }

    [Fact]
    public void Lengths_are_in_metres()
    {
        var arrow = Bind("").Agreement.Nouns.OfType<Model>().Single();
        Assert.Equal(new RangeValue(500, true, 700, true), arrow.Attributes[0].Value);
        Assert.Equal(new WordValue("yes"), arrow.Attributes[1].Value);
        Assert.Equal("usa", Assert.IsType<PartyValue>(arrow.Attributes[2].Value).Party.Name);
    }

    [Theory]
    [InlineData("300 km", "300000 True 300000 True")]
    [InlineData("at least 300 km", "300000 True  False")]
    [InlineData("more than 300 km", "300000 False  False")]
    [InlineData("at most 300 km", " False 300000 True")]
    [InlineData("less than 300 km", " False 300000 False")]
    public void Each_range_has_its_bounds(string range, string bounds)
    {
        var model = Bind($"model dart of missile with range {range}.").Agreement.Nouns.OfType<Model>().Last();
        var value = Assert.IsType<RangeValue>(model.Attributes[0].Value);
        Assert.Equal(bounds, FormattableString.Invariant($"{value.Low} {value.LowIncluded} {value.High} {value.HighIncluded}"));
    }

    [Fact]
    public void A_definition_has_bases_and_a_condition()
    {
        var heavy = Bind("").Agreement.Nouns.OfType<Define>().Single();
        Assert.Equal(["missile", "arrow"], heavy.Bases.Select(noun => noun.Symbol.Name));
        var both = Assert.IsType<AllAttributes>(heavy.Where);
        Assert.Equal(2, Assert.IsType<AnyAttribute>(both.Parts[0]).Parts.Length);
        Assert.Equal("stages", Assert.IsType<AttributeIs>(both.Parts[1]).Attribute);
    }

    [Fact]
    public void States_and_events_without_a_title_take_it_from_their_name()
    {
        var agreement = Bind("").Agreement;
        Assert.Equal(["is there", "is stationed", "is on duty"], agreement.States.Select(state => state.Title));
        Assert.Equal(["launch", "give notice"], agreement.Events.Select(happening => happening.Title));
        Assert.Equal(
            [Persistence.Observed, Persistence.Persists, Persistence.Observed], agreement.States.Select(state => state.Persistence));
    }

    [Fact]
    public void Not_is_inside_the_days_running()
    {
        var state = Bind("state gone means not present for 30 days running.").Agreement.States.Last();
        var running = Assert.IsType<RunningState>(state.Means);
        Assert.Equal(30, running.Days);
        Assert.IsType<StateNot>(running.Part);
    }

    [Fact]
    public void A_clause_has_its_slots()
    {
        var clause = Bind("""
            --| "shall not deploy"
            clause 3a "Restraint" offered by usa to pact accepted by words, for each region r of fjord, north, from 2024-02-01,
              while no missile is present in r,
              pact shall not have heavy on-duty in r
              until newly missile is present in r for 5 days running
              unless clause 4 is broken by usa or the launch by a party in r happens
              despite clause 4
              verified by launch.
            clause 4 "Notice" when launch by a party, that party shall give-notice to each other party of arrow in camp within 2 days after the launch.
            """).Agreement.Clauses[0];
        Assert.Equal(("3a", Number(2024, 2, 1), "usa"), (clause.Id, clause.From, clause.Offer?.By.Name));
        Assert.Equal(["fjord", "north"], clause.ForEach!.Places.Select(place => place.Name));
        Assert.Equal([SlotWord.While, SlotWord.Until, SlotWord.Unless], clause.Slots.Select(slot => slot.Word));
        Assert.Equal([false, true, false], clause.Slots.Select(slot => slot.Newly));
        Assert.Equal(5, Assert.IsType<NounIs>(clause.Slots[1].Condition).RunningDays);
        Assert.Equal(new VariablePlace("r"), Assert.IsType<ShallNotHave>(clause.Duty).In);
        Assert.Equal("4", Assert.Single(clause.Despite));
        Assert.Equal("launch", Assert.Single(clause.VerifiedBy).Name);
        Assert.Equal(["\"shall not deploy\""], clause.Quoted);
    }

    [Theory]
    [InlineData("within 2 days after the launch", 2, 0)]
    [InlineData("within 2 hours after the launch", 0, 120)]
    [InlineData("within 1 minute after the launch", 0, 1)]
    public void Days_are_counted_and_hours_are_exact(string deadline, int days, long minutes)
    {
        var clause = Bind($"clause 1 \"Notice\" when launch by a party, that party shall give-notice {deadline}.").Agreement.Clauses[0];
        Assert.Equal(new WithinAfter(days, minutes), Assert.IsType<ShallDo>(clause.Duty).Deadline);
        Assert.IsType<ThatParty>(clause.Actor);
    }

    [Fact]
    public void Views_that_need_no_sentence_come_first()
    {
        var views = Bind("view mine trusts usa, norway. view bare.").Agreement.Views;
        Assert.Equal(
            [("common", ViewKind.Common), ("usa", ViewKind.Party), ("pact", ViewKind.Party), ("mine", ViewKind.Named), ("bare", ViewKind.Named)],
            views.Select(view => (view.Name, view.Kind)));
        Assert.Equal("pact", views[2].Holder?.Name);
        Assert.Equal(["usa", "norway"], views[3].Trusts!.Value.Select(party => party.Name));
        Assert.Null(views[4].Trusts);
    }

    [Fact]
    public void A_report_is_placed_by_the_nearest_zone()
    {
        // Oslo is an hour ahead of UTC in March; no zone is known for the tower, so its day is that day anywhere on earth.
        var bound = Bind($"""
            report near missile present in camp on 2024-03-01 {By}.
            report far missile present in tower on 2024-03-01 {By}.
            """);
        var start = day * 1440L;
        Assert.Equal(new Window(start - 60, start + 1379), Stay(bound, "near").Start);
        Assert.Equal(new Window(start - 59, start + 1380), Stay(bound, "near").End);
        Assert.Equal(new Window(start - 840, start + 2159), Stay(bound, "far").Start);
    }

    [Theory]
    [InlineData("from 2024-03-01 to 2024-03-08", 0, 1440, 10081, 11520, 1)]
    [InlineData("since 2024-03-01 still on 2024-03-08", 0, 1440, 10081, 11520, 1)]
    [InlineData("on 2024-03", 0, 44640, 1, 44640, 1)]
    [InlineData("from between 2024-03-01 and 2024-03-02 to 2024-03-08 lasting at least 3 days", 0, 2880, 10081, 11520, 2881)]
    [InlineData("on 2024-03-01 lasting at least 3 hours", 0, 1440, 1, 1440, 180)]
    [InlineData("from 2024-03-01 at 06:00 to 2024-03-01 at 18:30", 360, 361, 1110, 1110, 1)]
    public void Stays_have_windows(string stay, long start, long startAfter, long end, long endLatest, long least)
    {
        var found = Stay(Bind($"report one-report missile present in camp {stay} {By}."), "one-report");
        var midnight = (day * 1440L) - 60;
        var isSummer = endLatest == 44640; // March ends an hour early where clocks go forward.
        Assert.Equal(new Window(midnight + start, midnight + startAfter - 1 - (isSummer ? 60 : 0)), found.Start);
        Assert.Equal(new Window(midnight + end, midnight + endLatest - (isSummer ? 60 : 0)), found.End);
        Assert.Equal(least, found.LeastMinutes);
    }

    [Fact]
    public void An_open_stay_ends_where_its_end_is_reported()
    {
        var bound = Bind($"""
            report first missile stationed in camp from 2024-03-01 onward {By}.
            report second end of first on 2024-03-05 {By}.
            """);
        Assert.Equal(new Window(long.MaxValue, long.MaxValue), Stay(bound, "first").End);
        var midnight = ((day + 4) * 1440L) - 60;
        Assert.Equal(new EndReport("first", new(midnight, midnight + 1439)), bound.Reports[1].Content);
    }

    [Fact]
    public void A_correction_uses_the_zone_of_its_own_place()
    {
        var bound = Bind($"""
            report first missile present in tower on 2024-03-01 {By}.
            report second corrects first on 2024-03-02 in camp {By}.
            report third corrects second amount 3 to 4 {By}.
            """);
        var second = Assert.IsType<Correction>(bound.Reports[1].Content);
        Assert.Equal("camp", second.In?.Name);
        Assert.Equal(((day + 1) * 1440L) - 60, second.When?.Start.Earliest);
        Assert.Equal(new Amount(3, 4), Assert.IsType<Correction>(bound.Reports[2].Content).Amount);
    }

    [Theory]
    [InlineData("", 1L, null)]
    [InlineData("3", 3L, 3L)]
    [InlineData("3 or more", 3L, null)]
    [InlineData("3 to 5", 3L, 5L)]
    public void Amounts_have_bounds(string amount, long low, long? high)
    {
        var content = Bind($"report first arrow as unit-7 present {amount} in camp on 2024-03-01 {By}.").Reports[0].Content;
        var report = Assert.IsType<StateReport>(content);
        Assert.Equal(new Amount(low, high), report.Amount);
        Assert.Equal(("arrow", "unit-7"), (report.Subject.Symbol.Name, report.Subject.Item));
    }

    [Theory]
    [InlineData("said 2024-03-09", 8, 8)]
    [InlineData("said 2024-03", 0, 30)]
    [InlineData("said between 2024-03-09 and 2024-03-11", 8, 10)]
    [InlineData("said by 2024-03-09", 0, 8)]
    [InlineData("said 2024-03-09 at 23:30 utc", 9, 9)] // half past two of the next day in Moscow
    [InlineData("", 0, 60)]
    [InlineData("read 2024-03-09", 0, 8)]
    public void It_is_known_when_a_report_was_said(string said, int first, int last)
    {
        var bound = Bind($"""
            sources read on 2024-04-30.
            report first missile present in camp on 2024-03-01 at 10:00 {said} by usa grade press source "Daily News".
            """);
        Assert.Equal(new Days(day + first, day + last), bound.Reports[0].Attribution.Said);
    }

    [Fact]
    public void The_file_knows_through_the_last_day_of_anything()
    {
        Assert.Equal(Number(2024, 1, 1), Bind("").KnownThrough);
        Assert.Equal(Number(2024, 3, 9), Bind($"report first missile present in camp on 2024-03-01 {By}.").KnownThrough);
        Assert.Equal(Number(2024, 3, 12), Bind($"report first missile present in camp on 2024-03-01 {By} received by usa on 2024-03-12.").KnownThrough);
        Assert.Equal(Number(2024, 3, 11), Bind($"report first missile present in camp on 2024-03-01 {By} read 2024-03-11.").KnownThrough);
        Assert.Equal(Number(2024, 5, 1), Bind($"sources read on 2024-05-01. report first missile present in camp on 2024-03-01 {By}.").KnownThrough);
    }

    [Fact]
    public void A_position_is_of_the_day_it_was_said_unless_it_has_one()
    {
        const string Clause = "clause 1 \"Notice\" offered by usa to pact accepted by words, pact shall give-notice no later than 2024-06-01.\n";
        var bound = Bind(Clause + """
            position pact accepts clause 1 by pact said between 2024-03-01 and 2024-03-02 grade press source "Daily News".
            position pact rejects clause 1 on 2024-03-01 by pact said 2024-03-05 grade press source "Daily News".
            position usa withdraws clause 1 by usa said 2024-03-09 grade press source "Daily News".
            position usa withdraws from agreement by usa said 2024-03-09 grade press source "Daily News".
            """);
        var midnight = (day * 1440L) - 180;
        Assert.Equal(new Window(midnight, midnight + 2879), bound.Positions[0].When);
        Assert.Equal(new Window(midnight, midnight + 1439), bound.Positions[1].When);
        Assert.Equal([PositionVerb.Accepts, PositionVerb.Rejects, PositionVerb.TakesBack, PositionVerb.Withdraws], bound.Positions.Select(each => each.Verb));
    }

    [Fact]
    public void Contests_name_their_part()
    {
        const string Doubt = "position usa doubts report first";
        const string On = "on 2024-03-09 by usa said 2024-03-09 grade press source \"Daily News\".";
        var bound = Bind($"""
            report first missile present 3 in camp on 2024-03-01 {By}.
            {Doubt} {On} {Doubt} its date {On} {Doubt} its place {On} {Doubt} its number {On} {Doubt} its class {On} {Doubt} its maker {On}
            """);
        Assert.Equal(
            [
                new("first", ReportPart.Occurrence, null), new("first", ReportPart.Date, null), new("first", ReportPart.Place, null),
                new("first", ReportPart.Number, null), new("first", ReportPart.Class, null), new("first", ReportPart.Attribute, "maker"),
            ],
            bound.Positions.Select(each => Assert.IsType<OnReport>(each.Target)));
    }

    [Fact]
    public void An_expectation_says_what_must_be_found()
    {
        var expected = Bind("""
            clause 1 "None" for each region r of north, south, pact shall not have missile present in r.
            expect under usa from 2024-03-01 through 2024-03-02 known to norway on 2024-04-01: clause 1 for pact in fjord:
              standing void from birth, conduct cured late, basis partly verified.
            """).Agreement.Expectations.Single();
        Assert.Equal(("usa", new DayRange(day, day + 2), (int?)Number(2024, 4, 1)), (expected.View, expected.Days, expected.KnownOn));
        Assert.Equal(("norway", "1", "pact", "fjord"), (expected.KnownTo?.Name, expected.ClauseId, expected.Party.Name, expected.Place?.Name));
        Assert.Equal((Standing.VoidFromBirth, Conduct.CuredLate, Basis.PartlyVerified), (expected.Standing, expected.Conduct, expected.Basis));
    }

    [Fact]
    public void Readings_are_bound_where_their_dispute_is()
    {
        var disputes = Bind("""
            clause 1 "None" for each region r, pact shall not have missile on-duty in r until missile is on-duty in r.
            dispute d-1 "A?" on clause 1 until reading a-way means as declared; reading b-way means while missile is present in r.
            dispute d-2 "B?" on on-duty in clause 1 have reading a-way means present or stationed; reading b-way means stationed.
            dispute d-3 "C?" on heavy reading a-way means missile or arrow; reading b-way means missile where basing is ground.
            dispute d-4 "D?" on extent of north, south reading a-way means of camp; reading b-way means as declared.
            dispute d-5 "E?" on range of arrow reading a-way means 3 km source "S"; reading b-way means as declared.
            """).Agreement.Disputes;
        Assert.Equal<DisputeTarget>(
            [new OnSlot("1", SlotWord.Until), new OnState("on-duty", "1", ClauseSlot.Have), new OnDefine("heavy"), disputes[3].Target, new OnAttribute("range", "arrow")],
            disputes.Select(dispute => dispute.Target));
        Assert.Equal(["north", "south"], Assert.IsType<OnExtent>(disputes[3].Target).Places);
        Assert.Equal(SlotWord.While, Assert.IsType<SlotMeaning>(disputes[0].Readings[1].Meaning).Slot.Word);
        Assert.IsType<AnyState>(Assert.IsType<StateMeaning>(disputes[1].Readings[0].Meaning).Expression);
        Assert.Equal(2, Assert.IsType<NounMeaning>(disputes[2].Readings[0].Meaning).Bases.Length);
        Assert.Equal("camp", Assert.IsType<ExtentMeaning>(disputes[3].Readings[0].Meaning).Parts[0].Place.Name);
        Assert.Equal(new RangeValue(3000, true, 3000, true), Assert.IsType<ValueMeaning>(disputes[4].Readings[0].Meaning).Value);
    }

    private const string By = "by usa said 2024-03-09 grade press source \"Daily News\"";

    private static Case Bind(string sentences)
    {
        var compilation = Compilation.Of(SourceText.From("case.proviso", Agreement + sentences));
        Assert.Empty(compilation.Diagnostics);
        return Assert.IsType<Case>(compilation.Case);
    }

    private static Occurrence Stay(Case bound, string report) =>
        Assert.IsType<StateReport>(bound.Reports.Single(each => each.Name == report).Content).When;

    private static int Number(int year, int month, int dayOfMonth) => Clock.DayNumber(new LocalDate(year, month, dayOfMonth));
}
