using Proviso.Cli.Input;
using Spectre.Console;

namespace Proviso.Cli.Printing;

/// <summary>Prints what the world did to the input.</summary>
internal static class TroubleText
{
    /// <summary>"proviso: PATH: what is the matter", and below it the way out.</summary>
    public static void Print(Page page, Trouble trouble) => Print(page, trouble, new("error: ", new Style(Color.Red, decoration: Decoration.Bold)));

    /// <summary>The same for something that was left out on purpose.</summary>
    public static void PrintLeftOut(Page page, Trouble trouble) => Print(page, trouble, new("note: ", new Style(Color.Aqua)));

    private static void Print(Page page, Trouble trouble, Ink kind)
    {
        page.Headed($"{Visible.Of(trouble.Path)}: ", kind, Visible.Of(trouble.Message));
        page.Text("  ", Visible.Of(trouble.WayOut), indent: 2);
    }
}
