using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Formats.Statements;
using Spectre.Console;

namespace Proviso.Cli.Commands;

/// <summary>Tells what came of an import.</summary>
internal static class ImportText
{
    /// <summary>Faults told at most: whoever has more mends the first and runs again.</summary>
    private const int MostShown = 50;

    /// <summary>Each fault with its place, the column of the table it is in, and what to do.</summary>
    public static void PrintFaults(Page page, string file, IEnumerable<Fault> faults)
    {
        var all = faults.ToList();
        foreach (var fault in all.Take(MostShown))
        {
            PrintFault(page, file, fault);
        }

        if (all.Count > MostShown)
        {
            page.Line($"and {all.Count - MostShown} more; `--json` has them all");
        }
    }

    /// <summary>One fault.</summary>
    public static void PrintFault(Page page, string file, Fault fault)
    {
        var style = new Style(fault.IsError ? Color.Red : Color.Yellow, decoration: Decoration.Bold);
        var kind = $"{(fault.IsError ? "error" : "warning")}{(fault.Code is null ? "" : $" {fault.Code}")}: ";
        var field = fault.Place.Field is { } heading ? $"column `{heading}`: " : "";
        page.Headed($"{Visible.Of(GivenFile.PlaceIn(file.Replace('\\', '/'), fault.Place))}: ", new(kind, style), Visible.Of(field + fault.Message));
        foreach (var hint in fault.Hints)
        {
            page.Text(new("  hint: ", new Style(Color.Aqua)), Visible.Of(hint), indent: 8);
        }
    }

    /// <summary>What was written, or that nothing was and why.</summary>
    public static void PrintResult(Screen screen, string into, Imported imported, bool isWritten, bool keepGood)
    {
        var added = Count.Of(imported.Added.Length, "statement");
        if (isWritten && imported.Errors == 0)
        {
            screen.Output.Line($"added {added} to {Visible.Of(into)}");
        }
        else if (isWritten)
        {
            screen.Output.Line($"added {added} to {Visible.Of(into)}; {Count.Of(imported.Errors, "error")} left others out");
        }
        else if (imported.Errors == 0)
        {
            screen.Output.Line($"nothing to add to {Visible.Of(into)}");
        }
        else
        {
            screen.Error.Text("proviso: ", $"{Count.Of(imported.Errors, "error")}, so nothing was written." + (keepGood || imported.IsUnreadable ? "" : " `--keep-good` adds what is right."), indent: 9);
        }
    }
}
