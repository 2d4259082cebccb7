namespace Proviso.Language.Binding;

/// <summary>Checks that every name in a case leads to something in it, also when the text has errors.</summary>
internal static class Closed
{
    public static void Check(Case bound)
    {
        var agreement = bound.Agreement;
        var clauses = agreement.Clauses.Select(clause => clause.Id).ToHashSet();
        var disputes = agreement.Disputes.ToDictionary(dispute => dispute.Name);
        var reports = bound.Reports.ToDictionary(report => report.Name);
        var views = agreement.Views.Select(view => view.Name).ToHashSet();
        foreach (var clause in agreement.Clauses)
        {
            Assert.Subset(clauses, clause.Despite.ToHashSet());
            Assert.All(clause.Slots, slot => Assert.Subset(clauses, ClauseBinder.BrokenIn(slot.Condition).ToHashSet()));
        }

        Assert.All(agreement.Disputes, dispute => Assert.True(Leads(dispute.Target, agreement, clauses), dispute.Name));
        Assert.All(agreement.Disputes, dispute => Assert.True(dispute.Readings.Length >= 2));
        Assert.All(agreement.Views.SelectMany(view => view.Choices), choice =>
            Assert.Contains(disputes[choice.Key].Readings, reading => reading.Name == choice.Value));
        Assert.Subset(views, agreement.Assumptions.SelectMany(assumption => assumption.Views).ToHashSet());
        Assert.All(agreement.Expectations, expected => Assert.True(views.Contains(expected.View) && clauses.Contains(expected.ClauseId)));
        Assert.All(agreement.ExpectedCounts, expected => Assert.True(views.Contains(expected.View) && agreement.Counts.Contains(expected.Count)));
        foreach (var report in bound.Reports)
        {
            Assert.True(report.Content switch
            {
                EndReport end => reports.ContainsKey(end.Of),
                Correction correction => reports.ContainsKey(correction.Of),
                EventReport happening => happening.For.All(name => reports[name].Content is EventReport),
                _ => true,
            });
        }

        Assert.All(bound.Positions, position => Assert.True(position.Target switch
        {
            OnClause on => clauses.Contains(on.ClauseId),
            OnReport on => reports.ContainsKey(on.Report),
            OnReading on => disputes[on.Dispute].Readings.Any(reading => reading.Name == on.Reading),
            _ => true,
        }));
    }

    private static bool Leads(DisputeTarget target, Agreement agreement, HashSet<string> clauses) => target switch
    {
        OnDefine on => agreement.Nouns.Any(noun => noun is Define && noun.Name == on.Define),
        OnAttribute on => agreement.Nouns.Any(noun => noun is Model && noun.Name == on.Model),
        OnState on => agreement.States.Any(state => state.Name == on.State) && (on.ClauseId is null || clauses.Contains(on.ClauseId)),
        OnSlot on => clauses.Contains(on.ClauseId),
        OnExtent on => on.Places.All(name => agreement.Places.Any(place => place.Name == name)),
        _ => false,
    };
}
