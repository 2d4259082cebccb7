namespace Proviso.Language.Binding;

/// <summary>Codes of what can be wrong with sentences that read well one by one. Each has a page under <c>docs/diagnostics</c>.
/// PV20xx: the case and its names. PV21xx: times. PV22xx: values. PV23xx: disputes and views. PV24xx: clauses. PV25xx: reports.
/// PV26xx: positions. PV27xx: expectations.</summary>
public static class BindingCodes
{
#pragma warning disable CS1591 // The pages say what each is.
    public const string NoAgreement = "PV2001";
    public const string SecondAgreement = "PV2002";
    public const string DeclaredTwice = "PV2003";
    public const string UnknownName = "PV2004";
    public const string WrongSort = "PV2005";
    public const string GivenTwice = "PV2006";
    public const string UnknownZone = "PV2007";
    public const string Circle = "PV2008";
    public const string AmbiguousName = "PV2009";
    public const string BuiltInView = "PV2010";
    public const string NoSuchPoint = "PV2011";
    public const string MarginNeeded = "PV2012";
    public const string NotDrawn = "PV2013";

    public const string DatesReversed = "PV2101";
    public const string ImpossibleStay = "PV2102";
    public const string CannotGoOn = "PV2103";
    public const string AbsenceOnward = "PV2104";
    public const string NoSaidDay = "PV2105";
    public const string SaidTooEarly = "PV2106";
    public const string ReadTooEarly = "PV2107";
    public const string SourcesReadTwice = "PV2108";
    public const string WholeNumber = "PV2109";

    public const string UnknownAttribute = "PV2201";
    public const string WrongValue = "PV2202";
    public const string UnknownChoice = "PV2203";
    public const string RangeReversed = "PV2204";
    public const string FigureTooLarge = "PV2205";
    public const string RoleDeclared = "PV2206";
    public const string DerivedPersists = "PV2207";

    public const string ReadingDoesNotFit = "PV2301";
    public const string DisputedTwice = "PV2302";
    public const string ReadingMentionsDisputed = "PV2303";
    public const string FigureWithoutSource = "PV2304";
    public const string NoSuchSlot = "PV2305";
    public const string SlotTaken = "PV2306";
    public const string NothingDeclared = "PV2307";
    public const string DisputeWithoutEffect = "PV2308";
    public const string DefinitionInSlot = "PV2309";
    public const string ExtentOfBoth = "PV2310";
    public const string DisputesUndecided = "PV2311";
    public const string DecidedTwice = "PV2312";

    public const string NobodyMeant = "PV2401";
    public const string PartyWordsMisplaced = "PV2402";
    public const string NotTheTrigger = "PV2403";
    public const string ActorDoesNotTakePart = "PV2404";
    public const string OfferedToOthers = "PV2405";
    public const string BeforeItself = "PV2406";
    public const string VariableHides = "PV2407";
    public const string NothingForEach = "PV2408";
    public const string ClauseOutsideForce = "PV2409";
    public const string OfferedToItself = "PV2411";
    public const string PlaceNotOfClause = "PV2412";
    public const string VariableNotItsPlace = "PV2413";
    public const string CeilingOnDerived = "PV2414";
    public const string NoSuchDay = "PV2415";
    public const string PeriodDoesNotFit = "PV2421";
    public const string DayOfYearDoesNotFit = "PV2422";
    public const string RecurringTriggered = "PV2423";
    public const string QuotaWithoutRight = "PV2431";
    public const string StepsReversed = "PV2432";
    public const string NotUnder = "PV2433";
    public const string NoCalendar = "PV2441";
    public const string CalendarsOverlap = "PV2442";
    public const string DayOutsideCalendar = "PV2443";
    public const string ChangesNothing = "PV2444";

    public const string StateNotPrimitive = "PV2501";
    public const string SubjectIsDefinition = "PV2502";
    public const string AmountReversed = "PV2503";
    public const string AmountOfNone = "PV2504";
    public const string CorrectionDoesNotFit = "PV2505";
    public const string CorrectionByAnother = "PV2506";
    public const string NothingToEnd = "PV2507";
    public const string NotAnEventReport = "PV2508";
    public const string NobodyReceives = "PV2509";
    public const string NothingToRestate = "PV2510";
    public const string TotalDoesNotFit = "PV2511";

    public const string NotOffered = "PV2601";
    public const string NotTheOfferer = "PV2602";
    public const string NotAnAddressee = "PV2603";
    public const string WithdrawsFrom = "PV2604";
    public const string VerbDoesNotFit = "PV2605";
    public const string PartDoesNotFit = "PV2606";

    public const string CeilingWithoutState = "PV2801";
    public const string CountedTwice = "PV2802";
    public const string NotCounted = "PV2803";
    public const string CountOfSeveral = "PV2804";
    public const string CeilingOnOtherCount = "PV2805";

    public const string PlaceExpected = "PV2701";
    public const string PartyNotOfClause = "PV2702";
    public const string NumberSaysNothing = "PV2703";
#pragma warning restore CS1591
}
