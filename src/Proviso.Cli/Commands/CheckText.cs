using System.Collections.Immutable;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Spectre.Console;

namespace Proviso.Cli.Commands;

/// <summary>Prints a check as text.</summary>
internal sealed class CheckText(Page page, OpenedCase opened)
{
    private static readonly Style good = new(Color.Green);
    private static readonly Style bad = new(Color.Red, decoration: Decoration.Bold);

    private readonly DiagnosticText diagnostics = new(page, opened.Texts);

    /// <summary>Prints the diagnostics, the expectations and a line that sums them up.</summary>
    public void Print(ImmutableArray<ExpectationAnswer> expectations)
    {
        foreach (var diagnostic in opened.Diagnostics)
        {
            diagnostics.Print(diagnostic);
        }

        foreach (var met in expectations.Where(one => one.IsMet))
        {
            page.Text(new("holds  ", good), Sentence(met.Expectation), indent: 7);
        }

        if (expectations.Any(one => one.IsMet))
        {
            page.Line();
        }

        foreach (var unmet in expectations)
        {
            if (unmet.Unmet is { } why)
            {
                PrintUnmet(unmet.Expectation, why);
            }
        }

        page.Text("", Summary(expectations), indent: 2);
    }

    private void PrintUnmet(Expectation expectation, Unmet why)
    {
        page.Headed($"{diagnostics.Place(expectation.Span)}: ", new("not met: ", bad), Question(expectation));
        switch (why)
        {
            case FoundOther other:
                page.Text("  expected  ", Outcome(expectation.Standing, expectation.Conduct, expectation.Basis), indent: 12);
                var on = expectation.Days.Before - expectation.Days.From > 1 ? $" on {Words.Date(other.Day)}" : "";
                page.Text("  found     ", Outcome(other.Verdict.Standing, other.Verdict.Conduct, other.Basis) + on, indent: 12);
                var (first, more) = WhyLine.Of(opened.Path, other.Row, other.View, other.Day, expectation.KnownOn, expectation.KnownTo).Broken(page.Width - 14);
                page.Line("  why       ", first);
                foreach (var line in more)
                {
                    page.Line("              ", line);
                }

                break;
            case NoSuchRow:
                page.Text("  found     ", "no such question; the places and parties of the clause are in the answer of", indent: 12);
                page.Line("            ", $"proviso status {ShellWord.Of(opened.Path)} --clause {expectation.ClauseId}");
                break;
            case OutsideTheFile outside:
                page.Text("  found     ", $"nothing: the file has verdicts from {Words.Date(outside.FirstDay)} to {Words.Date(outside.LastDay)}", indent: 12);
                break;
        }

        page.Line();
    }

    private string Summary(ImmutableArray<ExpectationAnswer> expectations)
    {
        var read = $"{Count.Of(opened.Input.Files.Count, "file")} read: {Count.Of(opened.Errors, "error")}, {Count.Of(opened.Warnings, "warning")}";
        if (opened.Errors > 0)
        {
            return $"{read}. Expectations were not looked at, because the text has errors.";
        }

        var met = expectations.Count(one => one.IsMet);
        return expectations.Length == 0
            ? $"{read}; nothing is expected."
            : $"{read}; {met} of {Count.Of(expectations.Length, "expectation")} met.";
    }

    private static string Sentence(Expectation expectation) =>
        $"{Question(expectation)}: {Outcome(expectation.Standing, expectation.Conduct, expectation.Basis)}";

    /// <summary>What is expected of whom, when and where, without the outcome.</summary>
    private static string Question(Expectation expectation)
    {
        var first = Words.Date(expectation.Days.From);
        var last = Words.Date(expectation.Days.Before - 1);
        var days = first == last ? $"on {first}" : $"from {first} through {last}";
        var to = expectation.KnownTo is { } party ? $" to {party.Name}" : "";
        var known = expectation.KnownOn is { } day ? $" known{to} on {Words.Date(day)}" : "";
        var place = expectation.Place is { } where ? $" in {where.Name}" : "";
        return $"under {expectation.View} {days}{known}: clause {expectation.ClauseId} for {expectation.Party.Name}{place}";
    }

    private static string Outcome(Standing? standing, Conduct? conduct, Basis? basis)
    {
        var parts = new List<string>();
        if (standing is { } s)
        {
            parts.Add($"standing {Words.Of(s)}");
        }

        if (conduct is { } c)
        {
            parts.Add($"conduct {Words.Of(c)}");
        }

        if (basis is { } b)
        {
            parts.Add($"basis {Words.Of(b)}");
        }

        return string.Join(", ", parts);
    }
}
