using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;

namespace Proviso.Server;

/// <summary>How the answers are described for programs: the OpenAPI document.</summary>
internal static class Described
{
    /// <summary>Describes what an endpoint answers.</summary>
    public static void Describe<T>(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .WithName(name)
        .WithSummary(summary)
        .WithTags("Proviso")
        .Produces<T>()
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, "application/problem+json");

    /// <summary>The document says what does not depend on where the server runs.</summary>
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Proviso";
        document.Info.Version = "1";
        document.Info.Description = "Who keeps what, where, since when, according to whom, and why. Read only: what is supposed or drafted is evaluated and forgotten.";
        document.Servers?.Clear();
        return Task.CompletedTask;
    });
}
