using System.Collections.Immutable;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>What a message that corrects another adds: a correction of each report that says something else now, the end of those that it no longer makes,
/// and those that are new. What stays as it was is not said again; so the sending of the first message stays when it was.</summary>
internal sealed class MessageCorrection
{
    private static readonly ImmutableArray<string> subject = [PartNames.Thing, PartNames.As, PartNames.With];
    /// <summary>The parts that say when.</summary>
    public static ImmutableArray<string> Time { get; } = [PartNames.On, PartNames.From, PartNames.To, PartNames.Onward, PartNames.Since, PartNames.StillOn, PartNames.LastingAtLeast];
    private static readonly ImmutableArray<string> attribution =
        [PartNames.By, PartNames.Said, PartNames.Received, PartNames.Grade, PartNames.Quoting, PartNames.Source, PartNames.At, PartNames.Read];

    private static readonly ImmutableArray<string> passedOver = [PartNames.Sentence, PartNames.File, PartNames.Name, PartNames.Quoted, .. attribution];

    private readonly Message message;
    private readonly ImmutableArray<KnownMessage> line;
    private readonly Dictionary<string, Statement> reports = new(StringComparer.Ordinal);

    /// <param name="message">The one that corrects.</param>
    /// <param name="line">The one that is corrected, and those that it corrects in turn.</param>
    public MessageCorrection(Message message, IEnumerable<KnownMessage> line)
    {
        this.message = message;
        this.line = [.. line];
        foreach (var statement in this.line.SelectMany(one => one.Statements).Where(one => one.Has(PartNames.Name)))
        {
            reports.TryAdd(statement.TextOf(PartNames.Name)!, statement);
        }
    }

    /// <summary>The statements, or a fault when the language has no such correction.</summary>
    /// <param name="made">What the message says now.</param>
    public (ImmutableArray<Statement> Statements, Fault? Fault) Of(ImmutableArray<Made> made)
    {
        if (Positions(made) is { } fault)
        {
            return ([], fault);
        }

        var statements = ImmutableArray.CreateBuilder<Statement>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (said, isOfSending) in made.Where(one => one.Statement.Has(PartNames.Name)))
        {
            var now = said;
            if (Earlier(now) is not { } earlier)
            {
                statements.Add(now);
                continue;
            }

            if (isOfSending)
            {
                now = now with { Parts = [.. now.Parts.Where(part => !Time.Contains(part.Name)), .. Standing(earlier).Parts.Where(part => Time.Contains(part.Name))] };
            }

            if (Corrected(earlier, now) is { } correction)
            {
                kept.Add(earlier);
                statements.AddRange(correction);
            }
            else
            {
                statements.Add(now); // What it was is taken back below.
            }
        }

        foreach (var gone in reports.Keys.Where(name => IsLive(name) && !kept.Contains(name)).Order(StringComparer.Ordinal).ToList())
        {
            statements.AddRange(TakenBack(gone));
        }

        return statements.Count == 0
            ? ([], Fault.Error(message.Given.PlaceOf("corrects"), $"this says the same as message `{line[0].Number}`, which it corrects", "leave it out, or send what is different"))
            : (statements.DrainToImmutable(), null);
    }

    /// <summary>A position is an act of its own: it is not corrected, so it must be the same in both.</summary>
    private Fault? Positions(ImmutableArray<Made> made)
    {
        var before = line.SelectMany(one => one.Statements).Where(IsPosition).ToList();
        var now = made.Where(one => IsPosition(one.Statement)).ToList();
        var isSame = now.All(one => before.Exists(other => IsSame(other, one))) && before.All(other => now.Exists(one => IsSame(other, one)));
        return isSame ? null : Fault.Error(
            message.Given.PlaceOf("corrects"), $"message `{line[0].Number}` took a position, or this one does, which no message corrects", "send a message of its own that takes the other position");
    }

    private static bool IsSame(Statement position, Made made) =>
        Difference(position, made.Statement) is var different && (made.IsOfSending ? different.Remove(PartNames.On) : different).IsEmpty;

    private static bool IsPosition(Statement statement) => statement.Sort == "position";

    /// <summary>The name of the report that says so far what this one says now, or null.</summary>
    private string? Earlier(Statement now)
    {
        var name = now.TextOf(PartNames.Name)!;
        return line.Select(one => name.Replace(message.Key, one.Key, StringComparison.Ordinal)).FirstOrDefault(earlier => reports.ContainsKey(earlier) && IsLive(earlier));
    }

    /// <summary>Whether a report stands: it is nothing that takes another back, and nothing in the line corrects it.</summary>
    private bool IsLive(string name) => !reports[name].Has(PartNames.DidNotOccur) && reports.Values.All(other => other.TextOf(PartNames.Corrects) != name);

    /// <summary>What a report says with what it corrects.</summary>
    private Statement Standing(string name)
    {
        var report = reports[name];
        if (report.TextOf(PartNames.Corrects) is not { } root || !reports.ContainsKey(root))
        {
            return report;
        }

        var before = Standing(root);
        var changed = Groups().Where(group => group.Any(report.Has)).SelectMany(group => group).ToHashSet();
        return before with { Parts = [.. before.Parts.Where(part => !changed.Contains(part.Name)), .. report.Parts.Where(part => changed.Contains(part.Name))] };
    }

    private static ImmutableArray<ImmutableArray<string>> Groups() => [subject, [PartNames.Amount], [PartNames.In], Time];

    /// <summary>The correction, none when nothing is different, or null when the language has none for what is.</summary>
    private ImmutableArray<Statement>? Corrected(string earlier, Statement now)
    {
        var before = Standing(earlier);
        var different = Difference(before, now);
        if (different.IsEmpty)
        {
            return [];
        }

        var changed = Groups().Where(group => group.Any(different.Contains)).ToList();
        var isCorrectable = different.All(part => changed.Any(group => group.Contains(part)))
            && changed.All(group => group.Any(now.Has) && (group.Any(before.Has) || group.Contains(PartNames.Amount)))
            && !before.Has(PartNames.Model);
        if (!isCorrectable)
        {
            return null;
        }

        return [With(now, now.TextOf(PartNames.Name)!, earlier, [.. changed.SelectMany(group => group).Select(now.Find).OfType<StatementPart>()])];
    }

    /// <summary>That a report, and all that it corrects, did not occur.</summary>
    private IEnumerable<Statement> TakenBack(string name)
    {
        var place = message.Given.PlaceOf("corrects");
        for (var next = name; next is not null && reports.TryGetValue(next, out var report); next = report.TextOf(PartNames.Corrects))
        {
            var attributed = new Statement([.. Filling.Attribution(message, place)], message.Given.Place);
            yield return With(attributed, $"{message.Key}-takes-back-{next}", next, [new(PartNames.DidNotOccur, new FlagValue(), place)]);
        }
    }

    private Statement With(Statement attributed, string name, string corrects, ImmutableArray<StatementPart> parts)
    {
        var place = message.Given.PlaceOf("corrects");
        return new(
            [
                new(PartNames.Sentence, new TextValue("report"), message.Given.Place),
                new(PartNames.Name, new TextValue(name), message.Given.PlaceOf("number")),
                new(PartNames.Corrects, new TextValue(corrects), place),
                .. parts,
                .. attributed.Parts.Where(part => attribution.Contains(part.Name)),
            ],
            message.Given.Place);
    }

    /// <summary>The names of the parts in which two statements say something else, apart from who says so and where.</summary>
    private static ImmutableHashSet<string> Difference(Statement before, Statement now) =>
        [.. before.Parts.Concat(now.Parts).Select(part => part.Name).Where(name => !passedOver.Contains(name) && !(before.Find(name) is { } one && now.Find(name) is { } other && Draft.Same(one.Value, other.Value)))];
}
