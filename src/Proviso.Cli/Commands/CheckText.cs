using Proviso.Cli.Printing;
using Proviso.Evaluation;
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
    public void Print(ExpectedAnswer expected)
    {
        foreach (var diagnostic in opened.Diagnostics)
        {
            diagnostics.Print(diagnostic);
        }

        PrintRecords();
        var met = expected.Verdicts.Where(one => one.IsMet).Select(one => (one.Expectation.Span, Text: Sentence(one.Expectation)))
            .Concat(expected.Numbers.Where(one => one.IsMet).Select(one => (one.Expectation.Span, Text: $"{Question(one.Expectation)}: {Labels.Expected(one.Expectation.Number)}")))
            .OrderBy(one => one.Span.File, StringComparer.Ordinal).ThenBy(one => one.Span.Start).ToList();
        foreach (var (_, text) in met)
        {
            page.Text(new("holds  ", good), text, indent: 7);
        }

        if (met.Count > 0)
        {
            page.Line();
        }

        foreach (var unmet in expected.Verdicts)
        {
            if (unmet.Unmet is { } why)
            {
                PrintUnmet(unmet.Expectation, why);
            }
        }

        foreach (var unmet in expected.Numbers.Where(one => !one.IsMet))
        {
            PrintUnmet(unmet);
        }

        page.Text("", Summary(expected.Verdicts.Length + expected.Numbers.Length, met.Count), indent: 2);
    }

    /// <summary>What is wrong with records. Where the good ones are kept, the errors of the others were told when they were left out.</summary>
    private void PrintRecords()
    {
        if (opened.Records is { } read && (read.Warnings > 0 || (read.Errors > 0 && !opened.KeepsGood)))
        {
            RecordText.Print(page, opened.KeepsGood ? read with { Errors = 0, Faults = [.. read.Faults.Where(one => !one.Fault.IsError)] } : read, errorsOnly: false);
            page.Line();
        }
    }

    private void PrintUnmet(CountAnswer answer)
    {
        var expectation = answer.Expectation;
        page.Headed($"{diagnostics.Place(expectation.Span)}: ", new("not met: ", bad), Question(expectation));
        page.Text("  expected  ", Labels.Expected(expectation.Number), indent: 12);
        if (answer.Found is not { } found)
        {
            page.Text("  found     ", $"nothing: the file ends on {Words.Date(answer.LastDay)}", indent: 12);
            page.Line();
            return;
        }

        var on = expectation.Days.Before - expectation.Days.From > 1 ? $" on {Words.Date(answer.Day!.Value)}" : "";
        page.Text("  found     ", Labels.Number(found) + on, indent: 12);
        foreach (var leaf in found.Leaves)
        {
            page.Text("  reports   ", (found.Parts.IsEmpty ? "" : $"{leaf.Of.Name} {Labels.Number(leaf)}: ") + CountText.Reports(leaf), indent: 12);
        }

        page.Line();
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

    private string Summary(int expected, int met)
    {
        var files = Count.Of(opened.Input.Files.Count + opened.Input.Records.Count, "file");
        var records = opened.Records is { } found ? $" with {Count.Of(found.Records, "record")}" : "";
        var read = $"{files}{records} read: {Count.Of(opened.Errors, "error")}, {Count.Of(opened.Warnings, "warning")}";
        if (opened.Errors > 0)
        {
            return $"{read}. Expectations were not looked at, because the text has errors.";
        }

        return expected == 0
            ? $"{read}; nothing is expected."
            : $"{read}; {met} of {Count.Of(expected, "expectation")} met.";
    }

    private static string Sentence(Expectation expectation) =>
        $"{Question(expectation)}: {Outcome(expectation.Standing, expectation.Conduct, expectation.Basis)}";

    /// <summary>What is expected of whom, when and where, without the outcome.</summary>
    private static string Question(Expectation expectation)
    {
        var place = expectation.Place is { } where ? $" in {where.Name}" : "";
        return $"{When(expectation.View, expectation.Days, expectation.KnownOn, expectation.KnownTo)}: clause {expectation.ClauseId} for {expectation.Party.Name}{place}";
    }

    private static string Question(CountExpectation expectation)
    {
        var of = expectation.Party is { } party ? $" for {party.Name}" : "";
        var place = expectation.Place is { } where ? $" in {where.Name}" : "";
        return $"{When(expectation.View, expectation.Days, expectation.KnownOn, expectation.KnownTo)}: count {expectation.Count.Name}{of}{place}";
    }

    private static string When(string view, DayRange range, int? knownOn, Party? knownTo)
    {
        var first = Words.Date(range.From);
        var last = Words.Date(range.Before - 1);
        var days = first == last ? $"on {first}" : $"from {first} through {last}";
        var to = knownTo is { } party ? $" to {party.Name}" : "";
        var known = knownOn is { } day ? $" known{to} on {Words.Date(day)}" : "";
        return $"under {view} {days}{known}";
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
