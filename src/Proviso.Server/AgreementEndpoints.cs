using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Proviso.Formats;
using Proviso.Formats.Asking;
using Proviso.Formats.Workbench;
using Proviso.Server.Answering;

namespace Proviso.Server;

/// <summary>The answers about agreements: docs/api.md.</summary>
internal static class AgreementEndpoints
{
    /// <summary>What the program is made of: an answer of another program may be another one.</summary>
    private static readonly string build = string.Join(' ', Own([typeof(AgreementEndpoints).Assembly]).Select(each => each.ManifestModule.ModuleVersionId.ToString("N")));

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/agreements", (HttpContext context, Shelf shelf) =>
                Tagged(context, string.Join(' ', shelf.Versions().OrderBy(each => each.Key, StringComparer.Ordinal)), "overview", () => Answers.Overview(shelf)))
            .Describe<OverviewDocument>("overview", "All agreements, a few lines each");
        app.MapGet("/api/map", (Delegate)((HttpContext context) => Tagged(context, "", "world", WorldDocument.Drawn)))
            .Describe<WorldDocument>("world", "The whole earth as path data");

        var one = app.MapGroup("/api/agreements/{agreement}");
        one.MapGet("", async (string agreement, HttpContext context) =>
            {
                var served = await Find(context, agreement);
                await Tagged(context, served.Version, "agreement", () => Answers.Agreement(served));
            })
            .Describe<AgreementDocument>("agreement", "What an agreement's files declare, or what is wrong with them");
        one.MapGet("text", async (string agreement, HttpContext context) =>
            {
                var served = await Find(context, agreement);
                await Tagged(context, served.Version, "text", () => Answers.Text(served));
            })
            .Describe<TextDocument>("text", "The words of an agreement's files, and what has a name in them");
        Ask(one, "reading", "An agreement in plain English", Answers.Reading);
        Ask(one, "status", "Who keeps what, where, since when, according to whom, on a day", Answers.Status);
        Ask(one, "why", "Why a verdict is what it is, in each view asked about; the parts of the question must leave one row", Answers.Why);
        Ask(one, "timeline", "The verdicts over all days", Answers.Timeline);
        Ask(one, "numbers", "The numbers under ceilings over all days", Answers.Numbers);
        Ask(one, "due", "What is owed and not done", Answers.Due);
        Ask(one, "reports", "Everything on file", Answers.Reports);
        Ask(one, "changes", "What the readings, beliefs and suppositions of the question change", Answers.Changes);
        Ask(one, "map", "The places on a map, as the first view asked about draws them", Answers.Map);
        one.MapPost("suppose", async (string agreement, Supposed body, HttpContext context, Computing computing) =>
            {
                var served = await Sound(context, agreement);
                if (body.Suppose.Length > Question.MostSupposed)
                {
                    throw new RefusedException("What is supposed is too long", [$"it has {body.Suppose.Length} characters, and {Question.MostSupposed} are the most; put it into a copy of the agreement"]);
                }

                await Answer(context, computing, "suppose", () => Answers.Suppose(served, body.Suppose));
            })
            .Describe<SupposeDocument>("suppose", "Whether sentences can be supposed, and what they say. Nothing is kept");
    }

    /// <summary>What a page asks of an agreement when somebody opens it, in the order in which it is needed: of all views, on the last day known. The parts of the addresses, with what answers them.</summary>
    internal static IReadOnlyList<(string Name, Func<Served, byte[]> Answer)> Usual { get; } =
    [
        ("agreement", served => JsonText.Bytes(Answers.Agreement(served))),
        ("status", Usually(Answers.Status)),
        ("reports", Usually(Answers.Reports)),
        ("timeline", Usually(Answers.Timeline)),
        ("map", Usually(Answers.Map)),
        ("numbers", Usually(Answers.Numbers)),
    ];

    /// <summary>The name by which one of <see cref="Usual"/> is kept in the cache of answers, for whoever asks for it.</summary>
    internal static string KeptAs(Served served, string name) =>
        KeptAs(TagOf(served.Version, new PathString($"/api/agreements/{served.Name}{(name == "agreement" ? "" : $"/{name}")}").ToString()), name);

    /// <summary>The agreement of that name, or a refusal that says which there are. It may have to be read, which waits its turn as any computing does.</summary>
    internal static async Task<Served> Find(HttpContext context, string name)
    {
        var shelf = context.RequestServices.GetRequiredService<Shelf>();
        return shelf.FindRead(name) ?? await context.RequestServices.GetRequiredService<Computing>().Run("read", () => shelf.Find(name), context.RequestAborted).WaitAsync(context.RequestAborted) ?? throw NotThere(shelf, name);
    }

    /// <summary>The refusal of a name that nothing goes by.</summary>
    private static RefusedException NotThere(Shelf shelf, string name) => new(
        "There is no such agreement",
        [$"there is no agreement `{name}`; {(Nearby.Of(name, shelf.Names) is { } near ? $"did you mean `{near}`? There" : "there")} {(shelf.Names.Count == 1 ? "is" : "are")} {Quoted.And(shelf.Names)}"],
        StatusCodes.Status404NotFound);

    /// <summary>The same, of one that can be judged.</summary>
    internal static async Task<Served> Sound(HttpContext context, string name)
    {
        var served = await Find(context, name);
        return served.Problem is null ? served : throw new RefusedException(
            "The agreement has errors", [$"{(served.Read.Problem is null ? "its text has errors" : "it cannot be judged")}, so there is no answer: {served.Problem}"], StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Our own assemblies among some and those that they refer to, by name.</summary>
    private static IEnumerable<Assembly> Own(IReadOnlyCollection<Assembly> some)
    {
        var all = some.Concat(some.SelectMany(each => each.GetReferencedAssemblies()).Where(each => each.Name!.StartsWith("Proviso.", StringComparison.Ordinal)).Select(Assembly.Load))
            .Distinct().OrderBy(each => each.FullName, StringComparer.Ordinal).ToList();
        return all.Count == some.Count ? all : Own(all);
    }

    /// <summary>Computes an answer and sends it.</summary>
    internal static async Task Answer<T>(HttpContext context, Computing computing, string what, Func<T> compute)
        where T : notnull
    {
        var bytes = await computing.Run(what, () => JsonText.Bytes(compute()), context.RequestAborted).WaitAsync(context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static void Ask<T>(RouteGroupBuilder group, string name, string summary, Func<Question, T> answer)
        where T : notnull => group
        .MapGet(name, async (string agreement, [AsParameters] Asked asked, HttpContext context) =>
        {
            RefuseUnknown(context.Request.Query.Keys);
            var served = await Sound(context, agreement);
            await Tagged(context, served.Version, name, () => answer(Question.Of(served, asked)));
        })
        .Describe<T>(name, summary);

    /// <summary>A misspelt part of a question would change what is answered without a word.</summary>
    private static void RefuseUnknown(IEnumerable<string> keys)
    {
        var mistakes = keys.Where(key => !Asked.Parts.Contains(key, StringComparer.Ordinal))
            .Select(key => $"there is no part `{key}` of a question{(Nearby.Of(key, Asked.Parts) is { } near ? $"; did you mean `{near}`?" : $"; the parts are {Quoted.And(Asked.Parts)}")}").ToList();
        if (mistakes.Count > 0)
        {
            throw new RefusedException("The question cannot be answered", mistakes);
        }
    }

    /// <summary>Sends an answer with a tag that stays while the agreement, the question and the program do; says only that nothing is new to whom has it already.</summary>
    private static async Task Tagged<T>(HttpContext context, string version, string what, Func<T> compute)
        where T : notnull
    {
        var request = context.Request;
        var tag = TagOf(version, $"{request.Path}{request.QueryString}");
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (request.Headers.IfNoneMatch.Any(known => known is not null && known.Contains(tag, StringComparison.Ordinal)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var cache = context.RequestServices.GetRequiredService<AnswerCache>();
        var bytes = await cache.Get(KeptAs(tag, what), what, () => JsonText.Bytes(compute()), context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Func<Served, byte[]> Usually<T>(Func<Question, T> answer)
        where T : notnull => served => JsonText.Bytes(answer(Question.Of(served, new Asked())));

    /// <summary>Stays while the agreement, the question and the program do.</summary>
    private static string TagOf(string version, string address) => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{build} {version} {address}")))[..24]}\"";

    private static string KeptAs(string tag, string what) => $"{tag} {what}";
}

/// <summary>Sentences to suppose.</summary>
/// <param name="Suppose">Reports and positions in the language.</param>
internal sealed record Supposed(string Suppose);
