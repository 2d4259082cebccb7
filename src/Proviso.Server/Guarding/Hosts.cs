using System.Net;

namespace Proviso.Server.Guarding;

/// <summary>Under which names the server answers. A page of somebody else whose name is made to lead to this machine gets nothing.</summary>
internal static class Hosts
{
    private static readonly string[] own = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The names for addresses that are listened on; any name when one of them is all of the machine's.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> urls)
    {
        var hosts = urls.Select(url => new Uri(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal)).Host).ToList();
        return hosts.Exists(IsAny) ? ["*"] : own.Concat(hosts).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsAny(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
}
