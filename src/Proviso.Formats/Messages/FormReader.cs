using System.Collections.Immutable;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>Reads a form. Never throws on any bytes.</summary>
public static class FormReader
{
    /// <summary>Fields, and statements, of one form at most.</summary>
    private const int MostItems = 200;

    /// <summary>Where the shape is described.</summary>
    internal const string Guide = "docs/formats.md describes forms";

    private static readonly ImmutableArray<string> members =
        ["schema", "$schema", "agreement", "form", "title", "version", "from", "through", "source", "fields", "makes", "nothing"];

    /// <summary>The form, or everything that is wrong with it, in the order in which it was found.</summary>
    /// <param name="file">The file, as it is shown.</param>
    public static (MessageForm? Form, ImmutableArray<Fault> Faults) Read(GivenBytes given, string file)
    {
        var (value, refused) = PlacedJson.Parse(given, 0, given.Bytes);
        if (value is not JsonMembers document)
        {
            return (null, [refused ?? Fault.Error(value!.Place, "this is no form, which is an object with `schema` and `form`", Guide)]);
        }

        if (StatementJsonReader.WrongSchema(document, MessageForm.SchemaName) is { } wrong)
        {
            return (null, [wrong]);
        }

        var faults = ImmutableArray.CreateBuilder<Fault>();
        var read = Form(new GivenMembers(document, faults), faults, file);
        return faults.Count > 0 ? (null, faults.DrainToImmutable()) : (read, []);
    }

    private static MessageForm? Form(GivenMembers given, ImmutableArray<Fault>.Builder faults, string file)
    {
        given.KnownAre("a form", members);
        var name = given.Name("form");
        var title = given.Text("title", 1_000);
        var version = given.Whole("version", 1, 9_999);
        _ = given.Text("agreement", 1_000, isNeeded: false);
        _ = given.Text("source", 1_000, isNeeded: false);
        var (from, through) = (given.Day("from"), given.Day("through"));
        if (from is not null && through is not null && string.CompareOrdinal(from, through) > 0)
        {
            given.Wrong(given.PlaceOf("through"), $"a form that is accepted from {from} through {through} is never accepted", "give the earlier day as `from`");
        }

        var fields = FormFieldReader.Fields(given, faults, MostItems);
        if (faults.Count > 0)
        {
            return null; // What is said of statements would rest on fields that are not read.
        }

        var statements = new FormStatementReader(fields, faults);
        var makes = statements.Statements(given, "makes", MostItems);
        var nothing = given.Find("nothing") is null ? [] : statements.Statements(given, "nothing", MostItems);
        foreach (var unused in faults.Count > 0 ? [] : fields.Where(field => !field.IsPassedOver && !statements.Used.Contains(field.Name)))
        {
            given.Wrong(given.PlaceOf("fields"), $"no statement uses the field `{unused.Name}`", "use it in one, or give it `\"passedOver\": true`, so that none is lost by a slip");
        }

        return faults.Count > 0 ? null : new(name!, title!, (int)version!.Value, from, through, fields, makes, nothing, file);
    }
}
