using Proviso.Language.Binding;
using static Proviso.Language.Prose.Sample;

namespace Proviso.Language.Prose;

public sealed class SentencesTests
{
    private static readonly Clock moscow = Clock.OfZone("Europe/Moscow")!;

    private static string Say(ReportContent content, Clock? clock = null, params Report[] others)
    {
        var report = new Report("r", content, Said(Usa), default);
        return new Prose(new Case(Agreement(clock ?? Clock.Local), [.. others, report], []) { KnownThrough = 0 }).Content(report);
    }

    private static StateReport State(bool absent, Subject subject, Amount amount, Place place, Occurrence when) =>
        new(absent, subject, Present, amount, place, when);

    [Theory]
    [InlineData("2023-09-18", "18 September 2023")]
    [InlineData("1969-12-31", "31 December 1969")]
    [InlineData("2024-02-29", "29 February 2024")]
    public void A_day_is_a_date(string day, string expected) => Assert.Equal(expected, Prose.Date(Day(day)));

    [Theory]
    [InlineData("2019-08-05", "2026-02-04", "from 5 August 2019 through 4 February 2026, that day included")]
    [InlineData("2019-08-05", null, "from 5 August 2019 on")]
    [InlineData(null, "2026-02-04", "through 4 February 2026, that day included")]
    [InlineData("2019-08-05", "2019-08-05", "on 5 August 2019")]
    [InlineData(null, null, "at all times")]
    public void A_range_says_whether_its_last_day_belongs_to_it(string? from, string? last, string expected) =>
        Assert.Equal(expected, Prose.Range(Through(from, last)));

    [Theory]
    [InlineData("2023-09-18", "2023-09-18", "on 18 September 2023")]
    [InlineData("2024-04-01", "2024-04-30", "in April 2024")]
    [InlineData("2024-07-10", "2024-07-11", "between 10 and 11 July 2024")]
    [InlineData("2024-07-30", "2024-08-02", "between 30 July and 2 August 2024")]
    [InlineData("2024-12-30", "2025-01-02", "between 30 December 2024 and 2 January 2025")]
    public void A_window_is_said_as_it_was_reported(string first, string last, string expected)
    {
        foreach (var clock in new[] { Clock.Local, moscow })
        {
            var prose = new Prose(Agreement(clock));
            Assert.Equal(expected, prose.Window(Days(clock, "Europe/Warsaw", first, last), Redzikowo));
            Assert.Equal(expected, prose.Window(Days(clock, null, first, last)));
        }
    }

    [Fact]
    public void A_window_may_have_no_beginning_or_be_a_minute()
    {
        var prose = new Prose(Agreement(moscow));
        Assert.Equal("on or before 18 September 2023", prose.Window(new(long.MinValue, Days(moscow, null, "2023-09-18").Latest)));
        var minute = moscow.CivilTime(Day("2019-08-18"), (14 * 60) + 30, "Europe/Warsaw");
        Assert.Equal("at 14:30 on 18 August 2019 (Europe/Warsaw time)", prose.Window(new(minute, minute), Redzikowo));
        Assert.Equal("at 14:30 on 18 August 2019", new Prose(Agreement(Clock.Local)).Window(
            new((Day("2019-08-18") * 1440L) + 870, (Day("2019-08-18") * 1440L) + 870)));
    }

    [Fact]
    public void A_stay_is_said_with_both_its_days()
    {
        var stay = From(Days(moscow, "Europe/Copenhagen", "2023-09-18"), Days(moscow, "Europe/Copenhagen", "2023-09-25"));
        var onward = new Occurrence(Days(moscow, "Europe/Copenhagen", "2024-04-01", "2024-04-30"), new(long.MaxValue, long.MaxValue), 1);
        var loose = From(Days(moscow, "Europe/Copenhagen", "2024-04-01", "2024-04-30"), Days(moscow, "Europe/Copenhagen", "2024-06-01", "2024-06-30"), 1441);
        var single = From(Days(moscow, "Europe/Copenhagen", "2024-04-11"), Days(moscow, "Europe/Copenhagen", "2024-04-11"));
        var prose = new Prose(Agreement(moscow));

        Assert.Equal("from 18 to 25 September 2023, both days included", prose.Stay(stay, Bornholm));
        Assert.Equal("from some day in April 2024 onward, with no end known", prose.Stay(onward, Bornholm));
        Assert.Equal("from some day in April 2024 to some day in June 2024", prose.Stay(loose, Bornholm));
        Assert.Equal("on 11 April 2024", prose.Stay(single, Bornholm));
        Assert.Equal("on 11 April 2024, for at least 6 hours", prose.Stay(single with { LeastMinutes = 360 }, Bornholm));
    }

    [Fact]
    public void A_noun_is_told_with_what_narrows_it()
    {
        Assert.Equal("a ground-based missile of INF range made by the United States of America", Prose.Noun(Of(InfMissile, By("maker", Usa))));
        Assert.Equal("a 9M729 missile", Prose.Noun(Of(Novator)));
        Assert.Equal("a Mk 70 launcher", Prose.Noun(Of(Launcher)));
        Assert.Equal("missiles owned and operated by NATO", Prose.Plural(Of(Missile, By("owner", Nato), By("operator", Nato))));
        Assert.Equal(
            "a missile with a range of at least 500 km and 4 warheads, and for which “dual capable” is true",
            Prose.Noun(Of(
                Missile,
                new("range", new RangeValue(500_000, true, null, false)),
                new("warheads", Between(4, 4)),
                new("dual-capable", new WordValue("yes")))));
    }

    [Fact]
    public void A_report_reads_as_a_sentence()
    {
        var launcher = new Subject(Launcher, null, [By("maker", Usa), By("operator", Usa)]);
        var stay = From(Days(Clock.Local, null, "2023-09-18"), Days(Clock.Local, null, "2023-09-25"));

        Assert.Equal(
            "at least one Mk 70 launcher made and operated by the United States of America was present at Bornholm from 18 to 25 September 2023, both days included",
            Say(State(false, launcher, new(1, null), Bornholm, stay)));
        Assert.Equal(
            "from two to four 9M729 missiles were present in European Russia from 18 to 25 September 2023, both days included",
            Say(State(false, new(Novator, null, []), new(2, 4), EuropeanRussia, stay)));
        Assert.Equal(
            "the 9M729 missile “c-3” was present in European Russia from 18 to 25 September 2023, both days included",
            Say(State(false, new(Novator, "c-3", []), new(1, null), EuropeanRussia, stay)));
        Assert.Equal(
            "no 9M729 missile was present anywhere in the Kaliningrad Region at any time from 18 to 25 September 2023, both days included",
            Say(State(true, new(Novator, null, []), new(1, null), Kaliningrad, stay)));
        Assert.Equal("the range of the 9M729 missile is 480 km", Say(new AttributeReport(Novator, "range", Between(480_000, 480_000))));
        Assert.Equal("the 9M729 missile is made by the Russian Federation", Say(new AttributeReport(Novator, "maker", new PartyValue(Russia))));
        Assert.Equal(
            "NATO was refused access to the Kaliningrad Region from 18 to 25 September 2023, both days included",
            Say(new AccessDenied(Nato, Kaliningrad, stay)));
        Assert.Equal(
            "the log of what Poland received is complete from 18 to 25 September 2023, both days included",
            Say(new LogComplete(Poland, stay)));
    }

    [Fact]
    public void In_short_a_report_tells_what_was_where_and_how()
    {
        var stay = From(Days(Clock.Local, null, "2023-09-18"), Days(Clock.Local, null, "2023-09-25"));
        var day = Days(Clock.Local, null, "2024-05-03");

        Assert.Equal("Mk 70 launcher at Bornholm, present", Say(State(false, new(Launcher, null, [By("operator", Usa)]), new(1, null), Bornholm, stay)));
        Assert.Equal("from two to four 9M729 missiles in European Russia, present", Say(State(false, new(Novator, null, []), new(2, 4), EuropeanRussia, stay)));
        Assert.Equal("the 9M729 missile “c-3” in European Russia, present", Say(State(false, new(Novator, "c-3", []), new(1, null), EuropeanRussia, stay)));
        Assert.Equal("missile made by the United States of America in European Russia, present", Say(State(false, new(Missile, null, [By("maker", Usa)]), new(1, null), EuropeanRussia, stay)));
        Assert.Equal("no 9M729 missile was present anywhere in the Kaliningrad Region at any time from 18 to 25 September 2023, both days included", Say(State(true, new(Novator, null, []), new(1, null), Kaliningrad, stay)));
        Assert.Equal("visit at Bornholm", Say(new EventReport(false, Visit, Russia, Usa, null, Bornholm, day, [])));
        Assert.Equal("notice", Say(new EventReport(false, Notify, Russia, Usa, new(Novator, null, []), null, day, [])));

        static string Say(ReportContent content)
        {
            var report = new Report("r", content, Said(Usa), default);
            return new Prose(new Case(Agreement(Clock.Local), [report], []) { KnownThrough = 0 }).InShort(report);
        }
    }

    [Fact]
    public void An_event_reads_as_a_sentence()
    {
        var day = Days(Clock.Local, null, "2024-05-03");
        Assert.Equal(
            "on 3 May 2024 the United States of America asked the Russian Federation for a visit in the Kaliningrad Region",
            Say(new EventReport(false, VisitRequest, Usa, Russia, null, Kaliningrad, day, [])));
        Assert.Equal(
            "on 3 May 2024 the Russian Federation launched a 9M729 missile in European Russia",
            Say(new EventReport(false, Launch, Russia, null, new(Novator, null, []), EuropeanRussia, day, [])));
        Assert.Equal(
            "on 3 May 2024 the Russian Federation notified the United States of America of a 9M729 missile, in answer to the report “launch-1”",
            Say(new EventReport(false, Notify, Russia, Usa, new(Novator, null, []), null, day, ["launch-1"])));
        Assert.Equal(
            "on 3 May 2024 the Russian Federation admitted a visit towards the United States of America at Bornholm",
            Say(new EventReport(false, Visit, Russia, Usa, null, Bornholm, day, [])));
        Assert.Equal(
            "by the end of 3 May 2024 the United States of America had not received the notice from the Russian Federation",
            Say(new EventReport(true, Notify, Russia, Usa, null, null, day, [])));
    }

    [Fact]
    public void A_report_on_a_report_names_it()
    {
        var stay = From(Days(Clock.Local, null, "2023-09-18"), Days(Clock.Local, null, "2023-09-25"));
        var first = new Report("first", State(false, new(Novator, null, []), new(1, null), EuropeanRussia, stay), Said(Usa), default);
        Assert.Equal("what the report “first” says ended on 1 October 2023", Say(new EndReport("first", Days(Clock.Local, null, "2023-10-01")), null, first));
        Assert.Equal("what the report “first” says did not occur", Say(new Correction("first", true, null, null, null, null, null), null, first));
        Assert.Equal(
            "contrary to the report “first”, the number was at least two and the place was the Kaliningrad Region",
            Say(new Correction("first", false, null, Kaliningrad, new(2, null), null, null), null, first));
    }

    [Fact]
    public void A_sentence_says_who_says_so()
    {
        var prose = new Prose(Agreement(Clock.Local));
        var report = new Report("r", new AttributeReport(Novator, "range", Between(480_000, 480_000)), Said(Russia, Grade.OwnStatement), default);
        Assert.Equal(
            "The range of the 9M729 missile is 480 km, according to the Russian Federation (its own statement: “US and Danish forces unite”, https://example.org/1; said between 18 and 30 September 2023).",
            prose.Sentence(report));
    }

    [Theory]
    [InlineData(PositionVerb.Rejects, "On 25 September 2019 NATO rejected Article 2 (Counter-moratorium)")]
    [InlineData(PositionVerb.Withdraws, "On 25 September 2019 NATO withdrew from Article 2 (Counter-moratorium)")]
    [InlineData(PositionVerb.Acknowledges, "On 25 September 2019 NATO acknowledged Article 2 (Counter-moratorium)")]
    public void A_position_reads_as_a_sentence(PositionVerb verb, string expected)
    {
        var clause = Clause("2", "Counter-moratorium", new NamedActor(Nato), new MayDo(new(Visit, null, null, null, null)));
        var position = new Position(Nato, verb, new OnClause("2", null), [], Days(Clock.Local, null, "2019-09-25"), Said(Nato), default);
        Assert.StartsWith(expected + ", according to NATO", new Prose(Agreement(Clock.Local, clause)).Sentence(position), StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_told_by_another_is_a_description()
    {
        var position = new Position(Usa, PositionVerb.Suspends, new OnAgreement(), [], Days(Clock.Local, null, "2019-09-25"), Said(Russia), default);
        var sentence = new Prose(Agreement(Clock.Local)).Sentence(position);
        Assert.StartsWith("According to the Russian Federation (", sentence, StringComparison.Ordinal);
        Assert.EndsWith(
            "on 25 September 2019 the United States of America suspended the agreement; that is its description, not a statement of the United States of America.",
            sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_of_an_instance_name_its_place()
    {
        var clause = Clause("1", "Restraint", new NamedActor(Russia), new ShallNotHave(Of(InfMissile), Deployed, new VariablePlace("t")));
        clause = clause with { ForEach = new("t", [Europe, Asia], []) };
        var condition = new NounIs(Of(InfMissile, By("maker", Usa)), Deployed, new VariablePlace("t"), null);

        Assert.Equal(
            "a ground-based missile of INF range made by the United States of America is deployed in the theatre concerned",
            Prose.Condition(condition, clause));
        Assert.Equal(
            "until a ground-based missile of INF range made by the United States of America is deployed in Europe",
            Prose.Slot(new(SlotWord.Until, false, condition), clause, Europe));
        Assert.Equal("shall not have any ground-based missile of INF range that is deployed in Asia-Pacific", Prose.Duty(clause, Asia));
        Assert.Equal(
            "it is not so that a 9M729 missile is deployed in the theatre concerned for 30 days running (that day and the 29 days before it; it need not be the same thing on each day)",
            Prose.Condition(new NotCondition(new NounIs(Of(Novator), Deployed, new VariablePlace("t"), 30)), clause));
    }

    [Fact]
    public void A_clause_for_each_of_several_places_names_them_before_it_speaks_of_one()
    {
        var clause = Clause("1", "Restraint", new NamedActor(Russia), new ShallNotHave(Of(InfMissile), Deployed, new VariablePlace("t")));
        var until = new ConditionSlot(SlotWord.Until, false, new NounIs(Of(InfMissile, By("maker", Usa)), Deployed, new VariablePlace("t"), null));
        clause = clause with { Slots = [until] };

        Assert.Equal(
            "for each of the theatres Europe and Asia-Pacific, the Russian Federation shall not have any ground-based missile of INF range that is deployed in that theatre, "
                + "until a ground-based missile of INF range made by the United States of America is deployed in that theatre",
            Prose.AskedInFull(clause with { ForEach = new("t", [Europe, Asia], []) }));
        Assert.Equal(
            "the Russian Federation shall not have any ground-based missile of INF range that is deployed in Europe, "
                + "until a ground-based missile of INF range made by the United States of America is deployed in Europe",
            Prose.AskedInFull(clause with { ForEach = new("t", [Europe], []) }));
        Assert.Equal(
            "for each of the 7 theatres, the Russian Federation shall not have any ground-based missile of INF range that is deployed in that theatre",
            Prose.Asked(clause with { ForEach = new("t", [.. Enumerable.Repeat(Europe, 7)], []) }));
    }

    [Fact]
    public void A_state_expression_is_a_predicate()
    {
        Assert.Equal("is present and is not in exercise", Prose.StateExpression(Deployed.Means!));
        Assert.Equal(
            "is present for 30 days running (that day and the 29 days before it)",
            Prose.StateExpression(new RunningState(new StateIs(Present), 30)));
    }
}
