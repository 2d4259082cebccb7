using Spectre.Console;
using Spectre.Console.Rendering;

namespace Proviso.Cli.Printing;

/// <summary>Where answers go (output) and where everything else goes (error): what went wrong, what was left out.</summary>
/// <remarks>Colour appears only on a terminal. What is printed elsewhere is plain text whose lines carry no
/// trailing spaces, the same on every machine.</remarks>
internal sealed class Screen(TextWriter output, TextWriter error, Surface outputSurface, Surface errorSurface)
{
    /// <summary>The widest that anything is laid out, in cells; single words may be longer.</summary>
    public const int Widest = 100;

    /// <summary>Answers.</summary>
    public Page Output { get; } = new(output, outputSurface);

    /// <summary>Troubles and remarks.</summary>
    public Page Error { get; } = new(error, errorSurface);
}

/// <summary>What a page is printed on.</summary>
/// <param name="IsTerminal">True when a person looks at it directly.</param>
/// <param name="Colour">True when it takes colour; requires <paramref name="IsTerminal"/>.</param>
/// <param name="Width">Cells in a line.</param>
internal readonly record struct Surface(bool IsTerminal, bool Colour, int Width)
{
    /// <summary>A file or another program.</summary>
    public static Surface Plain => new(false, false, Screen.Widest);
}

/// <summary>A stretch of text in one style.</summary>
internal readonly record struct Ink(string Text, Style Style)
{
    public static implicit operator Ink(string text) => new(text, Style.Plain);
}

/// <summary>One of the two streams of the program.</summary>
internal sealed class Page(TextWriter writer, Surface surface)
{
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = surface.Colour ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = surface.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new Sink(writer, surface.Width),
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });

    /// <summary>Cells in a line.</summary>
    public int Width => surface.Width;

    /// <summary>True when a person looks at it directly.</summary>
    public bool IsTerminal => surface.IsTerminal;

    /// <summary>Where text goes that is meant for a program, byte for byte.</summary>
    public TextWriter Raw => writer;

    /// <summary>An empty line.</summary>
    public void Line() => writer.Write('\n');

    /// <summary>One line, not broken.</summary>
    public void Line(params ReadOnlySpan<Ink> inks)
    {
        if (surface.Colour)
        {
            foreach (var ink in inks)
            {
                console.Write(new Inked(ink));
            }
        }
        else
        {
            writer.Write(string.Concat(inks.ToArray().Select(ink => ink.Text)).TrimEnd(' '));
        }

        writer.Write('\n');
    }

    /// <summary>A text broken to the page's width, its further lines moved right by <paramref name="indent"/>.</summary>
    /// <param name="lead">Stands before the text on its first line, unbroken.</param>
    public void Text(Ink lead, string text, int indent, Style? style = null)
    {
        var used = Visible.Cells(lead.Text);
        var lines = Wrap.Lines(text, Width - indent, used - indent);
        Line(lead, new(lines[0], style ?? Style.Plain));
        foreach (var line in lines.Skip(1))
        {
            Line(new string(' ', indent), new(line, style ?? Style.Plain));
        }
    }

    /// <summary>A message after its place and its kind, "file:line:column: error: what", broken to the page's width.</summary>
    public void Headed(string place, Ink kind, string message)
    {
        var lines = Wrap.Lines(message, Width - 4, Visible.Cells(place + kind.Text) - 4);
        Line(new(place, new Style(decoration: Decoration.Bold)), kind, lines[0]);
        foreach (var line in lines.Skip(1))
        {
            Line("    ", line);
        }
    }

    /// <summary>A table or another block that lays itself out.</summary>
    public void Block(IRenderable block)
    {
        if (surface.Colour)
        {
            console.Write(block);
            return;
        }

        using var text = new StringWriter();
        var plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new Sink(text, surface.Width),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        plain.Write(block);
        foreach (var line in text.ToString().TrimEnd('\n', '\r').Split('\n'))
        {
            writer.Write(line.TrimEnd());
            writer.Write('\n');
        }
    }

    /// <summary>A styled stretch that never breaks.</summary>
    private sealed class Inked(Ink ink) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new(ink.Text, ink.Style)];
    }

    /// <summary>The stream with the width we chose, whatever the machine says.</summary>
    private sealed class Sink(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => width;

        public int Height => 1000;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
