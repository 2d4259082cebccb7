using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Zones as written.</summary>
static class Zones
{
    /// <summary>The id of a zone, or null after reporting that the tz database does not have it; null in silence when missing.</summary>
    public static string? Checked(Token zone, DiagnosticBag found)
    {
        if (zone.IsMissing)
        {
            return null;
        }

        if (Clock.IsZone(zone.Text))
        {
            return zone.Text;
        }

        var sameLetters = Clock.Zones.FirstOrDefault(id => id.Equals(zone.Text, StringComparison.OrdinalIgnoreCase));
        found.Add(BindingErrors.UnknownZone(zone.Span, zone.Text, sameLetters ?? Spelling.Closest(zone.Text, Clock.Zones)));
        return null;
    }
}
