using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Objections to a report, or to one part of it, by somebody: a position of theirs, or their correction of another's report.</summary>
/// <param name="Attribute">The attribute's name when the part is one attribute.</param>
internal sealed record Objected(string Report, ReportPart Part, string? Attribute, Party By, bool Denies, bool WholeSubject);

/// <summary>A report as its own speaker has corrected it.</summary>
/// <param name="InQuestion">Parts that the speaker states in more than one way.</param>
internal sealed record Restated(string Name, Party By, ReportContent Content, IReadOnlySet<ReportPart> InQuestion);

/// <summary>Reads corrections as docs/semantics.md §2 words them: one's own restate, another's object and speak for themselves.</summary>
internal sealed class CorrectionsRead
{
    private readonly ILookup<string, Report> corrections;
    private readonly List<Restated> reports = [];
    private readonly List<Objected> objections = [];

    public CorrectionsRead(IReadOnlyList<Report> known, IEnumerable<Position> positions)
    {
        corrections = known.Where(r => r.Content is Correction).ToLookup(r => Said(r).Of, StringComparer.Ordinal);
        foreach (var report in known.Where(r => r.Content is not Correction))
        {
            Read(report, report.Content);
        }

        foreach (var position in positions.Where(p => p.Attribution.By.Name == p.Holder.Name))
        {
            if (position is { Target: OnReport target, Verb: PositionVerb.Doubts or PositionVerb.Denies })
            {
                objections.Add(new(target.Report, target.Part, target.Attribute, position.Holder, position.Verb == PositionVerb.Denies, WholeSubject: false));
            }
        }
    }

    /// <summary>What is reported once all corrections are read.</summary>
    public IReadOnlyList<Restated> Reports => reports;

    /// <summary>All objections, whether or not a view counts them.</summary>
    public IReadOnlyList<Objected> Objections => objections;

    private static Correction Said(Report correction) => (Correction)correction.Content;

    /// <summary>The speaker's corrections that stand.</summary>
    private List<Report> Own(string name, Party speaker) =>
        [.. corrections[name].Where(c => c.Attribution.By.Name == speaker.Name && !IsTakenBack(c))];

    private bool IsTakenBack(Report correction) => Own(correction.Name, correction.Attribution.By).Any(c => Said(c).DidNotOccur);

    private void Read(Report root, ReportContent written)
    {
        ReadOthers(root, root.Name, written);
        var speaker = root.Attribution.By;
        var own = Own(root.Name, speaker);
        var inQuestion = new HashSet<ReportPart>();
        if (own.Any(c => Said(c).DidNotOccur))
        {
            if (own.All(c => Said(c) is { Subject: null, In: null, When: null, Event: null }))
            {
                return;
            }

            inQuestion.Add(ReportPart.Occurrence);
        }

        var content = written;
        Settle(own, c => c.Subject, ReportPart.Class, s => content = With(content, new Correction("", false, s, null, null, null, null)));
        Settle(own, c => c.In, ReportPart.Place, p => content = With(content, new Correction("", false, null, p, null, null, null)));
        Settle(own, c => (object?)c.Amount, ReportPart.Number, a => content = With(content, new Correction("", false, null, null, (Amount)a, null, null)));
        Settle(own, c => c.When, ReportPart.Date, o => content = With(content, new Correction("", false, null, null, null, o, null)));
        Settle(own, c => (object?)c.Event, ReportPart.Date, w => content = With(content, new Correction("", false, null, null, null, null, (Window)w)));
        reports.Add(new(root.Name, speaker, content, inQuestion));

        void Settle<T>(List<Report> corrections, Func<Correction, T?> part, ReportPart name, Action<T> take)
            where T : class
        {
            if (Value(corrections, speaker, part, name, inQuestion) is { } value)
            {
                take(value);
            }
        }
    }

    /// <summary>The one value that the corrections state; null when none does, or when they differ.</summary>
    private T? Value<T>(List<Report> corrections, Party speaker, Func<Correction, T?> part, ReportPart name, HashSet<ReportPart> inQuestion)
        where T : class
    {
        var values = corrections
            .Select(c => Value(Own(c.Name, speaker), speaker, part, name, inQuestion) ?? part(Said(c)))
            .OfType<T>().DistinctBy(Written).ToList();
        if (values.Count > 1)
        {
            inQuestion.Add(name);
        }

        return values.Count == 1 ? values[0] : null;
    }

    private static string Written(object value) => value switch
    {
        Subject s => $"{s.Symbol.Name} {s.Item} {string.Join(" ", s.With.Select(w => $"{w.Attribute} {w.Value}"))}",
        Place p => p.Name,
        _ => value.ToString() ?? "",
    };

    private void ReadOthers(Report root, string of, ReportContent written)
    {
        foreach (var correction in corrections[of])
        {
            var said = Said(correction);
            var by = correction.Attribution.By;
            if (by.Name == root.Attribution.By.Name)
            {
                ReadOthers(root, correction.Name, With(written, said));
                continue;
            }

            if (!IsTakenBack(correction))
            {
                ReportPart[] parts = said.DidNotOccur
                    ? [ReportPart.Occurrence]
                    :
                    [
                        .. said.Subject is null ? Array.Empty<ReportPart>() : [ReportPart.Class],
                        .. said.In is null ? Array.Empty<ReportPart>() : [ReportPart.Place],
                        .. said.Amount is null ? Array.Empty<ReportPart>() : [ReportPart.Number],
                        .. said.When is null && said.Event is null ? Array.Empty<ReportPart>() : [ReportPart.Date],
                    ];
                objections.AddRange(parts.Select(p => new Objected(root.Name, p, null, by, said.DidNotOccur, WholeSubject: p == ReportPart.Class)));
            }

            if (!said.DidNotOccur)
            {
                Read(correction, With(written, said));
            }
        }
    }

    private static ReportContent With(ReportContent content, Correction said) => content switch
    {
        StateReport s => s with { Subject = said.Subject ?? s.Subject, In = said.In ?? s.In, When = said.When ?? s.When, Amount = said.Amount ?? s.Amount },
        EventReport e => e with { Of = said.Subject ?? e.Of, In = said.In ?? e.In, When = said.Event ?? e.When, Amount = said.Amount ?? e.Amount },
        EndReport end => end with { When = said.Event ?? end.When },
        AccessDenied a => a with { In = said.In ?? a.In, When = said.When ?? a.When },
        LogComplete l => l with { When = said.When ?? l.When },
        _ => content,
    };
}
