using System.Collections.Immutable;
using System.Globalization;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;
using Proviso.Regions.Atlas;
using Proviso.Regions.Mapping;
using Region = Proviso.Language.Binding.Region;

namespace Proviso.Formats.Page;

/// <summary>The maps: one for each group of views whose answers to a clause agree everywhere.</summary>
internal sealed class Maps
{
    /// <summary>How wide a small map is on a wide screen, in pixels.</summary>
    private const int Narrow = 350;

    /// <summary>How wide a map of names is, in pixels.</summary>
    private const int Wide = 520;

    /// <summary>A tile of the hatching of contested ground: dark lines in light gaps, to be seen on any colour.</summary>
    private const string Hatch = "M-1 1L1 -1M0 5L5 0M4 6L6 4";

    private readonly StatusAnswer answer;
    private readonly Names names;
    private readonly Territory territory;
    private readonly List<Panel> panels;
    private readonly Box crop;

    public Maps(StatusAnswer answer, Names names, Territory territory)
    {
        this.answer = answer;
        this.names = names;
        this.territory = territory;
        panels = Panels();
        crop = Crop();
    }

    /// <summary>True when nothing that was asked about is drawn.</summary>
    public bool IsEmpty => panels.Count == 0;

    /// <summary>Units of the sheet in a pixel of a small map.</summary>
    public double Unit => crop.Width / (double)Narrow;

    /// <summary>Writes what all maps share: the land, once, and the regions.</summary>
    public void WriteDefinitions(Markup page)
    {
        if (IsEmpty)
        {
            return;
        }

        page.Open("symbol", ("id", "ground"), ("viewBox", Numbers(0, 0, Sheet.Width, Sheet.Height)), ("overflow", "visible"))
            .Shape("path", ("class", "sea"), ("d", Sheet.Frame))
            .Shape("path", ("class", "land"), ("d", WorldMap.Drawn.Land))
            .Shape("path", ("class", "borders"), ("d", WorldMap.Drawn.Borders))
            .Close();
        WriteHatch(page, "contested", Unit);
        page.Shape("path", ("id", "unsettled"), ("class", "unsettled"), ("fill-rule", "evenodd"), ("d", WorldMap.Drawn.ContestedGround().Path));
        foreach (var region in panels.SelectMany(panel => panel.Fills.Select(fill => fill.Region)).DistinctBy(region => region.Name))
        {
            page.Shape("path", ("id", Links.Anchor("land", region.Name)), ("fill-rule", "evenodd"), ("d", territory.Of(region).Path));
        }
    }

    /// <summary>Writes the section.</summary>
    public void Write(Markup page)
    {
        page.Open("section", ("aria-labelledby", "maps")).Element("h2", "On the map", ("id", "maps"));
        if (IsEmpty)
        {
            page.Element("p", "Nothing that was asked about has an outline or coordinates, so there is no map.").Close();
            return;
        }

        page.Element("p", $"Each map is for the views whose answers agree everywhere on {Names.Day(answer.Day)}. What it shows also stands in the table below.");
        foreach (var clause in panels.GroupBy(panel => panel.Clause.Id))
        {
            var first = clause.First().Clause;
            page.Element("h3", $"Clause {first.Id}: {first.Title}");
            page.Open("div", ("class", clause.Count() == 1 ? "maps one" : "maps"));
            foreach (var panel in clause)
            {
                Write(page, panel);
            }

            page.Close();
        }

        WriteLegend(page);
        WriteKeys(page);
        page.Open("p", ("class", "note")).Text(Countries.Attribution).Text(" It draws who controls what, not who is entitled to it; drawing it takes no side. Hatched in black, whatever the colour beneath, "
            + "is ground that more than one side claims, as far as the atlas draws it by itself: ")
            .Text(string.Join(", ", Contested.Areas.Select(area => area.Name))).Text(". That list is ours and not complete: other lines on the map are contested too. Lines are coarse; nothing is computed from what is drawn here. "
            + "Projection: Equal Earth (Šavrič, Patterson and Jenny, 2018), centred on 11° E.").Close();
        page.Close();
    }

    /// <summary>Those of the clauses whose answers differ from place to place or from view to view; if none does, those of the first clause that has any.</summary>
    private List<Panel> Panels()
    {
        List<Panel> drawn = [], first = [];
        foreach (var clause in answer.Lines.GroupBy(line => line.Row.Clause.Id).Select(clause => clause.ToList()))
        {
            var found = new List<Panel>();
            foreach (var whose in clause.GroupBy(line => ChangeGroup.WhomOf(line.Row)))
            {
                var lines = whose.Where(line => line.Row.Place is not null).ToList();
                var groups = Enumerable.Range(0, answer.Views.Length)
                    .GroupBy(view => string.Join("\n", lines.Select(line => $"{line.Answers[view].Label} {line.Answers[view].Basis}")))
                    .Select(same => same.ToList());
                foreach (var views in groups)
                {
                    if (PanelOf(lines, clause.Exists(line => ChangeGroup.WhomOf(line.Row) != whose.Key) ? whose.Key : null, views) is { } panel)
                    {
                        found.Add(panel);
                    }
                }
            }

            // Where every view says one thing of every place, a sentence says it better than a map.
            var differs = found.Exists(panel => panel.Said.Select(said => said.Label).Distinct().Count() > 1) || found.GroupBy(panel => panel.Whom).Any(same => same.Count() > 1);
            if (differs)
            {
                drawn.AddRange(found);
            }

            first = first.Count > 0 ? first : found;
        }

        return drawn.Count > 0 ? drawn : first;
    }

    private Panel? PanelOf(List<StatusLine> all, string? whom, List<int> views)
    {
        var taken = views.Select(view => answer.Views[view]).ToList();

        // A place that these views read out of the clause's place is no part of what they are told of it.
        var lines = all.Where(line => !line.IsNarrower || territory.Holds(line.Row.Instance!, line.Row.Place!, taken)).ToList();
        var fills = new Dictionary<string, (Region Region, List<(bool Narrow, string Instance, Look Look, string Label)> Looks)>(StringComparer.Ordinal);
        var points = new List<(Site Site, Look Look)>();
        foreach (var line in lines)
        {
            var own = line.Answers[views[0]];
            foreach (var region in territory.Drawn(line.Row.Place!, taken))
            {
                if (!fills.TryGetValue(region.Name, out var fill))
                {
                    fills[region.Name] = fill = (region, []);
                }

                fill.Looks.Add((line.IsNarrower, line.Row.Instance?.Name ?? "", Look.Of(own.Verdict), own.Label));
            }

            if (line.Row.Place is Site { At: not null } site)
            {
                points.Add((site, Look.Of(own.Verdict)));
            }
        }

        if (fills.Count == 0 && points.Count == 0)
        {
            return null;
        }

        var places = lines.Where(line => !line.IsNarrower).Select(line => line.Row.Place!).ToList();
        var said = SharedLines(lines, views[0]);
        return new(
            lines[0].Row.Clause,
            whom,
            [.. taken],
            [.. fills.Values.OrderByDescending(fill => (long)territory.Of(fill.Region).Box.Width * territory.Of(fill.Region).Box.Height).ThenBy(fill => fill.Region.Name, StringComparer.Ordinal)
                .Select(fill => (fill.Region, LookOf(fill.Looks)))],
            [.. points],
            said,
            territory.Open(places, taken));
    }

    /// <summary>The answer about the narrowest place counts; where places do not lie in one another and differ, none does.</summary>
    private static Look LookOf(List<(bool Narrow, string Instance, Look Look, string Label)> looks)
    {
        var narrowest = looks.GroupBy(look => look.Instance).SelectMany(same => same.Any(look => look.Narrow) ? same.Where(look => look.Narrow) : same).ToList();
        return narrowest.Select(look => look.Label).Distinct().Count() == 1 ? narrowest[0].Look : Look.Several;
    }

    /// <summary>What is said below a map: the answers, each with its places; a place within a place only where it says otherwise.</summary>
    private ImmutableArray<(Look Look, string Label, ImmutableArray<Place> Places, string? Since)> SharedLines(List<StatusLine> lines, int view)
    {
        var whole = lines.Where(line => !line.IsNarrower).ToDictionary(line => line.Row.Instance?.Name ?? line.Row.Place!.Name, line => line.Answers[view].Label, StringComparer.Ordinal);
        return
        [
            .. lines.Where(line => !line.IsNarrower || whole.GetValueOrDefault(line.Row.Instance!.Name) != line.Answers[view].Label)
                .GroupBy(line => (line.Answers[view].Label, Since: line.Answers[view].Days.From > answer.Verdicts.FirstDay ? line.Answers[view].SinceSays(Names.Day) : null))
                .Select(same => (Look.Of(same.First().Answers[view].Verdict), same.Key.Label, same.Select(line => line.Row.Place!).ToImmutableArray(), same.Key.Since)),
        ];
    }

    private Box Crop()
    {
        var boxes = panels.SelectMany(panel => panel.Fills.Select(fill => territory.Of(fill.Region).Box)
            .Concat(panel.Points.Select(point => Territory.Of(point.Site)!.Value is var at ? new Box(at.X, at.Y, 1, 1) : default))).ToList();
        if (boxes.Count == 0)
        {
            return new(0, 0, Sheet.Width, Sheet.Height);
        }

        var all = boxes.Aggregate((one, other) => one.With(other));
        var pad = Math.Max(all.Width, all.Height) / 16;
        var (width, height) = (Math.Max(all.Width + (2 * pad), 600), Math.Max(all.Height + (2 * pad), 400));
        width = Math.Min(Math.Max(width, height), Sheet.Width);
        height = Math.Min(Math.Max(height, width / 2), Sheet.Height);
        var (x, y) = (all.X + (all.Width / 2) - (width / 2), all.Y + (all.Height / 2) - (height / 2));
        return new(Math.Clamp(x, 0, Sheet.Width - width), Math.Clamp(y, 0, Sheet.Height - height), width, height);
    }

    private void Write(Markup page, Panel panel)
    {
        var id = Links.Anchor("map", string.Join("-", new[] { panel.Clause.Id, panel.Whom, panel.Views[0].Name }.OfType<string>()).Replace(' ', '-'));
        var whom = panel.Whom is null ? "" : $", {(panel.Clause.Offer is null ? "" : "to ")}{names.Whom([panel.Whom])}";
        page.Open("figure", ("class", "map"))
            .Open("svg", ("viewBox", Numbers(crop.X, crop.Y, crop.Width, crop.Height)), ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"))
            .Element("title", $"Clause {panel.Clause.Id}{whom}, in {ViewsOf(panel.Views)}, on {Names.Day(answer.Day)}", ("id", id + "-t"))
            .Element("desc", string.Join(". ", panel.Said.Select(said => $"{string.Join(", ", said.Places.Select(Prose.Place))}: {said.Label}")) + ".", ("id", id + "-d"));
        WriteGround(page);
        foreach (var (region, look) in panel.Fills)
        {
            page.Shape("use", ("href", "#" + Uri.EscapeDataString(Links.Anchor("land", region.Name))), ("class", "area"), ("fill", $"url(#m-{look.Key})"));
            if (territory.Of(region).Box is var box && box.Width < 4 * Unit && box.Height < 4 * Unit)
            {
                page.Shape("circle", ("cx", Number(box.X + (box.Width / 2))), ("cy", Number(box.Y + (box.Height / 2))), ("r", Number(5 * Unit)), ("class", "ring"));
            }
        }

        WriteUnsettled(page);
        foreach (var (site, look) in panel.Points)
        {
            var (x, y) = Territory.Of(site)!.Value;
            page.Shape("circle", ("cx", Number(x)), ("cy", Number(y)), ("r", Number(6 * Unit)), ("class", "area"), ("fill", $"url(#m-{look.Key})"));
        }

        page.Close().Open("figcaption").Open("p", ("class", "views")).Text(panel.Views.Length == answer.Views.Length ? "All views" : panel.Views.Length == 1 ? "View " : "Views ");
        if (panel.Views.Length < answer.Views.Length)
        {
            WriteViews(page, panel.Views);
        }

        page.Text(whom).Close();
        page.Open("ul", ("class", "said"));
        foreach (var (look, label, places, since) in panel.Said)
        {
            page.Open("li");
            look.WriteSwatch(page);
            page.Open("span").Element("b", Names.Capital(string.Join(", ", places.Select(Prose.Place)))).Text($" {label}");
            page.Text(since is null ? "" : $", {since}");

            page.Close(2);
        }

        page.Close();
        if (!panel.Open.IsEmpty)
        {
            page.Open("p", ("class", "note")).Text("Drawn as the text declares it; these views leave open which lands belong there: ");
            WriteNames(page, panel.Open.Select(dispute => (Action<Markup>)(to => Links.Inward(to, "dispute", dispute.Name, dispute.Name))));
            page.Text(".").Close();
        }

        page.Close(2);
    }

    private static void WriteGround(Markup page) =>
        page.Shape("use", ("href", "#ground"), ("x", "0"), ("y", "0"), ("width", Number(Sheet.Width)), ("height", Number(Sheet.Height)));

    private static void WriteUnsettled(Markup page) => page.Shape("use", ("href", "#unsettled"), ("fill", "url(#contested)"));

    private void WriteLegend(Markup page)
    {
        page.Open("ul", ("class", "legend"), ("aria-label", "Legend of the maps"));
        foreach (var look in Look.All.Where(look => panels.Any(panel => panel.Fills.Any(fill => fill.Look == look) || panel.Points.Any(point => point.Look == look))))
        {
            page.Open("li");
            look.WriteSwatch(page);
            page.Text(look.Says).Close();
        }

        page.Open("li").Open("svg", ("class", "swatch"), ("width", "16"), ("height", "16"), ("aria-hidden", "true"), ("focusable", "false"))
            .Shape("rect", ("class", "land"), ("width", "16"), ("height", "16"))
            .Shape("path", ("class", "hatch"), ("d", "M-2 6L6 -2M-2 12L12 -2M-2 18L18 -2M4 18L18 4M10 18L18 10")).Shape("rect", ("class", "edge"), ("x", "0.5"), ("y", "0.5"), ("width", "15"), ("height", "15"), ("fill", "none")).Close()
            .Text("contested ground, given to nobody").Close();
        page.Open("li").Open("svg", ("class", "swatch"), ("width", "16"), ("height", "16"), ("aria-hidden", "true"), ("focusable", "false"))
            .Shape("rect", ("class", "land"), ("width", "16"), ("height", "16")).Close().Text("not asked about").Close();
        page.Close();
    }

    /// <summary>Where the places are: all of them, and beside it what would lie too close together there.</summary>
    private void WriteKeys(Markup page)
    {
        var instances = Instances();
        var sites = instances.SelectMany(place => territory.Sites(place, answer.Views)).DistinctBy(site => site.Name).ToList();
        var close = instances.Select(place => (Place: place, Sites: territory.Sites(place, answer.Views)))
            .Where(each => each.Sites.Length >= 3).Select(each => (each.Place, each.Sites, Box: Around(each.Sites)))
            .Where(each => each.Box.Width * 3 < crop.Width).ToList();
        var apart = close.SelectMany(each => each.Sites).Select(site => site.Name).ToHashSet(StringComparer.Ordinal);
        page.Element("h3", "Where the places are").Open("div", ("class", close.Count == 0 ? "keys one" : "keys"));
        WriteKey(page, "key", crop, "The places asked about", instances, [.. sites.Where(site => !apart.Contains(site.Name))]);
        foreach (var (place, inside, box) in close)
        {
            WriteKey(page, Links.Anchor("key", place.Name), box, $"{Prose.Place(place)}, closer", territory.Drawn(place, answer.Views), inside);
        }

        page.Close();
    }

    private void WriteKey(Markup page, string id, Box box, string title, IReadOnlyList<Place> named, ImmutableArray<Site> sites)
    {
        var unit = box.Width / (double)Wide;
        var labels = new Labelling(box, 13 * unit);
        foreach (var place in named.Where(place => place is not Site))
        {
            var largest = territory.Drawn(place, answer.Views).Select(region => territory.Of(region).Within(box)).Where(figure => !figure.IsEmpty).MaxBy(figure => figure.Area);
            if (largest is not null)
            {
                labels.Name(Names.Capital(Prose.Place(place)), largest.Inside);
            }
        }

        labels.Points([.. sites.Select(site => (Names.Capital(Prose.Place(site)), Territory.Of(site)!.Value))]);
        page.Open("figure", ("class", "map"))
            .Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", $"Map: {title}"))
            .Open("svg", ("class", "key"), ("viewBox", Numbers(box.X, box.Y, box.Width, box.Height)), ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"))
            .Element("title", title, ("id", id + "-t"))
            .Element("desc", $"Places: {string.Join(", ", named.Select(Prose.Place))}."
                + (sites.IsEmpty ? "" : $" Sites: {string.Join("; ", sites.Select(site => $"{Prose.Place(site)} ({Coordinates(site)})"))}."), ("id", id + "-d"));
        WriteGround(page);
        foreach (var region in panels.SelectMany(panel => panel.Fills.Select(fill => fill.Region)).DistinctBy(region => region.Name))
        {
            page.Shape("use", ("href", "#" + Uri.EscapeDataString(Links.Anchor("land", region.Name))), ("class", "area tint"));
        }

        WriteHatch(page, id + "-contested", unit);
        page.Shape("use", ("href", "#unsettled"), ("fill", $"url(#{Uri.EscapeDataString(id)}-contested)"));
        labels.Write(page, unit);
        page.Close(2).Element("figcaption", Names.Capital(title)).Close();
    }

    private List<Place> Instances() => [.. answer.Lines.Where(line => !line.IsNarrower && panels.Any(panel => panel.Clause.Id == line.Row.Clause.Id))
        .Select(line => line.Row.Place).OfType<Place>().DistinctBy(place => place.Name)];

    /// <summary>A box around sites, with room for their names.</summary>
    private static Box Around(ImmutableArray<Site> sites)
    {
        var all = sites.Select(site => Territory.Of(site)!.Value).Select(at => new Box(at.X, at.Y, 1, 1)).Aggregate((one, other) => one.With(other));
        var width = Math.Max(Math.Max(all.Width, all.Height) * 8 / 5, 300);
        var (x, y) = (all.X + (all.Width / 2) - (width / 2), all.Y + (all.Height / 2) - (width / 2));
        return new(Math.Clamp(x, 0, Sheet.Width - width), Math.Clamp(y, 0, Sheet.Height - width), width, width);
    }

    private static void WriteHatch(Markup page, string id, double unit) =>
        page.Open("pattern", ("id", id), ("patternUnits", "userSpaceOnUse"), ("width", "5"), ("height", "5"), ("patternTransform", string.Create(CultureInfo.InvariantCulture, $"scale({unit:0.##})")))
            .Shape("path", ("class", "gap"), ("d", Hatch)).Shape("path", ("class", "hatch"), ("d", Hatch)).Close();

    private static string Coordinates(Site site) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(site.At!.Latitude)}° {(site.At.Latitude < 0 ? "S" : "N")}, {Math.Abs(site.At.Longitude)}° {(site.At.Longitude < 0 ? "W" : "E")}");

    private string ViewsOf(ImmutableArray<View> views) => views.Length == answer.Views.Length ? "all views" : $"the {(views.Length == 1 ? "view" : "views")} {string.Join(", ", views.Select(Names.View))}";

    private static void WriteViews(Markup page, ImmutableArray<View> views) =>
        WriteNames(page, views.Select(view => (Action<Markup>)(to => to.Element("b", Names.View(view)))));

    private static void WriteNames(Markup page, IEnumerable<Action<Markup>> names)
    {
        var first = true;
        foreach (var name in names)
        {
            page.Text(first ? "" : ", ");
            name(page);
            first = false;
        }
    }

    private static string Numbers(int x, int y, int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{x} {y} {width} {height}");

    private static string Number(double number) => string.Create(CultureInfo.InvariantCulture, $"{number:0.#}");

    /// <summary>One map.</summary>
    /// <param name="Whom">Who owes the clause or is offered it; null where that is one.</param>
    /// <param name="Fills">The largest first.</param>
    /// <param name="Said">The answers, each with its places and since when each is so, in words; null for since the first day that has verdicts.</param>
    /// <param name="Open">Disputes on which lands belong to the places that these views leave open.</param>
    private sealed record Panel(
        Clause Clause,
        string? Whom,
        ImmutableArray<View> Views,
        ImmutableArray<(Region Region, Look Look)> Fills,
        ImmutableArray<(Site Site, Look Look)> Points,
        ImmutableArray<(Look Look, string Label, ImmutableArray<Place> Places, string? Since)> Said,
        ImmutableArray<Dispute> Open);
}
