using Proviso.Browser.Workbench;

[assembly: AssemblyFixture(typeof(WorkbenchServer))]

namespace Proviso.Browser.Workbench;

/// <summary>One server for all tests of the workbench, on agreements that none of them changes.</summary>
public sealed class WorkbenchServer : IAsyncLifetime
{
    private Served? served;

    /// <summary>Where it listens.</summary>
    public Uri Address => served!.Address;

    /// <summary>What it said on its error stream so far.</summary>
    public string Errors => served!.Errors;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not null)
        {
            served = await Served.Start(Fill);
            await Warm();
        }
    }

    public ValueTask DisposeAsync() => served?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The first answer has everything to read and to compile; nobody should wait for it in a test.</summary>
    private async Task Warm()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var turn = 0; turn < 5; turn++)
        {
            using var answer = await client.GetAsync(new Uri("api/agreements", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                return;
            }
        }
    }

    private static void Fill(string folder)
    {
        Samples.Copy("agreements/inf-moratorium", folder);
        Samples.Copy("agreements/new-start", folder);
        Samples.Copy("tests/corpus/lake", folder);
        Samples.Broken(folder);
        Samples.Hostile(folder);
        Samples.Many(folder);
    }
}
