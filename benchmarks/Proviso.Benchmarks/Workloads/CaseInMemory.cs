using System.Collections.Immutable;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Benchmarks.Workloads;

/// <summary>Builds the case of a workload without its text: only the agreement is compiled, and the reports are made of the rows.</summary>
internal sealed class CaseInMemory
{
    private const long MinutesOfDay = 1440;
    private const long Noon = 720;
    private static readonly SourceSpan nowhere = new("", 0, 0);
    private static readonly Citation source = new("Invented", null);

    private readonly Dictionary<(int Speaker, int Day), Attribution> attributions = [];
    private readonly Case read;
    private readonly int firstDay;
    private readonly Party[] speakers;
    private readonly NounSymbol[] things;
    private readonly Place[] regions;
    private readonly ImmutableArray<AttributeValue>[] operators;
    private readonly Event[] events;
    private readonly State deployed;
    private Subject? subject;

    private CaseInMemory(Workload workload)
    {
        var compiled = Compilation.Of(SourceText.From("agreement.proviso", AgreementText.Of(workload)));
        read = compiled is { HasErrors: false, Case: { } found } ? found
            : throw new InvalidOperationException(string.Join("; ", compiled.Diagnostics.Where(each => each.IsError).Take(3)));
        var agreement = read.Agreement;
        firstDay = agreement.InForce.From;
        speakers = [.. Workload.Speakers.Take(2 + workload.Observers).Select(name => agreement.Parties.Single(party => party.Name == name))];
        things = [.. Workload.Things.Select(name => agreement.Nouns.Single(noun => noun.Name == name))];
        regions = [.. Enumerable.Range(1, Workload.Regions).Select(i => agreement.Places.Single(place => place.Name == $"r{i}"))];
        operators = [.. speakers.Take(2).Select(party => ImmutableArray.Create(new AttributeValue("operator", new PartyValue(party))))];
        events = [.. Enum.GetValues<RowSort>().Select(sort => sort is >= RowSort.Exercise and <= RowSort.Admission
            ? agreement.Events.Single(happening => happening.Name == Statements.Event(sort))
            : agreement.Events[0])];
        deployed = agreement.States.Single(state => state.Name == "deployed");
    }

    /// <summary>The case with all clauses. Attributions are shared by all that one speaker says on a day, subjects by all reports of an item.</summary>
    public static Case Of(Workload workload) => new CaseInMemory(workload).Build(workload);

    /// <summary>The case with some of its clauses only.</summary>
    /// <param name="numbers">Their numbers.</param>
    public static Case Only(Case whole, params IReadOnlyCollection<string> numbers) => whole with
    {
        Agreement = whole.Agreement with { Clauses = [.. whole.Agreement.Clauses.Where(clause => numbers.Contains(clause.Id))] },
    };

    private Case Build(Workload workload)
    {
        var reports = ImmutableArray.CreateBuilder<Report>(workload.Size + 16);
        var positions = ImmutableArray.CreateBuilder<Position>();
        var known = read.KnownThrough;
        foreach (var row in workload.Rows())
        {
            known = Math.Max(known, firstDay + row.Said);
            var said = AttributionOf(row.Speaker, row.Said);
            if (row.Sort == RowSort.Denial)
            {
                positions.Add(new(
                    speakers[row.Party], PositionVerb.Denies, new OnReport(Statements.Name(row.Of), ReportPart.Occurrence, null), [], WindowOf(row.From, row.From), said, nowhere));
            }
            else
            {
                reports.Add(new(Statements.NameOf(row), Content(row), said, nowhere));
            }
        }

        return read with { Reports = ReportList.Of(reports.DrainToImmutable()), Positions = positions.DrainToImmutable(), KnownThrough = known };
    }

    private ReportContent Content(ReportRow row) => row.Sort switch
    {
        RowSort.Stay => new StateReport(false, SubjectOf(row), deployed, new Amount(1, null), regions[row.Region - 1], Stay(row)),
        RowSort.Correction => new Correction(Statements.Name(row.Of), false, null, null, null, Stay(row), null),
        RowSort.Log => new LogComplete(speakers[row.Party], Stay(row)),
        _ => new EventReport(
            false,
            events[(int)row.Sort],
            speakers[row.Party],
            row.Sort == RowSort.Exercise ? null : speakers[1 - row.Party],
            null,
            row.Region == 0 ? null : regions[row.Region - 1],
            Moment(row),
            row.Of < 0 ? [] : [Statements.Name(row.Of)]),
    };

    /// <summary>The stays of an item follow each other in the stream, so that the last subject is the only one worth keeping.</summary>
    private Subject SubjectOf(ReportRow row)
    {
        var item = Statements.Item(row.Item);
        return subject is { } last && last.Item == item ? last : subject = new(things[row.Thing], item, operators[row.Party]);
    }

    private Attribution AttributionOf(int speaker, int day)
    {
        if (!attributions.TryGetValue((speaker, day), out var found))
        {
            attributions[(speaker, day)] = found = new(speakers[speaker], new Days(firstDay + day, firstDay + day), [], Grade.Official, null, source);
        }

        return found;
    }

    /// <summary>A stay begins at some minute of its first day and ends at some minute of its last, or when that is over.</summary>
    private Occurrence Stay(ReportRow row)
    {
        var end = WindowOf(row.To, row.To);
        return new(WindowOf(row.From, row.FromLatest), new Window(end.Earliest + 1, end.Latest + 1), 1);
    }

    /// <summary>A day at a place is that day there. A day without a place is that day anywhere on earth: it begins 14 hours before it does in Greenwich, and ends 12 hours after.</summary>
    private Window Moment(ReportRow row)
    {
        var day = WindowOf(row.From, row.From);
        return row.Region > 0 ? day
            : row.IsAtNoon ? new(day.Earliest + Noon, day.Earliest + Noon)
            : new(day.Earliest - (14 * 60), day.Latest + (12 * 60));
    }

    private Window WindowOf(int first, int last) => new((firstDay + first) * MinutesOfDay, ((firstDay + last + 1) * MinutesOfDay) - 1);
}
