using System.Collections.Immutable;
using Proviso.Language.Binding;
using static Proviso.Language.Prose.Sample;

namespace Proviso.Language.Prose;

/// <summary>Every form of the bound model has words. The compiler does not count the cases of a closed family, so these do.</summary>
public sealed class FormsTests
{
    private static readonly EventPattern request = new(VisitRequest, new FixedParty(Usa), new FixedParty(Russia), Of(Novator), new FixedPlace(Kaliningrad));
    private static readonly NounIs there = new(Of(InfMissile, By("maker", Usa)), Deployed, new VariablePlace("t"), null);
    private static readonly AttributeIs grounded = new("basing", new WordValue("ground"), false);

    private static readonly ImmutableArray<PartyReference> partyReferences =
        [new FixedParty(Nato), new AnyParty(), new SameParty(), new EachOtherParty(OfTwo: false), new EachOtherParty(OfTwo: true), new VariableParty("p")];

    private static readonly ImmutableArray<Actor> actors = [new NamedActor(Nato), new EachParty(), new ThatParty(), new VariableActor("p")];

    private static readonly ImmutableArray<Deadline> deadlines =
        [new WithinAfter(10, 0), new WithinAfter(0, 90), new AtLeastBefore(42, 0), new AtLeastBefore(0, 60), new NoLaterThanEvent(), new NoLaterThanDay(Day("2021-03-30")),
            new WithinAfterEach(30, 6, Day("2011-03-01")), new WithinAfterEach(1, 12, Day("2011-03-01")), new NoLaterThanEachYear([new(3, 30)]), new NoLaterThanEachYear([new(3, 30), new(9, 30)])];

    private static readonly ImmutableArray<Duty> duties =
    [
        new ShallNotHave(Of(InfMissile), Deployed, new VariablePlace("t")),
        new ShallHaveAtMost(1, Of(InfMissile), Deployed, new VariablePlace("t")),
        new ShallHaveAtMost(1550, Of(Novator), Deployed, new FixedPlace(EuropeanRussia)),
        new MayHave(Of(Novator), Deployed, new FixedPlace(EuropeanRussia)),
        new MayDo(new(Visit, null, null, null, new FixedPlace(Redzikowo))),
        .. deadlines.Select(deadline => new ShallDo(new(Notify, null, new EachOtherParty(OfTwo: false), Of(Novator), null), deadline)),
    ];

    private static readonly ImmutableArray<Condition> conditions =
    [
        there,
        there with { RunningDays = 30 },
        new NotCondition(there),
        new NotCondition(new Happens(request)),
        new NotCondition(new AnyCondition([there, new Happens(request)])),
        new ClauseBroken("2", Usa, new VariablePlace("t")),
        new ClauseBroken("2", null, null),
        new AllConditions([there, new AnyCondition([new Happens(request), new ClauseBroken("2", null, null)])]),
        new AnyCondition([there, new NotCondition(there)]),
        .. partyReferences.Select(by => new Happens(request with { By = by, To = by })),
        new Happens(new(Launch, null, null, null, null)),
    ];

    private static readonly ImmutableArray<StateExpression> stateExpressions =
    [
        new StateIs(Present),
        new StateNot(new StateIs(Deployed)),
        new StateNot(new AnyState([new StateIs(Present), new StateIs(Deployed)])),
        new AllStates([new StateIs(Present), new AnyState([new StateIs(Deployed), new StateIs(InExercise)])]),
        new AnyState([new StateIs(Present), new StateIs(Deployed)]),
        new RunningState(new StateIs(Present), 30),
        new RunningState(new AllStates([new StateIs(Present), new StateNot(new StateIs(InExercise))]), 2),
    ];

    private static readonly ImmutableArray<AttributeCondition> attributeConditions =
    [
        grounded,
        grounded with { Negated = true },
        new AttributeIs("maker", new PartyValue(Nato), true),
        new AttributeIs("host", new PartyValue(Poland), false),
        new AttributeIs("dual-capable", new WordValue("no"), false),
        new AllAttributes([grounded, new AnyAttribute([grounded, new AttributeIs("range", new RangeValue(null, false, 500_000, false), false)])]),
        new AnyAttribute([grounded, new AttributeIs("warheads", new RangeValue(2, false, 4, true), false)]),
    ];

    private static readonly ImmutableArray<(DisputeTarget Target, Meaning Meaning)> readings =
    [
        (new OnDefine("inf-missile"), new NounMeaning([Of(Missile), Of(Novator)], grounded)),
        (new OnDefine("inf-missile"), new AsDeclared()),
        (new OnAttribute("range", "9m729"), new ValueMeaning(Between(480_000, 480_000))),
        (new OnAttribute("range", "9m729"), new AsDeclared()),
        (new OnState("deployed", null, null), new StateMeaning(new StateIs(Present))),
        (new OnState("deployed", "1", ClauseSlot.Until), new AsDeclared()),
        (new OnState("present", "1", ClauseSlot.Have), new AsDeclared()),
        (new OnSlot("1", SlotWord.Until), new SlotMeaning(new(SlotWord.While, false, new NotCondition(there)))),
        (new OnSlot("1", SlotWord.Until), new AsDeclared()),
        (new OnExtent(["europe", "asia"]), new ExtentMeaning([new(EuropeanRussia, DayRange.Always), new(NatoEurope, Through("1999-03-12", null))])),
        (new OnExtent(["europe"]), new AsDeclared()),
    ];

    private static readonly ImmutableArray<ReportContent> contents =
    [
        new StateReport(false, new(Novator, null, []), Present, new(2, null), Kaliningrad, Stay),
        new StateReport(false, new(Novator, null, []), Present, new(1, 1), Kaliningrad, Stay, IsTotal: true),
        new StateReport(false, new(Novator, null, []), Present, new(2, 4), Kaliningrad, Stay, IsTotal: true),
        new StateReport(true, new(Novator, "c-3", []), Present, new(1, null), Kaliningrad, Stay),
        new EventReport(false, Visit, Russia, Usa, new(Novator, null, []), Kaliningrad, Instant, ["first", "second"]),
        new EventReport(false, Visit, Russia, Usa, new(Novator, null, []), Kaliningrad, Instant, [], new(3, null)),
        new EventReport(true, Visit, Russia, null, new(Novator, "c-3", []), Kaliningrad, Instant, []),
        new AttributeReport(Novator, "dual-capable", new WordValue("yes")),
        new EndReport("first", Instant),
        new AccessDenied(Nato, Kaliningrad, Stay),
        new LogComplete(Nato, Stay),
        new Correction("first", true, null, null, null, null, null),
        new Correction("first", false, new(Launcher, null, []), Kaliningrad, new(1, 4), Stay, Instant),
    ];

    private static readonly ImmutableArray<PositionTarget> positionTargets =
        [new OnAgreement(), new OnClause("1", Europe), new OnReport("first", ReportPart.Date, null), new OnReading("trigger", "appears")];

    private static Occurrence Stay => From(Days(Clock.Local, null, "2023-09-18"), Days(Clock.Local, null, "2023-09-25"));

    private static Window Instant => Days(Clock.Local, null, "2023-09-18");

    public static TheoryData<Type> Families =>
        [typeof(Duty), typeof(Deadline), typeof(Condition), typeof(StateExpression), typeof(AttributeCondition), typeof(Meaning), typeof(DisputeTarget),
            typeof(ReportContent), typeof(PositionTarget), typeof(PartyReference), typeof(Actor)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_form_is_tried_here(Type family)
    {
        IEnumerable<object> tried =
        [
            .. duties, .. deadlines, .. conditions, .. stateExpressions, .. attributeConditions, .. readings.Select(reading => reading.Meaning),
            .. readings.Select(reading => reading.Target), .. contents, .. positionTargets, .. partyReferences, .. actors,
        ];
        var forms = family.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(family)).ToList();
        Assert.NotEmpty(forms);
        Assert.Empty(forms.Except(tried.Select(each => each.GetType())).Select(type => type.Name));
    }

    [Fact]
    public void Every_duty_with_every_slot_has_an_article()
    {
        var slots = from word in Enum.GetValues<SlotWord>()
                    from newly in new[] { false, true }
                    where word == SlotWord.Until || !newly
                    from condition in conditions
                    select new ConditionSlot(word, newly, condition);
        foreach (var duty in duties)
        {
            foreach (var slot in slots)
            {
                foreach (var when in new[] { null, request with { By = new AnyParty() } })
                {
                    var clause = Clause("1", "Restraint", new NamedActor(Russia), duty, slot) with { ForEach = new("t", [Europe, Asia], []), When = when };
                    Check(clause);
                }
            }
        }
    }

    [Fact]
    public void Every_actor_and_every_other_slot_has_an_article()
    {
        ImmutableArray<ForEach?> ranges = [null, new("t", [Europe], []), new("s", [Redzikowo, Bornholm], []), new("r", [EuropeanRussia, Kaliningrad], []), new("p", [], [Russia, Usa])];
        ImmutableArray<Offer?> offers = [null, new(Russia, [Nato]), new(Russia, [Nato, Usa])];
        foreach (var actor in actors)
        {
            foreach (var range in ranges)
            {
                foreach (var offer in offers)
                {
                    Check(Clause("1", "Restraint", actor, duties[0], new ConditionSlot(SlotWord.Until, false, there)) with
                    {
                        ForEach = range,
                        Offer = offer,
                        From = Day("2020-01-01"),
                        Despite = ["2"],
                        VerifiedBy = [Visit, VisitRequest],
                        Quoted = ["\"appear\""],
                    });
                }
            }
        }
    }

    [Fact]
    public void Every_dispute_and_reading_has_words()
    {
        var clause = Clause("1", "Restraint", new NamedActor(Russia), duties[0], new ConditionSlot(SlotWord.Until, false, there)) with { ForEach = new("t", [Europe, Asia], []) };
        foreach (var (target, meaning) in readings)
        {
            var dispute = new Dispute("d", "What is it?", target, [new("one", "one way", meaning, null), new("two", "two", meaning, new("Source", null))], default);
            CheckText(Agreement(Clock.Local, clause) with { Disputes = [dispute] });
        }
    }

    [Fact]
    public void Every_condition_over_attributes_has_words()
    {
        foreach (var condition in attributeConditions)
        {
            CheckWords(Prose.AttributeCondition(condition, Missile));
        }
    }

    [Fact]
    public void Every_state_expression_has_words()
    {
        foreach (var expression in stateExpressions)
        {
            CheckWords(Prose.StateExpression(expression));
        }
    }

    [Fact]
    public void Every_report_and_position_has_words()
    {
        foreach (var content in contents)
        {
            var report = new Report("r", content, Said(Usa), default);
            CheckWords(new Prose(Agreement(Clock.Local)).Sentence(report));
        }

        foreach (var verb in Enum.GetValues<PositionVerb>())
        {
            foreach (var target in positionTargets)
            {
                CheckWords(new Prose(Agreement(Clock.Local)).Sentence(new Position(Nato, verb, target, [Usa], Instant, Said(Nato), default)));
            }
        }

        foreach (var part in Enum.GetValues<ReportPart>())
        {
            CheckWords(new Prose(Agreement(Clock.Local)).Sentence(
                new Position(Nato, PositionVerb.Doubts, new OnReport("first", part, "range"), [], Instant, Said(Nato), default)));
        }
    }

    [Fact]
    public void Every_word_of_a_verdict_has_words()
    {
        foreach (var standing in Enum.GetValues<Standing>())
        {
            CheckWords(Prose.Standing(standing));
        }

        foreach (var conduct in Enum.GetValues<Conduct>())
        {
            CheckWords(Prose.Conduct(conduct));
        }

        foreach (var basis in Enum.GetValues<Basis>())
        {
            CheckWords(Prose.Basis(basis));
        }

        foreach (var grade in Enum.GetValues<Grade>())
        {
            CheckWords(Prose.Grade(grade));
        }
    }

    private static void Check(Clause clause) => CheckText(Agreement(Clock.Local, clause, Clause("2", "Other", new NamedActor(Usa), duties[0]) with
    {
        ForEach = new("t", [Europe, Asia], []),
    }));

    private static void CheckText(Agreement agreement)
    {
        foreach (var block in new Prose(agreement).Document().Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    Assert.NotEmpty(heading.Text);
                    break;
                case Paragraph paragraph:
                    CheckSentence(paragraph.Text);
                    break;
                case Items items:
                    Assert.All(items.Entries, item => CheckSentence(item.Text));
                    break;
            }
        }
    }

    private static void CheckSentence(string text)
    {
        CheckWords(text);
        Assert.EndsWith(".", text.TrimEnd('”'), StringComparison.Ordinal);
        Assert.False(char.IsLower(text[0]), text);
    }

    /// <summary>No doubled blanks or stops, no name of the language (they have hyphens here), no name of a type.</summary>
    private static void CheckWords(string text)
    {
        Assert.NotEmpty(text);
        string[] wrong = ["  ", "..", " .", " ,", ",,", "the the ", " a a ", "inf-missile", "european-russia", "visit-request", "dual-capable", "in-exercise", "Proviso", "Immutable"];
        Assert.All(wrong, each => Assert.DoesNotContain(each, text, StringComparison.Ordinal));
    }
}
