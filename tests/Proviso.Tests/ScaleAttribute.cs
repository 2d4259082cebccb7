using Xunit.v3;

namespace Proviso;

/// <summary>Marks a test that proves something of records of size, of very many steps, or of very many places. <c>./test</c> runs them as a group of their own; what stands in the environment makes them larger
/// (docs/comparison.md).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class ScaleAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("category", "scale")];
}
