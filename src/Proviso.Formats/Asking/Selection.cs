using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Asking;

/// <summary>Names and days that somebody asks with, looked up in a case.</summary>
/// <remarks>Every name that is not found is a mistake with the closest known name and the list of all; they are collected, so that one
/// run tells all of them.</remarks>
/// <param name="written">How a part of a question is written before its value: "--on " on a command line, "on=" in an address; given its name as a command line has it, "on", "known-on".</param>
public sealed class Selection(Case @case, Func<string, string> written)
{
    private readonly List<string> mistakes = [];

    /// <summary>What could not be found, in the order asked for.</summary>
    public IReadOnlyList<string> Mistakes => mistakes;

    /// <summary>The views named, in the order of the agreement's; all of them when none is named.</summary>
    public ImmutableArray<View> Views(IReadOnlyList<string> names)
    {
        var all = @case.Agreement.Views;
        var wanted = names.Select(name => Find("view", name, all, view => view.Name)).ToList();
        return names.Count == 0 ? all : [.. all.Where(view => wanted.Contains(view))];
    }

    /// <summary>The clause of that number, or null when none was asked for.</summary>
    public Clause? Clause(string? id) => Find("clause", id, @case.Agreement.Clauses, clause => clause.Id);

    /// <summary>The count of that name.</summary>
    public NamedCount? NamedCount(string? name) => Find("count", name, @case.Agreement.Counts, count => count.Name);

    /// <summary>The party of that name.</summary>
    public Party? Party(string? name) => Find("party", name, @case.Agreement.Parties, party => party.Name);

    /// <summary>The region, site or theatre of that name.</summary>
    public Place? Place(string? name) => Find("place", name, @case.Agreement.Places, place => place.Name);

    /// <summary>The day of a date.</summary>
    /// <param name="part">"on", "known-on", "from" …</param>
    public int? Day(string part, string? date)
    {
        if (date is null)
        {
            return null;
        }

        var day = Words.Day(date);
        if (day is null)
        {
            mistakes.Add($"`{written(part)}{date}` is not a date; write year, month and day, as in `{written(part)}2020-10-26`");
        }

        return day;
    }

    /// <summary>The day asked about: the one given, or the last that the verdicts know. A number there is on every day before too.</summary>
    public int CountDay(int? given, Verdicts verdicts) => given <= verdicts.Horizon ? given.Value : Day(given, verdicts);

    /// <summary>The day asked about: the one given, or the last that the verdicts know.</summary>
    public int Day(int? given, Verdicts verdicts)
    {
        if (given > verdicts.Horizon)
        {
            mistakes.Add($"`{written("on")}{Words.Date(given.Value)}` lies after {Words.Date(verdicts.Horizon)}, the last day that "
                + (verdicts.Knowledge.Day is null ? "this file knows; ask for an earlier day, or add a report" : $"was known; ask for an earlier day, or give a later `{written("known-on").TrimEnd(' ', '=')}`"));
        }
        else if (given < verdicts.FirstDay)
        {
            mistakes.Add($"`{written("on")}{Words.Date(given.Value)}` lies before {Words.Date(verdicts.FirstDay)}, the first day that has verdicts");
        }

        return given ?? verdicts.Horizon;
    }

    private T? Find<T>(string kind, string? name, ImmutableArray<T> all, Func<T, string> nameOf)
        where T : class
    {
        if (name is null)
        {
            return null;
        }

        var found = all.FirstOrDefault(one => nameOf(one) == name);
        if (found is null)
        {
            var names = all.Select(nameOf).ToList();
            var near = Nearby.Of(name, names) is { } meant ? $"did you mean `{meant}`? " : "";
            mistakes.Add($"there is no {kind} `{name}`; {near}{(near.Length > 0 ? "There" : "there")} {(names.Count == 1 ? "is" : "are")} {Quoted.And(names)}");
        }

        return found;
    }
}
