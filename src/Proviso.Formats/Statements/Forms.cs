using System.Collections.Immutable;
using System.Diagnostics;

namespace Proviso.Formats.Statements;

/// <summary>What a statement can be about, and which parts belong to it.</summary>
/// <param name="Key">The part that tells the form.</param>
/// <param name="Says">What it is, for messages: "a report of a state".</param>
/// <param name="Time">How it says when.</param>
internal sealed record Form(string Key, string Says, TimeForm Time, ImmutableArray<string> Needed, ImmutableArray<string> Possible)
{
    private static readonly string[] anywhere = [PartNames.Sentence, PartNames.File, PartNames.Quoted];

    private static readonly string[] attribution =
        [PartNames.By, PartNames.Said, PartNames.Received, PartNames.Grade, PartNames.Quoting, PartNames.Source, PartNames.At, PartNames.Read];

    private static readonly string[] stay =
        [PartNames.On, PartNames.From, PartNames.To, PartNames.Onward, PartNames.Since, PartNames.StillOn, PartNames.LastingAtLeast];

    /// <summary>What a report can be about.</summary>
    public static ImmutableArray<Form> Reports { get; } =
    [
        new(PartNames.State, "a report of a state", TimeForm.Stay, [PartNames.Thing, PartNames.In], [PartNames.No, PartNames.Total, PartNames.As, PartNames.With, PartNames.Amount]),
        new(PartNames.Event, "a report of an event", TimeForm.Point, [PartNames.EventBy],
            [PartNames.EventTo, PartNames.NotReceived, PartNames.Thing, PartNames.As, PartNames.With, PartNames.Amount, PartNames.In, PartNames.For]),
        new(PartNames.Model, "a report of an attribute", TimeForm.None, [PartNames.Has], []),
        new(PartNames.EndOf, "a report of an end", TimeForm.Point, [], []),
        new(PartNames.AccessDeniedTo, "a report of access denied", TimeForm.Stay, [PartNames.In], []),
        new(PartNames.LogOf, "a report of a complete log", TimeForm.Stay, [], []),
        new(PartNames.Corrects, "a correction", TimeForm.StayOrNone, [],
            [PartNames.DidNotOccur, PartNames.Thing, PartNames.As, PartNames.With, PartNames.Amount, PartNames.In]),
    ];

    /// <summary>What a position can be on.</summary>
    public static ImmutableArray<Form> Positions { get; } =
    [
        new(PartNames.Clause, "a position on a clause", TimeForm.PointOrNone, [], [PartNames.In, PartNames.ProposedTo]),
        new(PartNames.Agreement, "a position on the agreement", TimeForm.PointOrNone, [], [PartNames.ProposedTo]),
        new(PartNames.Reading, "a position on a reading", TimeForm.PointOrNone, [PartNames.Dispute], [PartNames.ProposedTo]),
        new(PartNames.Report, "a position on a report", TimeForm.PointOrNone, [], [PartNames.Its]),
    ];

    private static readonly Form sources = new(PartNames.ReadOn, "the day on which sources were read", TimeForm.None, [], []);

    /// <summary>The form of a statement, or the faults that leave it without one.</summary>
    public static (Form? Form, ImmutableArray<Fault> Faults) Of(Statement statement)
    {
        var (form, fault) = statement.Sort switch
        {
            "report" => OneOf(statement, Reports, "what it reports"),
            "position" => OneOf(statement, Positions, "what it is on"),
            "sources" => OneOf(statement, [sources], "the day"),
            null => (null, Fault.Error(statement.Place, "this does not say what it is", "add `sentence`: `report`, `position` or `sources`")),
            var other => (null, Fault.Error(
                statement.Find(PartNames.Sentence)!.Place, $"there is no sentence `{PartChecks.Shown(other)}` here", "`sentence` is `report`, `position` or `sources`")),
        };
        if (form is null)
        {
            return (null, fault is null ? [] : [fault]);
        }

        var faults = form.Faults(statement);
        return faults.IsEmpty ? (form, []) : (null, faults);
    }

    private static (Form?, Fault?) OneOf(Statement statement, ImmutableArray<Form> forms, string what)
    {
        var found = forms.Where(form => statement.Has(form.Key)).ToList();
        return found switch
        {
            [var only] => (only, null),
            [] => (null, Fault.Error(statement.Place, $"this {statement.Sort} does not say {what}",
                $"add {Choice(forms.Select(form => form.Key))}")),
            [var first, var second, ..] => (null, Fault.Error(
                statement.Find(second.Key)!.Place, $"`{first.Key}` and `{second.Key}` do not stand in one {statement.Sort}", "make two of it")),
        };
    }

    private ImmutableArray<Fault> Faults(Statement statement)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        string[] leading = statement.Sort switch
        {
            "report" => [PartNames.Name],
            "position" => [PartNames.Holder, PartNames.Verb],
            _ => [],
        };
        foreach (var missing in Needed.Concat(leading).Where(part => !statement.Has(part)))
        {
            faults.Add(Fault.Error(statement.Place, $"{Says} needs `{missing}`, which is missing"));
        }

        var known = new HashSet<string>([Key, .. anywhere, .. leading, .. Needed, .. Possible, .. statement.Sort == "sources" ? [] : attribution, .. TimeParts]);
        foreach (var part in statement.Parts.Where(part => !known.Contains(part.Name)))
        {
            faults.Add(Fault.Error(part.Place, $"`{part.Name}` has no place in {Says}"));
        }

        AddDependent(statement, PartNames.As, PartNames.Thing, faults);
        AddDependent(statement, PartNames.With, PartNames.Thing, faults);
        AddDependent(statement, PartNames.Total, PartNames.Amount, faults);
        AddDependent(statement, PartNames.At, PartNames.Source, faults);
        AddDependent(statement, PartNames.Its, PartNames.Report, faults);
        AddTime(statement, faults);
        return faults.DrainToImmutable();
    }

    private string[] TimeParts => Time switch
    {
        TimeForm.None => [],
        TimeForm.Point or TimeForm.PointOrNone => [PartNames.On],
        TimeForm.Stay or TimeForm.StayOrNone => stay,
        _ => throw new UnreachableException($"time {Time}"),
    };

    private static void AddDependent(Statement statement, string part, string on, ImmutableArray<Fault>.Builder faults)
    {
        if (statement.Find(part) is { } found && !statement.Has(on))
        {
            faults.Add(Fault.Error(found.Place, $"`{part}` stands without `{on}`"));
        }
    }

    private void AddTime(Statement statement, ImmutableArray<Fault>.Builder faults)
    {
        if (faults.Count > 0 || Time == TimeForm.None)
        {
            return;
        }

        string[] given = [.. TimeParts.Where(part => part != PartNames.LastingAtLeast && statement.Has(part))];
        var isSound = given is [PartNames.On] or [PartNames.From, PartNames.To] or [PartNames.From, PartNames.Onward] or [PartNames.Since, PartNames.StillOn]
            || (given.Length == 0 && Time is TimeForm.PointOrNone or TimeForm.StayOrNone && !statement.Has(PartNames.LastingAtLeast));
        if (!isSound)
        {
            faults.Add(Fault.Error(
                given.Length == 0 ? statement.Place : statement.Find(given[^1])!.Place,
                given.Length == 0 ? $"{Says} does not say when" : $"{string.Join(", ", given.Select(part => $"`{part}`"))} alone or together are no time",
                Time is TimeForm.Point or TimeForm.PointOrNone ? "add `on`" : "give `on`; `from` and `to`; `from` and `onward`; or `since` and `stillOn`"));
        }
    }

    /// <summary>`a`, `b` or `c`.</summary>
    public static string Choice(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`")) is var list && list.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var last
        ? $"{list[..last]} or {list[(last + 2)..]}"
        : list;
}

/// <summary>How a form says when.</summary>
internal enum TimeForm
{
    /// <summary>It has no time of its own.</summary>
    None,

    /// <summary><c>on</c></summary>
    Point,

    /// <summary><c>on</c>, or not said.</summary>
    PointOrNone,

    /// <summary>A stretch of time.</summary>
    Stay,

    /// <summary>A stretch of time, or not said.</summary>
    StayOrNone,
}
