namespace Proviso.EndToEnd;

/// <summary>A case whose reports stand in files of records.</summary>
public sealed class RecordsTests
{
    private const string Heading = "name,thing,state,in,on,by,said,grade,source\n";

    private static string Row(int number, string place = "lake") => $"seen-{number},osprey,present,{place},2024-03-05,south,2024-03-06,press,Lake News\n";

    [Fact]
    public void Records_are_read_by_every_command_and_a_broken_one_refuses_them()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("lake/agreement.proviso", File.ReadAllText(sandbox.PathOf("corpus/lake/agreement.proviso")));
        sandbox.Write("lake/seen.reports.csv", Heading + string.Concat(Enumerable.Range(1, 5_000).Select(number => Row(number))));
        sandbox.Write("lake/more.csv", "not,of\nthe,case\n");

        Assert.Equal((0, "2 files with 5000 records read: no errors, no warnings; nothing is expected.\n"), Of(sandbox.Run("proviso check lake")));
        Assert.Equal(0, sandbox.Run("proviso status lake --view common").ExitCode);

        sandbox.Write("lake/worse.reports.csv", Heading + string.Concat(Enumerable.Range(1, 30).Select(number => Row(number + 10_000, "sea"))));
        var (code, refused) = Of(sandbox.Run("proviso status lake --view common"));
        Assert.Equal(1, code);
        Assert.StartsWith("lake/worse.reports.csv:2: error PV2004: column `in`: there is no place `sea`\n", refused, StringComparison.Ordinal);
        Assert.Contains("\nand 10 more\n", refused, StringComparison.Ordinal);
        Assert.Contains("`--keep-good`", refused, StringComparison.Ordinal);

        var (kept, told) = Of(sandbox.Run("proviso status lake --view common --keep-good"));
        Assert.Equal(0, kept);
        Assert.Contains("note: 30 errors in the records", told, StringComparison.Ordinal);
        Assert.Equal(1, sandbox.Run("proviso check lake --json").ExitCode);
        Assert.Equal(0, sandbox.Run("proviso check lake --json --keep-good 2>/dev/null").ExitCode);
    }

    private static (int Code, string Output) Of(Outcome outcome) => (outcome.ExitCode, outcome.Output);
}
