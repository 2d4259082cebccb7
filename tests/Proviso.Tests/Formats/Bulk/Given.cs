using System.Collections.Immutable;
using System.Text;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Formats.Bulk;

/// <summary>Short ways to read records.</summary>
internal static class Given
{
    public static RecordsRead Read(ImmutableArray<SourceText> texts, ImmutableArray<(string Path, byte[] Bytes)> records, RecordForm form, bool keepGood = false)
    {
        var intake = Intake.Open([.. texts.Select(SyntaxTree.Parse)]);
        Assert.True(intake.IsSound);
        var reader = new RecordReader(intake);
        foreach (var (path, bytes) in records)
        {
            reader.Read(new MemoryStream(bytes), path, form);
        }

        return reader.Close(keepGood);
    }

    /// <summary>Reads records into the lake.</summary>
    public static RecordsRead Lake(string records, RecordForm form = RecordForm.Lines, bool keepGood = false) =>
        Read(Statements.Samples.Lake, [("lake/seen", Encoding.UTF8.GetBytes(records))], form, keepGood);
}
