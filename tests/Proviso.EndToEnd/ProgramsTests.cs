namespace Proviso.EndToEnd;

/// <summary>Programs in other languages add a report, ask for a verdict and read the reason, with the schemas and the command line alone.</summary>
public sealed class ProgramsTests
{
    [Fact]
    public void A_shell_without_other_programs_adds_a_report_and_reads_the_reason()
    {
        using var sandbox = new Sandbox();
        sandbox.Run("mkdir lake && cp corpus/lake/*.proviso lake");

        var outcome = sandbox.Run($"sh '{Repository.PathOf("tests/Proviso.EndToEnd/Programs/add-report.sh")}' lake");

        Assert.Equal(
            """
            before: in force, kept
            written: true
            after: in force, broken, since 2024-04-05
            because: It is broken, and has been since 5 April 2024, by the report osprey-north

            """,
            outcome.Output);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void Programs_that_add_at_once_lose_nothing()
    {
        using var sandbox = new Sandbox();

        var outcome = sandbox.Run("""
            mkdir lake && cp corpus/lake/agreement.proviso lake
            for n in 1 2 3 4 5; do
              printf '{"sentence":"report","name":"r%s","thing":"osprey","state":"present","in":"lake","on":"2024-04-05","by":"north","said":"2024-04-06","grade":"press","source":"Lake News"}\n' $n >r$n.jsonl
              proviso import r$n.jsonl --into lake/more.proviso >/dev/null 2>&1 &
              proviso import r$n.jsonl --into lake/other.proviso >/dev/null 2>&1 &
            done
            wait
            cat lake/more.proviso lake/other.proviso 2>/dev/null | grep -c '^report r'
            proviso check lake | tail -1; ls -A lake | grep tmp
            """);

        Assert.Matches("^5\\n[23] files read: no errors, ", outcome.Output);
        Assert.DoesNotContain("tmp", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Node_adds_a_report_and_reads_the_reason()
    {
        using var sandbox = new Sandbox();
        Assert.SkipUnless(sandbox.Run("command -v node").ExitCode == 0, "Node is not installed.");
        sandbox.Run("mkdir lake && cp corpus/lake/*.proviso lake");

        var outcome = sandbox.Run($"node '{Repository.PathOf("tests/Proviso.EndToEnd/Programs/add-report.mjs")}' lake '{Repository.PathOf("docs/schemas")}'");

        Assert.Equal(
            """
            on file: 6 reports
            before: in force, kept
            added: osprey-north
            after: in force, broken
            because of the reports: osprey-north

            """,
            outcome.Output);
        Assert.Equal(0, outcome.ExitCode);
    }
}
