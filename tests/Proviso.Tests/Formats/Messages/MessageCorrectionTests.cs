using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>Messages that come twice, and messages that correct others.</summary>
public sealed class MessageCorrectionTests
{
    private static readonly string first = MessageSamples.Message();

    [Theory]
    [InlineData("North 1/2024")]
    [InlineData("1/2024")]
    [InlineData("north 1-2024")]
    public void The_same_message_is_not_added_twice(string number)
    {
        var again = first.Replace("North 1/2024", number, StringComparison.Ordinal);

        var imported = MessageSamples.Added(again, into: MessageSamples.After(first));

        var fault = Assert.Single(imported.Faults);
        Assert.False(fault.IsError);
        Assert.Empty(imported.Added);
        Assert.Contains("lake/more.proviso", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_stands_twice_in_a_file_is_added_once()
    {
        var imported = MessageSamples.Added($"{first}\n{first}");

        Assert.Equal(2, imported.Added.Length);
        var fault = Assert.Single(imported.Faults);
        Assert.False(fault.IsError);
        Assert.Equal((2, "message `North 1/2024`: this message stands above in this file already; it was not added again"), (fault.Place.Line, fault.Message));
    }

    [Fact]
    public void Another_message_of_the_same_number_is_refused()
    {
        var fault = MessageSamples.Only(MessageSamples.Added(first.Replace("\"boats\":4", "\"boats\":5", StringComparison.Ordinal), into: MessageSamples.After(first)));

        Assert.Equal("message `North 1/2024`: a message of this number is in lake/more.proviso and says something else: `amount` of `north-1-2024-total` is `4` there, and `5` here", fault.Message);
    }

    [Fact]
    public void A_correction_says_what_is_different_and_leaves_the_sending_as_it_was()
    {
        var text = MessageSamples.After(first, Correction("North 2/2024", "North 1/2024", 5));

        Assert.EndsWith(
            """
            report north-2-2024-total
              corrects north-1-2024-total amount 5
              by north said 2024-07-12 grade own statement
              source "Message North 2/2024 (corrects North 1/2024), form numbers version 1" at "given.jsonl".

            """,
            text, StringComparison.Ordinal);
        Assert.DoesNotContain("north-2-2024-south", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_of_a_correction_says_what_is_different_from_that()
    {
        var text = MessageSamples.After(first, Correction("North 2/2024", "North 1/2024", 5), Correction("North 3/2024", "North 2/2024", 5, "2024-07-02"), Correction("North 4/2024", "North 3/2024", 4, "2024-07-02"));

        Assert.Contains("report north-3-2024-total\n  corrects north-2-2024-total on 2024-07-02\n", text, StringComparison.Ordinal);
        Assert.Contains("report north-4-2024-total\n  corrects north-3-2024-total amount 4\n", text, StringComparison.Ordinal);
    }

    /// <summary>There is no correction from some to none, so the one is taken back and the other said.</summary>
    [Fact]
    public void What_no_correction_can_say_is_taken_back_and_said_anew()
    {
        var text = MessageSamples.After(first, Correction("North 2/2024", "North 1/2024", 5), Correction("North 3/2024", "North 2/2024", 0), Correction("North 4/2024", "North 3/2024", 2));

        Assert.Contains("report north-3-2024-total\n  no gunboat", text, StringComparison.Ordinal);
        Assert.Contains("report north-3-2024-takes-back-north-2-2024-total\n  corrects north-2-2024-total did not occur\n", text, StringComparison.Ordinal);
        Assert.Contains("report north-3-2024-takes-back-north-1-2024-total\n  corrects north-1-2024-total did not occur\n", text, StringComparison.Ordinal);
        Assert.Contains("report north-4-2024-total\n  total 2 gunboat", text, StringComparison.Ordinal);
        Assert.Contains("report north-4-2024-takes-back-north-3-2024-total\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("takes-back-north-3-2024-takes-back", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_come_again_without_being_added_again()
    {
        string[] all = [first, Correction("North 2/2024", "North 1/2024", 5), Correction("North 3/2024", "North 2/2024", 0), Correction("North 4/2024", "North 3/2024", 2)];

        var imported = MessageSamples.Added(string.Join('\n', all), into: MessageSamples.After(all));

        Assert.Equal(4, imported.Faults.Length);
        Assert.All(imported.Faults, fault => Assert.EndsWith("it was not added again", fault.Message, StringComparison.Ordinal));
        Assert.Equal(MessageSamples.After(all), MessageSamples.Added(string.Join('\n', all)).Text);
    }

    [Fact]
    public void Only_the_last_of_a_line_is_corrected()
    {
        var fault = MessageSamples.Only(MessageSamples.Added(Correction("North 3/2024", "1/2024", 6), into: MessageSamples.After(first, Correction("North 2/2024", "North 1/2024", 5))));

        Assert.Equal("message `North 3/2024`: message `North 1/2024` was corrected by message `North 2/2024` already", fault.Message);
        Assert.Equal(["correct `North 2/2024`"], fault.Hints);
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_told()
    {
        var fault = MessageSamples.Only(MessageSamples.Added(Correction("North 2/2024", "North 1/2024", 4), into: MessageSamples.After(first)));

        Assert.Equal("message `North 2/2024`: this says the same as message `North 1/2024`, which it corrects", fault.Message);
    }

    [Theory]
    [InlineData("North 1/2042", "did you mean `North 1/2024`?")]
    [InlineData("South 1/2024", "did you mean")]
    public void Nobody_corrects_what_is_not_there_or_not_its_own(string number, string hint)
    {
        var fault = MessageSamples.Only(MessageSamples.Added(Correction("North 2/2024", number, 5), into: MessageSamples.After(first)));

        Assert.Equal($"message `North 2/2024`: there is no message `{number}` of `north` in the case, nor above in this file", fault.Message);
        Assert.StartsWith(hint, Assert.Single(fault.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_of_a_message_that_fell_falls_with_it()
    {
        var imported = MessageSamples.Added($"{first.Replace("\"boats\":4", "\"boats\":70", StringComparison.Ordinal)}\n{Correction("North 2/2024", "North 1/2024", 5)}\n{MessageSamples.Message("North 5/2024")}", keepGood: true);

        Assert.Equal(2, imported.Errors);
        Assert.Equal("message `North 2/2024`: message `North 1/2024`, which this corrects, has an error of its own", imported.Faults[1].Message);
        Assert.Equal(["north-5-2024-south", "north-5-2024-total"], imported.Added.Select(one => one.TextOf(PartNames.Name)));
    }

    [Fact]
    public void Nothing_to_declare_takes_back_what_was_declared()
    {
        var declared = MessageSamples.Message("North 1/2025", version: 2, sent: "2025-01-05", fields: """{"as-of":"2025-01-01","herons":1,"ospreys":2}""");
        var nothing = MessageSamples.Message("North 2/2025", version: 2, sent: "2025-01-06", fields: """{"as-of":"2025-01-01"}""", more: "\"nothingToDeclare\":true,\"corrects\":\"North 1/2025\"");

        var text = MessageSamples.After(declared, nothing);

        Assert.Contains("report north-2-2025-none\n  no gunboat", text, StringComparison.Ordinal);
        Assert.Contains("corrects north-1-2025-herons did not occur", text, StringComparison.Ordinal);
        Assert.Contains("corrects north-1-2025-ospreys did not occur", text, StringComparison.Ordinal);
        Assert.DoesNotContain("corrects north-1-2025-south", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_of_corrections_has_an_end()
    {
        var line = Enumerable.Range(2, 203).Select(number => Correction($"North {number}/2024", $"North {number - 1}/2024", 5 - (number % 2)));

        var imported = MessageSamples.Added(string.Join('\n', line.Prepend(first)), keepGood: true);

        Assert.Equal("message `North 202/2024`: message `North 201/2024` is the end of more than 200 corrections of each other", imported.Faults[0].Message);
        Assert.Equal(202, imported.Added.Length);
    }

    [Fact]
    public void A_position_is_not_corrected()
    {
        var form = MessageSamples.Sound("""{"schema":"proviso/form/1","form":"x","title":"X","version":1,"fields":{"what":{"type":"choice","words":{"suspend":"suspends","resume":"resumes"}}},"makes":[{"sentence":"position","holder":"{sender}","verb":"{what}","clause":"1","on":"{sent}"}]}""");
        var suspended = MessageSamples.Added(MessageSamples.Message(form: "x", fields: """{"what":"suspend"}"""), forms: [form]);
        var resumed = MessageSamples.Message("North 2/2024", "x", fields: """{"what":"resume"}""", more: "\"corrects\":\"North 1/2024\"");

        Assert.Contains("position north suspends clause 1", suspended.Text, StringComparison.Ordinal);
        Assert.Contains("took a position", MessageSamples.Only(MessageSamples.Added(resumed, suspended.Text!, forms: [form])).Message, StringComparison.Ordinal);
    }

    private static string Correction(string number, string corrects, int boats, string asOf = "2024-07-01") =>
        MessageSamples.Message(number, sent: "2024-07-12", fields: $$"""{"as-of":"{{asOf}}","boats":{{boats}}}""", more: $"\"corrects\":\"{corrects}\"");
}
