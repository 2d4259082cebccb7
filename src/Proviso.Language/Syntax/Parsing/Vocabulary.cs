namespace Proviso.Language.Syntax.Parsing;

/// <summary>What reserved words can stand for where the grammar leaves it to the neighbours.</summary>
internal static class Vocabulary
{
    /// <summary>True for a token that is a name, or would be one in lower case.</summary>
    public static bool IsNameLike(Token token) => token.Kind is TokenKind.Name or TokenKind.Zone;

    /// <summary>Words of other legal texts for the ones of a clause, with the word to write; null for all others.</summary>
    public static Word? ModalMeantBy(string text) => text switch
    {
        "must" or "will" or "should" or "undertakes" or "agrees" or "commits" or "pledges" or "promises" => Word.Shall,
        "can" or "might" => Word.May,
        _ => null,
    };

    /// <summary>The names of the months, January first. They stand only in days of a year, and are no reserved words, save <c>may</c>.</summary>
    public static string[] Months { get; } =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The month with the name, from 1 to 12; 0 for any other word.</summary>
    public static int MonthNamed(string name) => Array.IndexOf(Months, name) + 1;

    /// <summary>The names of the days of the week, Monday first. They stand only in calendars, and are no reserved words.</summary>
    public static string[] Weekdays { get; } = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The day of the week with the name, from 1 for Monday to 7; 0 for any other word.</summary>
    public static int WeekdayNamed(string name) => Array.IndexOf(Weekdays, name) + 1;

    /// <summary>True when a reserved word stands where a name is wanted because somebody used it as a name, and not because the
    /// name is missing and the word begins what comes after the name.</summary>
    public static bool IsUsedAsName(Token word, Token then) => word.Word switch
    {
        Word.None => false,
        Word.A => then.Word != Word.Party,
        Word.Source or Word.Quoting => then.Kind != TokenKind.Title,
        Word.Grade => then.Word is not (Word.Inspection or Word.Official or Word.Own or Word.Press or Word.Recalled),
        Word.Zone => then.Kind != TokenKind.Zone && then.Word != Word.Utc,
        Word.Host or Word.Reading or Word.Subject => !IsNameLike(then),
        Word.Clause or Word.Amount => !IsNameLike(then) && then.Kind != TokenKind.Number,
        Word.Total => then.Kind != TokenKind.Number,
        Word.Received or Word.Verified => then.Word != Word.By,
        Word.Read => then.Kind is not (TokenKind.Date or TokenKind.Month),
        Word.Access => then.Word != Word.Denied,
        Word.Log or Word.End => then.Word != Word.Of,
        Word.Standing or Word.Conduct or Word.Basis => then.Kind is not TokenKind.Word,
        _ => !Binds(word.Word),
    };

    /// <summary>True for the words that come after the name of what a sentence declares, where it has no title.</summary>
    public static bool FollowsNewName(Word word) => word is
        Word.As or Word.At or Word.Between or Word.In or Word.Joins or Word.Leaves or Word.Means or Word.Of or Word.On or Word.Outline
        or Word.Persists or Word.Reads or Word.Trusts or Word.With;

    /// <summary>Words that bind a sentence together; where one stands in place of a name, the name is missing.</summary>
    private static bool Binds(Word word) => word is
        Word.Accepted or Word.Accepts or Word.Acknowledges or Word.After or Word.And or Word.Are or Word.As
        or Word.At or Word.Before or Word.Between or Word.By or Word.Cannot or Word.Complete or Word.Corrects
        or Word.Declared or Word.Denies or Word.Despite or Word.Did or Word.Doubts or Word.Each or Word.For
        or Word.From or Word.Happens or Word.Has or Word.Have or Word.In or Word.Is or Word.Its or Word.Joins
        or Word.Known or Word.Lasting or Word.Later or Word.Least or Word.Leaves or Word.Less
        or Word.May or Word.Means or Word.More or Word.Most or Word.Newly or Word.No or Word.Not or Word.Of
        or Word.Offered or Word.On or Word.Onward or Word.Open or Word.Or or Word.Other or Word.Persists
        or Word.Proposes or Word.Reads or Word.Rejects or Word.Resumes or Word.Running or Word.Said or Word.Shall
        or Word.Since or Word.Still or Word.Suspends or Word.Than or Word.That or Word.The or Word.Through or Word.To
        or Word.Trusts or Word.Under or Word.Unless or Word.Until or Word.Utc or Word.When or Word.Where
        or Word.While or Word.With or Word.Withdraws or Word.Within or Word.Without or Word.Working or Word.Yes;
}
