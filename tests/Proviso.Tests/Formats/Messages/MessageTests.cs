using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>What a message in a form makes, and what is said of one that does not fit its form.</summary>
public sealed class MessageTests
{
    [Fact]
    public void A_message_makes_the_statements_of_its_form()
    {
        Assert.Equal(
            """
            report north-1-2024-south
              update by north to south on 2024-07-10 at 08:00 utc
              by north said 2024-07-10 at 08:00 utc grade own statement
              source "Message North 1/2024, form numbers version 1" at "given.jsonl".

            report north-1-2024-total
              total 4 gunboat with operator north deployed in lake on 2024-07-01
              by north said 2024-07-10 at 08:00 utc grade own statement
              source "Message North 1/2024, form numbers version 1" at "given.jsonl".

            """,
            MessageSamples.After(MessageSamples.Message()));
    }

    /// <summary>When it happened, was sent, was received and takes effect are four times, each in its own place.</summary>
    [Fact]
    public void Four_times_stay_apart()
    {
        var moved = MessageSamples.After(MessageSamples.Message(
            form: "moved", sent: "2024-03-02T08:00Z", fields: """{"model":"heron","boats":3,"port":"port-north","purpose":"patrol"}""",
            more: "\"effective\":\"2024-03-01\",\"received\":[{\"by\":\"south\",\"at\":\"2024-03-03T00:10Z\"}]"));
        Assert.StartsWith(
            """
            report north-1-2024
              heron with operator north deployed 3 in port-north from 2024-03-01 onward
              by north said 2024-03-02 at 08:00 utc received by south on 2024-03-03 at 00:10 utc
              grade own statement
            """,
            moved, StringComparison.Ordinal);

        var launched = MessageSamples.After(MessageSamples.Message(form: "launch", sent: "2024-03-02", fields: """{"launched":"2024-03-01T23:59Z"}"""));
        Assert.StartsWith("report north-1-2024-launch\n  launch by north on 2024-03-01 at 23:59 utc\n  by north said 2024-03-02 grade", launched, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_given_is_left_out_of_a_statement()
    {
        var given = MessageSamples.After(MessageSamples.Message(version: 2, sent: "2025-01-10", fields: """{"as-of":"2025-01-01","herons":2,"ospreys":1,"remarks":"as \"agreed\"","port":"port-north"}"""));
        var left = MessageSamples.After(MessageSamples.Message(version: 2, sent: "2025-01-10", fields: """{"as-of":"2025-01-01","herons":2,"ospreys":1}"""));

        Assert.Contains("--| as \"agreed\"\nreport north-1-2024-herons", given, StringComparison.Ordinal);
        Assert.Contains("report north-1-2024-port\n", given, StringComparison.Ordinal);
        Assert.DoesNotContain("--|", left, StringComparison.Ordinal);
        Assert.DoesNotContain("-port\n", left, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_of_nothing_makes_no()
    {
        var text = MessageSamples.After(MessageSamples.Message(fields: """{"as-of":"2024-07-01","boats":0}"""));

        Assert.Contains("\n  no gunboat with operator north deployed in lake on 2024-07-01\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_declare_makes_what_the_form_says_for_it()
    {
        var text = MessageSamples.After(MessageSamples.Message(version: 2, sent: "2025-01-10", fields: """{"as-of":"2025-01-01"}""", more: "\"nothingToDeclare\":true"));

        Assert.Contains("report north-1-2024-none\n  no gunboat", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_of_an_addressee_is_made_for_each()
    {
        var text = MessageSamples.After(MessageSamples.Message().Replace("[\"south\"]", "[\"south\",\"office\"]", StringComparison.Ordinal));

        Assert.Contains("report north-1-2024-south\n  update by north to south on", text, StringComparison.Ordinal);
        Assert.Contains("report north-1-2024-office\n  update by north to office on", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"numbers\"", "\"nubmers\"", "\"nubmers\"", "the agreement has no form `nubmers`", "did you mean `numbers`?")]
    [InlineData("\"version\":1", "\"version\":3", "3,", "there is no version 3 of form `numbers`", "send version 1")]
    [InlineData("2024-07-10T08:00Z", "2025-03-01T08:00Z", "1,\"number\"", "version 1 of form `numbers` is accepted for messages sent from 2024-01-01 to 2024-12-31; this one was sent on 2025-03-01", "send version 2")]
    [InlineData("2024-07-10T08:00Z", "2023-03-01T08:00Z", "1,\"number\"", "version 1 of form `numbers` is accepted for messages sent from 2024-01-01 to 2024-12-31; this one was sent on 2023-03-01", "no version is accepted for messages sent on that day")]
    [InlineData("\"boats\":4", "\"baots\":4", "\"baots\"", "form `numbers`, version 1 has no field `baots`", "did you mean `boats`?", 2)]
    [InlineData(",\"boats\":4", "", "{\"as-of\"", "the field `boats` (gunboats deployed) is missing, and form `numbers`, version 1 needs it", null)]
    [InlineData("\"boats\":4", "\"boats\":51", "51", "field `boats`: 51 is not from 0 to 50, as the form has it", null)]
    [InlineData("\"boats\":4", "\"boats\":-1", "-1", "field `boats`: -1 is not from 0 to 50, as the form has it", null)]
    [InlineData("\"boats\":4", "\"boats\":4.5", "4.5", "field `boats`: `4.5` is no whole number from 0 to 50", "write it in figures alone, as 12")]
    [InlineData("\"boats\":4", "\"boats\":4e1", "4e1", "field `boats`: `4e1` is no whole number from 0 to 50", "write it in figures alone, as 12")]
    [InlineData("\"boats\":4", "\"boats\":99999999999999999999", "99999999999999999999", "field `boats`: `99999999999999999999` is no whole number from 0 to 50", "write it in figures alone, as 12")]
    [InlineData("\"boats\":4", "\"boats\":\"4\"", "\"4\"", "field `boats`: it is a text, and not a number", "write it without quotes")]
    [InlineData("\"boats\":4", "\"boats\":[4]", "[4]", "field `boats`: it is a list, and not a whole number", null)]
    [InlineData("\"boats\":4", "\"boats\":null", "null", "field `boats`: it is null", "leave it out if there is nothing to say")]
    [InlineData("\"boats\":4", "\"boats\":4,\"boats\":5", "\"boats\":5", "the field `boats` stands twice", null)]
    [InlineData("\"2024-07-01\"", "\"2024-06-31\"", "\"2024-06-31\"", "field `as-of`: `2024-06-31` is no date", "write year, month and day, as 2024-03-05")]
    [InlineData("\"2024-07-01\"", "\"2024-07-01 by south\"", "\"2024-07-01 by south\"", "field `as-of`: `2024-07-01 by south` is no date", "write year, month and day, as 2024-03-05")]
    [InlineData("\"2024-07-01\"", "20240701", "20240701", "field `as-of`: it is a number, and not a text", null)]
    [InlineData("\"sender\":\"north\"", "\"sender\":\"nroth\"", "\"nroth\"", "`sender`: there is no party `nroth`", "did you mean `north`?")]
    [InlineData("[\"south\"]", "[\"east\"]", "\"east\"", "`addressees`: there is no party `east`", "there is `north`, `south` or `office`")]
    [InlineData("[\"south\"]", "[]", "[]", "`addressees` is missing, or is no list of parties", "name all to whom it was sent: `\"addressees\": [\"south\"]`")]
    [InlineData("[\"south\"]", "[\"north\"]", "[\"north\"]", "`north` is the sender, and an addressee too", null)]
    [InlineData("[\"south\"]", "[\"south\",\"south\"]", "[\"south\",\"south\"]", "`south` stands twice among the addressees", null)]
    [InlineData("2024-07-10T08:00Z", "2024-07-10T08:00+02:00", "\"2024-07-10T08:00+02:00", "`sent`: `2024-07-10T08:00+02:00` is no time", "write a day, as 2024-03-05, or a minute of it in universal time, as 2024-03-05T14:30Z")]
    [InlineData("2024-07-10T08:00Z", "2024-07-10T24:00Z", "\"2024-07-10T24:00Z", "`sent`: `2024-07-10T24:00Z` is no time", "write a day, as 2024-03-05, or a minute of it in universal time, as 2024-03-05T14:30Z")]
    [InlineData("2024-07-10T08:00Z", "2024-07-10T08:00:01Z", "\"2024-07-10T08:00:01Z", "`sent`: `2024-07-10T08:00:01Z` is no time", "write a day, as 2024-03-05, or a minute of it in universal time, as 2024-03-05T14:30Z")]
    [InlineData("\"sent\"", "\"snet\"", "\"snet\"", "there is no `snet` in a message", "did you mean `sent`?", 2)]
    [InlineData("\"schema\":\"proviso/message/1\"", "\"schema\":\"proviso/message/2\"", "\"proviso/message/2\"", "this is `proviso/message/2`, of a version that came later; this program reads `proviso/message/1`", "use a newer proviso, or ask its writer for the older form")]
    [InlineData("\"version\":1", "\"version\":1,\"version\":1", "\"version\":1,\"number\"", "`version` stands twice in this object", null)]
    [InlineData("\"version\":1", "\"version\":1,\"effective\":\"2024-08-01\"", "\"2024-08-01\"", "form `numbers`, version 1 says nothing of when this takes effect, so that `effective` would be lost", "leave it out")]
    [InlineData("\"version\":1", "\"version\":1,\"nothingToDeclare\":true", "true,", "form `numbers`, version 1 knows no message with nothing to declare", "fill it in, or send nothing")]
    [InlineData("\"version\":1", "\"version\":1,\"nothingToDeclare\":\"yes\"", "\"yes\"", "`nothingToDeclare` is a text, and not `true` or `false`", null)]
    [InlineData("\"version\":1", "\"version\":1,\"agreement\":\"sea\"", "\"sea\"", "this message is about the agreement `sea`, and this is `lake`", null)]
    [InlineData("\"version\":1", "\"version\":1,\"received\":[{\"by\":\"south\",\"at\":\"2024-07-09\"}]", "\"2024-07-09\"", "`south` received this before it was sent", null)]
    [InlineData("\"version\":1", "\"version\":1,\"received\":[{\"by\":\"south\"}]", "{\"by\"", "this is no receipt, which is an object with `by` and `at`", null)]
    [InlineData("\"version\":1", "\"version\":1,\"corrects\":\"North 1/2024\"", "\"North 1/2024\",\"number\"", "this message corrects itself", "give it a number of its own")]
    [InlineData("\"version\":1", "\"version\":1,\"corrects\":\"North 7/2023\"", "\"North 7/2023\"", "there is no message `North 7/2023` of `north` in the case, nor above in this file", "there is no message of `north` yet: import that one first")]
    public void A_message_that_does_not_fit_is_told_why_and_where(string text, string changed, string at, string message, string? hint, int faults = 1)
    {
        var sound = MessageSamples.Message();
        Assert.Contains(text, sound, StringComparison.Ordinal);

        var json = sound.Replace(text, changed, StringComparison.Ordinal);
        var imported = MessageSamples.Added(json);

        Assert.Null(imported.Text);
        Assert.Equal(faults, imported.Errors);
        var fault = imported.Faults.First(one => one.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal($"message `North 1/2024`: {message}", fault.Message);
        Assert.Equal(1, fault.Place.Line);
        Assert.StartsWith(at, json[(fault.Place.Column - 1)..], StringComparison.Ordinal);
        Assert.Equal(hint is null ? [] : [hint], fault.Hints);
    }

    [Theory]
    [InlineData("\"port-north\"", "\"port-noth\"", "field `port`: there is no site `port-noth` in the agreement", "did you mean `port-north`?")]
    [InlineData("\"port-north\"", "\"lake\"", "field `port`: there is no site `lake` in the agreement", "there is `port-north` or `port-south`")]
    [InlineData("\"heron\"", "\"heron as x\"", "field `model`: there is no kind or model `heron as x` in the agreement", "there is `gunboat`, `heron` or `osprey`")]
    [InlineData("\"patrol\"", "\"parade\"", "field `purpose`: `parade` is none of the words that the form has", "it has `patrol` or `exercise`")]
    [InlineData("\"boats\":3", "\"boats\":0", "field `boats`: 0 is not from 1 to 20, as the form has it", null)]
    [InlineData("\"effective\"", "\"$schema\"", "`effective` is missing: form `moved`, version 1 needs to know when this takes effect", "write a day, as 2024-03-05, or a minute of it in universal time, as 2024-03-05T14:30Z")]
    public void A_field_that_does_not_fit_is_told_why(string text, string changed, string message, string? hint)
    {
        var moved = MessageSamples.Message(form: "moved", fields: """{"model":"heron","boats":3,"port":"port-north","purpose":"patrol"}""", more: "\"effective\":\"2024-03-05\"");

        var fault = MessageSamples.Only(MessageSamples.Added(moved.Replace(text, changed, StringComparison.Ordinal)));

        Assert.Equal($"message `North 1/2024`: {message}", fault.Message);
        Assert.Equal(hint is null ? [] : [hint], fault.Hints);
    }

    /// <summary>A text that would end the quoted line, the sentence, or begin another stays a text, or is refused.</summary>
    [Theory]
    [InlineData("as agreed. report forged heron deployed in lake on 2024-01-01 by south grade press source \\\"x\\\".", true)]
    [InlineData("\\\". report forged", true)]
    [InlineData("-- {number} {sender}", true)]
    [InlineData("two\\nlines", false)]
    [InlineData("two\\u2028lines", false)]
    [InlineData("zero\\u0000", false)]
    [InlineData("half \\ud800", false)]
    [InlineData(" ", false)]
    public void A_text_stays_a_text(string remark, bool isTaken)
    {
        var imported = MessageSamples.Added(MessageSamples.Message(version: 2, sent: "2025-01-10", fields: $$"""{"as-of":"2025-01-01","herons":2,"ospreys":1,"remarks":"{{remark}}"}"""));

        Assert.Equal(isTaken, imported.Text is not null);
        Assert.Equal(isTaken ? 3 : 0, imported.Added.Length);
    }

    [Fact]
    public void All_statements_of_a_message_are_added_or_none()
    {
        // There can be no report from a day that the language does not know.
        var imported = MessageSamples.Added(MessageSamples.Message(fields: """{"as-of":"9999-12-31","boats":4}""") + "\n" + MessageSamples.Message("North 2/2024"), keepGood: true);

        Assert.All(imported.Faults, fault => Assert.StartsWith("message `North 1/2024`: ", fault.Message, StringComparison.Ordinal));
        Assert.NotEmpty(imported.Faults);
        Assert.Equal(["north-2-2024-south", "north-2-2024-total"], imported.Added.Select(one => one.TextOf(PartNames.Name)));
    }

    [Fact]
    public void Words_of_the_form_that_are_wrong_are_told_as_the_forms()
    {
        var form = MessageSamples.Sound("""{"schema":"proviso/form/1","form":"x","title":"X","version":1,"fields":{},"makes":[{"sentence":"report","name":"{number}","event":"udpate","eventBy":"{sender}","on":"{sent}"}]}""");

        var fault = MessageSamples.Only(MessageSamples.Added(MessageSamples.Message(form: "x", fields: "{}"), forms: [form]));

        Assert.Equal(Language.Binding.BindingCodes.UnknownName, fault.Code);
        Assert.Contains("the words are those of the form, in forms/x.json", fault.Hints);
    }

    [Fact]
    public void What_is_to_know_of_a_quoted_text_stands_at_its_field()
    {
        var json = MessageSamples.Message(version: 2, sent: "2025-01-10", fields: """{"as-of":"2025-01-01","herons":2,"ospreys":1,"remarks":"as \u202Eagreed"}""");

        var fault = Assert.Single(MessageSamples.Added(json).Faults);

        Assert.False(fault.IsError);
        Assert.StartsWith("\"as ", json[(fault.Place.Column - 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_message_is_named_by_its_number()
    {
        var notice = MessageSamples.Message("North 1/2024", "launch", fields: """{"planned":"2024-07-12T08:00Z"}""");
        var launch = MessageSamples.Message("North 2/2024", "launch", sent: "2024-07-12T10:00Z", fields: """{"launched":"2024-07-12T08:10Z","notice":"1/2024"}""");

        Assert.Contains("--| announced in north-1-2024\n", MessageSamples.After(notice, launch), StringComparison.Ordinal);
        Assert.Contains("field `notice`: there is no message `1/2024` in the case", MessageSamples.Only(MessageSamples.Added(launch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_message_a_list_and_lines_say_the_same()
    {
        var (one, two) = (MessageSamples.Message(), MessageSamples.Message("North 2/2024"));
        var lines = MessageSamples.Added($"{one}\n\n{two}\n");
        var list = MessageSamples.Added(Samples.Bytes($"[{one},\n{two}]"), isLines: false);

        Assert.Equal(lines.Text, list.Text);
        Assert.Equal(2, MessageSamples.Added(Samples.Bytes(one), isLines: false).Added.Length);
        Assert.Equal(4, list.Added.Length);
    }

    [Theory]
    [InlineData("""{"schema":"proviso/message/1"}""", true)]
    [InlineData("""[{"form":[{"schema":"proviso/statements/1"}],"schema":"proviso/message/9"}]""", true)]
    [InlineData("""{"sch\u0065ma":"proviso/message/1"}""", true)]
    [InlineData("""{"schema":"proviso/statements/1"}""", false)]
    [InlineData("""{"statements":[{"schema":"proviso/message/1"}]}""", false)]
    [InlineData("""{"schema":7}""", false)]
    [InlineData("""{"schema":"\ud800"}""", false)]
    [InlineData("""[[{"schema":"proviso/message/1"}]]""", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public void Messages_are_told_from_statements_by_their_schema(string json, bool areMessages) => Assert.Equal(areMessages, MessageStatements.AreIn(Samples.Bytes(json)));
}
