namespace Proviso.EndToEnd;

/// <summary>The same files give the same bytes, whatever the machine's language, time zone or folder order.</summary>
public sealed class SameEverywhereTests
{
    [Theory]
    [InlineData("check corpus/commands/mistakes")]
    [InlineData("check corpus/lake --json")]
    [InlineData("status corpus/lake")]
    [InlineData("status corpus/lake --json")]
    [InlineData("why corpus/lake --clause 1 --view strict --on 2024-02-11 --json")]
    [InlineData("read corpus/lake")]
    public void Language_and_time_zone_of_the_machine_do_not_matter(string command)
    {
        using var sandbox = new Sandbox();

        var here = sandbox.Run($"LC_ALL=C.UTF-8 TZ=UTC proviso {command}");
        var there = sandbox.Run($"LC_ALL= LANG=tr_TR.ISO-8859-9 TZ=Pacific/Kiritimati DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false proviso {command}");

        Assert.NotEmpty(here.Output);
        Assert.Equal(here, there);
    }

    [Fact]
    public void Order_in_which_files_were_made_does_not_matter()
    {
        using var sandbox = new Sandbox();

        var outcome = sandbox.Run(
            """
            mkdir one two
            for name in $(ls corpus/lake); do cp corpus/lake/$name one/; done
            for name in $(ls -r corpus/lake); do cp corpus/lake/$name two/; done
            cd one && proviso status . --json >../one.json; cd ../two && proviso status . --json >../two.json; cd ..
            cmp one.json two.json && grep -c since one.json
            """);

        Assert.Equal(0, outcome.ExitCode);
    }
}
