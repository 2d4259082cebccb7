using Proviso.Language.Binding;
using Proviso.Language.Editing;
using Proviso.Language.Prose;

namespace Proviso.Formats.Workbench;

/// <summary>What is named in a case, each in a sentence or two without its title. Of a case whose text has errors only what could be understood.</summary>
internal sealed class NameSentences
{
    private const int MostParts = 12;
    private readonly Dictionary<(NameSort, string Name, string? Of), string> says = [];

    public NameSentences(Case? read)
    {
        if (read is not null)
        {
            Tell(read, new Prose(read));
        }
    }

    /// <summary>The sentence about a symbol; null where there is nothing to say beyond its title.</summary>
    public string? Of(NamedSymbol symbol) => says.GetValueOrDefault((symbol.Sort, symbol.Name, symbol.Sort == NameSort.Reading ? symbol.Of : null));

    private void Tell(Case read, Prose prose)
    {
        var agreement = read.Agreement;
        foreach (var party in agreement.Parties)
        {
            Add(party.IsGroup ? NameSort.Group : NameSort.Party, party.Name, party.Members.IsEmpty ? null : $"its members: {List(party.Members.Select(each => each.Member.Title).Distinct())}");
        }

        foreach (var place in agreement.Places)
        {
            var parts = agreement.Containments.Where(each => each.Outer.Name == place.Name).Select(each => each.Inner.Title).Distinct().ToList();
            var within = agreement.Containments.Where(each => each.Inner.Name == place.Name).Select(each => each.Outer.Title).Distinct().ToList();
            Add(place switch { Theatre => NameSort.Theatre, Site => NameSort.Site, _ => NameSort.Region }, place.Name, parts.Count > 0 ? $"in it lie: {List(parts)}" : within.Count > 0 ? $"it lies in {List(within)}" : null);
        }

        foreach (var noun in agreement.Nouns)
        {
            switch (noun)
            {
                case Kind kind:
                    Add(NameSort.Kind, kind.Name, kind.Description);
                    break;
                case Model model:
                    Add(NameSort.Model, model.Name, $"a model of {model.Kind.Title}{(model.Attributes.IsEmpty ? "" : $": {List(model.Attributes.Select(value => $"{value.Attribute} {Prose.Value(value.Value, value.Attribute, model.Kind)}"))}")}");
                    break;
                case Define define:
                    Add(NameSort.Definition, define.Name, $"{string.Join(" or ", define.Bases.Select(Prose.Noun))}{(define.Where is { } where ? $" {Prose.AttributeCondition(where, KindOf(define))}" : "")}");
                    break;
            }
        }

        foreach (var state in agreement.States)
        {
            Add(NameSort.State, state.Name, state.Means is { } means ? $"a thing {state.Title} when it {Prose.StateExpression(means)}" : "reported; nothing else makes it so");
        }

        foreach (var dispute in agreement.Disputes)
        {
            Add(NameSort.Dispute, dispute.Name, prose.About(dispute));
            foreach (var reading in dispute.Readings)
            {
                Add(NameSort.Reading, reading.Name, prose.Meaning(dispute, reading), dispute.Name);
            }
        }

        foreach (var clause in agreement.Clauses)
        {
            Add(NameSort.Clause, clause.Id, Prose.Asked(clause));
        }

        foreach (var report in read.Reports.Take(NameEntry.MostReports))
        {
            Add(NameSort.Report, report.Name, prose.Sentence(report));
        }
    }

    private static Kind? KindOf(Define define) => define.Bases.Select(each => each.Symbol switch { Kind kind => kind, Model model => model.Kind, Define inner => KindOf(inner), _ => null }).FirstOrDefault(kind => kind is not null);

    private void Add(NameSort sort, string name, string? sentence, string? of = null)
    {
        if (!string.IsNullOrWhiteSpace(sentence))
        {
            says[(sort, name, of)] = sentence;
        }
    }

    private static string List(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return string.Join(", ", all.Take(MostParts)) + (all.Count > MostParts ? $" and {all.Count - MostParts} more" : "");
    }
}
