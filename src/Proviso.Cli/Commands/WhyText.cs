using Proviso.Cli.Printing;
using Proviso.Evaluation.Explanation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Spectre.Console;

namespace Proviso.Cli.Commands;

/// <summary>Prints the reasons of a verdict: as paragraphs, or as a tree.</summary>
internal sealed class WhyText(Page page, Case @case)
{
    private static readonly Style quiet = new(Color.Grey);

    /// <summary>Prints one answer.</summary>
    /// <param name="views">Those that have it; the first is the one explained.</param>
    /// <param name="first">False when another answer stands above it.</param>
    public void Print(WhyAnswer answer, IReadOnlyList<View> views, bool tree, bool first)
    {
        if (!first)
        {
            page.Line();
            page.Line(new Ink(new string('-', Math.Min(page.Width, 40)), quiet));
            page.Line();
        }

        if (tree)
        {
            page.Text("", Visible.Of(answer.Paragraphs[0]), indent: 0);
            foreach (var line in Account.Tree(@case, answer.Explanation))
            {
                PrintLine(line, 0);
            }
        }
        else
        {
            foreach (var (paragraph, index) in answer.Paragraphs.Select((paragraph, index) => (paragraph, index)))
            {
                if (index > 0)
                {
                    page.Line();
                }

                page.Text("", Visible.Of(paragraph), indent: 0);
            }
        }

        if (views.Count > 1)
        {
            page.Line();
            page.Text("", $"The answer is the same in the {(views.Count == 2 ? "view" : "views")} {string.Join(", ", views.Skip(1).Select(view => view.Name))}.", indent: 0, quiet);
        }
    }

    private void PrintLine(AccountLine line, int depth)
    {
        page.Text($"{new string(' ', depth * 2)}- ", Visible.Of(line.Text), indent: (depth * 2) + 2);
        foreach (var below in line.Because)
        {
            PrintLine(below, depth + 1);
        }
    }
}
