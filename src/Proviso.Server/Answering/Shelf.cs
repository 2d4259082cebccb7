using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Proviso.Server.Answering;

/// <summary>The agreements as they are now: each is read when it is first asked for, and again when it has changed.</summary>
internal sealed class Shelf(IAgreements agreements)
{
    private readonly ConcurrentDictionary<string, (string Stamp, Lazy<Served> Served)> read = new(StringComparer.Ordinal);

    /// <summary>Their names, in order.</summary>
    public IReadOnlyList<string> Names => agreements.Names;

    /// <summary>The agreement of that name as it is now, or null.</summary>
    public Served? Find(string name)
    {
        if (!agreements.Names.Contains(name, StringComparer.Ordinal) || agreements.StampOf(name) is not { } stamp)
        {
            read.TryRemove(name, out _);
            return null;
        }

        // Whoever comes first reads; the others wait for it.
        return read.AddOrUpdate(name, _ => (stamp, Reading(name, stamp)), (_, known) => known.Stamp == stamp ? known : (stamp, Reading(name, stamp))).Served.Value;
    }

    /// <summary>The same if it has been read already; else null.</summary>
    public Served? FindRead(string name) =>
        read.TryGetValue(name, out var known) && known.Served.IsValueCreated && agreements.Names.Contains(name, StringComparer.Ordinal) && agreements.StampOf(name) == known.Stamp ? known.Served.Value : null;

    /// <summary>Versions by name, to see what has changed.</summary>
    public IReadOnlyDictionary<string, string> Versions() => agreements.Names
        .Select(name => (Name: name, Stamp: agreements.StampOf(name))).Where(each => each.Stamp is not null)
        .ToDictionary(each => each.Name, each => VersionOf(each.Stamp!), StringComparer.Ordinal);

    private Lazy<Served> Reading(string name, string stamp) => new(() => new Served(name, VersionOf(stamp), agreements.Read(name)));

    private static string VersionOf(string stamp) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp)))[..16];
}
