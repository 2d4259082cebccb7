using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation;

/// <summary>That somebody joined a group, or a place began to lie in another, after the agreement came into force, and a verdict turns on it.</summary>
/// <param name="MemberTitle">Who joined, or what is a part, as sentences say it.</param>
/// <param name="Whole">The name of the group, region or theatre.</param>
/// <param name="Since">The first day of membership.</param>
/// <param name="Grade">How good the source of the date is, if that is stated.</param>
/// <param name="Without">What the verdict would be without it.</param>
public sealed record Accession(string Member, string MemberTitle, string Whole, int Since, Grade? Grade, Verdict Without)
{
    /// <summary>The memberships on which a verdict turns, each by itself, in the order of the text: those that began after the first day of the agreement and by
    /// the day asked about, and without which the verdict of the row, in that view and on that day, would be another. The case is judged again without each.
    /// Requires a row and view of the verdicts.</summary>
    public static ImmutableArray<Accession> Of(Verdicts verdicts, Row row, View view, int day)
    {
        var agreement = verdicts.Case.Agreement;
        var now = verdicts.At(row, view, day);
        var groups = agreement.Parties
            .SelectMany(group => group.Members.Select(joined => (Group: group, Joined: joined)))
            .Where(each => IsLate(each.Joined.Days))
            .Select(each => new Accession(
                each.Joined.Member.Name, each.Joined.Member.Title, each.Group.Name, each.Joined.Days.From, each.Joined.Grade,
                Judged($"{each.Group.Name} {each.Joined.Member.Name} {each.Joined.Days.From}", agreement with { Disregarded = each.Joined })));
        var places = agreement.Containments
            .Where(each => IsLate(each.Days))
            .Select(each => new Accession(
                each.Inner.Name, each.Inner.Title, each.Outer.Name, each.Days.From, each.Grade,
                Judged($"{each.Outer.Name} {each.Inner.Name} {each.Days.From}", agreement with { Containments = agreement.Containments.Replace(each, each with { Days = default }) })));
        return [.. groups.Concat(places).Where(each => each.Without != now)];

        bool IsLate(DayRange days) => agreement.InForce.From < days.From && days.From <= day;

        Verdict Judged(string what, Agreement without)
        {
            // The rows stay the same: a part of no days is still one that is asked about. All views are judged at once, which hardly costs more, and kept for the next who asks.
            var others = verdicts.Without.GetOrAdd(
                what,
                static (_, of) => new Lazy<Verdicts>(() => Evaluator.Run(KnownCase.Of(of.verdicts.Case with { Agreement = of.without }, of.verdicts.Knowledge), of.verdicts.Trial, of.verdicts.Views)),
                (verdicts, without)).Value;
            return others.At(others.Rows[verdicts.IndexOf(row)], view, day);
        }
    }
}
