using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>Turns the sentences of a case into what they mean. Reports every error in one pass and never throws on any text:
/// a sentence with an error is left out of the case, and those that name it are not blamed for it.</summary>
public sealed class Binder
{
    private readonly DiagnosticBag found = new();
    private readonly Lexicon lexicon;
    private readonly TimeBinder times;
    private readonly ImmutableArray<SyntaxTree> trees;
    private readonly HashSet<string> faultless;
    private readonly List<(Sentence Sentence, Declared Declared)> declarations = [];
    private readonly Dictionary<string, SourcesRead> sources = new(StringComparer.Ordinal);
    private ReportFile? lastFile;

    private Binder(ImmutableArray<SyntaxTree> trees)
    {
        this.trees = trees;
        faultless = [.. trees.Where(tree => tree.Diagnostics.IsEmpty).Select(tree => tree.Source.Path)];
        lexicon = new(found);
        times = new(found);
    }

    /// <summary>Binds the files of a case, in the order of their names (ordinal).</summary>
    /// <returns>The case, or null when there is no agreement in it; and what is wrong, by file and place, without what the
    /// trees report themselves.</returns>
    public static (Case? Case, ImmutableArray<Diagnostic> Diagnostics) Bind(IEnumerable<SyntaxTree> trees)
    {
        var binder = new Binder([.. trees.OrderBy(tree => tree.Source.Path, StringComparer.Ordinal)]);
        return (binder.Bind(), binder.found.ToSorted());
    }

    /// <summary>Binds all but the reports and positions, which can then be taken in from elsewhere too.</summary>
    internal static Intake Open(ImmutableArray<SyntaxTree> trees)
    {
        var binder = new Binder([.. trees.OrderBy(tree => tree.Source.Path, StringComparer.Ordinal)]);
        var opened = binder.Open();
        return new(binder, opened, !trees.Any(tree => tree.Diagnostics.Any(one => one.IsError)));
    }

    /// <summary>Binds reports and positions, those of the trees and those beside them.</summary>
    /// <param name="beside">Sentences that stand in records, a tree for each file.</param>
    /// <param name="recorded">The reports of records that are bound already.</param>
    internal (ImmutableArray<Report> Reports, ImmutableArray<Position> Positions, int? KnownThrough) Rest(
        Opened opened, ImmutableArray<SyntaxTree> beside, Func<string, Report?>? recorded)
    {
        ImmutableArray<SyntaxTree> all = [.. trees.Concat(beside).OrderBy(tree => tree.Source.Path, StringComparer.Ordinal)];
        var attributions = new AttributionBinder(lexicon, times, opened.Clock);
        ReadSources(attributions, all);
        var file = lastFile = new ReportFile(recorded);
        var reports = new ReportBinder(lexicon, times, opened.Contents, attributions, opened.Clock, file).Bind(Of(Space.Reports), ReadOn);
        var sentences = all.SelectMany(tree => tree.Root.Sentences).OfType<PositionSentence>().Where(IsWhole);
        var positions = new PositionBinder(lexicon, times, opened.Nouns, attributions, file, opened.Views, opened.Clock).Bind([.. sentences], ReadOn);
        lexicon.TellLost();
        return (reports, positions, attributions.KnownThrough);
    }

    /// <summary>Declares the reports of more trees; requires those to be whole.</summary>
    /// <returns>What was declared.</returns>
    internal ImmutableArray<Declared> DeclareMore(IEnumerable<SyntaxTree> beside)
    {
        var declared = ImmutableArray.CreateBuilder<Declared>();
        foreach (var sentence in beside.SelectMany(tree => tree.Root.Sentences).OfType<ReportSentence>())
        {
            if (Declare(Sort.Report, sentence.Name) is { } one)
            {
                declarations.Add((sentence, one));
                declared.Add(one);
            }
        }

        return declared.DrainToImmutable();
    }

    /// <summary>Takes declarations back.</summary>
    internal void Forget(ImmutableArray<Declared> declared)
    {
        declarations.RemoveRange(declarations.Count - declared.Length, declared.Length);
        foreach (var one in declared)
        {
            lexicon.Names.Forget(one);
        }
    }

    /// <summary>What a report says that was bound by the last <see cref="Rest"/>, or null.</summary>
    internal ReportContent? ContentOf(string report) => lastFile?.ContentOf(report);

    /// <summary>What has been found wrong.</summary>
    internal DiagnosticBag Found => found;

    /// <summary>The names and what they mean.</summary>
    internal Lexicon Lexicon => lexicon;

    /// <summary>Dates as written.</summary>
    internal TimeBinder Times => times;

    private Case? Bind()
    {
        var opened = Open();
        var (reports, positions, knownThrough) = Rest(opened, [], null);
        return opened.Agreement is null ? null : new(opened.Agreement, ReportList.Of(reports), positions)
        {
            KnownThrough = knownThrough ?? opened.Agreement.InForce.From,
        };
    }

    private Opened Open()
    {
        var agreement = Agreement();
        if (agreement is not null)
        {
            new ViewBinder(lexicon).Declare(agreement);
        }

        Declare(agreement);
        var clock = Clock(agreement);
        var inForce = InForce(agreement);
        var parties = new PartyBinder(lexicon, times).Bind(Of(Space.Parties));
        var between = agreement is null ? [] : lexicon.Parties(agreement.Between.Names);
        var places = new PlaceBinder(lexicon, times);
        var (allPlaces, containments) = places.Bind(Of(Space.Places));
        var events = Events();
        var nouns = new NounBinder(lexicon);
        var allNouns = nouns.Bind(Of(Space.Nouns));
        var states = new StateBinder(lexicon, times);
        var allStates = states.Bind(Of(Space.States));

        var allCounts = new CountBinder(lexicon, times, nouns, allNouns).Bind(Of(Space.Counts));

        var calendars = new CalendarBinder(lexicon, times, AllSentences<CalendarSentence>().Any(sentence => !IsWhole(sentence)) || AllSentences<UnknownSentence>().Any());
        var allCalendars = calendars.Bind(Sentences<CalendarSentence>());

        var head = Head(agreement, between, inForce, clock);
        var conditions = new ConditionBinder(lexicon, nouns, states, IsOfTwo(between));
        var clauses = new ClauseBinder(lexicon, times, nouns, conditions, calendars, head, allPlaces);
        var allClauses = clauses.Bind(Of(Space.Clauses));
        var disputes = new DisputeBinder(lexicon, nouns, states, places, conditions, clauses);
        var allDisputes = disputes.Bind(Of(Space.Disputes));
        new DisputeChecks(lexicon, allClauses, allCounts, allStates, allNouns, containments).Check(disputes.Bound);
        var views = new ViewBinder(lexicon);
        var allViews = views.Bind(Of(Space.Views), between);
        var expectations = new ExpectationBinder(lexicon, times, nouns, head.Participants, containments, allDisputes);
        var allAssumptions = Sentences<AssumeSentence>().Select(expectations.Assume).OfType<Assumption>().ToImmutableArray();
        var allExpectations = Sentences<ExpectSentence>().Select(expectations.Expect).OfType<Expectation>().ToImmutableArray();

        var allExpectedCounts = Sentences<ExpectCountSentence>().Select(expectations.Expect).OfType<CountExpectation>().ToImmutableArray();

        var contents = new ContentBinder(lexicon, times, nouns, clock, new PlaceZones(containments), allStates, allDisputes);
        var bound = agreement is null ? null : new Agreement(
            agreement.Name.Value, Titles.Of(agreement.Title, agreement.Name.Value), between, inForce, clock,
            Titles.Of(agreement.Source), parties, allPlaces, containments, allNouns, allStates, events, allDisputes, allViews,
            allClauses, allAssumptions, allExpectations)
        {
            Counts = allCounts,
            Notice = Notice(agreement.Withdrawal),
            Omissions = [.. Sentences<OmitsSentence>().Select(omits => new Omission(omits.What.Value, omits.Why.Value))],
            Calendars = allCalendars,
            ExpectedCounts = allExpectedCounts,
        };
        return new(bound, clock, nouns, views, contents, new PlaceZones(containments));
    }

    /// <summary>The sentences of a sort that were read without trouble: what the others mean is not known.</summary>
    private IEnumerable<T> Sentences<T>()
        where T : Sentence => AllSentences<T>().Where(IsWhole);

    /// <summary>True when nothing in the sentence is missing or was skipped; in a text without any fault no token need be asked.</summary>
    private bool IsWhole(Sentence sentence) => faultless.Contains(sentence.FullStop.Source.Path) || sentence.IsWhole();

    private IEnumerable<T> AllSentences<T>()
        where T : Sentence => trees.SelectMany(tree => tree.Root.Sentences).OfType<T>();

    private ImmutableArray<(Sentence Sentence, Declared Declared)> Of(Space space) =>
        [.. declarations.Where(each => Names.SpaceOf(each.Declared.Sort) == space)];

    private AgreementSentence? Agreement()
    {
        var agreements = AllSentences<AgreementSentence>().ToList();
        foreach (var second in agreements.Skip(1))
        {
            found.Add(BindingErrors.SecondAgreement(second.AgreementWord.Span, second.Name.Value, agreements[0].AgreementWord.Span));
        }

        if (agreements.Count == 0 && !AllSentences<UnknownSentence>().Any())
        {
            found.Add(BindingErrors.NoAgreement(trees.IsEmpty ? new SourceSpan("", 0, 0) : new(trees[0].Source.Path, 0, 0)));
        }

        return agreements.FirstOrDefault();
    }

    private void Declare(AgreementSentence? agreement)
    {
        var unread = AllSentences<UnknownSentence>().SelectMany(sentence => sentence.Tokens)
            .Concat(
                from tree in trees
                where !tree.Diagnostics.IsEmpty
                from token in tree.Root.Tokens
                from skipped in token.Skipped
                select skipped);
        foreach (var word in unread.Where(word => word.Kind is TokenKind.Name or TokenKind.Number))
        {
            lexicon.IsUnclear(word.Value);
        }

        var views = new ViewBinder(lexicon);
        foreach (var sentence in AllSentences<Sentence>())
        {
            var declared = sentence is ViewSentence view ? Declare(view, views, agreement)
                : Declarations.Of(sentence) is { } named ? Declare(named.Sort, named.Name)
                : null;
            if (declared is not null && IsWhole(sentence))
            {
                declarations.Add((sentence, declared));
            }
        }
    }

    private Declared? Declare(ViewSentence view, ViewBinder views, AgreementSentence? agreement)
    {
        if (view.Name.IsMissing)
        {
            lexicon.IsUnclear(Space.Views);
        }

        return views.Declare(view, agreement);
    }

    private Declared? Declare(Sort sort, Token name)
    {
        if (name.IsMissing)
        {
            lexicon.IsUnclear(Names.SpaceOf(sort));
        }

        return lexicon.Declare(sort, name);
    }

    /// <summary>True where "each other party" can only be the other one of two: nobody else owes for a group or is offered a clause.</summary>
    private bool IsOfTwo(ImmutableArray<Party> between) =>
        between.Length == 2 && !between.Any(party => party.IsGroup) && AllSentences<ClauseSentence>().All(clause => clause.Offered is null);

    private Clock Clock(AgreementSentence? agreement)
    {
        if (agreement is null || agreement.Clock.IsLocal || Zones.Checked(agreement.Clock.Zone, found) is not { } zone)
        {
            return Binding.Clock.Local;
        }

        return Binding.Clock.OfZone(zone) ?? Binding.Clock.Local;
    }

    private DayRange InForce(AgreementSentence? agreement) =>
        agreement is not null && TimeBinder.Day(agreement.InForce.From) is { } from
            ? times.Range(from, agreement.InForce.Limit, agreement.InForce.Span) ?? new(from, int.MaxValue)
            : DayRange.Always;

    private static AgreementHead Head(AgreementSentence? agreement, ImmutableArray<Party> between, DayRange inForce, Clock clock)
    {
        var isWhole = agreement is not null && agreement.Between.IsWhole() && between.Length == agreement.Between.Names.Count;
        return new(new(between), isWhole, agreement?.Between.Span ?? default, inForce, agreement?.InForce.Span ?? default, clock);
    }

    private Notice? Notice(WithdrawalSyntax? withdrawal) => withdrawal is null || times.Whole(withdrawal.Number, Units.MostOf(Units.StepOf(withdrawal.Unit))) is not { } number ? null
        : new((int)number, Units.StepOf(withdrawal.Unit));

    private ImmutableArray<Event> Events()
    {
        var events = ImmutableArray.CreateBuilder<Event>();
        foreach (var (sentence, declared) in Of(Space.Events))
        {
            var happening = new Event(declared.Name, Titles.OfEvent(((EventSentence)sentence).Title, declared.Name));
            lexicon.Means(declared, happening);
            events.Add(happening);
        }

        return events.DrainToImmutable();
    }

    private void ReadSources(AttributionBinder attributions, ImmutableArray<SyntaxTree> all)
    {
        foreach (var tree in all)
        {
            var read = tree.Root.Sentences.OfType<SourcesSentence>().Where(IsWhole).ToList();
            foreach (var second in read.Skip(1))
            {
                found.Add(BindingErrors.SourcesReadTwice(second.Span, read[0].Span));
            }

            var day = read.Count > 0 ? TimeBinder.Day(read[0].Date) : null;
            if (day is { } known)
            {
                attributions.Know(known);
            }

            var isUnclear = tree.Root.Sentences.Any(sentence => sentence is SourcesSentence or UnknownSentence);
            sources[tree.Source.Path] = new(day, isUnclear);
        }
    }

    private SourcesRead ReadOn(Sentence sentence) => sources.GetValueOrDefault(sentence.Span.File);

    /// <summary>What reports and positions are bound with.</summary>
    /// <param name="Agreement">Null when there is none.</param>
    internal sealed record Opened(Agreement? Agreement, Clock Clock, NounBinder Nouns, ViewBinder Views, ContentBinder Contents, PlaceZones Zones);
}
