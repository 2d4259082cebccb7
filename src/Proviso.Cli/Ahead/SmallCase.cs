using Proviso.Cli.Commands;
using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Evaluation.Placing;
using Proviso.Formats.Answers;
using Proviso.Language;
using Proviso.Language.Text;

namespace Proviso.Cli.Ahead;

/// <summary>Judges a small case on another processor while the real one is read, and throws the answer away.</summary>
/// <remarks>Much of the time of a command goes into compiling methods when each is first called. A method that the small case has
/// called is ready when the real one comes to it; none of that work is lost (docs/performance.md). It reads nothing from outside, prints nothing,
/// and no answer depends on how far it came.</remarks>
internal static class SmallCase
{
    /// <summary>The commands that judge.</summary>
    private static readonly string[] judging = ["check", "status", "why", "timeline", "what-if", "diff", "sources"];

    /// <summary>Begins, when the command line has a command that judges and there is a second processor. Never waited for.</summary>
    /// <param name="surface">What the real answer is printed on, so that the same methods are called. (Laying out for another surface
    /// could even disturb the terminal: it is asked for its abilities.)</param>
    public static void BeginFor(string[] arguments, Surface surface)
    {
        if (arguments is [var command, _, ..] && judging.Contains(command, StringComparer.Ordinal) && Environment.ProcessorCount > 1)
        {
            new Thread(() => Judge(surface)) { IsBackground = true, Name = "small case" }.Start();
        }
    }

    /// <summary>The text of the small case.</summary>
    private static SourceText Text()
    {
        using var stream = typeof(SmallCase).Assembly.GetManifestResourceStream("small.proviso")!;
        using var reader = new StreamReader(stream);
        return SourceText.From("small.proviso", reader.ReadToEnd());
    }

    /// <summary>From the text to the printed tables, as <c>status</c> does it.</summary>
    private static void JudgeOn(Page page)
    {
        if (Compilation.Of([Text()]) is { Case: { } read, HasErrors: false })
        {
            var (placed, _) = Ground.Place(read, _ => null);
            var verdicts = Evaluator.Run(placed, Knowledge.All);
            var answer = StatusAnswer.On(verdicts, verdicts.Horizon, verdicts.Views, _ => true);
            new StatusText(page, answer).Print();
        }
    }

    private static void Judge(Surface surface)
    {
        try
        {
            JudgeOn(new Page(TextWriter.Null, surface));
        }
        catch (Exception)
        {
            // Whatever it is, the real case meets it too, and there it is told.
        }
    }
}
