using System.Globalization;
using System.Text;

namespace Proviso.Benchmarks.Workloads;

/// <summary>The agreement that a workload's reports are about.</summary>
internal static class AgreementText
{
    /// <summary>The text. Only its numbers and its views are not the same for every workload.</summary>
    public static string Of(Workload workload)
    {
        var observers = Workload.Speakers.Skip(2).Take(workload.Observers).Select(name => $"party {name} \"the {char.ToUpperInvariant(name[0])}{name[1..]}\".");
        var regions = Enumerable.Range(1, Workload.Regions).Select(i => $"r{i.ToString(CultureInfo.InvariantCulture)}").ToArray();
        var text = new StringBuilder($"""
            agreement workload "An invented case of {Number(workload.Size)} reports"
              between north, south
              in force from {Number(Workload.FirstYear)}-01-01 through {Number(Workload.FirstYear + 9)}-12-31
              with calendar days, clock UTC.

            party north "Northland".
            party south "Southland".
            {string.Join("\n", observers)}

            region world "the world" of {string.Join(", ", regions)} zone UTC.
            {string.Join("\n", regions.Select(region => $"region {region} \"Region {region[1..]}\"."))}
            theatre west "the West" joins r1, r2, r3, r4.
            theatre middle "the Middle" joins r5, r6, r7, r8.
            theatre east "the East" joins r9, r10, r11, r12.

            kind missile "missile" with range: length.
            model arrow "Arrow" of missile with range 900 km.
            model bolt "Bolt" of missile with range 400 km.
            model cudgel "Cudgel" of missile.
            kind launcher "launcher".
            kind bomber "bomber".
            define long-arm "long-range missile" as missile where range at least 500 km.

            state deployed "is deployed".

            event exercise "hold an exercise".
            event notify   "notify".
            event request  "ask for a visit".
            event admit    "admit a visit".

            clause 1 "At most so many launchers in each region"
              for each region r of {string.Join(", ", regions)},
              each party shall have at most {Number(workload.MostLaunchers)} launcher deployed in r.

            clause 2 "Notice of exercises"
              when exercise by a party,
              that party shall notify to each other party at least 14 days before the exercise.

            clause 3 "No bombers in the middle"
              each party shall not have bomber deployed in middle.

            clause 4 "No long-range missiles before the other side has them"
              for each theatre t,
              north shall not have long-arm with operator north deployed in t
              until long-arm with operator south is deployed in t for 30 days running.

            clause 5 "Visits"
              each party may request to each other party up to {Number(workload.MostVisits)} times in each calendar year.

            clause 6 "Visits to Southland are admitted"
              when request by north under clause 5,
              south shall admit to north within 10 days after the request.

            clause 7 "Visits to Northland are admitted"
              when request by south under clause 5,
              north shall admit to south within 10 days after the request.

            dispute reach "How far does the Cudgel reach?"
              on range of cudgel
              reading short means less than 500 km source "Invented";
              reading far   means more than 500 km source "Invented".

            sources read on {Number(Workload.FirstYear + 10)}-01-31.


            """);
        for (var view = 0; view < workload.Views; view++)
        {
            text.Append(View(workload, view));
        }

        return text.ToString();
    }

    /// <summary>The text of one view. No two are alike: of each two that trust the same speakers, each reads the dispute otherwise.</summary>
    private static string View(Workload workload, int number)
    {
        var speakers = Workload.Speakers.Take(2 + workload.Observers).Where((_, bit) => ((number / 2) & (1 << bit)) != 0).ToArray();
        var trusts = speakers.Length == 0 ? "" : $" trusts {string.Join(", ", speakers)}";
        return $"view v{Number(number)} reads reach as {(number % 2 == 0 ? "short" : "far")}{trusts}.\n";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
