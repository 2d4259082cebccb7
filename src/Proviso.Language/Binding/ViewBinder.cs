using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>Views: those that need no sentence, then those declared.</summary>
sealed class ViewBinder(Lexicon lexicon)
{
    /// <summary>The name of the view of what no party contests.</summary>
    public const string Common = "common";

    /// <summary>Its title.</summary>
    public const string CommonTitle = "what no party contests";

    /// <summary>Declares the views that need no sentence.</summary>
    public void Declare(AgreementSentence agreement)
    {
        lexicon.Names.Declare(new(Sort.View, Common, agreement.Name.Span));
        foreach (var party in agreement.Between.Names.Where(party => !party.IsMissing))
        {
            lexicon.Names.Declare(new(Sort.View, party.Value, party.Span));
        }
    }

    /// <summary>Declares a view of the text, unless it needs no sentence.</summary>
    public Declared? Declare(ViewSentence view, AgreementSentence? agreement)
    {
        var party = agreement?.Between.Names.FirstOrDefault(party => party.Value == view.Name.Value && !party.IsMissing);
        if (view.Name.IsMissing || (view.Name.Value != Common && party is null))
        {
            return lexicon.Declare(Sort.View, view.Name);
        }

        lexicon.Found.Add(BindingErrors.BuiltInView(view.Name.Span, view.Name.Value, party?.Span));
        return null;
    }

    /// <summary>Binds the views: common, one per party, then the named ones in the order written.</summary>
    public ImmutableArray<View> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences, ImmutableArray<Party> between)
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        var views = ImmutableArray.CreateBuilder<View>();
        views.Add(new(Common, CommonTitle, ViewKind.Common, null, none, null));
        foreach (var party in between)
        {
            views.Add(new(party.Name, party.Title, ViewKind.Party, party, none, null));
        }

        foreach (var (sentence, declared) in sentences)
        {
            views.Add(View((ViewSentence)sentence, declared.Name));
        }

        foreach (var view in views)
        {
            if (lexicon.Names.Find(Space.Views, view.Name) is { } declared)
            {
                lexicon.Means(declared, view);
            }
        }

        return views.DrainToImmutable();
    }

    private View View(ViewSentence view, string name)
    {
        var choices = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var decided = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var part in view.Parts)
        {
            switch (part)
            {
                case ReadsSyntax reads:
                    foreach (var choice in reads.Choices)
                    {
                        if (Decide(choice.Dispute, name, decided) is { } dispute && Reading(choice.Reading, dispute) is { } reading)
                        {
                            choices[dispute.Name] = reading;
                        }
                    }

                    break;
                case LeavesSyntax leaves:
                    foreach (var dispute in leaves.Disputes)
                    {
                        Decide(dispute, name, decided);
                    }

                    break;
            }
        }

        var undecided = lexicon.Names.In(Space.Disputes).Select(dispute => dispute.Name)
            .Where(dispute => !decided.ContainsKey(dispute)).Order(StringComparer.Ordinal).ToImmutableArray();
        if (!undecided.IsEmpty)
        {
            var end = view.FullStop.Span.Start;
            lexicon.Found.Add(BindingErrors.DisputesUndecided(view.Name.Span, name, undecided, new(view.Span.File, end, 0)));
        }

        var trusts = view.Parts.OfType<TrustsSyntax>().SelectMany(part => part.Sources).ToList();
        return new(
            name, Titles.Of(view.Title, name), ViewKind.Named, null, choices.ToImmutable(),
            trusts.Count == 0 ? null : lexicon.Parties(trusts));
    }

    private Dispute? Decide(Token name, string view, Dictionary<string, SourceSpan> decided)
    {
        if (lexicon.Find(Space.Disputes, name) is null)
        {
            return null;
        }

        if (!decided.TryAdd(name.Value, name.Span))
        {
            lexicon.Found.Add(BindingErrors.DecidedTwice(name.Span, view, name.Value, decided[name.Value]));
            return null;
        }

        return lexicon.MeaningOf<Dispute>(Space.Disputes, name.Value);
    }

    /// <summary>The name of a reading of a dispute, or null after reporting that it has none of that name.</summary>
    public string? Reading(Token name, Dispute dispute)
    {
        if (name.IsMissing || dispute.Readings.Any(reading => reading.Name == name.Value))
        {
            return name.IsMissing ? null : name.Value;
        }

        var names = dispute.Readings.Select(reading => reading.Name).ToImmutableArray();
        lexicon.Found.Add(BindingErrors.UnknownReading(
            name.Span, name.Value, dispute, names, Spelling.Closest(name.Value, names)));
        return null;
    }
}
