using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>What sentences declare.</summary>
static class Declarations
{
    /// <summary>The sort, name and title of what a sentence declares; null for sentences that declare nothing. The name may be missing.</summary>
    public static (Sort Sort, Token Name, Token? Title)? Of(Sentence sentence) => sentence switch
    {
        PartySentence party => (Sort.Party, party.Name, party.Title),
        GroupSentence group => (Sort.Group, group.Name, group.Title),
        RegionSentence region => (Sort.Region, region.Name, region.Title),
        SiteSentence site => (Sort.Site, site.Name, site.Title),
        TheatreSentence theatre => (Sort.Theatre, theatre.Name, theatre.Title),
        KindSentence kind => (Sort.Kind, kind.Name, kind.Title),
        ModelSentence model => (Sort.Model, model.Name, model.Title),
        DefineSentence define => (Sort.Definition, define.Name, define.Title),
        CountSentence count => (Sort.Count, count.Name, count.Title),
        StateSentence state => (Sort.State, state.Name, state.Title),
        EventSentence happening => (Sort.Event, happening.Name, happening.Title),
        DisputeSentence dispute => (Sort.Dispute, dispute.Name, dispute.Title),
        ViewSentence view => (Sort.View, view.Name, view.Title),
        ClauseSentence clause => (Sort.Clause, clause.Number, clause.Title),
        ReportSentence report => (Sort.Report, report.Name, null),
        _ => null,
    };
}
