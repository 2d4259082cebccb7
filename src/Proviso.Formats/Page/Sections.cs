using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Page;

/// <summary>The disputes: how each can be read, which view reads it how, and what hangs on it alone.</summary>
internal sealed class DisputeList(StatusAnswer answer, Readings readings, Reasons reasons)
{
    /// <summary>Writes the section.</summary>
    public void Write(Markup page)
    {
        page.Open("section", ("aria-labelledby", "disputes")).Element("h2", "What is disputed", ("id", "disputes"));
        var disputes = answer.Verdicts.Case.Agreement.Disputes;
        if (disputes.IsEmpty)
        {
            page.Element("p", "The text names no dispute.").Close();
            return;
        }

        page.Element("p", "Words, figures and extents that are read in more than one way. A view may take a reading or leave the dispute open.");
        foreach (var dispute in disputes)
        {
            Write(page, dispute);
        }

        page.Close();
    }

    private void Write(Markup page, Dispute dispute)
    {
        page.Open("article", ("class", "dispute"), ("id", Links.Anchor("dispute", dispute.Name))).Open("h3").Text(dispute.Question + " ").Element("code", dispute.Name).Close();
        page.Open("ul");
        foreach (var reading in dispute.Readings)
        {
            page.Open("li").Element("b", Names.Capital(reading.Title.Length > 0 ? reading.Title : reading.Name)).Text(" ").Element("code", reading.Name);
            page.Element("span", TakenBy(dispute, reading) is { Length: > 0 } views ? $"taken in {views}" : "taken in no view shown here", ("class", "gloss"));
            if (reading.Source is { } source)
            {
                page.Open("span", ("class", "gloss"));
                Links.Write(page, source);
                page.Close();
            }

            page.Close();
        }

        page.Close();
        if (TakenBy(dispute, null) is { Length: > 0 } open)
        {
            page.Element("p", $"Left open in {open}.", ("class", "gloss"));
        }

        WriteDecides(page, dispute);
        page.Close();
    }

    private string TakenBy(Dispute dispute, Reading? reading) =>
        string.Join(", ", answer.Views.Where(view => readings.Taken(view, dispute)?.Name == reading?.Name).Select(Names.View));

    private void WriteDecides(Markup page, Dispute dispute)
    {
        var decided = reasons.All.SelectMany(each => each.Why.Decisions
                .Where(decision => decision.Choices is [ReadAs read] && read.Dispute.Name == dispute.Name)
                .Select(decision => (each.Answer, each.Row, Read: (ReadAs)decision.Choices[0], decision.Verdict)))
            .Where(each => each.Row.Place?.Name == each.Row.Instance?.Name)
            .GroupBy(each => (each.Row.Clause.Id, Reading: each.Read.Reading.Name, Was: each.Answer.Label, Becomes: Labels.Of(each.Verdict)))
            .ToList();
        if (decided.Count == 0)
        {
            page.Element("p", $"No answer whose reasons are told here turns on it alone on {Names.Day(answer.Day)}.", ("class", "gloss"));
            return;
        }

        page.Open("details").Element("summary", $"What turns on it alone ({decided.Count})").Open("ul");
        foreach (var same in decided)
        {
            var where = string.Join("; ", same.GroupBy(each => each.Answer.View.Name)
                .Select(view => string.Join(", ", view.Select(each => each.Row.Place is { } place ? Prose.Place(place) : Prose.Party(each.Row.Addressee ?? each.Row.Party)).Distinct()) + $" in the view {Names.View(view.First().Answer.View)}"));
            page.Open("li").Text($"Clause {same.Key.Id}: {where}: {same.Key.Was}. Read as ").Element("code", same.Key.Reading).Text(" it would be: ").Element("b", same.Key.Becomes).Text(".").Close();
        }

        page.Close(2);
    }
}

/// <summary>The sources, each with what is on file from it.</summary>
internal sealed class SourceList(StatusAnswer answer, Links links)
{
    private readonly Case @case = answer.Verdicts.Case;

    /// <summary>What is on file as known on the day.</summary>
    public static Learned OnFile(Verdicts verdicts) =>
        Learned.Between(verdicts.Case, new(int.MinValue, verdicts.Knowledge.To), verdicts.Knowledge with { Day = verdicts.Horizon });

    /// <summary>Every source that the page may name.</summary>
    public static IEnumerable<Citation> Cited(Case @case) => new[] { @case.Agreement.Source }
        .Concat(@case.Agreement.Disputes.SelectMany(dispute => dispute.Readings).Select(reading => reading.Source))
        .Concat(@case.Reports.Select(report => report.Attribution.Source))
        .Concat(@case.Positions.Select(position => position.Attribution.Source))
        .OfType<Citation>();

    /// <summary>Writes the section.</summary>
    public void Write(Markup page)
    {
        var known = OnFile(answer.Verdicts);
        var prose = new Prose(@case);
        var sources = known.Reports.Select(report => (report.Attribution, Report: (Report?)report, Position: (Position?)null))
            .Concat(known.Positions.Select(position => (position.Attribution, Report: (Report?)null, Position: (Position?)position)))
            .GroupBy(each => each.Attribution.Source).ToList();
        page.Open("section", ("aria-labelledby", "sources")).Element("h2", "Sources", ("id", "sources"));
        page.Element("p", $"{Names.Count(sources.Count, "source")} with {Names.Count(known.Reports.Length, "report")} and {Names.Count(known.Positions.Length, "position")} on file as known. "
            + "What each says is said by the one named, not by this page.");
        if (@case.Agreement.Source is { } text)
        {
            page.Open("p").Text("The text of the agreement follows ");
            Links.Write(page, text);
            page.Text(".").Close();
        }

        page.Open("ol", ("class", "sources"));
        foreach (var source in sources)
        {
            page.Open("li");
            Links.Write(page, source.Key);
            page.Element("span", string.Join(" · ", source.Select(each => $"{Prose.Grade(each.Attribution.Grade)}, said {Prose.OneOf(each.Attribution.Said)}").Distinct()), ("class", "gloss"));
            page.Open("details").Element("summary", On(source.Count(each => each.Report is not null), source.Count(each => each.Position is not null)));
            page.Open("ul");
            foreach (var (_, report, position) in source)
            {
                page.Open("li", ("id", report is null ? null : Links.Anchor("report", report.Name)));
                if (report is not null)
                {
                    page.Element("code", report.Name).Text(" ");
                }

                links.Write(page, report is not null ? prose.Sentence(report) : prose.Sentence(position!));
                page.Close();
            }

            page.Close(3);
        }

        page.Close(2);
    }

    private static string On(int reports, int positions) =>
        string.Join(" and ", new[] { reports == 0 ? "" : Names.Count(reports, "report"), positions == 0 ? "" : Names.Count(positions, "position") }.Where(part => part.Length > 0));
}
