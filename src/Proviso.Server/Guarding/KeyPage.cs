using System.Net;

namespace Proviso.Server.Guarding;

/// <summary>The page that asks for the key, and nothing else: no file of the workbench is shown before the key is. The form leads back to the address that was asked for.</summary>
internal static class KeyPage
{
    /// <summary>Asks for the key; tells that another was given when that is so.</summary>
    public static Task Write(HttpContext context, bool isWrong)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        var others = string.Concat(
            from part in context.Request.Query
            where part.Key != "key"
            from value in part.Value
            select $"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(part.Key)}\" value=\"{WebUtility.HtmlEncode(value)}\">\n");
        return response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>The key · Proviso</title>
            </head>
            <body>
            <main>
            <h1>This workbench asks for its key</h1>
            {(isWrong ? "<p role=\"alert\"><b>That is not the key.</b> Perhaps the server was started anew since: then it may have another one.</p>" : "")}
            <p>The key is part of the link that <code>proviso serve</code> printed when it was started: what stands behind <code>key=</code>. Whoever started it can tell you. The whole link does as well.</p>
            <form>
            {others}<p><label for="key">Key</label> <input id="key" name="key" type="password" autocomplete="off" required autofocus> <button>Go on</button></p>
            </form>
            </main>
            </body>
            </html>

            """);
    }
}
