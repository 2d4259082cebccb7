using System.Collections.Immutable;
using System.Text;
using Proviso.Formats.Statements;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Formats.Messages;

/// <summary>Invented messages and forms to try things on.</summary>
internal static class MessageSamples
{
    private const string Folder = "tests/corpus/messages";

    /// <summary>The agreement of the corpus that has forms.</summary>
    public static ImmutableArray<SourceText> Texts { get; } = [SourceText.From("lake/agreement.proviso", File.ReadAllText(Repository.PathOf($"{Folder}/agreement.proviso")))];

    public static Agreement Agreement { get; } = Compilation.Of(Texts).Case!.Agreement;

    /// <summary>Its forms.</summary>
    public static ImmutableArray<MessageForm> Forms { get; } = [.. Directory.GetFiles(Repository.PathOf($"{Folder}/forms")).Order(StringComparer.Ordinal).Select(path => Sound(File.ReadAllText(path), $"forms/{Path.GetFileName(path)}"))];

    public static MessageForm Sound(string json, string file = "forms/x.json")
    {
        var (form, faults) = FormReader.Read(Samples.Bytes(json), file);
        Assert.Empty(faults);
        return form!;
    }

    /// <summary>A sound message, with changes: a member written here is written instead of its own.</summary>
    public static string Message(string number = "North 1/2024", string form = "numbers", int version = 1, string sent = "2024-07-10T08:00Z", string fields = """{"as-of":"2024-07-01","boats":4}""", string more = "") =>
        $$"""{"schema":"proviso/message/1","form":"{{form}}","version":{{version}},"number":"{{number}}","sender":"north","addressees":["south"],"sent":"{{sent}}","fields":{{fields}}{{(more.Length == 0 ? "" : ",")}}{{more}}}""";

    /// <summary>What comes of adding messages, one a line, to a file of the case.</summary>
    public static Imported Added(string lines, string into = "", bool keepGood = false, ImmutableArray<MessageForm>? forms = null) => Added(Samples.Bytes(lines), isLines: true, into, keepGood, forms);

    public static Imported Added(GivenBytes given, bool isLines, string into = "", bool keepGood = false, ImmutableArray<MessageForm>? forms = null)
    {
        var file = SourceText.From("lake/more.proviso", into);
        return Import.Of(MessageStatements.Read(given, isLines, "given.jsonl", forms ?? Forms, Agreement, [.. Texts, file]), Texts, file, keepGood);
    }

    /// <summary>The only fault, which is an error and leaves all out.</summary>
    public static Fault Only(Imported imported)
    {
        Assert.Null(imported.Text);
        var fault = Assert.Single(imported.Faults);
        Assert.True(fault.IsError);
        return fault;
    }

    /// <summary>The text of a file after messages were added, each by itself, without a word against them.</summary>
    public static string After(params string[] messages)
    {
        var text = "";
        foreach (var message in messages)
        {
            var imported = Added(message, text);
            Assert.Empty(imported.Faults);
            text = imported.Text!;
        }

        return text;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
