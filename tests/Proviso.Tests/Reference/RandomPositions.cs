using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws positions of every verb.</summary>
sealed class RandomPositions(Draw draw, IReadOnlyList<(string Name, string Kind, bool HasSubject, bool HasPlace, bool HasNumber)> reports)
{
    private readonly Chance chance = draw.Chance;

    public void Write()
    {
        var offers = draw.Clauses.Where(clause => clause.OfferedBy is not null).ToList();
        foreach (var offer in offers.Where(_ => chance.Percent(90)))
        {
            Offer(offer);
        }

        for (var count = chance.Below(offers.Count > 0 ? 3 : 6); count > 0; count--)
        {
            chance.Weighted<Action>(
                (reports.Count > 0 ? 45 : 0, Contest), (draw.Disputes.Count > 0 ? 20 : 0, Accept), (35, Leave))();
        }
    }

    private void Offer(ClauseDraw offer)
    {
        var day = Math.Clamp(draw.Start + chance.Between(-2, 3), 0, draw.Days);
        Position(offer.OfferedBy!, $"proposes clause {offer.Number}{(chance.Percent(40) ? $" to {chance.Pick(offer.OfferedTo)}" : "")}", day);
        for (var count = chance.Between(0, 3); count > 0; count--)
        {
            day = Math.Min(draw.Days, day + chance.Between(0, 3));
            var addressee = chance.Pick(offer.OfferedTo);
            var (holder, act) = chance.Weighted(
                (50, (addressee, "accepts")), (20, (addressee, "rejects")), (10, (offer.OfferedBy!, "proposes")),
                (15, (offer.OfferedBy!, "withdraws")), (10, (addressee, "acknowledges")));
            Position(holder, $"{act} clause {offer.Number}", day);
        }
    }

    private void Contest()
    {
        var (name, kind, hasSubject, hasPlace, hasNumber) = chance.Pick(reports);
        var part = chance.Weighted(
            (50, ""),
            (kind == "attribute" ? 0 : 15, " its date"),
            (hasPlace ? 12 : 0, " its place"),
            (hasNumber ? 5 : 0, " its number"),
            (hasSubject ? 12 : 0, " its class"),
            (hasSubject ? 12 : 0, $" its {chance.OneOf("operator", "owner")}"));
        Position(chance.Pick(draw.Between), $"{chance.OneOf("doubts", "denies")} report {name}{part}", draw.Day());
    }

    private void Accept()
    {
        var (dispute, readings) = chance.Pick(draw.Disputes);
        Position(chance.Pick(draw.Between), $"accepts reading {chance.Pick(readings)} of {dispute}", draw.Day());
    }

    private void Leave()
    {
        var clause = chance.Pick(draw.Clauses);
        var place = clause.Places.Count > 0 && chance.Percent(25) ? $" in {chance.Pick(clause.Places)}" : "";
        var target = chance.Percent(25) ? "agreement" : $"clause {clause.Number}{place}";
        var holder = chance.Pick(draw.Between);
        var day = draw.Day();
        if (chance.Percent(40))
        {
            Position(holder, $"withdraws from {target}", day);
            return;
        }

        Position(holder, $"suspends {target}", day);
        if (chance.Percent(60))
        {
            Position(holder, $"resumes {target}", Math.Min(draw.Days, day + chance.Between(0, 5)));
        }
    }

    private void Position(string holder, string act, int day)
    {
        var by = chance.Percent(94) ? holder : chance.Pick(draw.Speakers);
        draw.Add(
            null, true,
            Must($"position {holder} {act} on {Random.When(chance, draw, day)} by {by}"),
            May(chance.Percent(30) ? $"said {draw.Date(Math.Min(draw.Days, day + chance.Between(0, 4)))}" : ""),
            May(chance.Percent(10) ? $"received by {chance.Pick(draw.Between)} on {draw.Date(Math.Min(draw.Days, day + 2))}" : ""),
            Must("grade official source \"s\""));
    }
}
