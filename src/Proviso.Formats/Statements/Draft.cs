using System.Collections.Immutable;
using System.Text;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;

namespace Proviso.Formats.Statements;

/// <summary>A statement as a sentence, not yet laid out; each stretch of it knows from which part it comes.</summary>
internal sealed class Draft
{
    private readonly StringBuilder text = new();
    private readonly List<Segment> segments = [];
    private SyntaxTree? tree;

    private Draft(Statement statement) => Statement = statement;

    /// <summary>The statement, its blanks set right.</summary>
    public Statement Statement { get; }

    /// <summary>The sentence with its full stop and a line end.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The sentence as it was read again.</summary>
    public SyntaxTree Tree => tree ??= SyntaxTree.Parse(Text);

    /// <summary>Lets the tree go; it is read anew when it is asked for.</summary>
    public void Forget() => tree = null;

    /// <summary>The draft of a statement, or null and what is wrong with it; a draft may come with warnings. What it says as a sentence is exactly
    /// what it says as a statement: the sentence has been taken apart again and compared.</summary>
    public static (Draft? Draft, ImmutableArray<Fault> Faults) Of(Statement given)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var parts = ImmutableArray.CreateBuilder<StatementPart>(given.Parts.Length);
        foreach (var part in given.Parts)
        {
            var (sound, fault) = PartChecks.Check(part);
            if (sound is not null)
            {
                parts.Add(sound);
            }

            if (fault is not null)
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            return (null, faults.DrainToImmutable());
        }

        var statement = given with { Parts = parts.DrainToImmutable() };
        var (form, missing) = Form.Of(statement);
        if (form is null)
        {
            return (null, missing);
        }

        var draft = new Draft(statement);
        draft.Write(form);
        return draft.Proved();
    }

    /// <summary>Where a stretch of the sentence was given.</summary>
    /// <param name="start">An offset in <see cref="Text"/>.</param>
    public FilePlace PlaceOf(int start, int length)
    {
        var place = Statement.Place;
        foreach (var segment in segments)
        {
            if (segment.Start > start + length)
            {
                break;
            }

            if (segment.End >= start)
            {
                place = segment.Place;
                if (segment.End > start)
                {
                    break;
                }
            }
        }

        return place;
    }

    /// <summary>A diagnostic of the language, told at the place that was given.</summary>
    public Fault Told(Diagnostic diagnostic, int start) => new(
        PlaceOf(start, diagnostic.Span.Length), diagnostic.Code, diagnostic.IsError, diagnostic.Message, diagnostic.Hints);

    private (Draft?, ImmutableArray<Fault>) Proved()
    {
        ImmutableArray<Fault> faults = [.. Tree.Diagnostics.Select(one => Told(one, one.Span.Start))];
        if (faults.Any(fault => fault.IsError))
        {
            return (null, faults);
        }

        var again = Tree.Root.Sentences is [var only] && Tree.Root.End.FullStart == Tree.Root.End.FullEnd ? StatementOf.Sentence(only) : null;
        return Difference(again) is { } difference ? (null, [difference]) : (this, faults);
    }

    /// <summary>The first part that the sentence does not say as it was given, or null.</summary>
    private Fault? Difference(Statement? again)
    {
        var given = Statement.Parts.Where(part => part.Name != PartNames.File).ToList();
        var differs = again is null ? null : given.FirstOrDefault(part => again.Find(part.Name) is not { } read || !Same(part.Value, read.Value));
        if (again is not null && differs is null && again.Parts.Length == given.Count)
        {
            return null;
        }

        return differs is null
            ? Fault.Error(Statement.Place, "this does not read back as it was given")
            : Fault.Error(differs.Place, $"`{differs.Name}` does not read back as it was given");
    }

    /// <summary>True when two values say the same.</summary>
    internal static bool Same(PartValue given, PartValue read) => (given, read) switch
    {
        (ListValue one, ListValue other) => one.Items.SequenceEqual(other.Items, StringComparer.Ordinal),
        (PairsValue one, PairsValue other) => one.Pairs.SequenceEqual(other.Pairs),
        (ReceiptsValue one, ReceiptsValue other) => one.Receipts.SequenceEqual(other.Receipts),
        _ => given == read,
    };

    private void Write(Form form)
    {
        foreach (var line in Statement.Find(PartNames.Quoted) is { Value: ListValue quoted } ? quoted.Items : [])
        {
            Add($"--| {line}", Statement.Find(PartNames.Quoted)!.Place);
            text.Append('\n');
        }

        switch (Statement.Sort)
        {
            case "sources":
                Words("sources read on");
                Part(PartNames.ReadOn);
                break;
            case "report":
                Words("report");
                Part(PartNames.Name);
                Content(form.Key);
                Attribution();
                break;
            default:
                Words("position");
                Part(PartNames.Holder);
                Part(PartNames.Verb);
                Target();
                Attribution();
                break;
        }

        text.Append(".\n");
        Text = text.ToString();
    }

    private void Content(string key)
    {
        switch (key)
        {
            case PartNames.State:
                Flag(PartNames.No, "no");
                if (Statement.Has(PartNames.Total))
                {
                    Flag(PartNames.Total, "total");
                    Part(PartNames.Amount);
                    Subject();
                    Part(PartNames.State);
                }
                else
                {
                    Subject();
                    Part(PartNames.State);
                    Part(PartNames.Amount);
                }

                Part(PartNames.In, "in");
                Stay();
                break;
            case PartNames.Event:
                Part(PartNames.Event);
                Part(PartNames.EventBy, "by");
                Part(PartNames.EventTo, "to");
                Flag(PartNames.NotReceived, "not received");
                if (Statement.Has(PartNames.Thing))
                {
                    Words("of");
                    Part(PartNames.Amount);
                    Subject();
                }

                Part(PartNames.In, "in");
                Part(PartNames.On, "on");
                Part(PartNames.For, "for");
                break;
            case PartNames.Model:
                Part(PartNames.Model);
                Part(PartNames.Has, "has");
                break;
            case PartNames.EndOf:
                Part(PartNames.EndOf, "end of");
                Part(PartNames.On, "on");
                break;
            case PartNames.AccessDeniedTo:
                Part(PartNames.AccessDeniedTo, "access denied to");
                Part(PartNames.In, "in");
                Stay();
                break;
            case PartNames.LogOf:
                Part(PartNames.LogOf, "log of");
                Words("complete");
                Stay();
                break;
            default:
                Part(PartNames.Corrects, "corrects");
                Corrections();
                break;
        }
    }

    /// <summary>The parts of a correction in the order given.</summary>
    private void Corrections()
    {
        foreach (var part in Statement.Parts)
        {
            switch (part.Name)
            {
                case PartNames.DidNotOccur:
                    Flag(PartNames.DidNotOccur, "did not occur");
                    break;
                case PartNames.Thing:
                    Words("subject");
                    Subject();
                    break;
                case PartNames.Amount:
                    Part(PartNames.Amount, "amount");
                    break;
                case PartNames.In:
                    Part(PartNames.In, "in");
                    break;
                case PartNames.On or PartNames.From or PartNames.Since:
                    Stay();
                    break;
            }
        }
    }

    private void Target()
    {
        Part(PartNames.Clause, "clause");
        Part(PartNames.In, "in");
        Flag(PartNames.Agreement, "agreement");
        Part(PartNames.Reading, "reading");
        Part(PartNames.Dispute, "of");
        Part(PartNames.Report, "report");
        Part(PartNames.Its, "its");
        Part(PartNames.ProposedTo, "to");
    }

    private void Subject()
    {
        Part(PartNames.Thing);
        Part(PartNames.As, "as");
        Part(PartNames.With, "with");
    }

    private void Stay()
    {
        Part(PartNames.On, "on");
        Part(PartNames.From, "from");
        Part(PartNames.To, "to");
        Flag(PartNames.Onward, "onward");
        Part(PartNames.Since, "since");
        Part(PartNames.StillOn, "still on");
        Part(PartNames.LastingAtLeast, "lasting at least");
    }

    /// <summary>The parts of the attribution in the order given.</summary>
    private void Attribution()
    {
        foreach (var part in Statement.Parts)
        {
            switch (part.Name)
            {
                case PartNames.By or PartNames.Said or PartNames.Grade or PartNames.Quoting or PartNames.Read:
                    Part(part.Name, part.Name);
                    break;
                case PartNames.On when Statement.Sort == "position":
                    Part(PartNames.On, "on");
                    break;
                case PartNames.Received:
                    Part(PartNames.Received);
                    break;
                case PartNames.Source:
                    Part(PartNames.Source, "source");
                    Part(PartNames.At, "at");
                    break;
            }
        }
    }

    private void Flag(string name, string words)
    {
        if (Statement.Find(name) is { } part)
        {
            Add(words, part.Place);
        }
    }

    /// <summary>Writes a part, if it is there, after the words that introduce it.</summary>
    private void Part(string name, string? words = null)
    {
        if (Statement.Find(name) is not { } part)
        {
            return;
        }

        if (words is not null)
        {
            Words(words);
        }

        Add(Written(part), part.Place);
    }

    private static string Written(StatementPart part) => part.Value switch
    {
        TextValue value when PartNames.ShapeOf(part.Name) == PartShape.Title =>
            $"\"{value.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        TextValue value => value.Text,
        ListValue list => string.Join(", ", list.Items),
        PairsValue pairs => string.Join(", ", pairs.Pairs.Select(pair => $"{pair.Name} {pair.Value}")),
        ReceiptsValue receipts => string.Join(' ', receipts.Receipts.Select(receipt => $"received by {receipt.By} on {receipt.On}")),
        _ => throw new System.Diagnostics.UnreachableException(part.Name),
    };

    private void Words(string words) => text.Append(Separator).Append(words);

    private void Add(string words, FilePlace place)
    {
        text.Append(Separator);
        segments.Add(new(text.Length, text.Length + words.Length, place));
        text.Append(words);
    }

    private string Separator => text.Length == 0 || text[^1] == '\n' ? "" : " ";

    private readonly record struct Segment(int Start, int End, FilePlace Place);
}
