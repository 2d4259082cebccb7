using System.Globalization;
using Proviso.Cli.Printing;
using Proviso.Formats.Bulk;

namespace Proviso.Cli.Commands;

/// <summary>Tells what is wrong with records.</summary>
internal static class RecordText
{
    /// <summary>The first faults with their places, and how many more there are.</summary>
    public static void Print(Page page, RecordsRead read, bool errorsOnly)
    {
        var shown = read.Faults.Where(one => one.Fault.IsError || !errorsOnly).ToList();
        foreach (var (path, fault) in shown)
        {
            ImportText.PrintFault(page, path, fault);
        }

        var more = read.Errors + (errorsOnly ? 0 : read.Warnings) - shown.Count;
        if (more > 0)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"and {more:N0} more"));
        }
    }

    /// <summary>The records that were left out although the others are used.</summary>
    public static void PrintLeftOut(Page page, RecordsRead read)
    {
        Print(page, read, errorsOnly: true);
        page.Text("note: ", $"{Count.Of(read.Errors, "error")} in the records; what is told leaves out the records that have one", indent: 6);
    }
}
