using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>A reader of one view with the page in hand: answers every question by looking, day by day.</summary>
internal sealed class Reader
{
    private readonly ImmutableArray<Course> courses;

    public Reader(Case @case, Knowledge knowledge, View view)
    {
        Page = new(@case, knowledge, view);
        Things = new(Page);
        Whereabouts = new(Page);
        Lots = new(Page, Things, Whereabouts);
        Tally = new(Page, Whereabouts, Lots);
        Circumstances = new(Page, Things, Whereabouts, Lots, BrokenBefore);
        courses = [.. Page.Agreement.Clauses.SelectMany(c => Meant.Of(c, Page.Agreement))
            .Select(meant => new Course(Page, Lots, Tally, Circumstances, meant, id => Despite(id)))];
    }

    public Page Page { get; }

    public Things Things { get; }

    public Whereabouts Whereabouts { get; }

    public Lots Lots { get; }

    public Tally Tally { get; }

    public Circumstances Circumstances { get; }

    /// <summary>The instance a row is of, and the row's index in it; null when the agreement has no such row.</summary>
    public (Course Course, int Index)? Find(Row row)
    {
        foreach (var course in courses)
        {
            for (var i = 0; i < course.Rows.Length; i++)
            {
                if (AreSame(course.Rows[i], row))
                {
                    return (course, i);
                }
            }
        }

        return null;
    }

    /// <summary>What the conduct of a row is on a day; null for duties to act, which are not read here.</summary>
    public static Conduct? ConductOf(Course course, int index, int day)
    {
        if (course.Meant.Clause.Duty is not Restraint)
        {
            return course.Meant.Clause.Duty is ShallDo ? null : Conduct.NotTriggered;
        }

        var at = course.At(day);
        var row = at.Rows[index];
        return row.Broken.Lo ? Conduct.Broken
            : row.Broken.Hi ? Conduct.CannotTell
            : !at.Of(Standing.InForce).Hi || !at.While.Hi ? Conduct.NotTriggered
            : at.While.Lo && !row.Contrary.Hi ? Conduct.Kept
            : at.While.Lo && row.Contrary.Lo ? Conduct.Excused
            : Conduct.CannotTell;
    }

    /// <summary>The verdict on a standing, and the standings not ruled out.</summary>
    public static (Standing Standing, StandingSet Possible) StandingOf(Course course, int day)
    {
        var at = course.At(day);
        var all = Enum.GetValues<Standing>();
        return (all.LastOrDefault(s => at.Of(s).Lo), all.Where(s => at.Of(s).Hi).Aggregate(default(StandingSet), (set, s) => set.With(s)));
    }

    private static bool AreSame(Row a, Row b) => a.Clause.Id == b.Clause.Id && a.Party.Name == b.Party.Name
        && a.Addressee?.Name == b.Addressee?.Name && a.Instance?.Name == b.Instance?.Name && a.Place?.Name == b.Place?.Name;

    private IEnumerable<Course> Despite(string clauseId) => courses.Where(c => c.Meant.Clause.Despite.Contains(clauseId));

    private Truth BrokenBefore(ClauseBroken question, Meant meant, int day)
    {
        var place = question.In is { } reference ? meant.PlaceOf(reference) : null;
        return Truth.Any(courses
            .Where(c => c.Meant.Clause.Id == question.ClauseId && (question.By is null || question.By.Name == c.Meant.Party.Name)
                && (place is null || place.Name == c.Meant.Place?.Name))
            .SelectMany(c => c.At(day - 1).Rows.Select(r => r.Broken)));
    }
}
