using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Evaluation.Explanation;

/// <summary>A line of an account and what it rests on.</summary>
public sealed record AccountLine(string Text, ImmutableArray<AccountLine> Because);

/// <summary>Tells an explanation in plain English: as paragraphs, and as a tree.</summary>
public sealed class Account
{
    private readonly Prose prose;
    private readonly Case @case;
    private readonly Explanation told;
    private readonly AccountOfDuties duties;

    private Account(Case @case, Explanation explanation)
    {
        this.@case = @case;
        told = explanation;
        prose = new Prose(@case);
        duties = new AccountOfDuties(@case, told, prose);
    }

    /// <summary>The paragraphs, in the order of reading: the verdict, why it stands so, what was done, and what to keep in mind.</summary>
    /// <param name="decisions">What decides the verdict, from <see cref="Deciders"/>; may be empty.</param>
    /// <param name="accessions">The memberships it turns on, from <see cref="Accession.Of"/>; may be empty.</param>
    public static ImmutableArray<string> Paragraphs(
        Case @case, Explanation explanation, ImmutableArray<Decision> decisions, ImmutableArray<Accession> accessions)
    {
        var account = new Account(@case, explanation);
        string[] told =
        [
            account.Verdict(), account.Standing(), account.Conduct(), .. account.duties.OneByOne(), account.Readings(), account.Decided(decisions),
            account.Accessions(accessions), account.Notes(),
        ];
        return [.. told.Where(paragraph => paragraph.Length > 0)];
    }

    /// <summary>In short: the verdict, why it stands so and what was done, without the readings and what to keep in mind.</summary>
    public static (string Verdict, string Standing, string Conduct) InShort(Case @case, Explanation explanation)
    {
        var account = new Account(@case, explanation);
        return (account.Verdict(), account.Standing(), string.Join(" ", account.duties.OneByOne().Prepend(account.Conduct()).Where(part => part.Length > 0)));
    }

    /// <summary>The proof as a tree of lines.</summary>
    public static ImmutableArray<AccountLine> Tree(Case @case, Explanation explanation)
    {
        var account = new Account(@case, explanation);
        return [account.Line(explanation.Standing), account.Line(explanation.Conduct)];
    }

    /// <summary>What decides a verdict, one clause for each way to decide it: "“Question?” read as “…” alone: ended, not triggered".</summary>
    public static IEnumerable<string> Ways(ImmutableArray<Decision> decisions) => decisions.Select(decision =>
        $"{Joined(decision.Choices.Select(Choice), "and")}{(decision.Choices.Length == 1 ? " alone" : "")}: {Labels.Of(decision.Verdict)}");

    private static string Choice(Choice choice) => choice switch
    {
        ReadAs read => $"“{read.Dispute.Question}” read as “{ReadingTitle(read.Reading)}”",
        Believe { Believed: true } believe => $"the report {believe.Report.Name} believed",
        Believe believe => $"the report {believe.Report.Name} set aside",
        _ => throw new System.Diagnostics.UnreachableException(choice.GetType().Name),
    };

    private static string ReadingTitle(Reading reading) => reading.Title.Length > 0 ? reading.Title : reading.Name;

    private static IEnumerable<string> Possible(Verdict verdict) => Enum.GetValues<Standing>().Where(verdict.Possible.Has).Select(Prose.Standing);

    private string Subject()
    {
        var place = told.Row.Place is { } where ? " " + Prose.In(where) : "";
        var to = told.Row.Addressee is { } addressee
            ? told.Row.Clause.Offer is null ? $", {(told.Row.Clause.Duty is MayDo ? "towards" : "owed to")} {Prose.Party(addressee)}" : $", offered to {Prose.Party(addressee)}"
            : "";
        return $"{prose.ArticleWithTitle(told.Row.Clause.Id)}{place}, for {Prose.Party(told.Row.Party)}{to}";
    }

    private string Verdict()
    {
        var known = told.Knowledge.Day is { } day ? $", as known on {Prose.Date(day)}" : "";
        var to = told.Knowledge.To is { } party ? $" to {Prose.Party(party)}" : "";
        return $"{Subject()}: on {Prose.Date(told.Day)}{known}{to}, in the view “{ViewTitle()}”: {Labels.Of(told.Verdict)}"
            + (told.Basis is { } basis ? $" ({Prose.Basis(basis)})" : "") + ".";
    }

    private string ViewTitle() => told.View.Title.Length > 0 && told.View.Title != told.View.Name ? $"{told.View.Name}: {told.View.Title}" : told.View.Name;

    private string Standing()
    {
        var step = (Step)told.Standing;
        var sentences = new List<string>();
        switch (told.Verdict.Standing)
        {
            case Language.Binding.Standing.Ended:
                sentences.Add($"It bound from {Prose.Date(From())}{AsStep()}.");
                foreach (var met in step.Because.OfType<Step>().Where(s => s.Sign == Sign.Proved))
                {
                    sentences.Add($"The condition that ends it, that {Say(met)}, was met on {Prose.Date(met.Days.From)}. "
                        + $"That takes effect at the end of that day: it no longer binds from {Prose.Date(met.Days.From + 1)}, and it does not revive.");
                    sentences.AddRange(Shown(met));
                }

                break;
            case Language.Binding.Standing.VoidFromBirth:
                sentences.Add($"Warning: the condition that would end it held already when it began, on {Prose.Date(From())}, so it never bound anybody.");
                sentences.AddRange(step.Because.OfType<Step>().Take(1).SelectMany(Shown));
                break;
            case Language.Binding.Standing.InForce when step.Because.OfType<ActLeaf>().LastOrDefault(a => a.Position.Verb == PositionVerb.Accepts) is { } accepted:
                sentences.AddRange(step.Because.OfType<ActLeaf>()
                    .Where(a => a.Position.Verb == PositionVerb.Proposes && a.Position.When.Earliest <= accepted.Position.When.Latest).TakeLast(1)
                    .Append(accepted).Select(a => prose.Sentence(a.Position)));
                sentences.Add($"That takes effect at the end of that day: it binds from {Prose.Date(Math.Max(accepted.Days.From + 1, From()))}.");
                break;
            case Language.Binding.Standing.InForce:
                sentences.Add($"It has been in force since {Prose.Date(From())}{AsStep()}.");
                sentences.AddRange(step.Because.OfType<ActLeaf>().Select(a => prose.Sentence(a.Position)));
                sentences.AddRange(step.Because.OfType<ActLeaf>().Where(a => a.Position.Verb == PositionVerb.Withdraws).Select(Leaving).OfType<string>());
                sentences.AddRange(step.Because.OfType<AbsentLeaf>().Select(Nothing));
                break;
            case Language.Binding.Standing.CannotTell:
                sentences.Add($"It cannot be told from these reports whether it is {Joined(Possible(told.Verdict), "or")}.");
                foreach (var open in step.Because.OfType<Step>())
                {
                    sentences.Add($"The condition that ends it, that {Say(open)}, may have been met from {Prose.Date(open.Days.From)} on.");
                    sentences.AddRange(Shown(open));
                }

                sentences.AddRange(step.Because.OfType<ActLeaf>().Select(a => prose.Sentence(a.Position)));
                break;
            default:
                var left = told.Verdict.Standing == Language.Binding.Standing.Withdrawn && told.Row.Clause.Offer is null ? Decisive([.. step.Because.OfType<ActLeaf>()]) : null;
                sentences.AddRange(step.Because.OfType<ActLeaf>().Where(a => a != left).Select(a => prose.Sentence(a.Position)));
                if (left is { } act)
                {
                    sentences.Add(prose.Sentence(act.Position));
                    sentences.Add(Leaving(act) ?? $"That takes effect at the end of that day: it no longer binds from {Prose.Date(act.Days.From + 1)}.");
                }

                if (told.Verdict.Standing == Language.Binding.Standing.Offered)
                {
                    sentences.Add("An offer binds nobody until the addressee itself accepts it.");
                }

                break;
        }

        return string.Join(" ", sentences.Distinct());
    }

    /// <summary>Of withdrawals that with which the clause ceases to bind: the party's own that has effect first, or, if that is earlier, the one with which fewer than two parties are left. What is declared again
    /// later changes nothing.</summary>
    private ActLeaf? Decisive(ImmutableArray<ActLeaf> acts)
    {
        var inOrder = acts.Where(a => a.Position.Verb == PositionVerb.Withdraws).OrderBy(EffectOf).ToList();
        var own = inOrder.FirstOrDefault(a => a.Position.Holder.Name == told.Row.Party.Name);
        var lastNeeded = inOrder.Where(a => a.Position.Target is OnAgreement).DistinctBy(a => a.Position.Holder.Name).ElementAtOrDefault(Math.Max(0, @case.Agreement.Between.Length - 2));
        return own is null || (lastNeeded is not null && EffectOf(lastNeeded) < EffectOf(own)) ? lastNeeded : own;
    }

    private int EffectOf(ActLeaf act) =>
        act.Position.Target is OnAgreement && @case.Agreement.Notice is { } notice ? notice.EffectOf(act.Days.From).Latest : act.Days.From + 1;

    /// <summary>When a withdrawal with notice takes effect, and for whom; null where there is no notice to be given.</summary>
    private string? Leaving(ActLeaf act)
    {
        if (act.Position.Target is not OnAgreement || @case.Agreement.Notice is not { } notice)
        {
            return null;
        }

        var (first, last) = notice.EffectOf(act.Days.From);
        var on = first == last ? $"on {Prose.Date(first)}" : $"on {Prose.Date(first)} or the day after";
        return $"That takes effect {Prose.Notice(notice)} after it was declared, {on}{(act.Position.Holder.Name == told.Row.Party.Name || @case.Agreement.Between.Length > 2 ? "" : ", and then no second party is left")}.";
    }

    private string AsStep() => Prose.FirstDay(told.Row.Clause);

    private int From() => @case.Agreement.FirstDayOf(told.Row.Clause);

    private string Say(Step step) => step.Question is Holds holds
        ? Prose.Condition(holds.Condition, told.Row.Clause, told.Row.Instance, told.Row.Party)
        : "";

    private IEnumerable<string> Shown(Step step) => step.Because.SelectMany(Leaf);

    private IEnumerable<string> Leaf(Proof proof) => proof switch
    {
        ReportLeaf { Doubts.IsEmpty: true } leaf => [$"Shown by the report {leaf.Report.Name}: {prose.Sentence(leaf.Report)}"],
        ReportLeaf leaf =>
        [
            $"It could be shown by the report {leaf.Report.Name}: {prose.Sentence(leaf.Report)} "
                + $"But {Joined(leaf.Doubts.Select(d => d.Text), "and")}.",
        ],
        AbsentLeaf leaf => [Nothing(leaf)],
        Step { Rule: Rule.Counted } step => Counted(step),
        Step { Question: Holds { Slot: ClauseSlot.While }, Sign: Sign.Refuted, Rule: Rule.Parts } step => [$"{Capital(Conclusion(step))}.", .. step.Because.SelectMany(Leaf)],
        Step step => step.Because.SelectMany(Leaf),
        _ => [],
    };

    private string Nothing(AbsentLeaf leaf)
    {
        var days = leaf.Days.Before - leaf.Days.From == 1
            ? $"on {Prose.Date(leaf.Days.From)}"
            : $"on any day from {Prose.Date(leaf.Days.From)} through {Prose.Date(leaf.Days.Before - 1)}";
        var misses = leaf.NearMisses.IsEmpty ? "" : " The nearest on file: "
            + string.Join("; ", leaf.NearMisses.Select(m => $"the report {m.Report.Name} ({prose.Content(m.Report)}): {m.Because}")) + ".";
        return $"Nothing on file shows that {Asked(leaf.Query)} {days}.{misses}";
    }

    private string Asked(Question query)
    {
        if (query is not SomeThingIs question)
        {
            return query is Holds holds ? Prose.Condition(holds.Condition, told.Row.Clause, told.Row.Instance, told.Row.Party) : "";
        }

        var held = question.Holder is { } holder ? $" and owned or operated by {Prose.Party(holder)}" : "";
        return $"{Prose.Noun(question.Noun)} {Prose.State(question.State)} {Prose.In(question.Place)}{held}";
    }

    /// <summary>"warheads of Russia in Europe"</summary>
    private static string Asked(MoreThan many) => $"{Prose.Plural(many.Noun)} of {Prose.Party(many.Holder)} {Prose.In(many.Place)}";

    /// <summary>How many there are, who says so, and the limit.</summary>
    private IEnumerable<string> Counted(Step step)
    {
        if (step.Question is not MoreThan { Numbers: var numbers })
        {
            yield break;
        }

        var days = step.Days.Before - step.Days.From == 1 ? Prose.Date(step.Days.From) : $"each day from {Prose.Date(step.Days.From)} through {Prose.Date(step.Days.Before - 1)}";
        var force = @case.Agreement.InForce;
        var (binds, bound) = (From() > told.Day, force.Before <= told.Day);
        var when = binds ? $" The limit binds from {Prose.Date(From())}{AsStep()}, so that this is no breach."
            : bound ? $" The limit bound through {Prose.Date(force.Before - 1)}."
            : "";
        yield return $"On {days}: {Labels.Count(numbers with { BindsFrom = binds ? From() : null, BoundThrough = bound ? force.Before - 1 : null })}.{when}";
        if (AddedUp(step, numbers) is { } sum)
        {
            yield return sum;
        }

        foreach (var leaf in step.Because.OfType<ReportLeaf>())
        {
            yield return $"{(leaf.Report.Content is StateReport { IsTotal: true } ? "Declared" : "Reported")} in {leaf.Report.Name}: {prose.Sentence(leaf.Report)}";
        }

        if (numbers.Most is null)
        {
            yield return "No total on file covers all of them on that day, and what is not reported is not zero.";
        }
    }

    /// <summary>"The 901 are 800 launchers, 56 converted launchers and 45 silos", where more than one report is needed for it; else null.</summary>
    private string? AddedUp(Step step, Numbers numbers)
    {
        var parts = step.Because.OfType<ReportLeaf>().Select(leaf => leaf.Report.Content).OfType<StateReport>().Where(report => report.Amount.Low > 0 && !report.Absent).ToList();
        var terms = ((ShallHaveAtMost)told.Row.Clause.Duty).Count?.Terms ?? [];
        var weighed = parts.Select(part => (Part: part, Weight: terms.FirstOrDefault(term => IsOf(part.Subject, term.Noun))?.Weight ?? 1)).ToList();
        return numbers.IsConflict || (parts.Count < 2 && weighed.All(part => part.Weight == 1)) || weighed.Sum(part => part.Weight * part.Part.Amount.Low) != numbers.Least
            ? null
            : $"The {(numbers.Most == numbers.Least ? "" : "at least ")}{Prose.Figure(numbers.Least)} are {Joined(weighed.Select(part => Prose.Shown(part.Part, part.Part.Amount.Low, part.Weight)), "and")}.";

        static bool IsOf(Subject subject, Noun noun) =>
            (subject.Symbol.Name == noun.Symbol.Name || (subject.Symbol is Model model && model.Kind.Name == noun.Symbol.Name)) && noun.With.All(subject.With.Contains);
    }

    private string Conduct()
    {
        var step = (Step)told.Conduct;
        if (told.Row.Clause.Duty is not (Restraint or ShallDo) || told.Row.Clause.Offer is not null && told.Verdict.Standing is Language.Binding.Standing.Offered or Language.Binding.Standing.Refused)
        {
            return "";
        }

        if (step.Because is [Step { Question: DutyIs }, ..])
        {
            return duties.HowMany();
        }

        return told.Verdict.Conduct switch
        {
            Language.Binding.Conduct.Kept => string.Join(" ", step.Because.SelectMany(Leaf)) + LookedAt(),
            _ when told.Row.Clause.Duty is ShallHaveAtMost && told.Verdict.Conduct != Language.Binding.Conduct.Broken => string.Join(" ", new[]
            {
                told.Verdict switch
                {
                    { NotBroken: true } => "It is not broken, however that which is open turns out.",
                    { Conduct: Language.Binding.Conduct.CannotTell } => "What was done cannot be told from these reports.",
                    _ => "",
                },
            }.Where(s => s.Length > 0).Concat(step.Because.SelectMany(Leaf))),
            Language.Binding.Conduct.Broken => $"It is broken, and has been since {Prose.Date(step.Because.OfType<Step>().Where(s => s.Question is Binds).Select(s => s.Days.From).DefaultIfEmpty(told.Day).Min())}. "
                + string.Join(" ", step.Because.Where(p => p is not Step || p is Step { Rule: Rule.Counted }).SelectMany(Leaf))
                + (told.Verdict.Standing is Language.Binding.Standing.InForce ? "" : " The breach began while the clause bound; that it bound no longer afterwards does not cure it."),
            Language.Binding.Conduct.CannotTell when told.Verdict.NotBroken => "It is not broken, however that which is open turns out. " + string.Join(" ", step.Because.SelectMany(Leaf)),
            Language.Binding.Conduct.CannotTell => "What was done cannot be told from these reports. " + string.Join(" ", step.Because.SelectMany(Leaf)),
            _ => string.Join(" ", step.Because.SelectMany(Leaf)),
        };
    }

    /// <summary>Who looked, or was not let in, or that nobody is reported to have looked.</summary>
    private string LookedAt()
    {
        var reports = string.Join(" ", told.BasisBy.Select(report => $"{report.Name}: {prose.Sentence(report)}"));
        return told.Basis switch
        {
            Basis.NotObserved => " But nobody is reported to have looked: silence proves nothing.",
            Basis.AccessDenied => $" But access was denied. {reports}",
            Basis.Verified => $" Inspectors looked at the whole of it that day. {reports}",
            Basis.PartlyVerified => $" Inspectors looked at a part of it that day. {reports}",
            Basis.NotContradicted => $" It is reported that there was none, though not by inspectors. {reports}",
            _ => "",
        };
    }

    private string Readings()
    {
        var leaves = Leaves(told.Standing).Concat(Leaves(told.Conduct)).OfType<ReadingLeaf>().DistinctBy(l => l.Dispute.Name).ToList();
        var chosen = leaves.Where(l => l.Reading is not null)
            .Select(l => $"“{l.Dispute.Question}” {ReadingTitle(l.Reading!)}").ToList();
        var open = leaves.Where(l => l.Reading is null).Select(l => $"“{l.Dispute.Question}”").ToList();
        return string.Join(" ", new[]
        {
            chosen.Count == 0 ? "" : $"As this view reads it: {string.Join("; ", chosen)}.",
            open.Count == 0 ? "" : $"It leaves open {Joined(open, "and")}.",
        }.Where(s => s.Length > 0));
    }

    private string Decided(ImmutableArray<Decision> decisions)
    {
        var ways = Ways(decisions).ToList();
        var told = this.told.Verdict.Standing != Language.Binding.Standing.CannotTell && this.told.Verdict.Conduct != Language.Binding.Conduct.CannotTell;
        return ways.Count == 0 ? "" : (told ? "It would be otherwise with " : "It would be settled by ") + string.Join("; by ", ways).Replace("; by ", told ? "; with " : "; by ", StringComparison.Ordinal) + ".";
    }

    private string Accessions(ImmutableArray<Accession> accessions) => string.Join(" ", accessions.Select(accession =>
        $"It turns on {accession.MemberTitle} being in {Whole(accession.Whole)} from {Prose.Date(accession.Since)} on"
            + (accession.Grade == Grade.Recalled ? ", a date that is only recalled" : "")
            + $"; without that: {Labels.Of(accession.Without)}."));

    private string Whole(string name) => @case.Agreement.Places.FirstOrDefault(place => place.Name == name)?.Title
        ?? @case.Agreement.Parties.First(party => party.Name == name).Title;

    private string Notes()
    {
        var notes = new List<string>();
        if (told.KnownSince is { } since)
        {
            notes.Add($"In hindsight: not all that this leans on was public by that day; it surely was by {Prose.Date(since)}.");
        }

        notes.AddRange(told.Contests.Select(c => $"Contested: {prose.Sentence(c)}"));
        if (told.Contests.IsEmpty && Explainer.Reports(told.Standing).Concat(Explainer.Reports(told.Conduct)).Any())
        {
            notes.Add("Nobody on file contests these reports.");
        }

        notes.AddRange(told.Claims.Select(c => $"Claimed by another, which proves nothing: {prose.Sentence(c)}"));
        if (Explainer.Reports(told.Standing).Concat(Explainer.Reports(told.Conduct)).Where(r => r.Attribution.Grade == Grade.Recalled).DistinctBy(r => r.Name).ToList() is { Count: > 0 } recalled)
        {
            notes.Add($"It leans on what is only recalled, not read again at its source: {Joined(recalled.Select(r => r.Name), "and")}.");
        }

        notes.Add("This is a computation from these reports under these readings, not a legal finding.");
        return string.Join(" ", notes);
    }

    private static IEnumerable<Proof> Leaves(Proof proof) => proof is Step step ? step.Because.SelectMany(Leaves) : [proof];

    private AccountLine Line(Proof proof) => proof switch
    {
        Step step => new AccountLine(Conclusion(step), [.. step.Because.Select(Line)]),
        ReportLeaf leaf => new AccountLine(
            $"report {leaf.Report.Name}: {prose.Sentence(leaf.Report)} [{leaf.Digest[..12]}]",
            [.. leaf.Doubts.Select(d => new AccountLine("but " + d.Text, []))]),
        AbsentLeaf leaf => new AccountLine($"{Nothing(leaf)} [{leaf.Digest[..12]}]", []),
        ActLeaf leaf => new AccountLine(prose.Sentence(leaf.Position), []),
        TermLeaf leaf => new AccountLine($"{leaf.Text}, {Prose.Range(leaf.Days)}", []),
        ReadingLeaf { Reading: { } reading } leaf => new AccountLine($"“{leaf.Dispute.Question}” read as “{ReadingTitle(reading)}”", []),
        ReadingLeaf leaf => new AccountLine($"“{leaf.Dispute.Question}” left open", []),
        _ => throw new System.Diagnostics.UnreachableException(proof.GetType().Name),
    };

    private string Conclusion(Step step)
    {
        var what = step.Question switch
        {
            StandsAs { Standing: Language.Binding.Standing.CannotTell } => "standing cannot be told",
            StandsAs stands => $"standing: {Prose.Standing(stands.Standing)}",
            ConductIs { Conduct: Language.Binding.Conduct.CannotTell } => "conduct cannot be told",
            ConductIs conduct => $"conduct: {Prose.Conduct(conduct.Conduct)}",
            Binds => "the clause bound",
            Holds holds => Prose.Condition(holds.Condition, told.Row.Clause, told.Row.Instance, told.Row.Party),
            SomeThingIs some => Asked(some),
            MoreThan many => $"{Asked(many)}: {Labels.Count(many.Numbers)}",
            DutyIs { Owed: { Time: { } time } owed } => $"{Prose.DueTime(time.Period, time.Opens, time.Due)}: {Labels.OfDuty(owed)}",
            DutyIs duty => Labels.OfDuty(duty.Owed),
            _ => throw new System.Diagnostics.UnreachableException(step.Question.GetType().Name),
        };
        var days = step.Days.Before - step.Days.From == 1 ? $"on {Prose.Date(step.Days.From)}" : Prose.Range(step.Days);
        return (step.Sign, step.Question) switch
        {
            (Sign.Proved, _) or (_, StandsAs or ConductIs or DutyIs or MoreThan) => $"{days}: {what}",
            (Sign.Refuted, _) when step.Rule == Rule.AnotherClause => $"{days} it is not so that {what}",
            _ when step.Rule == Rule.AnotherClause => $"{days} it may be that {what}",
            (Sign.Refuted, _) => $"{days} {Role(step.Question, what)} is not met{Denied("", step.Question)}",
            (Sign.NotRefuted, _) => $"{days} {Role(step.Question, what)} may be met{Denied("it is not shown for sure that ", step.Question)}",
            (Sign.NotProved, _) => $"{days} {Role(step.Question, what)} may not be met{Denied("it may be that ", step.Question)}",
            _ => throw new System.Diagnostics.UnreachableException(step.Sign.ToString()),
        };
    }

    /// <summary>A condition by what hangs on it: "the condition that excuses, “no missile is in Europe”,". Told apart from its words by the quotes, a negation in them is not taken for one of the sentence.</summary>
    private string Role(Question question, string what) => question switch
    {
        Holds { Slot: ClauseSlot.While } holds => $"the condition on which it binds{ByReading(holds.Condition)}, “{what}”,",
        Holds { Slot: ClauseSlot.Until } holds => $"the condition that ends it{ByReading(holds.Condition)}, “{what}”,",
        Holds { Slot: ClauseSlot.Unless } holds => $"the condition that excuses{ByReading(holds.Condition)}, “{what}”,",
        _ => $"the condition “{what}”",
    };

    /// <summary>That only some reading of a dispute, which the view leaves open, has the condition; else nothing.</summary>
    private string ByReading(Condition condition) => @case.Agreement.WordingsOf(told.Row.Clause).Any(slot => slot.Dispute is { } dispute
        && slot.Readings.Any(reading => reading?.Condition == condition)
        && Leaves(told.Standing).Concat(Leaves(told.Conduct)).Any(leaf => leaf is ReadingLeaf { Reading: null } open && open.Dispute.Name == dispute.Name))
        ? ", by a reading left open"
        : "";

    /// <summary>After what is claimed of a condition that denies something: the same, said of what it denies, for of two negations a reader loses one: "the condition on which it binds, “no missile is in
    /// Europe”, is not met: a missile is in Europe". Nothing after another condition.</summary>
    private string Denied(string claim, Question question) => question is Holds { Condition: NotCondition not }
        ? $": {claim}{Prose.Condition(not.Part, told.Row.Clause, told.Row.Instance, told.Row.Party)}"
        : "";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    internal static string Joined(IEnumerable<string> parts, string word)
    {
        var all = parts.ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Count - 1))} {word} {all[^1]}",
        };
    }
}
