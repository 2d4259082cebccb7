using System.Collections.Immutable;
using System.Text;
using Proviso.Formats.Statements;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Formats.Bulk;

/// <summary>The sentences of a file that are bound when all is read.</summary>
internal sealed class LaterSentences(string path, bool isTable)
{
    /// <summary>Sentences that speak of others are kept as text until then; more than this would fill the memory.</summary>
    public const int Most = 1_000_000;

    /// <summary>The day on which the file says that its sources were read, as written.</summary>
    private string? readOn;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>True for a table.</summary>
    public bool IsTable => isTable;

    /// <summary>The sentences with their rows, those that have one.</summary>
    public List<LaterSentence> Sentences { get; } = [];

    /// <summary>Adds one, or says why not.</summary>
    public Fault? Add(Draft draft, int row, ImmutableArray<Fault> warnings)
    {
        if (draft.Statement.TextOf(PartNames.ReadOn) is { } day)
        {
            if (day == readOn)
            {
                return null; // The file says so already.
            }

            readOn ??= day;
        }

        if (Sentences.Count == Most)
        {
            return Fault.Error(
                draft.Statement.Place, $"this file has more than {Most:N0} positions, corrections and ends, or reports that do not say when they were said", "divide it");
        }

        draft.Forget();
        Sentences.Add(new(draft, row, warnings));
        return null;
    }
}

/// <summary>A sentence that is bound when all is read.</summary>
/// <param name="Row">Its row, or -1.</param>
/// <param name="Warnings">What is to be known about how it is written.</param>
internal sealed record LaterSentence(Draft Draft, int Row, ImmutableArray<Fault> Warnings);

/// <summary>Binds the sentences that were put off, and those that lean on what is wrong until nothing is.</summary>
internal sealed class Later(IReadOnlyList<LaterSentences> files, Intake intake, RecordFaults faults)
{
    /// <summary>Rounds in which statements fall because those they speak of fell, at most.</summary>
    private const int MostRounds = 50;

    private readonly HashSet<Draft> wrong = [];

    /// <summary>The sentences that are right, a tree for each file.</summary>
    public ImmutableArray<SyntaxTree> Settled()
    {
        for (var round = 0; ; round++)
        {
            var (trees, starts) = Trees();
            var (diagnostics, answers) = intake.Check(trees);
            var warnings = new List<RecordFault>();
            var fallen = diagnostics.Count(one => Falls(one, starts, warnings)) + Dropped(answers);
            foreach (var file in files)
            {
                file.Sentences.RemoveAll(each => wrong.Contains(each.Draft));
            }

            if (fallen == 0)
            {
                warnings.AddRange(files.SelectMany(file => file.Sentences.SelectMany(each => each.Warnings).Select(fault => new RecordFault(file.Path, fault))));
                warnings.ForEach(one => faults.Add(one.Path, one.Fault));
                faults.Forget(intake.Dropped);
                return trees;
            }

            if (round == MostRounds)
            {
                faults.Add(files[0].Path, Fault.Error(default, "too many statements lean on others that are wrong"));
                intake.Drop(files.SelectMany(file => file.Sentences).Select(each => each.Row).Where(row => row >= 0));
                return [];
            }
        }
    }

    private (ImmutableArray<SyntaxTree> Trees, Dictionary<string, int[]> Starts) Trees()
    {
        var trees = ImmutableArray.CreateBuilder<SyntaxTree>();
        var starts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Sentences.Count > 0))
        {
            var text = new StringBuilder();
            var at = new int[file.Sentences.Count];
            for (var each = 0; each < at.Length; each++)
            {
                at[each] = text.Length;
                text.Append(file.Sentences[each].Draft.Text);
            }

            starts[file.Path] = at;
            trees.Add(SyntaxTree.Parse(SourceText.From(file.Path, text.ToString())));
        }

        return (trees.DrainToImmutable(), starts);
    }

    private bool Falls(Diagnostic diagnostic, Dictionary<string, int[]> starts, List<RecordFault> warnings)
    {
        if (!starts.TryGetValue(diagnostic.Span.File, out var at))
        {
            return false;
        }

        var found = Array.BinarySearch(at, diagnostic.Span.Start);
        var owner = found >= 0 ? found : ~found - 1;
        var (draft, row, _) = files.First(file => file.Path == diagnostic.Span.File).Sentences[owner];
        var told = draft.Told(diagnostic, diagnostic.Span.Start - at[owner]);
        if (!diagnostic.IsError)
        {
            warnings.Add(new(diagnostic.Span.File, told));
            return false;
        }

        faults.Add(diagnostic.Span.File, told);
        wrong.Add(draft);
        if (row >= 0)
        {
            intake.Drop([row]);
        }

        return true;
    }

    private int Dropped(ImmutableArray<WrongAnswer> answers)
    {
        foreach (var answer in answers)
        {
            var path = intake.Columns.FileOf(answer.Row);
            var place = new FilePlace(intake.Columns.LineOf(answer.Row), answer.Column, files.First(file => file.Path == path).IsTable ? PartNames.For : null);
            var told = answer.Diagnostic;
            faults.Add(path, new(place, told.Code, told.IsError, told.Message, told.Hints));
        }

        intake.Drop(answers.Select(answer => answer.Row));
        return answers.Length;
    }
}
