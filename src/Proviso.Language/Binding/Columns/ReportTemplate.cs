namespace Proviso.Language.Binding;

/// <summary>How the rows of a template say when.</summary>
public enum DayForm
{
    /// <summary>What is reported has no time.</summary>
    None,

    /// <summary>On one day, which is the first day of the row; a stay ends with it.</summary>
    Day,

    /// <summary>From the first day of the row to its last.</summary>
    Days,

    /// <summary>From the first day of the row, with no end known.</summary>
    Onward,

    /// <summary>In windows of minutes that are kept beside the row.</summary>
    Windows,
}

/// <summary>What many reports have in common: all but the name, the item, when it was, and when it was said and received. Two templates that say the
/// same are equal.</summary>
/// <param name="Content">What they report. An event, a state, an attribute, denied access or a complete log; its subject has no item, its time is zero but for the least
/// duration of a stay, and it answers nothing.</param>
/// <param name="Attribution">Who says so. The days on which it was said are zero, and so are the times at which each was received.</param>
/// <param name="Form">How the rows say when.</param>
/// <param name="Answers">True when each row is an event that answers one report.</param>
/// <param name="Days">Which minutes a day is at the place; null where the form has no days.</param>
public sealed record ReportTemplate(ReportContent Content, Attribution Attribution, DayForm Form, bool Answers, DayWindows? Days)
{
    /// <summary>True for what happens in one window; false for what lasts, and for what has no time.</summary>
    public bool IsEvent => Content is EventReport;

    /// <summary>How many numbers a row keeps beside it: two for each window.</summary>
    internal int Beside => (Form != DayForm.Windows ? 0 : IsEvent ? 2 : 4) + (2 * Attribution.Received.Length);
}
