using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Proviso.Formats.Messages;

namespace Proviso.Formats.Statements;

/// <summary>
/// Files that are broken, or made to break a reader: each is refused with a place and a way out, and none ends in an exception. Those of
/// <c>tests/corpus/hostile</c> stay for ever; a file that breaks a reader one day goes there.
/// </summary>
public sealed class HostileFilesTests
{
    private const string Folder = "tests/corpus/hostile";
    private const string Outcomes = Folder + "/outcomes.txt";

    private static string[] Files => [.. Directory.GetFiles(Repository.PathOf(Folder)).Where(path => !path.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_file_of_the_corpus_is_told_what_is_wrong_with_it()
    {
        var told = new StringBuilder();
        foreach (var path in Files)
        {
            told.Append(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}\n");
            foreach (var line in Told(Path.GetFileName(path), File.ReadAllBytes(path)))
            {
                told.Append(CultureInfo.InvariantCulture, $"  {line}\n");
            }
        }

        if (Environment.GetEnvironmentVariable("PROVISO_BLESS") == "1")
        {
            File.WriteAllText(Repository.PathOf(Outcomes), told.ToString());
        }

        Assert.Equal(File.ReadAllText(Repository.PathOf(Outcomes)), told.ToString());
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void A_bomb_of_depth_is_refused(char open)
    {
        var bomb = new string(open, 1_000_000);
        Assert.Contains("nested deeper", Samples.Json(open == '[' ? bomb : string.Concat(Enumerable.Repeat("{\"a\":", 200_000))).Refused!.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Samples.Lines(bomb).Faults);
    }

    [Fact]
    public void A_long_value_and_a_long_list_are_refused()
    {
        var text = Samples.Added(Samples.Lines(Samples.Line($"\"at\":\"{new string('x', 10_001)}\"")));
        var list = Samples.Added(Samples.Lines(Samples.Line($"\"quoted\":[{string.Join(',', Enumerable.Repeat("\"x\"", 1001))}]")));

        Assert.Contains("10,001 characters", Assert.Single(text.Faults).Message, StringComparison.Ordinal);
        Assert.Contains("1,001 items", Assert.Single(list.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_messages_take_time_in_proportion()
    {
        var many = $"[{string.Join(',', Enumerable.Range(1, 5_000).Select(number => MessageSamples.Message($"North {number}/2024")))}]";
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var read = MessageStatements.Read(Samples.Bytes(many), isLines: false, "given.json", MessageSamples.Forms, MessageSamples.Agreement, MessageSamples.Texts);

        Assert.Equal(10_000, read.Statements.Length);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Many_statements_on_one_line_take_time_in_proportion()
    {
        var many = $$"""{"schema":"proviso/statements/1","statements":[{{string.Join(',', Enumerable.Range(0, 20_000).Select(number => Samples.Line(name: $"r{number}")))}}]}""";
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(20_000, Samples.Json(many).Statements.Length);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    /// <summary>Good and hostile files with bytes changed, taken out, doubled, and with what means something to some format put in.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_change_of_a_file_ends_in_an_exception(int seed)
    {
        var random = new Random(seed);
        (string Name, byte[] Bytes)[] samples = [.. Good(), .. Files.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];
        for (var round = 0; round < 1500; round++)
        {
            var (name, bytes) = samples[random.Next(samples.Length)];
            var changed = Changed(bytes, random);
            try
            {
                foreach (var line in Told(name, changed))
                {
                    Assert.NotEmpty(line);
                }
            }
            catch (Exception failed) when (failed is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{name}, seed {seed}, round {round}: {failed}\nAdd this to {Folder}: {Convert.ToBase64String(changed)}");
            }
        }
    }

    private static IEnumerable<(string, byte[])> Good()
    {
        var statements = Samples.Lines($"{Samples.Line(name: "one")}\n{Samples.Line("\"with\":{\"operator\":\"north\"},\"amount\":\"2 or more\",\"received\":[{\"by\":\"north\",\"on\":\"2024-03-07\"}]", "two")}").Statements;
        yield return ("good.json", Encoding.UTF8.GetBytes(StatementJson.Document("lake", statements)));
        yield return ("good.jsonl", Encoding.UTF8.GetBytes(StatementJson.Lines("lake", statements)));
        yield return ("good.csv", Encoding.UTF8.GetBytes(StatementTable.Write(statements)));
        yield return ("good.geojson", Encoding.UTF8.GetBytes(StatementMap.Write("lake", [.. statements.Select(At)], Samples.Points).Text));
        yield return ("good.map.json", """{"schema":"proviso/mapping/1","separator":";","columns":{"a":"name","b":null},"values":{"a":{"x":"y"}},"constants":{"by":"north"}}"""u8.ToArray());

        static Statement At(Statement statement) => statement with
        {
            Parts = [.. statement.Parts.Select(part => part.Name == PartNames.In ? part with { Value = new TextValue("port-north") } : part)],
        };
    }

    private static byte[] Changed(byte[] bytes, Random random)
    {
        byte[][] pieces = ["\""u8.ToArray(), "\\"u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "."u8.ToArray(), "--"u8.ToArray(),
            "\\ud800"u8.ToArray(), "1e999"u8.ToArray(), "null"u8.ToArray(), "="u8.ToArray(), "\0"u8.ToArray(), [0xFF], [0xEF, 0xBB, 0xBF], "\u202E"u8.ToArray(), "no"u8.ToArray(), "report"u8.ToArray()];
        var changed = bytes.ToList();
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(changed.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < changed.Count:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1 when at < changed.Count:
                    changed.RemoveRange(at, Math.Min(random.Next(1, 30), changed.Count - at));
                    break;
                case 2 when at < changed.Count:
                    changed.InsertRange(random.Next(changed.Count), changed.GetRange(at, Math.Min(random.Next(1, 60), changed.Count - at)));
                    break;
                case 3:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
                default:
                    changed.InsertRange(at, pieces[random.Next(pieces.Length)]);
                    break;
            }
        }

        return [.. changed];
    }

    /// <summary>What is said of a file that is imported into the lake with what is good in it kept.</summary>
    private static IEnumerable<string> Told(string name, byte[] bytes)
    {
        var (given, packed) = GivenBytes.Of(bytes);
        if (given is null)
        {
            return [Line(packed!)];
        }

        if (name.EndsWith(".map.json", StringComparison.Ordinal))
        {
            var (mapping, wrong) = Mapping.Read(given);
            return wrong is null ? [$"maps {mapping!.Columns.Count}", .. Samples.Csv("a;b\nx;=1\n\"\";y\n", mapping).Faults.Select(Line)] : [Line(wrong)];
        }

        if (name.EndsWith(".form.json", StringComparison.Ordinal))
        {
            var (form, wrong) = FormReader.Read(given, name);
            return form is null ? wrong.Select(Line) : [$"makes {form.Makes.Length}", .. Messages(MessageSamples.Message(form: form.Name, version: form.Version), [form])];
        }

        if (name.Contains(".message.", StringComparison.Ordinal))
        {
            return MessageStatements.AreIn(given) ? Messages(given, name.EndsWith('l'), MessageSamples.Forms) : ["no messages"];
        }

        var read = Path.GetExtension(name) switch
        {
            ".jsonl" => StatementJsonReader.Lines(given),
            ".csv" => StatementTable.Read(given, null),
            ".geojson" => StatementMap.Read(given, Samples.Points),
            _ => StatementJsonReader.Document(given),
        };
        var imported = Samples.Added(read, keepGood: true);
        return [.. imported.Faults.Select(Line), $"added {imported.Added.Length}"];
    }

    private static IEnumerable<string> Messages(string json, ImmutableArray<MessageForm> forms) => Messages(Samples.Bytes(json), isLines: false, forms);

    private static IEnumerable<string> Messages(GivenBytes given, bool isLines, ImmutableArray<MessageForm> forms)
    {
        var imported = MessageSamples.Added(given, isLines, keepGood: true, forms: forms);
        return [.. imported.Faults.Select(Line), $"added {imported.Added.Length}"];
    }

    private static string Line(Fault fault) => string.Create(
        CultureInfo.InvariantCulture,
        $"{fault.Place.Line}:{fault.Place.Column}{(fault.Place.Field is { } field ? $" {field}" : "")}: {(fault.IsError ? "error" : "warning")} {fault.Code}: {fault.Message}");
}
