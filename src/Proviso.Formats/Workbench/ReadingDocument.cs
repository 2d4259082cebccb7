using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Workbench;

/// <summary>An agreement in plain English, as <c>proviso read</c> has it.</summary>
/// <param name="Schema">Always "proviso/reading/1".</param>
public sealed record ReadingDocument(string Schema, AgreementHeading Agreement, ImmutableArray<ReadingSection> Sections)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/reading/1";

    /// <summary>The reading of a case.</summary>
    public static ReadingDocument From(Case @case)
    {
        var prose = new Prose(@case);
        var clauses = @case.Agreement.Clauses.Select(clause => (clause.Id, Heading: prose.Document(clause.Id).Blocks.OfType<Heading>().First().Text)).ToList();
        var sections = new List<(string Title, string? Clause, List<ReadingBlock> Blocks)> { (@case.Agreement.Title, null, []) };
        var left = new Queue<(string Id, string Heading)>(clauses);
        foreach (var block in prose.Document().Blocks)
        {
            if (block is Heading { Level: 1 } heading)
            {
                var isClause = left.TryPeek(out var next) && next.Heading == heading.Text;
                sections.Add((heading.Text, isClause ? left.Dequeue().Id : null, []));
            }
            else
            {
                sections[^1].Blocks.AddRange(ReadingBlock.Of(block));
            }
        }

        return new(SchemaName, new(@case.Agreement.Name, @case.Agreement.Title), [.. sections.Select(section => new ReadingSection(section.Title, section.Clause, [.. section.Blocks]))]);
    }
}

/// <summary>A section of a reading.</summary>
/// <param name="Clause">The clause that it is the reading of.</param>
public sealed record ReadingSection(string Title, string? Clause, ImmutableArray<ReadingBlock> Blocks);

/// <summary>A piece of a reading.</summary>
/// <param name="Kind">"heading", "paragraph", "item" or "quotation".</param>
/// <param name="Mark">The number of a paragraph, or the mark of an item.</param>
public sealed record ReadingBlock(string Kind, string? Mark, string Text)
{
    internal static IEnumerable<ReadingBlock> Of(Block block) => block switch
    {
        Heading heading => [new("heading", null, heading.Text)],
        Paragraph paragraph => [new("paragraph", paragraph.Number, paragraph.Text)],
        Items items => items.Entries.Select(item => new ReadingBlock("item", item.Mark, item.Text)),
        Quotation quotation => quotation.Lines.Select(line => new ReadingBlock("quotation", null, line)),
        _ => throw new UnreachableException(block.GetType().Name),
    };
}
