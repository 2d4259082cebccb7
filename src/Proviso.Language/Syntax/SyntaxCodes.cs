namespace Proviso.Language.Syntax;

/// <summary>Codes of what can be wrong with a text before any name is looked up. Each has a page under <c>docs/diagnostics</c>.
/// PV10xx: characters, words and figures. PV11xx: any sentence. PV12xx: sentences of one sort.</summary>
public static class SyntaxCodes
{
#pragma warning disable CS1591 // The pages say what each is.
    public const string UnknownCharacter = "PV1001";
    public const string UnclosedTitle = "PV1002";
    public const string OtherQuotationMark = "PV1003";
    public const string DashForHyphen = "PV1004";
    public const string UnknownEscape = "PV1005";
    public const string NoSuchDate = "PV1006";
    public const string NoSuchTime = "PV1007";
    public const string FaultyNumber = "PV1008";
    public const string CapitalInName = "PV1009";
    public const string FaultyName = "PV1010";
    public const string HiddenCharacter = "PV1011";
    public const string MixedAlphabets = "PV1012";
    public const string HalfCharacter = "PV1013";
    public const string SeparateAccent = "PV1014";
    public const string TooLarge = "PV1015";
    public const string NotUtf8 = "PV1016";
    public const string TooMany = "PV1017";
    public const string GluedUnit = "PV1018";

    public const string NoSentence = "PV1101";
    public const string FullStopMissing = "PV1102";
    public const string Expected = "PV1103";
    public const string Misspelt = "PV1104";
    public const string ReservedName = "PV1105";
    public const string DoesNotFit = "PV1106";
    public const string MixedAndOr = "PV1107";
    public const string TooDeep = "PV1108";
    public const string SeparatorMissing = "PV1109";
    public const string StrayFullStop = "PV1110";
    public const string StrayQuote = "PV1111";
    public const string TitleBeforeName = "PV1112";
    public const string PartTooLate = "PV1113";

    public const string SlotTooLate = "PV1201";
    public const string SlotTwice = "PV1202";
    public const string WriteShall = "PV1203";
    public const string NoSuchAct = "PV1204";
    public const string ActMissing = "PV1205";
    public const string DeadlineMissing = "PV1206";
    public const string BareEnd = "PV1207";
    public const string OneReading = "PV1208";
    public const string MeaningMisfit = "PV1209";
    public const string PartTwice = "PV1210";
    public const string PartMissing = "PV1211";
    public const string EmptyCorrection = "PV1212";
    public const string MonthForDate = "PV1213";
    public const string FaultyClauseNumber = "PV1214";
    public const string DoerTwice = "PV1215";
#pragma warning restore CS1591
}
