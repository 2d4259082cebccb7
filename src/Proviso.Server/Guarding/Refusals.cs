using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Proviso.Server.Answering;

namespace Proviso.Server.Guarding;

/// <summary>Says what is the matter, in the user's words, as problem details (RFC 9457).</summary>
internal static partial class Refusals
{
    /// <summary>Tells an exception.</summary>
    public static Task Tell(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        RefusedException refused => Write(context, refused.Status, refused.Message, refused.Detail),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Write(context, StatusCodes.Status413PayloadTooLarge, "This is too long", "Send less at once, or use the command line for something as large."),
        BadHttpRequestException bad => Write(context, bad.StatusCode, "The request cannot be understood", Understood(bad)),
        OperationCanceledException => TooLong(context),
        InvalidOperationException when !IsInKnownLetters(context.Request) => Write(context, StatusCodes.Status415UnsupportedMediaType, "The body is in unknown letters", "Send it in UTF-8; the content type need not name a charset."),
        var error => Internal(context, error),
    };

    /// <summary>Tells a status that came without a word.</summary>
    public static Task TellStatus(StatusCodeContext status) => status.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Write(status.HttpContext, 404, "There is nothing here", "docs/api.md and /openapi/v1.json say what there is."),
        StatusCodes.Status405MethodNotAllowed => Write(status.HttpContext, 405, "This cannot be done here", "The server only reads: nothing of an agreement can be changed through it."),
        StatusCodes.Status413PayloadTooLarge => Write(status.HttpContext, 413, "This is too long", "Send less at once, or use the command line for something as large."),
        StatusCodes.Status415UnsupportedMediaType => Write(status.HttpContext, 415, "The body is no JSON", "Send it with the content type application/json."),
        StatusCodes.Status400BadRequest => Write(status.HttpContext, 400, "The request cannot be understood", "The name by which it calls the server is none that this server goes by; `--urls` says which there are."),
        _ => Task.CompletedTask,
    };

    /// <summary>Tells that an answer took too long.</summary>
    public static Task TooLong(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "2";
        return Write(context, StatusCodes.Status503ServiceUnavailable, "The answer took too long", "Ask again in a moment, or ask for less: one clause, one view.");
    }

    /// <summary>Tells that an address of the interface leads nowhere.</summary>
    public static Task NoSuchAnswer(HttpContext context) =>
        Write(context, StatusCodes.Status404NotFound, "There is no such answer", "docs/api.md and /openapi/v1.json say what can be asked.");

    /// <summary>Writes a refusal.</summary>
    public static async Task Write(HttpContext context, int status, string title, string detail)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypeNames.Application.ProblemJson;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Remove("ETag");
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, JsonSerializerOptions.Web), context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Internal error at {Path}, please report it")]
    private static partial void LogInternal(ILogger logger, Exception? error, string? path);

    private static bool IsInKnownLetters(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue || Encoding.GetEncodings().Any(each => type.Charset.Equals(each.Name, StringComparison.OrdinalIgnoreCase));

    private static string Understood(BadHttpRequestException bad) => bad.InnerException is JsonException
        ? "Its body is no sound JSON of the shape that docs/api.md describes."
        : "It is not what docs/api.md describes.";

    private static Task Internal(HttpContext context, Exception? error)
    {
        // The path alone: what follows it may hold what somebody supposes.
        LogInternal(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Proviso.Server"), error, context.Request.Path.Value);
        return Write(context, StatusCodes.Status500InternalServerError, "Internal error", "This is a mistake of ours. Please report it with what you asked; the server's error stream says more.");
    }
}
