using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Regions, sites and theatres, and what lies in what.</summary>
sealed class PlaceBinder(Lexicon lexicon, TimeBinder times)
{
    private readonly ImmutableArray<Containment>.Builder containments = ImmutableArray.CreateBuilder<Containment>();
    private readonly List<Mention> mentions = [];
    private readonly DrawingBinder drawings = new(lexicon);

    /// <summary>Binds the places and answers them in the order written.</summary>
    public (ImmutableArray<Place> Places, ImmutableArray<Containment> Containments) Bind(
        ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var (sentence, declared) in sentences)
        {
            var place = Place(sentence, declared.Name);
            lexicon.Means(declared, place);
            places.Add(place);
        }

        foreach (var ((sentence, _), place) in sentences.Zip(places))
        {
            Contain(sentence, place);
        }

        foreach (var circle in drawings.Circles(places.OfType<Region>()))
        {
            lexicon.Found.Add(BindingErrors.Circle("outlines", "is drawn from", circle));
        }

        foreach (var circle in Dependencies.Of(places.Select(place => place.Name), mentions).Circles)
        {
            lexicon.Found.Add(BindingErrors.Circle("places", "lies in", circle));
        }

        return (places.DrainToImmutable(), containments.DrainToImmutable());
    }

    /// <summary>The parts of a place: regions and sites.</summary>
    public IEnumerable<(ExtentPart Part, Token Name)> Parts(PartsSyntax parts)
    {
        foreach (var part in parts.Parts)
        {
            var place = lexicon.Resolve<Place>(Space.Places, part.Name, "region or site", Sort.Region, Sort.Site);
            if (times.Dated(part.Dated) is { } days && place is not null)
            {
                yield return (new(place, days), part.Name);
            }
        }
    }

    private Place Place(Sentence sentence, string name) => sentence switch
    {
        RegionSentence region => new Region(name, Titles.Of(region.Title, name), Zone(region.Zone))
        {
            Drawing = drawings.Of(region),
            IsListed = region.Of is not null,
        },
        SiteSentence site => new Site(
            name, Titles.Of(site.Title, name), Zone(site.Zone), site.Host is null ? null : lexicon.Party(site.Host.Name))
        {
            At = drawings.Coordinates(site.At),
        },
        TheatreSentence theatre => new Theatre(name, Titles.Of(theatre.Title, name)),
        _ => throw new System.Diagnostics.UnreachableException(sentence.GetType().Name),
    };

    private void Contain(Sentence sentence, Place place)
    {
        switch (sentence)
        {
            case RegionSentence region:
                Contain(region.Of, place, Grades.Of(region.Grade), Titles.Of(region.Source));
                foreach (var name in lexicon.Once(region.In?.Names))
                {
                    LiesIn(place, name);
                }

                break;
            case SiteSentence site:
                if (site.In is not null)
                {
                    LiesIn(place, site.In.Name);
                }

                break;
            case TheatreSentence theatre:
                Contain(theatre.Joins, place);
                break;
        }
    }

    private void Contain(PartsSyntax? parts, Place outer, Grade? grade = null, Citation? source = null)
    {
        foreach (var (part, name) in parts is null ? [] : Parts(parts))
        {
            containments.Add(new(part.Place, outer, part.Days) { Grade = grade, Source = source });
            mentions.Add(new(part.Place.Name, outer.Name, name.Span));
        }
    }

    private void LiesIn(Place inner, Token name)
    {
        if (lexicon.Resolve<Place>(Space.Places, name, "region or theatre", Sort.Region, Sort.Theatre) is { } outer)
        {
            containments.Add(new(inner, outer, DayRange.Always));
            mentions.Add(new(inner.Name, outer.Name, name.Span));
        }
    }

    private string? Zone(ZoneSyntax? zone) => zone is null ? null : Zones.Checked(zone.Zone, lexicon.Found);
}
