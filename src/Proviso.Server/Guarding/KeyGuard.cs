using System.Security.Cryptography;
using System.Text;

namespace Proviso.Server.Guarding;

/// <summary>Lets nobody in who does not show the key: in the link that opens the page, which leaves a cookie, or as a bearer token. A browser that shows none, or another, is asked for it.</summary>
internal sealed class KeyGuard(string key)
{
    private readonly string shown = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("proviso cookie " + key)));

    /// <summary>Lets a request pass, or refuses it.</summary>
    public Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var given = request.Query["key"] is [{ } told] ? told : null;
        if (given is not null && (Same(given, key) || Same(EndOf(given), key)))
        {
            context.Response.Cookies.Append(CookieOf(context), shown, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Secure = request.IsHttps });
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(Here(request));
            return Task.CompletedTask;
        }

        if (Same(request.Cookies[CookieOf(context)], shown) || (request.Headers.Authorization.ToString() is var bearer && bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && Same(bearer["Bearer ".Length..], key)))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        if (!request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/openapi") && HttpMethods.IsGet(request.Method))
        {
            return KeyPage.Write(context, isWrong: given is not null);
        }

        return Refusals.Write(context, StatusCodes.Status401Unauthorized, "The key is missing", "Send it as `Authorization: Bearer KEY`; `proviso serve` printed it when it was started.");
    }

    /// <summary>Cookies do not tell ports apart, and two servers on one machine have two keys.</summary>
    private static string CookieOf(HttpContext context) => $"proviso-key-{context.Connection.LocalPort}";

    /// <summary>What somebody put in without blanks around it, and without what stands before the key when it is the whole link.</summary>
    private static string EndOf(string given) => given[(given.LastIndexOf("key=", StringComparison.Ordinal) is >= 0 and var at ? at + "key=".Length : 0)..].Trim();

    /// <summary>The same address without the key. It begins with one stroke, so that it cannot lead elsewhere.</summary>
    private static string Here(HttpRequest request) =>
        new PathString("/" + request.Path.Value?.TrimStart('/')).ToUriComponent() + QueryString.Create(request.Query.Where(part => part.Key != "key")).ToUriComponent();

    private static bool Same(string? given, string wanted) =>
        given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(wanted)));
}
