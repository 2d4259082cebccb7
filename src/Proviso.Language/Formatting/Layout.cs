using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>Where a line may end before a word.</summary>
internal enum Break
{
    /// <summary>Not here; only a comment can force it.</summary>
    None,

    /// <summary>Where the line is full; the next one is indented by two more.</summary>
    Wrap,

    /// <summary>Before a part that does not fit on the line as a whole.</summary>
    Fill,

    /// <summary>In every sentence that takes several lines.</summary>
    Own,
}

/// <summary>A word of a formatted sentence.</summary>
/// <param name="Text">Its characters, with a mark right behind them.</param>
/// <param name="HasSpace">Whether a blank stands before it within a line.</param>
internal sealed record Piece(string Text, bool HasSpace)
{
    public Break Break { get; set; }

    /// <summary>Columns to the left of the line it begins.</summary>
    public int Indent { get; set; }

    /// <summary>The least column to stand at within a line, for aligning it with the lines around it; 0 for none.</summary>
    public int Column { get; set; }

    /// <summary>True where a column of neighbouring sentences begins.</summary>
    public bool BeginsCell { get; set; }

    /// <summary>Comments on lines of their own above it.</summary>
    public List<string> Above { get; } = [];

    /// <summary>The comment behind it, or null.</summary>
    public string? Behind { get; set; }
}

/// <summary>The words of a sentence, and where its lines may end.</summary>
/// <param name="FlatWidth">Up to which width it stands on one line; 0 for never.</param>
internal sealed record Layout(List<Piece> Pieces, int FlatWidth)
{
    public static Layout Of(Sentence sentence)
    {
        var builder = new LayoutBuilder(sentence);
        switch (sentence)
        {
            case AgreementSentence agreement:
                builder.Own(agreement.Between, agreement.InForce, agreement.Clock, agreement.Withdrawal, agreement.Source);
                break;
            case GroupSentence group:
                Group(builder, group);
                break;
            case RegionSentence region:
                builder.Fill(region.Of, region.Outline, region.Margin, region.In, region.Zone);
                builder.Own(region.Grade, region.Source);
                builder.Cell(region.Title);
                break;
            case SiteSentence site:
                builder.Fill(site.At, site.In, site.Host, site.Zone);
                builder.Own(site.Source);
                builder.Cell(site.Title, site.At, site.In, site.Host);
                break;
            case TheatreSentence theatre:
                builder.Fill(theatre.Joins);
                builder.Cell(theatre.Title, theatre.Joins);
                break;
            case PartySentence party:
                builder.Cell(party.Title);
                break;
            case OmitsSentence omits:
                builder.Fill(omits.BecauseWord);
                break;
            case EventSentence happening:
                builder.Cell(happening.Title);
                break;
            case KindSentence kind:
                builder.Fill(kind.Description, kind.WithWord);
                break;
            case ModelSentence model:
                builder.Fill(model.With);
                builder.Own(model.Source);
                break;
            case StateSentence state:
                builder.Fill(state.MeansWord, state.PersistsWord);
                builder.Cell(state.Title);
                break;
            case DefineSentence define:
                builder.Own(define.Body.WhereWord);
                break;
            case CountSentence count:
                builder.Own([count.AsWord]);
                builder.OwnAt(4, [.. count.Body is CountTermsSyntax terms ? terms.Terms.Skip(1) : []]);
                break;
            case CalendarSentence calendar:
                builder.Own(calendar.FromWord, calendar.Without, calendar.With, calendar.Grade, calendar.Source);
                break;
            case DisputeSentence dispute:
                Dispute(builder, dispute);
                break;
            case ViewSentence view:
                builder.Own([.. view.Parts]);
                break;
            case ClauseSentence clause:
                builder.Own([.. clause.Slots]);
                break;
            case AssumeSentence assume:
                builder.Fill(assume.Dated, assume.Under);
                break;
            case ExpectSentence expect:
                builder.Own(expect.Clause);
                builder.Fill(expect.Outcomes);
                break;
            case ExpectCountSentence expect:
                builder.Own(expect.Count);
                builder.Fill(expect.Number);
                break;
            case ReportSentence report:
                builder.Own(report.Content);
                Attribution(builder, report.Attribution, 0);
                break;
            case PositionSentence position:
                Attribution(builder, position.Attribution, position.Attribution is [OnAttributionSyntax, ..] ? 1 : 0);
                break;
        }

        var isBroken = sentence is AgreementSentence or DisputeSentence or ClauseSentence or ReportSentence or PositionSentence;
        var width = isBroken || builder.HasInnerComment ? 0 : sentence is ExpectSentence or ExpectCountSentence ? Formatter.RowWidth : Formatter.Width;
        return new(builder.Pieces, width);
    }

    private static void Group(LayoutBuilder builder, GroupSentence group)
    {
        builder.Own(group.OfWord);
        builder.Own(group.Grade, group.Source);
        if (!group.Members.Any(member => member.Dated is not null))
        {
            return;
        }

        const int Indent = 5;
        builder.OwnAt(Indent, [.. group.Members.Skip(1)]);
        builder.Align(
            Indent,
            [.. group.Members.Where(member => member.Dated is not null).Select(member => (member.Name, member.Dated!.FirstToken!))]);
    }

    private static void Dispute(LayoutBuilder builder, DisputeSentence dispute)
    {
        builder.Own(dispute.OnWord);
        builder.Own([.. dispute.Readings]);
        builder.FillAt(4, [.. dispute.Readings.Select(reading => reading.MeansWord)]);
        builder.FillAt(4, [.. dispute.Readings.Select(reading => reading.Source)]);
        builder.Align(2 + "reading ".Length, [.. dispute.Readings.Select(reading => (reading.Name, reading.Title ?? reading.MeansWord))]);
    }

    private static void Attribution(LayoutBuilder builder, IReadOnlyList<AttributionSyntax> parts, int onHead)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (i == onHead || parts[i] is SourceAttributionSyntax)
            {
                builder.Own(parts[i]);
            }
            else
            {
                builder.Fill(parts[i]);
            }
        }
    }
}
