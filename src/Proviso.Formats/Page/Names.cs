using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Page;

/// <summary>What the page calls those and that which the case names.</summary>
internal sealed class Names(Case @case, ImmutableArray<Row> rows)
{
    private static readonly ImmutableArray<string> months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly Dictionary<string, string> whom = rows.GroupBy(ChangeGroup.WhomOf).ToDictionary(same => same.Key, same => Whom(same.First()), StringComparer.Ordinal);

    private readonly Dictionary<string, string> places = @case.Agreement.Places.ToDictionary(place => place.Name, Prose.Place, StringComparer.Ordinal);

    /// <summary>"Europe", by the name in the text.</summary>
    public string Place(string name) => places[name];

    /// <summary>Those who owe a clause or are offered it.</summary>
    public string Whom(IEnumerable<string> names) => string.Join(", ", names.Select(name => whom.GetValueOrDefault(name, name)));

    /// <summary>What a view is, in words: its title, or whose it is.</summary>
    public static string Title(View view) => view.Kind switch
    {
        ViewKind.Party => "by its own positions on file",
        _ => view.Title,
    };

    /// <summary>What a view is called: the party whose it is, or its name.</summary>
    public static string View(View view) => view.Kind == ViewKind.Party ? Capital(Prose.Party(view.Holder!)) : view.Name;

    /// <summary>"19 Sep 2023".</summary>
    public static string Day(int day)
    {
        var date = Clock.DateOf(day);
        return $"{date.Day} {months[date.Month - 1]} {date.Year}";
    }

    /// <summary>The first letter as a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"2 maps".</summary>
    public static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    private static string Whom(Row row) => row.Addressee is null ? Prose.Party(row.Party)
        : row.Clause.Offer is not null ? Prose.Party(row.Addressee)
        : $"{Prose.Party(row.Party)} to {Prose.Party(row.Addressee)}";
}
