using System.Collections.Immutable;
using System.Globalization;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;

namespace Proviso.Formats.Page;

/// <summary>How the answers changed through the years: a lane for each place and group of views, with the dated changes below it.</summary>
internal sealed class Lanes(StatusAnswer answer, Names names, DayRange days)
{
    /// <summary>A lane with more changes than these is read as a picture first: its changes are folded.</summary>
    private const int MostChanges = 12;

    private readonly YearScale scale = new(days);

    /// <summary>Writes the section.</summary>
    public void Write(Markup page)
    {
        page.Open("section", ("aria-labelledby", "years")).Element("h2", "Through the years", ("id", "years"));
        page.Element("p", $"From {Names.Day(days.From)} through {Names.Day(days.Before - 1)}. The upright line marks {Names.Day(answer.Day)}, the day that the rest of the page is about.");
        var used = answer.Lines.SelectMany(line => answer.Views.SelectMany(view => ToldIn(line, view))).Select(told => Look.Of(told.Told.Verdict)).ToHashSet();
        page.Open("ul", ("class", "legend"), ("aria-label", "Legend of the lanes"));
        foreach (var look in Look.All.Where(used.Contains))
        {
            page.Open("li");
            look.WriteSwatch(page);
            page.Text(look.Says).Close();
        }

        page.Close();
        foreach (var clause in answer.Lines.GroupBy(line => line.Row.Clause.Id).Select(clause => clause.ToList()))
        {
            Write(page, clause);
        }

        page.Close();
    }

    private void Write(Markup page, List<StatusLine> clause)
    {
        var first = clause[0].Row.Clause;
        var blocks = Blocks(clause);
        page.Open("section", ("class", "lanes")).Element("h3", $"Clause {first.Id}: {first.Title}");
        WriteScale(page);
        foreach (var block in blocks)
        {
            var where = string.Join(", ", block.Places.Select(names.Place));
            var whom = first.Offer is not null ? "to " + names.Whom(block.Whom) : blocks.Select(each => string.Join(",", each.Whom)).Distinct().Count() > 1 ? names.Whom(block.Whom) : "";
            var title = Names.Capital(string.Join("; ", new[] { where, whom }.Where(part => part.Length > 0)));
            if (title.Length > 0)
            {
                page.Element("h4", title);
            }

            foreach (var lane in block.Lanes)
            {
                Write(page, first.Id, lane);
            }

            if (!block.Narrower.IsEmpty)
            {
                page.Open("details").Open("summary").Text($"Places in {where} with another course").Close();
                foreach (var lane in block.Narrower)
                {
                    Write(page, first.Id, lane);
                }

                page.Close();
            }
        }

        page.Close();
    }

    private void Write(Markup page, string clause, Course lane)
    {
        var views = lane.Views.Length == answer.Views.Length ? "all views" : string.Join(", ", lane.Views.Select(Names.View));
        var label = lane.Places.IsEmpty ? (lane.Views.Length == answer.Views.Length ? "All views" : views) : $"{Names.Capital(string.Join(", ", lane.Places.Select(names.Place)))}: {views}";
        page.Open("div", ("class", "lane")).Element("p", label, ("class", "who"));
        page.Open("svg", ("class", "bar"), ("width", "100%"), ("height", "20"), ("aria-hidden", "true"), ("focusable", "false"));
        foreach (var told in lane.Told)
        {
            page.Shape("rect", ("class", "edge"), ("x", scale.At(told.Days.From)), ("y", "1"), ("width", scale.Width(told.Days)), ("height", "18"),
                ("fill", $"url(#s-{Look.Of(told.Told.Verdict).Key})"));
        }

        if (days.Contains(answer.Day))
        {
            page.Shape("line", ("class", "now"), ("x1", scale.At(answer.Day)), ("x2", scale.At(answer.Day)), ("y1", "0"), ("y2", "20"));
        }

        page.Close();
        var isLong = lane.Told.Length > MostChanges;
        if (isLong)
        {
            page.Open("details").Open("summary").Text($"{lane.Told.Length} changes").Element("span", $" of clause {clause}: {label}", ("class", "hidden")).Close();
        }

        page.Open("ol", ("class", "turns"));
        foreach (var told in lane.Told)
        {
            page.Open("li");
            Look.Of(told.Told.Verdict).WriteSwatch(page);
            page.Open("span").Element("time", Names.Day(told.Days.From), ("datetime", Words.Date(told.Days.From))).Text($" {told.Told.Label}").Close(2);
        }

        page.Close(isLong ? 3 : 2);
    }

    private void WriteScale(Markup page)
    {
        page.Open("svg", ("class", "scale"), ("width", "100%"), ("height", "18"), ("aria-hidden", "true"), ("focusable", "false"));
        foreach (var (year, day) in scale.Years())
        {
            page.Shape("line", ("class", "tick"), ("x1", scale.At(day)), ("x2", scale.At(day)), ("y1", "12"), ("y2", "18"));
            page.Element("text", year.ToString(CultureInfo.InvariantCulture), ("x", scale.At(day)), ("y", "11"), ("class", "year"), ("text-anchor", scale.Anchor(day)));
        }

        page.Close();
    }

    /// <summary>Places and addressees with the same courses in all views are one block.</summary>
    private List<Block> Blocks(List<StatusLine> clause)
    {
        var blocks = new List<Block>();
        foreach (var whose in clause.GroupBy(line => ChangeGroup.WhomOf(line.Row)))
        {
            foreach (var instance in whose.GroupBy(line => line.Row.Instance?.Name))
            {
                var block = BlockOf(whose.Key, [.. instance]);
                var same = blocks.FindIndex(other => other.Key == block.Key && other.Narrower.IsEmpty && other.Whom.SequenceEqual(block.Whom));
                if (same >= 0)
                {
                    blocks[same] = blocks[same] with { Places = [.. blocks[same].Places, .. block.Places] };
                }
                else
                {
                    blocks.Add(block);
                }
            }
        }

        var joined = new List<Block>();
        foreach (var block in blocks)
        {
            var same = joined.FindIndex(other => other.Key == block.Key && other.Places.SequenceEqual(block.Places));
            if (same >= 0)
            {
                joined[same] = joined[same] with { Whom = [.. joined[same].Whom, .. block.Whom] };
            }
            else
            {
                joined.Add(block);
            }
        }

        return joined;
    }

    private Block BlockOf(string whom, List<StatusLine> instance)
    {
        var whole = instance.FirstOrDefault(line => !line.IsNarrower);
        var lanes = whole is null ? [] : Courses([], [.. answer.Views.Select(view => (view, ToldIn(whole, view)))]);
        var narrower = instance.Where(line => line != whole)
            .SelectMany(line => Courses([line.Row.Place!.Name], [.. answer.Views.Select(view => (view, ToldIn(line, view)))
                .Where(own => whole is null || !own.Item2.SequenceEqual(ToldIn(whole, own.view)))]))
            .GroupBy(course => course.Key).Select(same => same.First() with { Places = [.. same.SelectMany(course => course.Places)] }).ToImmutableArray();
        var place = (whole ?? instance[0]).Row.Instance ?? (whole ?? instance[0]).Row.Place;
        return new([whom], place is null ? [] : [place.Name], lanes, narrower);
    }

    private static ImmutableArray<Course> Courses(ImmutableArray<string> places, ImmutableArray<(View View, ImmutableArray<ToldDays> Told)> told) =>
        [.. told.GroupBy(own => string.Concat(own.Told)).Select(same => new Course(places, [.. same.Select(own => own.View)], same.First().Told))];

    private ImmutableArray<ToldDays> ToldIn(StatusLine line, View view)
    {
        if (!told.TryGetValue((line, view.Name), out var own))
        {
            told[(line, view.Name)] = own =
            [
                .. ToldDays.Of(answer.Verdicts, line.Row, view).Where(each => each.Days.From < days.Before && days.From < each.Days.Before)
                    .Select(each => each with { Days = new(Math.Max(each.Days.From, days.From), Math.Min(each.Days.Before, days.Before)) }),
            ];
        }

        return own;
    }

    private readonly Dictionary<(StatusLine, string), ImmutableArray<ToldDays>> told = [];

    /// <summary>What views are told over the years.</summary>
    /// <param name="Places">Named only for places within a place.</param>
    private sealed record Course(ImmutableArray<string> Places, ImmutableArray<View> Views, ImmutableArray<ToldDays> Told)
    {
        public string Key => string.Join(",", Views.Select(view => view.Name)) + string.Concat(Told);
    }

    private sealed record Block(ImmutableArray<string> Whom, ImmutableArray<string> Places, ImmutableArray<Course> Lanes, ImmutableArray<Course> Narrower)
    {
        public string Key => string.Concat(Lanes.Concat(Narrower).Select(lane => string.Join(",", lane.Places) + lane.Key));
    }
}
