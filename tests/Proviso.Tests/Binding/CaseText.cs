using System.Collections;
using System.Reflection;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>Everything a case says, as text, without where it is written: two cases say the same when their texts are equal.
/// The items of every list are sorted, so that the order in which sentences stand does not show.</summary>
internal static class CaseText
{
    public static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"\"{text}\"",
        Clock clock => clock.Name,
        Party { IsGroup: false } party => $"party {party.Name} \"{party.Title}\"",
        IDictionary dictionary => Braces(dictionary.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(dictionary[key])}")),
        IEnumerable list => Braces(list.Cast<object>().Select(Of)),
        _ when value.GetType() is { IsPrimitive: true } or { IsEnum: true } or { Name: nameof(Decimal) } => value.ToString() ?? "",
        _ => $"{value.GetType().Name} {Braces(Properties(value).Select(property => $"{property.Name}={Of(property.GetValue(value))}"))}",
    };

    private static IEnumerable<PropertyInfo> Properties(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType != typeof(SourceSpan));

    private static string Braces(IEnumerable<string> items) => $"{{{string.Join("; ", items.Order(StringComparer.Ordinal))}}}";
}
