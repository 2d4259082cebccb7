using Xunit.v3;

namespace Proviso;

/// <summary>
/// Marks a test that compares the product with a slow, obvious twin on random input. Such tests take minutes,
/// so <c>./test</c> runs them as a group of their own.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class ComparisonAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("category", "comparison")];
}
