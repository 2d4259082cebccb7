using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Proviso.Server.Guarding;

/// <summary>Keeps one client, or all together, from asking more than can be answered.</summary>
internal static class Flood
{
    /// <summary>Sets the limits up.</summary>
    public static void Configure(RateLimiterOptions limiter, ServerLimits limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
                ClientOf(context),
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limits.Burst,
                    TokensPerPeriod = Math.Max(1, limits.Rate / 10),
                    ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                    QueueLimit = 0,
                })),
            AtOnce(ClientOf, limits.AtOnceOfOne),
            AtOnce(_ => "", limits.AtOnce));
        limiter.OnRejected = (rejected, _) =>
        {
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return new(Refusals.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too much is asked at once", "Ask again in a moment; what was asked before is answered."));
        };
    }

    /// <summary>Keeps one client, or all together, from having more listen than can be told. What is granted lasts until the lease is given back.</summary>
    public static PartitionedRateLimiter<HttpContext> Listening(ServerLimits limits) =>
        PartitionedRateLimiter.CreateChained(AtOnce(ClientOf, limits.ListenersOfOne), AtOnce(_ => "", limits.Listeners));

    private static PartitionedRateLimiter<HttpContext> AtOnce(Func<HttpContext, string> partition, int most) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetConcurrencyLimiter(partition(context), _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 }));

    /// <summary>Who asks, as far as can be told: behind one address may be several people.</summary>
    private static string ClientOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
