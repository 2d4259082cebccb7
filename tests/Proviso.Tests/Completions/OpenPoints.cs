using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Reference;

namespace Proviso.Completions;

/// <summary>What a view leaves open in a case, point by point, each with the ways it can turn out; and the cases that come of it.</summary>
/// <remarks>A completion is a case of its own, without disputes of fact: its reports are those the view accepts and those of the
/// contested that turned out true, its dates are exact, its one view takes every report and one reading of every dispute.</remarks>
sealed class OpenPoints
{
    private readonly Case text;
    private readonly Agreement agreement;
    private readonly View view;
    private readonly Placements placements;
    private readonly List<ImmutableArray<Turn>> points = [];
    private readonly ImmutableSortedDictionary<string, string> decided = ImmutableSortedDictionary<string, string>.Empty;

    public OpenPoints(Case text, View view)
    {
        (this.text, this.view) = (text, view);
        agreement = text.Agreement;
        placements = new(agreement, text.KnownThrough);
        var statements = new Statements(text, Knowledge.All);
        var acceptance = new Acceptance(agreement, statements, view, ImmutableDictionary<string, string>.Empty);
        foreach (var statement in statements.All.Where(each => acceptance.Of(each).Hi))
        {
            points.Add(Reports(statement, acceptance, statements));
        }

        foreach (var position in statements.Positions.Where(each => each.Verb is not (PositionVerb.Doubts or PositionVerb.Denies)))
        {
            points.Add([.. placements.Of(position.When).Select(when => new Turn(null, position with { When = when }, null))]);
        }

        foreach (var dispute in agreement.Disputes)
        {
            points.Add([.. acceptance.ReadingsOf(dispute).Select(reading => new Turn(null, null, (dispute.Name, reading.Name)))]);
        }

        if (!agreement.Calendars.IsEmpty)
        {
            points.Add([nothing with { WorksElsewhere = true }, nothing with { WorksElsewhere = false }]);
        }

        Count = points.Aggregate(1L, (all, ways) => Math.Min(all * ways.Length, int.MaxValue));
        Open = points.Count(ways => ways.Length > 1);
    }

    /// <summary>How many completions there are; <see cref="int.MaxValue"/> for that many and more.</summary>
    public long Count { get; }

    /// <summary>How many points can turn out in more than one way.</summary>
    public int Open { get; }

    /// <summary>Every completion in which no report contradicts another.</summary>
    public IEnumerable<Case> Completions()
    {
        var turns = new Turn[points.Count];
        for (long number = 0; number < Count; number++)
        {
            var left = number;
            for (var point = 0; point < turns.Length; point++)
            {
                turns[point] = points[point][(int)(left % points[point].Length)];
                left /= points[point].Length;
            }

            var completion = With(turns);
            if (!Contradicts(completion))
            {
                yield return completion;
            }
        }
    }

    /// <summary>One way for a point to turn out: what is then on file of it, or nothing.</summary>
    private sealed record Turn(Report? Report, Position? Position, (string Dispute, string Reading)? Read)
    {
        /// <summary>Whether days of which a calendar says nothing are all worked or none; null where there is no calendar.</summary>
        public bool? WorksElsewhere { get; init; }
    }

    private static readonly Turn nothing = new(null, null, null);

    private ImmutableArray<Turn> Reports(Statement statement, Acceptance acceptance, Statements statements)
    {
        var span = text.Reports.First(report => report.Name == statement.Name).Span;
        var turns =
            from content in Contents(statement, acceptance, statements)
            from attribution in placements.Of(statement.Attribution)
            select new Turn(new(statement.Name, content, attribution, span), null, null);
        return acceptance.Of(statement).Lo ? [.. turns] : [nothing, .. turns];
    }

    private IEnumerable<ReportContent> Contents(Statement statement, Acceptance acceptance, Statements statements)
    {
        var undated = acceptance.DateInQuestion(statement);
        ImmutableArray<Place?> elsewhere = acceptance.PlaceInQuestion(statement) ? [.. agreement.Places] : [];
        return statement.Content switch
        {
            StateReport stay =>
                from subject in Subjects(stay.Subject, statement, acceptance)
                from place in elsewhere.IsEmpty ? [stay.In] : elsewhere
                from amount in Amounts(stay, statement, acceptance)
                from when in undated ? placements.AnyDay() : HasEnds(stay, statement, statements) ? placements.Begun(stay.When) : placements.Of(stay.When)
                select stay with { Subject = subject!, In = place!, Amount = amount, When = when },
            EventReport happened =>
                from subject in Subjects(happened.Of, statement, acceptance)
                from place in happened.In is null || elsewhere.IsEmpty ? [happened.In] : elsewhere
                from when in undated ? placements.AnyMoment() : placements.Of(happened.When)
                select happened with { Of = subject, In = place, When = when },
            EndReport end => from when in undated ? placements.AnyMoment() : placements.Of(end.When) select end with { When = when },
            AccessDenied denied => from when in undated ? placements.AnyDay() : placements.Of(denied.When) select denied with { When = when },
            LogComplete log => from when in undated ? placements.AnyDay() : placements.Of(log.When) select log with { When = when },
            _ => [statement.Content],
        };
    }

    private static bool HasEnds(StateReport stay, Statement statement, Statements statements) => stay.When.End.Latest == long.MaxValue
        && statements.All.Any(each => each.Content is EndReport end && end.Of == statement.Name);

    /// <summary>Exact numbers that the amount can stand for, where a ceiling counts them.</summary>
    private IEnumerable<Amount> Amounts(StateReport stay, Statement statement, Acceptance acceptance)
    {
        if (stay.Absent || !agreement.Clauses.Any(clause => clause.Duty is ShallHaveAtMost ceiling && ceiling.State.Name == stay.State.Name))
        {
            return [stay.Amount];
        }

        long[] numbers = acceptance.NumberInQuestion(statement) ? [1, stay.Amount.Low, stay.Amount.Low + 2] : [stay.Amount.Low, stay.Amount.High ?? stay.Amount.Low + 2];
        return numbers.Distinct().Select(number => new Amount(number, number));
    }

    /// <summary>The subject as told; with its class in question every kind and model, with a party in question every party.</summary>
    private IEnumerable<Subject?> Subjects(Subject? subject, Statement statement, Acceptance acceptance)
    {
        if (subject is null)
        {
            return [null];
        }

        ImmutableArray<NounSymbol> classes = acceptance.ClassInQuestion(statement)
            ? [.. agreement.Nouns.Where(noun => noun is Kind or Model)]
            : [subject.Symbol];
        IEnumerable<ImmutableArray<AttributeValue>> attributes = [[]];
        foreach (var stated in subject.With)
        {
            ImmutableArray<AttributeValue> ways = stated.Value is PartyValue && acceptance.AttributeInQuestion(statement, stated.Attribute)
                ? [.. agreement.Parties.Select(party => stated with { Value = new PartyValue(party) })]
                : [stated];
            attributes = attributes.SelectMany(soFar => ways.Select(way => soFar.Add(way)));
        }

        return from symbol in classes from with in attributes select subject with { Symbol = symbol, With = with };
    }

    private Case With(IReadOnlyList<Turn> turns)
    {
        var choices = turns.Where(turn => turn.Read is not null).ToImmutableSortedDictionary(turn => turn.Read!.Value.Dispute, turn => turn.Read!.Value.Reading);
        var whole = view with { Kind = ViewKind.Named, Holder = null, Trusts = null, Choices = choices };
        return text with
        {
            Agreement = agreement with
            {
                Views = [whole],
                Calendars = turns.Select(turn => turn.WorksElsewhere).OfType<bool>().ToList() is [var works] ? Filled(works) : [],
            },
            Reports = [.. turns.Select(turn => turn.Report).OfType<Report>()],
            Positions = [.. turns.Select(turn => turn.Position).OfType<Position>()],
        };
    }

    /// <summary>The calendars with stretches for every day, far around, of which they say nothing.</summary>
    private ImmutableArray<WorkCalendar> Filled(bool works)
    {
        const int Around = 1000;
        var filled = agreement.Calendars.ToBuilder();
        foreach (var own in agreement.Calendars.GroupBy(calendar => calendar.Party.Name))
        {
            var stretches = own.OrderBy(calendar => calendar.Days.From).ToList();
            var ends = stretches.Select(calendar => calendar.Days.Before).Prepend(agreement.InForce.From - Around);
            var starts = stretches.Select(calendar => calendar.Days.From).Append(text.KnownThrough + Around);
            filled.AddRange(ends.Zip(starts).Where(gap => gap.First < gap.Second).Select(gap => stretches[0] with
            {
                Days = new(gap.First, gap.Second),
                Weekdays = works ? [.. Enum.GetValues<NodaTime.IsoDayOfWeek>().Where(day => day != NodaTime.IsoDayOfWeek.None)] : [],
                Without = [],
                With = [],
            }));
        }

        return filled.ToImmutable();
    }

    /// <summary>True when something is there on a day on which, as another report has it, nothing of the sort was: not a way things can be.</summary>
    private static bool Contradicts(Case completion)
    {
        var agreement = completion.Agreement;
        var statements = new Statements(completion, Knowledge.All);
        var acceptance = new Acceptance(agreement, statements, agreement.Views[0], ImmutableDictionary<string, string>.Empty);
        var places = new Places(agreement, acceptance);
        var facts = new Facts(agreement, statements, acceptance, new(agreement, statements, acceptance), places);
        var nouns = new Nouns(agreement, statements, acceptance);
        var counting = new Counting(agreement, statements, acceptance, facts, nouns, places, new(agreement, acceptance, facts, nouns, places));
        return Lines.Of(agreement).Any(line => line.Instance.Clause.Duty is ShallHaveAtMost ceiling
                && Enumerable.Range(agreement.InForce.From - 3, Math.Max(0, statements.Horizon - agreement.InForce.From + 4)).Any(day =>
                    counting.Contradicts(ceiling, new(ceiling.Noun, line.Row.Place!, line.Instance.Party), day)))
            || facts.All.Any(fact => fact.Gap is null && Facts.Enumerate(facts.SureDays(fact)).Any(day => facts.IsContradicted(fact, day)));
    }
}
