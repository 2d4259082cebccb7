using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws who, where and what: everything an agreement declares but its clauses, disputes and views.</summary>
sealed class RandomWords(Draw draw)
{
    private readonly Chance chance = draw.Chance;

    public void Write()
    {
        Force();
        Parties();
        Places();
        Things();
        States();
    }

    private void Force()
    {
        draw.Start = chance.Between(1, Math.Max(1, draw.Days / 2));
        draw.Stop = chance.Percent(30) ? chance.Between(draw.Start + 1, draw.Days + 1) : null;
    }

    private void Parties()
    {
        draw.Parties.AddRange(["alba", "bern", "cora", "wire"]);
        draw.Groups.AddRange(chance.Percent(60) ? ["union"] : []);
        draw.Between.AddRange(draw.Groups.Count > 0
            ? chance.OneOf<string[]>(["alba", "union"], ["alba", "union", "bern"], ["alba", "bern"])
            : chance.OneOf<string[]>(["alba", "bern"], ["alba", "bern", "cora"]));
        var clock = chance.Weighted((60, "local"), (20, "UTC"), (10, "Europe/Moscow"), (10, "America/New_York"));
        var limit = draw.Stop is not { } stop ? ""
            : chance.Percent(50) ? $"before {draw.Date(stop)}"
            : $"through {draw.Date(stop - 1)}";
        draw.Add(
            null, false,
            Must($"agreement pact between {string.Join(", ", draw.Between)} in force from {draw.Date(draw.Start)}"),
            May(limit),
            Must($"with calendar days, clock {clock}"),
            May(chance.Percent(30) ? $"withdrawal after {chance.Weighted((85, $"{chance.Between(1, 8)} days"), (15, "1 month"))}" : ""));
        foreach (var party in draw.Parties)
        {
            draw.Add(party, false, Must($"party {party}"));
        }

        if (draw.Groups.Count > 0)
        {
            draw.Add("union", false, Must($"group union of bern{draw.Dated(50)}, cora{draw.Dated(50)}"));
        }
    }

    private void Places()
    {
        draw.Regions.AddRange(["north", "south", "inland"]);
        draw.Sites.AddRange(["dock", "pier"]);
        var parts = new Dictionary<string, List<string>> { ["north"] = [], ["south"] = [], ["front"] = [], ["rear"] = [] };
        var inside = new Dictionary<string, string>();
        if (chance.Percent(60))
        {
            draw.Theatres.Add("front");
            parts["front"].Add($"north{draw.Dated(30)}");
            parts["front"].AddRange(chance.Percent(60) ? [$"south{draw.Dated(30)}"] : []);
        }

        if (chance.Percent(30))
        {
            draw.Theatres.Add("rear");
            parts["rear"].Add($"{chance.OneOf("south", "inland")}{draw.Dated(30)}");
        }

        foreach (var place in new[] { "inland", "dock" })
        {
            var outer = chance.OneOf("north", "south");
            if (chance.Percent(50))
            {
                parts[outer].Add($"{place}{draw.Dated(60)}");
            }
            else
            {
                inside[place] = outer;
            }
        }

        foreach (var region in draw.Regions)
        {
            draw.Add(
                region, false,
                Must($"region {region}"),
                May(parts.GetValueOrDefault(region) is { Count: > 0 } of ? "of " + string.Join(", ", of) : ""),
                May(inside.TryGetValue(region, out var outer) ? $"in {outer}" : ""),
                May(chance.Percent(15) ? $"zone {chance.OneOf("Asia/Tokyo", "America/New_York", "UTC")}" : ""));
        }

        inside["dock"] = inside.GetValueOrDefault("dock", "inland");
        draw.Add(
            "dock", false,
            Must($"site dock in {inside["dock"]}"),
            May(chance.Percent(20) ? "host alba" : ""),
            May(chance.Percent(10) ? "zone Asia/Tokyo" : ""));
        inside["pier"] = chance.OneOf("north", "south", "inland");
        draw.Add("pier", false, Must($"site pier in {inside["pier"]}"));
        foreach (var theatre in draw.Theatres)
        {
            draw.Add(theatre, false, Must($"theatre {theatre} \"t\" joins {string.Join(", ", parts[theatre])}"));
        }

        foreach (var place in draw.Places)
        {
            draw.Inside[place] =
            [
                .. parts.GetValueOrDefault(place, []).Select(part => part.Split(' ')[0]).Union(inside.Where(each => each.Value == place).Select(each => each.Key)),
            ];
        }
    }

    private void Things()
    {
        draw.Add("missile", false, Must("kind missile with range: length; basing: one of ground, sea; crew: number; decoy: yes or no"));
        draw.Add("truck", false, Must("kind truck"));
        foreach (var model in new[] { "fox", "gnu", "van" })
        {
            draw.Models.Add(model);
            var pairs = new List<string>();
            if (model != "van")
            {
                pairs.AddRange(chance.Percent(model == "fox" ? 70 : 30) ? [$"range {draw.Range()}"] : []);
                pairs.AddRange(chance.Percent(40) ? [$"basing {chance.OneOf("ground", "sea")}"] : []);
                pairs.AddRange(chance.Percent(20) ? [$"decoy {chance.OneOf("yes", "no")}"] : []);
                pairs.AddRange(chance.Percent(20) ? [$"crew {chance.OneOf("3", "from 2 to 5")}"] : []);
            }

            pairs.AddRange(chance.Percent(30) ? [$"{chance.OneOf("maker", "operator", "owner")} {chance.Pick(draw.Speakers)}"] : []);
            draw.Add(
                model, false,
                Must($"model {model} of {(model == "van" ? "truck" : "missile")}"),
                May(pairs.Count > 0 ? $"with {string.Join(", ", pairs)}" : ""));
        }

        if (chance.Percent(75))
        {
            var bases = chance.Weighted((80, "missile"), (20, "fox or gnu"));
            draw.MadeOf["long"] = bases;
            draw.Add("long", false, Must($"define long as {bases}"), Must("where " + Where()));
            draw.Defines.Add("long");
        }

        if (chance.Percent(45))
        {
            var bases = chance.OneOf("missile", "missile or truck", "gnu or van", draw.Defines.Count > 0 ? "long or van" : "fox");
            draw.MadeOf["big"] = bases;
            draw.Add("big", false, Must($"define big as {bases}{draw.With(40)}"), May(chance.Percent(50) ? WhereOwned() : ""));
            draw.Defines.Add("big");
        }
    }

    public string Where()
    {
        string[] tests =
        [
            $"range {draw.Range()}",
            $"range is {chance.OneOf("", "not ")}500 km",
            $"basing is {chance.OneOf("", "not ")}{chance.OneOf("ground", "sea")}",
            $"decoy is {chance.OneOf("", "not ")}{chance.OneOf("yes", "no")}",
            $"crew {chance.OneOf("at least 3", "less than 4", "from 2 to 4")}",
            $"operator is {chance.OneOf("", "not ")}{chance.Pick(draw.Speakers)}",
        ];
        var (a, b, c) = (chance.Pick(tests), chance.Pick(tests), chance.Pick(tests));
        return chance.Weighted((50, a), (20, $"{a} and {b}"), (20, $"{a} or {b}"), (5, $"{a} and ({b} or {c})"), (5, $"({a} and {b}) or {c}"));
    }

    private string WhereOwned() => $"where {chance.OneOf("maker", "operator", "owner")} is {chance.OneOf("", "not ")}{chance.Pick(draw.Speakers)}";

    private void States()
    {
        draw.Primitive.AddRange(["here", "parked", "armed"]);
        draw.Add("here", false, Must("state here"));
        draw.Add("parked", false, Must("state parked persists"));
        draw.Add("armed", false, Must($"state armed{chance.OneOf("", " persists")}"));
        if (chance.Percent(70))
        {
            draw.MadeOf["posted"] = Expression(draw.Primitive);
            draw.Add("posted", false, Must($"state posted means {draw.MadeOf["posted"]}"));
            draw.Derived.Add("posted");
        }

        if (chance.Percent(40))
        {
            draw.MadeOf["based"] = Expression(draw.States);
            draw.Add("based", false, Must($"state based means {draw.MadeOf["based"]}"));
            draw.Derived.Add("based");
        }

        draw.Events.AddRange(["ping", "hail", "visit"]);
        foreach (var name in draw.Events)
        {
            draw.Add(name, false, Must($"event {name}"));
        }
    }

    public string Expression(IReadOnlyList<string> states)
    {
        var (a, b, c) = (chance.Pick(states), chance.Pick(states), chance.Pick(states));
        var days = chance.Between(1, 4);
        return chance.Weighted(
            (30, $"{a} or {b}"),
            (10, a),
            (15, $"{a} for {days} days running"),
            (10, $"{a} and not {b}"),
            (8, $"{a} and {b}"),
            (5, $"not {a}"),
            (5, $"({a} or {b}) for {days} days running"),
            (5, $"{a} or {b} or {c}"),
            (4, $"{a} or not {b} for {days} days running"),
            (4, $"{a} and ({b} or {c})"),
            (4, $"{a} or ({b} and not {c} for 2 days running)"));
    }
}
