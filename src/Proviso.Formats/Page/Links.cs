using System.Globalization;
using System.Text.RegularExpressions;
using Proviso.Language.Binding;

namespace Proviso.Formats.Page;

/// <summary>Writes text in which the addresses of sources and the names of reports lead where they say.</summary>
internal sealed class Links
{
    private readonly HashSet<string> addresses;
    private readonly HashSet<string> reports;
    private readonly Regex known;

    /// <param name="cited">Every source that may be named.</param>
    public Links(IEnumerable<Citation> cited, IEnumerable<Report> reports)
    {
        addresses = [.. cited.Select(source => source.Address).OfType<string>().Where(address => Web(address) is not null)];
        this.reports = [.. reports.Select(report => report.Name)];
        // Longest first: one address may be the beginning of another.
        var alternatives = addresses.OrderByDescending(address => address.Length).ThenBy(address => address, StringComparer.Ordinal).Select(Regex.Escape)
            .Append(@"(?<=\breports? [“""]?)[\p{L}\p{N}-]+");
        known = new(string.Join('|', alternatives), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    /// <summary>The address when it leads to the web, else null: nothing but http and https ever becomes a link.</summary>
    public static Uri? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0 && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format)
            ? uri
            : null;

    /// <summary>The name of the anchor of a thing of the page.</summary>
    public static string Anchor(string sort, string name) => $"{sort}-{name}";

    /// <summary>A source: its title, which leads to its address if it has one on the web.</summary>
    public static void Write(Markup page, Citation source)
    {
        page.Element("cite", source.Title.Length > 0 ? source.Title : source.Address ?? "");
        if (Web(source.Address) is { } web)
        {
            page.Text(" ");
            Outward(page, source.Address!, Host(web));
        }
        else if (source.Address is { } other)
        {
            page.Text(" ").Element("span", other, ("class", "address"));
        }
    }

    /// <summary>Text with its links.</summary>
    public void Write(Markup page, string text)
    {
        var at = 0;
        foreach (var match in known.Matches(text).Cast<Match>())
        {
            page.Text(text[at..match.Index]);
            if (addresses.Contains(match.Value))
            {
                Outward(page, match.Value, Host(Web(match.Value)!));
            }
            else if (reports.Contains(match.Value))
            {
                page.Element("a", match.Value, ("href", "#" + Uri.EscapeDataString(Anchor("report", match.Value))));
            }
            else
            {
                page.Text(match.Value);
            }

            at = match.Index + match.Length;
        }

        page.Text(text[at..]);
    }

    /// <summary>A link within the page.</summary>
    public static void Inward(Markup page, string sort, string name, string text) =>
        page.Element("a", text, ("href", "#" + Uri.EscapeDataString(Anchor(sort, name))));

    private static void Outward(Markup page, string address, string text) =>
        page.Element("a", text, ("href", address), ("rel", "noopener noreferrer external"), ("class", "out"));

    /// <summary>The host as it is looked up, so that letters that look like others give themselves away.</summary>
    private static string Host(Uri web) => web.IdnHost is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : web.IdnHost;
}
