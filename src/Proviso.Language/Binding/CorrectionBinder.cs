using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Corrections, each bound after the report it corrects.</summary>
sealed class CorrectionBinder(Lexicon lexicon, TimeBinder times, ContentBinder contents, ReportFile file)
{
    /// <summary>A correction; null when a part of it does not bind or does not fit what it corrects.</summary>
    public Correction? Bind(CorrectionContentSyntax content)
    {
        if (lexicon.Find(Space.Reports, content.Report) is not { } of || file.RootOf(of.Name) is not { } root)
        {
            return null;
        }

        var didNotOccur = false;
        (Subject? Subject, Place? Place, Amount? Amount, Occurrence? Stay, Window? Event) parts = default;
        var isWhole = true;
        foreach (var part in content.Parts.OrderBy(part => part is TimeCorrectionSyntax))
        {
            if (!Fits(part, root, of))
            {
                isWhole = false;
                continue;
            }

            switch (part)
            {
                case DidNotOccurSyntax:
                    didNotOccur = true;
                    break;
                case SubjectCorrectionSyntax subject:
                    parts.Subject = contents.Subject(subject.Subject);
                    isWhole &= parts.Subject is not null && (!IsTotal(root) || contents.IsOfAll(parts.Subject, subject.Subject));
                    break;
                case AmountCorrectionSyntax amount:
                    parts.Amount = contents.Amount(amount.Amount);
                    isWhole &= parts.Amount is { } number && (!IsTotal(root) || contents.IsBounded(number, amount.Amount));
                    break;
                case PlaceCorrectionSyntax place:
                    parts.Place = lexicon.Place(place.In.Name);
                    isWhole &= parts.Place is not null;
                    break;
                case TimeCorrectionSyntax time:
                    (parts.Stay, parts.Event) = Time(time.Stay, root, parts.Place ?? file.PlaceOf(of.Name));
                    isWhole &= parts.Stay is not null || parts.Event is not null;
                    break;
            }
        }

        return isWhole ? new(of.Name, didNotOccur, parts.Subject, parts.Place, parts.Amount, parts.Stay, parts.Event) : null;
    }

    private (Occurrence? Stay, Window? Event) Time(StaySyntax syntax, ReportContent root, Place? place)
    {
        if (root is EventReport or EndReport)
        {
            return syntax is OnStaySyntax on && times.When(on.When) is { } moment
                ? (null, contents.Instant(moment, place))
                : (null, null);
        }

        var stay = root switch
        {
            StateReport { IsTotal: true } total => contents.TotalStay(syntax, place, total.State),
            StateReport state => contents.Stay(syntax, place, state.State, state.Absent),
            _ => contents.NeverOnward(syntax, place),
        };
        return (stay, null);
    }

    private static bool IsTotal(ReportContent root) => root is StateReport { IsTotal: true };

    private bool Fits(CorrectionPartSyntax part, ReportContent root, Declared of)
    {
        var (name, fits) = part switch
        {
            DidNotOccurSyntax => ("", true),
            SubjectCorrectionSyntax => ("subject", root is StateReport or EventReport { Of: not null }),
            AmountCorrectionSyntax => ("number", root is StateReport { Absent: false } or EventReport { Of: not null, NotReceived: false }),
            PlaceCorrectionSyntax => ("place", root is StateReport or EventReport { In: not null } or AccessDenied),
            TimeCorrectionSyntax { Stay: OnStaySyntax { Lasting: null } } => ("time", root is not AttributeReport),
            _ => ("stay", root is StateReport or AccessDenied or LogComplete),
        };
        if (!fits)
        {
            lexicon.Found.Add(BindingErrors.CorrectionDoesNotFit(part.Span, name, of.Name, ReportFile.Phrase(root), of.Span));
        }

        return fits;
    }
}
