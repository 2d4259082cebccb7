using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§13: a number as far as it is told. Nothing is told of one in conflict.</summary>
readonly record struct Ranged(long? Least, long? Most, bool IsConflict)
{
    public override string ToString() => IsConflict ? "conflict" : $"{Least?.ToString() ?? "?"} to {Most?.ToString() ?? "?"}";
}

/// <summary>§13: what counts come to.</summary>
/// <param name="axis">Outside these days nothing changes.</param>
sealed class Numbers(
    Agreement agreement, Statements statements, Acceptance acceptance, Nouns nouns, Places places, Conditions conditions, Counting counting, DaySpan axis)
{
    /// <param name="party">Null: all parties together.</param>
    /// <param name="place">Null: wherever.</param>
    public Ranged Of(NamedCount count, Party? party, Place? place, int day)
    {
        IReadOnlyList<Party> parties = party is null ? agreement.Between : [party];
        switch (count)
        {
            case StateCount states:
                return counting.Of(states, parties, place!, day);
            case EventCount events:
                return new(Greatest(Shown(events, parties, place, day)), null, false);
            case CountSum sum:
                return sum.Parts.Select(part => Of(part, party, place, day))
                    .Aggregate((one, other) => new(one.Least + other.Least, one.Most + other.Most, one.IsConflict || other.IsConflict));
            case CountDifference difference:
                var (from, less) = (Of(difference.From, party, place, day), Of(difference.Less, party, place, day));
                return new(from.Least - less.Most, from.Most - less.Least, from.IsConflict || less.IsConflict);
            default:
                throw new UnreachableException(count.ToString());
        }
    }

    /// <summary>A report of an event and the number it shows, weight and all.</summary>
    private sealed record Happened(Statement Statement, EventReport Report, long Number);

    private List<Happened> Shown(EventCount count, IReadOnlyList<Party> parties, Place? place, int day) =>
    [
        .. from statement in statements.All
           let report = statement.Content as EventReport
           where report is { NotReceived: false, Of: not null } && report.Event.Name == count.Event.Name
           where acceptance.Of(statement).Lo && !acceptance.DateInQuestion(statement)
           let days = DaysOf(report)
           where days.Last <= day
           where parties.Any(party => days.All(each => Values.IsOrIsMember(report.By, party, each)))
           where place is null || (report.In is not null && days.All(each => places.Inside(statement, report.In, place, each).Lo))
           from term in count.Terms
           where days.All(each => nouns.Match(new(statement, report.Of!), term.Noun, each).Lo)
           select new Happened(statement, report, term.Weight * NumberOf(statement, report)),
    ];

    private long NumberOf(Statement statement, EventReport report) => report.Amount is null || acceptance.NumberInQuestion(statement) ? 1 : report.Amount.Value.Low;

    /// <summary>The days of the window, from the first on which anything changes.</summary>
    private Days DaysOf(EventReport report)
    {
        var days = conditions.DaysOf(report.When);
        return new(Math.Max(days.First, Math.Min(axis.First, days.Last)), days.Last);
    }

    private readonly record struct Days(int First, int Last)
    {
        public bool All(Func<int, bool> holds) => Facts.Enumerate(new(First, Last)).All(holds);
    }

    private long Greatest(List<Happened> shown)
    {
        var order = shown.OrderByDescending(each => each.Number).ThenBy(each => each.Statement.Name, StringComparer.Ordinal).ToList();
        return order.Select(first => Gather([first, .. order])).DefaultIfEmpty(0).Max();
    }

    private long Gather(List<Happened> order)
    {
        var taken = new List<Happened>();
        foreach (var next in order.Where(next => !taken.Contains(next) && taken.TrueForAll(one => AreApart(one, next))))
        {
            taken.Add(next);
        }

        return taken.Sum(each => each.Number);
    }

    private bool AreApart(Happened one, Happened other)
    {
        var (a, b) = (one.Report, other.Report);
        var (x, y) = (a.Of!, b.Of!);
        if (x.Item is not null && x.Item == y.Item)
        {
            return false;
        }

        var kinds = (KindOf(x.Symbol), KindOf(y.Symbol));
        var otherThings = kinds.Item1 != kinds.Item2
            || (x.Symbol is Model && y.Symbol is Model && x.Symbol.Name != y.Symbol.Name)
            || (x.Item is not null && y.Item is not null);
        var otherActors = a.By.Name != b.By.Name && a.By.Members.IsEmpty && b.By.Members.IsEmpty;
        var otherTimes = Math.Max(a.When.Earliest, b.When.Earliest) > Math.Min(a.When.Latest, b.When.Latest);
        return otherThings || otherActors || otherTimes || AreElsewhere(one, other);
    }

    private bool AreElsewhere(Happened one, Happened other)
    {
        if (one.Report.In is not { } here || other.Report.In is not { } there || acceptance.PlaceInQuestion(one.Statement) || acceptance.PlaceInQuestion(other.Statement))
        {
            return false;
        }

        var (a, b) = (DaysOf(one.Report), DaysOf(other.Report));
        return new Days(Math.Max(a.First, b.First), Math.Min(a.Last, b.Last)).All(day => places.Inside(here, there, day) == Truth.Refuted);
    }

    private static string KindOf(NounSymbol symbol) => symbol is Model model ? model.Kind.Name : symbol.Name;
}
