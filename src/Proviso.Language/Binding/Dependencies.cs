using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>One declaration's mention of another, and where it stands.</summary>
readonly record struct Mention(string From, string To, SourceSpan Span);

/// <summary>Names in an order in which each comes after those it mentions.</summary>
/// <param name="Order">Every name that leads into no circle. Names on a circle, or that lead to one, are not in it.</param>
/// <param name="Circles">Each as the mentions one after another, the last leading back to the first; it starts at its first
/// name in ordinal order. Each name is on at most one of them.</param>
sealed record Dependencies(ImmutableArray<string> Order, ImmutableArray<ImmutableArray<Mention>> Circles)
{
    /// <summary>Sorts names by what they mention. Mentions of names that are not among <paramref name="names"/> count for
    /// nothing. The answer depends on the names and mentions only, not on the order in which they are given (of two mentions of
    /// the same name, the one that stands first is told). Takes no stack, however long the chain.</summary>
    public static Dependencies Of(IEnumerable<string> names, IEnumerable<Mention> mentions)
    {
        var known = new SortedSet<string>(names, StringComparer.Ordinal);
        var next = mentions
            .Where(mention => known.Contains(mention.From) && known.Contains(mention.To))
            .GroupBy(mention => mention.From, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group
                    .OrderBy(mention => mention.To, StringComparer.Ordinal)
                    .ThenBy(mention => mention.Span.File, StringComparer.Ordinal)
                    .ThenBy(mention => mention.Span.Start)
                    .DistinctBy(mention => mention.To, StringComparer.Ordinal)
                    .ToImmutableArray(),
                StringComparer.Ordinal);
        return new Walk(next).Over(known);
    }

    private sealed class Walk(Dictionary<string, ImmutableArray<Mention>> next)
    {
        private readonly ImmutableArray<string>.Builder order = ImmutableArray.CreateBuilder<string>();
        private readonly ImmutableArray<ImmutableArray<Mention>>.Builder circles = ImmutableArray.CreateBuilder<ImmutableArray<Mention>>();
        private readonly HashSet<string> onCircle = new(StringComparer.Ordinal);

        /// <summary>True: done and good. False: done, on a circle or leading to one. Absent: not reached.</summary>
        private readonly Dictionary<string, bool> done = new(StringComparer.Ordinal);

        public Dependencies Over(SortedSet<string> names)
        {
            foreach (var name in names)
            {
                From(name);
            }

            return new(order.ToImmutable(), circles.ToImmutable());
        }

        private void From(string root)
        {
            if (done.ContainsKey(root))
            {
                return;
            }

            var path = new List<(string Name, int Tried)> { (root, 0) };
            var place = new Dictionary<string, int>(StringComparer.Ordinal) { [root] = 0 };
            while (path.Count > 0)
            {
                var (name, tried) = path[^1];
                var outgoing = Outgoing(name);
                if (tried == outgoing.Length)
                {
                    path.RemoveAt(path.Count - 1);
                    place.Remove(name);
                    Finish(name, outgoing);
                    continue;
                }

                path[^1] = (name, tried + 1);
                var to = outgoing[tried].To;
                if (place.TryGetValue(to, out var start))
                {
                    Close(path, start);
                }
                else if (!done.ContainsKey(to))
                {
                    place[to] = path.Count;
                    path.Add((to, 0));
                }
            }
        }

        private void Finish(string name, ImmutableArray<Mention> outgoing)
        {
            var good = !onCircle.Contains(name) && outgoing.All(mention => done.GetValueOrDefault(mention.To));
            done[name] = good;
            if (good)
            {
                order.Add(name);
            }
        }

        /// <summary>Writes down the circle that the last mention tried on the path closes at <paramref name="start"/>.</summary>
        private void Close(List<(string Name, int Tried)> path, int start)
        {
            var circle = path.Skip(start).Select(step => Outgoing(step.Name)[step.Tried - 1]).ToList();
            var fresh = circle.TrueForAll(mention => !onCircle.Contains(mention.From));
            onCircle.UnionWith(circle.Select(mention => mention.From));
            if (fresh)
            {
                var least = circle.Select(mention => mention.From).Min(StringComparer.Ordinal);
                var first = circle.FindIndex(mention => mention.From == least);
                circles.Add([.. circle[first..], .. circle[..first]]);
            }
        }

        private ImmutableArray<Mention> Outgoing(string name) => next.GetValueOrDefault(name, []);
    }
}
