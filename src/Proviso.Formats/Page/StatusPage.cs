using System.Security.Cryptography;
using System.Text;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;
using Proviso.Regions;

namespace Proviso.Formats.Page;

/// <summary>A status as one page of HTML that needs nothing else: no script, no network, no file beside it.</summary>
/// <remarks>Every word of the case is escaped, and only addresses of http and https become links. The page's own content policy forbids all else: it allows
/// the one style sheet by its hash. docs/page.md says what is on it.</remarks>
public static class StatusPage
{
    /// <summary>What tells a page of ours from any other file: it stands near the beginning.</summary>
    public const string Mark = "<meta name=\"generator\" content=\"Proviso, status page\">";

    /// <summary>The page of an answer. The same answer gives the same page.</summary>
    /// <param name="read">Reads the outline in a file that the agreement names; null when there is none.</param>
    public static string Of(StatusAnswer answer, Func<FileShape, OutlineRead?> read)
    {
        var verdicts = answer.Verdicts;
        var names = new Names(verdicts.Case, [.. answer.Lines.Select(line => line.Row)]);
        var reasons = new Reasons(answer, Glance.Needs(answer).Concat(VerdictTables.Needs(answer)));
        var readings = new Readings(verdicts);
        var links = new Links(SourceList.Cited(verdicts.Case), SourceList.OnFile(verdicts).Reports);
        var maps = new Maps(answer, names, new Territory(verdicts.Case.Agreement, readings, answer.Day, new Figures(verdicts.Case.Agreement, read)));
        var days = new DayRange(Math.Min(answer.Day, Math.Max(verdicts.Case.Agreement.InForce.From, verdicts.FirstDay)), verdicts.Horizon + 1);

        var charts = new Charts(answer, names, days);

        var page = new Markup();
        page.Open("html", ("lang", "en"));
        WriteHead(page, answer);
        page.Open("body").Element("a", "Skip to the answers", ("class", "skip"), ("href", "#glance"));
        page.Open("svg", ("class", "store"), ("width", "0"), ("height", "0"), ("aria-hidden", "true"), ("focusable", "false")).Open("defs");
        Look.WritePatterns(page, maps.IsEmpty ? 1 : maps.Unit);
        maps.WriteDefinitions(page);
        charts.WriteDefinitions(page);
        page.Close(2);
        WriteHeader(page, answer, hasNumbers: !charts.IsEmpty);
        page.Open("main");
        new Glance(answer, names, reasons).Write(page);
        charts.Write(page);
        maps.Write(page);
        new Lanes(answer, names, days).Write(page);
        new VerdictTables(answer, names, reasons, links).Write(page);
        WriteViews(page, answer);
        new DisputeList(answer, readings, reasons).Write(page);
        new SourceList(answer, links).Write(page);
        page.Close();
        page.Open("footer").Element("p", $"Written by Proviso from the file of {verdicts.Case.Agreement.Name}, as known on {Names.Day(verdicts.Horizon)}. A computation, no legal finding.").Close();
        return page.Finish();
    }

    private static void WriteHead(Markup page, StatusAnswer answer)
    {
        var agreement = answer.Verdicts.Case.Agreement;
        var style = PageStyle.Text;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        page.Open("head").Void("meta", ("charset", "utf-8"))
            .Void("meta", ("name", "generator"), ("content", "Proviso, status page"))
            .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "referrer"), ("content", "no-referrer"))
            .Void("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Element("title", $"{agreement.Title}: status on {Names.Day(answer.Day)}")
            .Style(style)
            .Close();
    }

    private static void WriteHeader(Markup page, StatusAnswer answer, bool hasNumbers)
    {
        var verdicts = answer.Verdicts;
        var knowledge = verdicts.Knowledge;
        var to = knowledge.To is { } party ? $" to {Prose.Party(party)}" : "";
        page.Open("header").Element("p", "Who keeps what, where, since when, according to whom", ("class", "kicker"))
            .Element("h1", verdicts.Case.Agreement.Title)
            .Open("p", ("class", "moment")).Text("Status as of ").Element("b", Names.Day(answer.Day)).Text($", as known{to} on ").Element("b", Names.Day(verdicts.Horizon))
            .Text(knowledge.Day is null ? ", the last day that the file knows." : ".").Close()
            .Open("p", ("class", "what")).Text("This page is computed from reports on file, under readings that are named. It is no legal finding. Every side's words are attributed to it; "
                + "where sides read the text differently, each reading has its own answer, and what cannot be told is said to be so.").Close()
            .Open("nav", ("aria-label", "On this page")).Open("ul");
        foreach (var (id, title) in new[] { ("glance", "At a glance"), ("numbers", "Numbers"), ("maps", "Map"), ("years", "Years"), ("verdicts", "Verdicts and why"), ("views", "Views"), ("disputes", "Disputes"), ("sources", "Sources") }.Where(each => hasNumbers || each.Item1 != "numbers"))
        {
            page.Open("li").Element("a", title, ("href", "#" + id)).Close();
        }

        page.Close(3);
    }

    private static void WriteViews(Markup page, StatusAnswer answer)
    {
        page.Open("section", ("aria-labelledby", "views")).Element("h2", "The views", ("id", "views"));
        page.Element("p", "A view is a way to read the text and to trust the reports. A party's view is made of its own positions on file; the named ones are made by the author of this case and belong to no party.");
        page.Open("dl", ("class", "views"));
        foreach (var view in answer.Views)
        {
            page.Element("dt", Names.View(view)).Element("dd", Names.Title(view));
        }

        page.Close(2);
    }
}
