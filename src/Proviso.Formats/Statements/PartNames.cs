using System.Collections.Immutable;

namespace Proviso.Formats.Statements;

/// <summary>The names of the parts: the words of the language, joined where it takes several.</summary>
public static class PartNames
{
#pragma warning disable CS1591 // The name says it; docs/formats.md lists them.
    public const string Sentence = "sentence";
    public const string File = "file";
    public const string Name = "name";
    public const string Quoted = "quoted";
    public const string No = "no";
    public const string Total = "total";
    public const string Thing = "thing";
    public const string As = "as";
    public const string With = "with";
    public const string State = "state";
    public const string Amount = "amount";
    public const string Event = "event";
    public const string EventBy = "eventBy";
    public const string EventTo = "eventTo";
    public const string NotReceived = "notReceived";
    public const string Model = "model";
    public const string Has = "has";
    public const string EndOf = "endOf";
    public const string AccessDeniedTo = "accessDeniedTo";
    public const string LogOf = "logOf";
    public const string Corrects = "corrects";
    public const string DidNotOccur = "didNotOccur";
    public const string In = "in";
    public const string On = "on";
    public const string From = "from";
    public const string To = "to";
    public const string Onward = "onward";
    public const string Since = "since";
    public const string StillOn = "stillOn";
    public const string LastingAtLeast = "lastingAtLeast";
    public const string For = "for";
    public const string Holder = "holder";
    public const string Verb = "verb";
    public const string Clause = "clause";
    public const string Agreement = "agreement";
    public const string Reading = "reading";
    public const string Dispute = "dispute";
    public const string Report = "report";
    public const string Its = "its";
    public const string ProposedTo = "proposedTo";
    public const string By = "by";
    public const string Said = "said";
    public const string Received = "received";
    public const string Grade = "grade";
    public const string Quoting = "quoting";
    public const string Source = "source";
    public const string At = "at";
    public const string Read = "read";
    public const string ReadOn = "readOn";
#pragma warning restore CS1591

    /// <summary>All of them, in the order in which a table has its columns.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Sentence, File, Name, Quoted,
        No, Total, Thing, As, With, State, Amount,
        Event, EventBy, EventTo, NotReceived,
        Model, Has, EndOf, AccessDeniedTo, LogOf, Corrects, DidNotOccur,
        In, On, From, To, Onward, Since, StillOn, LastingAtLeast, For,
        Holder, Verb, Clause, Agreement, Reading, Dispute, Report, Its, ProposedTo,
        By, Said, Received, Grade, Quoting, Source, At, Read, ReadOn,
    ];

    /// <summary>What a part looks like; null when there is no part of that name.</summary>
    internal static PartShape? ShapeOf(string name) => name switch
    {
        Name or Thing or As or State or Event or EventBy or EventTo or Model or EndOf or AccessDeniedTo or LogOf or Corrects or In
            or Holder or Clause or Reading or Dispute or Report or Its or By => PartShape.Name,
        Amount or On or From or To or Since or StillOn or LastingAtLeast or Said or Read or ReadOn or Grade or Verb or Sentence => PartShape.Words,
        No or Total or NotReceived or DidNotOccur or Onward or Agreement => PartShape.Flag,
        Quoting or Source or At or File => PartShape.Title,
        For or ProposedTo => PartShape.Names,
        Quoted => PartShape.Lines,
        With => PartShape.Pairs,
        Has => PartShape.OnePair,
        Received => PartShape.Receipts,
        _ => null,
    };
}

/// <summary>What a part looks like.</summary>
internal enum PartShape
{
    /// <summary>One name, or the number of a clause.</summary>
    Name,

    /// <summary>Words, figures and dates of the language.</summary>
    Words,

    /// <summary>There or not there.</summary>
    Flag,

    /// <summary>Any text on one line.</summary>
    Title,

    /// <summary>Names in a list.</summary>
    Names,

    /// <summary>Lines of any text.</summary>
    Lines,

    /// <summary>Attributes with their values.</summary>
    Pairs,

    /// <summary>One attribute with its value.</summary>
    OnePair,

    /// <summary>Receivers with times.</summary>
    Receipts,
}
