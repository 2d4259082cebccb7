using System.Text;
using Proviso.Formats.Statements;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;

namespace Proviso.Formats.Bulk;

/// <summary>Files of records that are broken or made to harm: a clear error with its place, or the right case; never more.</summary>
public sealed class HostileRecordsTests
{
    private static string Good(int number) => Samples.Line(name: $"seen-{number}");

    [Fact]
    public void A_line_that_is_not_UTF_8_is_one_fault()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Good(1) + "\n"), .. "{\"sentence\":\""u8, 0xFF, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(Good(3) + "\n")];
        var read = Given.Read(Samples.Lake, [("lake/seen", bytes)], RecordForm.Lines, keepGood: true);

        var fault = Assert.Single(read.Faults).Fault;
        Assert.Equal((2, "this line is not UTF-8"), (fault.Place.Line, fault.Message));
        Assert.Equal(["seen-1", "seen-3"], read.Case!.Reports.Select(report => report.Name));
    }

    [Theory]
    [InlineData(RecordForm.Lines)]
    [InlineData(RecordForm.Table)]
    public void The_character_zero_is_one_fault(RecordForm form)
    {
        var text = form == RecordForm.Lines ? $"{Good(1)}\n{Good(2)[..^1]}\0}}\n{Good(3)}\n" : $"{Heading}\n{Row(1)}\nseen\0-2,heron\n{Row(3)}\n";
        var read = Given.Lake(text, form, keepGood: true);

        var fault = Assert.Single(read.Faults).Fault;
        Assert.StartsWith("there is a character zero in this", fault.Message, StringComparison.Ordinal);
        Assert.Equal(form == RecordForm.Lines ? 2 : 3, fault.Place.Line);
        Assert.Equal(2, read.Case!.Reports.Count);
    }

    [Theory]
    [InlineData(RecordForm.Lines, "\n")]
    [InlineData(RecordForm.Lines, "\r\n")]
    [InlineData(RecordForm.Table, "\n")]
    [InlineData(RecordForm.Table, "\r\n")]
    public void Byte_order_marks_line_ends_and_blank_lines_do_not_matter(RecordForm form, string end)
    {
        string[] lines = form == RecordForm.Lines ? ["", Good(1), " \t", Good(2), "", Good(3)] : [Heading, Row(1), "", Row(2), Row(3)];
        foreach (var last in new[] { "", end })
        {
            var read = Given.Lake("\uFEFF" + string.Join(end, lines) + last, form);
            Assert.Empty(read.Faults);
            Assert.Equal(["seen-1", "seen-2", "seen-3"], read.Case!.Reports.Select(report => report.Name));
            Assert.Equal(form == RecordForm.Lines ? [2, 4, 6] : [2, 4, 5], Enumerable.Range(0, 3).Select(read.Case.Reports.Columns.LineOf));
        }
    }

    [Theory]
    [InlineData(RecordForm.Lines)]
    [InlineData(RecordForm.Table)]
    public void An_endless_line_is_passed_over_in_bounded_memory(RecordForm form)
    {
        var (before, after) = form == RecordForm.Lines ? ($"{Good(1)}\n{{\"a\":\"", $"\n{Good(2)}\n") : ($"{Heading}\n{Row(1)}\n\"", $"\n{Row(2)}\n");
        var intake = Intake.Open([.. Samples.Lake.Select(SyntaxTree.Parse)]);
        var reader = new RecordReader(intake);
        var held = GC.GetTotalMemory(true);
        reader.Read(new Endless(Encoding.UTF8.GetBytes(before), 100 << 20, Encoding.UTF8.GetBytes(after)), "lake/seen", form);
        Assert.InRange(GC.GetTotalMemory(true) - held, long.MinValue, 50 << 20);
        var read = reader.Close(keepGood: true);

        var fault = Assert.Single(read.Faults).Fault;
        Assert.Contains("is longer than the 16 MiB that are read", fault.Message, StringComparison.Ordinal);
        Assert.Equal(form == RecordForm.Lines ? 2 : 3, fault.Place.Line);
        Assert.Equal(["seen-1", "seen-2"], read.Case!.Reports.Select(report => report.Name));
    }

    [Theory]
    [InlineData("PK\u0003\u0004", "ZIP")]
    [InlineData("{\"schema\":\"proviso/statements/2\"}", "of a version that came later")]
    [InlineData("{\"schema\":\"proviso/statements/1\",\"schema\":\"proviso/statements/1\"}", "stands twice")]
    public void A_file_that_is_something_else_is_refused_whole(string text, string told)
    {
        var read = Given.Lake($"{text}\n{Good(1)}\n", keepGood: true);

        Assert.Contains(told, Assert.Single(read.Faults).Fault.Message, StringComparison.Ordinal);
        Assert.Empty(read.Case!.Reports);
    }

    [Fact]
    public void A_heading_of_another_agreement_is_a_warning()
    {
        var read = Given.Lake($"{{\"schema\":\"proviso/statements/1\",\"agreement\":\"sea\"}}\n{Good(1)}\n");

        Assert.Equal("these statements say that they are about the agreement `sea`, and this is `lake`", Assert.Single(read.Faults).Fault.Message);
        Assert.Single(read.Case!.Reports);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_has_no_records(string text)
    {
        Assert.Empty(Given.Lake(text).Case!.Reports);
        Assert.Empty(Given.Lake(text, RecordForm.Table).Case!.Reports);
    }

    [Fact]
    public void A_heading_that_is_no_part_refuses_a_table()
    {
        var read = Given.Lake("name;thing\na;b\n", RecordForm.Table, keepGood: true);
        Assert.True(read.Errors == 1);
        Assert.Empty(read.Case!.Reports);
    }

    /// <summary>Whatever single byte of a file is changed or cut off, the outcome is that of an import.</summary>
    [Theory]
    [InlineData(RecordForm.Lines)]
    [InlineData(RecordForm.Table)]
    public void Any_byte_may_be_wrong(RecordForm form)
    {
        var text = form == RecordForm.Lines ? $"{Good(1)}\n{Good(2)}\n{Good(3)}\n" : $"{Heading}\n{Row(1)}\n{Row(2)}\n{Row(3)}\n";
        var start = text.IndexOf("seen-2", StringComparison.Ordinal);
        var random = new Random(1);
        foreach (var other in "\"\\,{}[]: 9z-\n")
        {
            for (var tried = 0; tried < 12; tried++)
            {
                var at = start + random.Next(text.Length - start - (form == RecordForm.Lines ? Good(3) : Row(3)).Length);
                var changed = $"{text[..at]}{other}{text[(at + 1)..]}";
                var import = Samples.Added(form == RecordForm.Lines ? Samples.Lines(changed) : Samples.Csv(changed), keepGood: true);
                var read = Given.Lake(changed, form, keepGood: true);

                Assert.Equal(
                    (changed, string.Join(", ", import.Added.Select(one => one.TextOf(PartNames.Name))), import.Errors),
                    (changed, string.Join(", ", read.Case!.Reports.Select(report => report.Name)), (int)read.Errors));
            }
        }
    }

    private const string Heading = "name,thing,state,in,on,by,said,grade,source";

    private static string Row(int number) => $"seen-{number},heron,present,lake,2024-03-05,south,2024-03-06,press,Lake News";

    /// <summary>Some bytes, very many letters, and some bytes.</summary>
    private sealed class Endless(byte[] before, long letters, byte[] after) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => before.Length + letters + after.Length;

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, Length - at);
            for (var each = 0; each < read; each++, at++)
            {
                buffer[offset + each] = at < before.Length ? before[at]
                    : at < before.Length + letters ? (byte)'x'
                    : after[at - before.Length - letters];
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
