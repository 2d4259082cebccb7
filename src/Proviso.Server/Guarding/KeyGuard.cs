using System.Security.Cryptography;
using System.Text;

namespace Proviso.Server.Guarding;

/// <summary>Lets nobody in who does not show the key: in the link that opens the page, which leaves a cookie, or as a bearer token.</summary>
internal sealed class KeyGuard(string key)
{
    private const string Cookie = "proviso-key";
    private readonly string shown = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("proviso cookie " + key)));

    /// <summary>Lets a request pass, or refuses it.</summary>
    public Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Query["key"] is [{ } given] && Same(given, key))
        {
            context.Response.Cookies.Append(Cookie, shown, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Secure = request.IsHttps });
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(request.Path.HasValue ? request.Path.Value : "/");
            return Task.CompletedTask;
        }

        if (Same(request.Cookies[Cookie], shown) || (request.Headers.Authorization.ToString() is var bearer && bearer.StartsWith("Bearer ", StringComparison.Ordinal) && Same(bearer["Bearer ".Length..], key)))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        if (!request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/openapi") && HttpMethods.IsGet(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync("This workbench asks for its key. Open it with the whole link that `proviso serve` printed when it was started.\n");
        }

        return Refusals.Write(context, StatusCodes.Status401Unauthorized, "The key is missing", "Send it as `Authorization: Bearer KEY`; `proviso serve` printed it when it was started.");
    }

    private static bool Same(string? given, string wanted) =>
        given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(wanted)));
}
