using System.Collections.Immutable;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>One version of a form: which fields a message has, and which statements it makes. The shape is <c>docs/schemas/form.schema.json</c>.</summary>
/// <param name="Name">The name that messages give.</param>
/// <param name="Version">From 1.</param>
/// <param name="From">The first day on which messages of this version may be sent, as <c>2024-01-01</c>; null for always.</param>
/// <param name="Through">The last such day, included; null for no end.</param>
/// <param name="Fields">In the order of the form; each name once.</param>
/// <param name="Makes">What a message says; at least one.</param>
/// <param name="Nothing">What a message says that has nothing to declare; empty where the form knows no such message.</param>
/// <param name="File">The file it was read from, as it is shown.</param>
public sealed record MessageForm(
    string Name,
    string Title,
    int Version,
    string? From,
    string? Through,
    ImmutableArray<FormField> Fields,
    ImmutableArray<FormStatement> Makes,
    ImmutableArray<FormStatement> Nothing,
    string File)
{
    /// <summary>The name of the shape.</summary>
    public const string SchemaName = "proviso/form/1";

    /// <summary>True when messages sent on that day may be of this version.</summary>
    public bool IsAcceptedOn(string day) =>
        (From is null || string.CompareOrdinal(From, day) <= 0) && (Through is null || string.CompareOrdinal(day, Through) <= 0);

    /// <summary>"form `NAME`, version 2", for messages.</summary>
    public string Said => FormattableString.Invariant($"form `{Name}`, version {Version}");

    /// <summary>When it is accepted, as what follows "for messages sent".</summary>
    public string Dates => (From, Through) switch
    {
        (null, null) => "on any day",
        (null, { } last) => $"to {last}",
        ({ } first, null) => $"from {first} on",
        var (first, last) => $"from {first} to {last}",
    };
}

/// <summary>A field of a form.</summary>
/// <param name="Name">The name that messages and the form's own statements give it.</param>
/// <param name="Title">What it is, for people; empty when the form does not say.</param>
/// <param name="IsOptional">Whether a message may leave it out; what it would have been part of is then left out too.</param>
/// <param name="IsPassedOver">Whether no statement needs to use it.</param>
public abstract record FormField(string Name, string Title, bool IsOptional, bool IsPassedOver);

/// <summary>Text on one line.</summary>
/// <param name="Most">Characters at most; 1 to 10,000.</param>
public sealed record TextField(string Name, string Title, bool IsOptional, bool IsPassedOver, int Most) : FormField(Name, Title, IsOptional, IsPassedOver);

/// <summary>A day, as <c>2024-03-05</c>.</summary>
public sealed record DateField(string Name, string Title, bool IsOptional, bool IsPassedOver) : FormField(Name, Title, IsOptional, IsPassedOver);

/// <summary>A minute in universal time, as <c>2024-03-05T14:30Z</c>.</summary>
public sealed record TimeField(string Name, string Title, bool IsOptional, bool IsPassedOver) : FormField(Name, Title, IsOptional, IsPassedOver);

/// <summary>A whole number, <c>Least &lt;= n &lt;= Most</c>.</summary>
public sealed record CountField(string Name, string Title, bool IsOptional, bool IsPassedOver, long Least, long Most) : FormField(Name, Title, IsOptional, IsPassedOver);

/// <summary>A name that the agreement declares.</summary>
/// <param name="Of">What it may be the name of; at least one of <see cref="DeclaredNames.Sorts"/>.</param>
public sealed record NameField(string Name, string Title, bool IsOptional, bool IsPassedOver, ImmutableArray<string> Of) : FormField(Name, Title, IsOptional, IsPassedOver);

/// <summary>One of listed words.</summary>
/// <param name="Words">What a message may say, in the order of the form, and the words of the language that it stands for.</param>
public sealed record ChoiceField(string Name, string Title, bool IsOptional, bool IsPassedOver, ImmutableArray<Pair> Words) : FormField(Name, Title, IsOptional, IsPassedOver);

/// <summary>The number of an earlier message.</summary>
public sealed record MessageField(string Name, string Title, bool IsOptional, bool IsPassedOver) : FormField(Name, Title, IsOptional, IsPassedOver);

/// <summary>A statement that a form makes: its texts hold slots, such as <c>{boats}</c>, that a message fills.</summary>
/// <param name="Pattern">Its parts.</param>
/// <param name="IfGiven">The field without which it is not made, or null.</param>
/// <param name="IsForEachAddressee">Whether it is made once for each addressee.</param>
/// <param name="IsOfSending">Whether it is of the sending of the message itself: when it was is filled with when the message was sent or received.</param>
public sealed record FormStatement(Statement Pattern, string? IfGiven, bool IsForEachAddressee, bool IsOfSending);
