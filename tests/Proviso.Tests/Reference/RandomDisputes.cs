using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws disputes on every kind of target.</summary>
sealed class RandomDisputes(Draw draw)
{
    private readonly Chance chance = draw.Chance;
    private static readonly string[] SlotWords = ["while", "until", "unless"];

    private readonly HashSet<string> taken = [];

    public void Write()
    {
        var count = chance.Weighted((15, 0), (35, 1), (30, 2), (20, 3));
        foreach (var name in new[] { "wording", "meaning", "reach" }.Take(count))
        {
            var adds = chance.Percent(8);
            var (target, meanings) = adds ? AddedSlot() : chance.Weighted<Func<(string, List<string>)>>(
                (30, Slot), (15, Extent), (15, Attribute), (15, Define), (25, State))();
            if (target.Length > 0 && taken.Add(target))
            {
                string[] readings = [$"{name}one", $"{name}two", $"{name}three"];
                var texts = meanings.Zip(readings, (meaning, reading) => $"reading {reading} means {meaning}").ToList();
                draw.Add(
                    name, false,
                    [Must($"dispute {name} \"{(adds ? "added" : "d")}\" on {target} {texts[0]}"), Must($"; {texts[1]}"), .. texts.Skip(2).Select(text => May($"; {text}"))]);
                draw.Disputes.Add((name, readings[..meanings.Count]));
            }
        }
    }

    private (string, List<string>) Slot()
    {
        var candidates = draw.Clauses.Where(clause => clause.Slots.Count > 0).ToList();
        if (candidates.Count == 0)
        {
            return ("", []);
        }

        var clause = chance.Pick(candidates);
        return Slot(clause, chance.Pick(clause.Slots), isWritten: true);
    }

    /// <summary>A slot that a clause does not have.</summary>
    private (string, List<string>) AddedSlot()
    {
        var candidates = draw.Clauses.Where(clause => clause.Slots.Count < 3).ToList();
        if (candidates.Count == 0)
        {
            return ("", []);
        }

        var clause = chance.Pick(candidates);
        return Slot(clause, chance.Pick(SlotWords.Where(word => !clause.Slots.Contains(word)).ToList()), isWritten: false);
    }

    private (string, List<string>) Slot(ClauseDraw clause, string slot, bool isWritten)
    {
        var words = SlotWords.Where(word => word == slot || !clause.Slots.Contains(word)).ToList();
        var clauses = new RandomClauses(draw, chance, new(draw, new(0)));
        var scope = new RandomClauses.Scope(clause.Number, clause.Variable, null, false);
        string Reading()
        {
            var word = chance.Pick(words);
            return $"{word} {(word == "until" && chance.Percent(20) ? "newly " : "")}{clauses.SlotReading(scope)}";
        }

        return ($"clause {clause.Number} {slot}", Readings(Reading, keeps: isWritten ? 50 : 100));
    }

    private (string, List<string>) Extent()
    {
        var isTheatre = draw.Theatres.Count > 0 && chance.Percent(50);
        var outer = isTheatre ? chance.Pick(draw.Theatres) : chance.OneOf("north", "south");
        string Reading()
        {
            var parts = chance.Some<string>(isTheatre ? ["north", "south", "inland", "dock"] : ["inland", "dock", "pier"], chance.Between(1, 2));
            return $"{(isTheatre ? "joins" : "of")} {string.Join(", ", parts.Select(part => part + draw.Dated(25)))}";
        }

        return ($"extent of {outer}", Readings(Reading));
    }

    private (string, List<string>) Attribute()
    {
        var attribute = chance.Weighted((50, "range"), (20, "basing"), (30, chance.OneOf("operator", "owner", "maker")));
        var model = attribute is "range" or "basing" ? chance.OneOf("fox", "gnu") : chance.Pick(draw.Models);
        string Reading() => attribute switch
        {
            "range" => draw.Range(),
            "basing" => chance.OneOf("ground", "sea"),
            _ => chance.Pick(draw.Speakers),
        };
        var declares = draw.Sentences.Any(each => each.Declares == model && each.ToString().Contains($" {attribute} ", StringComparison.Ordinal));
        return ($"{attribute} of {model}", Readings(Reading, declares ? 50 : 0));
    }

    private (string, List<string>) Define()
    {
        if (draw.Defines.Count == 0)
        {
            return ("", []);
        }

        var words = new RandomWords(draw);
        string Reading() => chance.Weighted(
            (60, $"missile where {words.Where()}"), (20, $"{chance.OneOf("fox", "gnu or van", "truck")}{draw.With(30)}"), (20, $"fox or gnu where {words.Where()}"));
        return (chance.Pick(draw.Defines), Readings(Reading));
    }

    private (string, List<string>) State()
    {
        var state = draw.Derived.Count > 0 && chance.Percent(85) ? chance.Pick(draw.Derived) : "armed";
        var others = draw.Primitive.Where(each => each != state).ToList();
        if (state == "armed")
        {
            draw.Primitive.Remove(state);
            draw.Derived.Add(state);
        }

        var words = new RandomWords(draw);
        var slots = draw.Clauses
            .SelectMany(clause => clause.Slots.Select(slot => $"clause {clause.Number} {slot}").Concat(clause.IsHave ? [$"clause {clause.Number} have"] : []))
            .ToList();
        var use = slots.Count > 0 && chance.Percent(40) ? $" in {chance.Pick(slots)}" : "";
        return ($"{state}{use}", Readings(() => words.Expression(others)));
    }

    /// <param name="keeps">How many of a hundred have a reading that is as declared.</param>
    private List<string> Readings(Func<string> draw, int keeps = 50)
    {
        var count = chance.Weighted((75, 2), (25, 3));
        var readings = Enumerable.Range(0, count).Select(_ => draw()).ToList();
        if (chance.Percent(keeps))
        {
            readings[chance.Below(count)] = "as declared";
        }

        return readings;
    }
}

/// <summary>Draws named views.</summary>
sealed class RandomViews(Draw draw)
{
    private readonly Chance chance = draw.Chance;

    public void Write()
    {
        // The first has no wishes: an assumption may name it.
        View("plain", 50, 0);
        foreach (var name in new[] { "strict", "loose", "wide" }.Take(chance.Between(1, 3)))
        {
            View(name, 80, 45);
        }
    }

    private void View(string name, int chooses, int trusts)
    {
        var pieces = new List<Piece> { Must($"view {name}") };
        foreach (var (dispute, readings) in draw.Disputes)
        {
            pieces.Add(May(chance.Percent(chooses) ? $"reads {dispute} as {chance.Pick(readings)}" : $"leaves {dispute} open"));
        }

        if (chance.Percent(trusts))
        {
            pieces.Add(May($"trusts {string.Join(", ", chance.Some(draw.Speakers, chance.Between(1, 3)))}"));
        }

        draw.Add(name, false, [.. pieces]);
    }
}
