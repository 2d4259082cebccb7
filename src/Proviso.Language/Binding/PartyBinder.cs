using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Parties and groups.</summary>
sealed class PartyBinder(Lexicon lexicon, TimeBinder times)
{
    /// <summary>Binds parties, then groups, each after the groups it has for members; answers them in the order written.</summary>
    public ImmutableArray<Party> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        var groups = new Dictionary<string, (GroupSentence Sentence, Declared Declared)>(StringComparer.Ordinal);
        foreach (var (sentence, declared) in sentences)
        {
            if (sentence is GroupSentence group)
            {
                groups[declared.Name] = (group, declared);
            }
            else if (sentence is PartySentence party)
            {
                lexicon.Means(declared, new Party(declared.Name, Titles.Of(party.Title, declared.Name), []));
            }
        }

        var sorted = Dependencies.Of(groups.Keys, groups.Values.SelectMany(group => Mentions(group.Sentence, group.Declared)));
        foreach (var circle in sorted.Circles)
        {
            lexicon.Found.Add(BindingErrors.Circle("groups", "has the member", circle));
        }

        foreach (var name in sorted.Order)
        {
            lexicon.Means(groups[name].Declared, Group(groups[name].Sentence, groups[name].Declared));
        }

        // Those on or behind a circle are not bound; their other members are still looked up, so that unknown names are told.
        foreach (var name in groups.Keys.Except(sorted.Order, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Group(groups[name].Sentence, groups[name].Declared);
        }

        return [.. sentences.Select(each => lexicon.MeaningOf<Party>(Space.Parties, each.Declared.Name)).OfType<Party>()];
    }

    private Party Group(GroupSentence sentence, Declared declared)
    {
        var (grade, source) = (Grades.Of(sentence.Grade), Titles.Of(sentence.Source));
        var members = ImmutableArray.CreateBuilder<Membership>();
        foreach (var member in sentence.Members)
        {
            var party = lexicon.Party(member.Name);
            if (times.Dated(member.Dated) is { } days && party is not null)
            {
                members.Add(new(party, days, source, grade));
            }
        }

        return new(declared.Name, Titles.Of(sentence.Title, declared.Name), members.DrainToImmutable()) { IsGroup = true };
    }

    private static IEnumerable<Mention> Mentions(GroupSentence group, Declared declared) =>
        group.Members.Where(member => !member.Name.IsMissing)
            .Select(member => new Mention(declared.Name, member.Name.Value, member.Name.Span));
}
