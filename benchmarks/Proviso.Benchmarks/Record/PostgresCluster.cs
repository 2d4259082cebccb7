using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Proviso.Benchmarks.Record;

/// <summary>A PostgreSQL server of our own, in a temporary folder, that listens on a socket in that folder only. It is stopped and deleted when disposed, and when
/// the process is told to end. The server refuses to run as root; then it runs as the user of its own that its package made.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string ServersUser = "postgres";
    private readonly DirectoryInfo folder;
    private readonly PosixSignalRegistration[] signals;
    private readonly Lock stopping = new();
    private bool isStopped;

    private PostgresCluster()
    {
        folder = Directory.CreateTempSubdirectory("proviso-bench-");
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, _ => Stop()))];
    }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString => $"Host={folder.FullName};Username=bench;Database=postgres;Pooling=false;Command Timeout=0;Include Error Detail=true";

    /// <summary>Starts a server, or answers null when the machine has no PostgreSQL in its path.</summary>
    public static PostgresCluster? Start()
    {
        if (!new[] { "initdb", "pg_ctl" }.All(IsInPath))
        {
            return null;
        }

        var cluster = new PostgresCluster();
        if (Environment.UserName == "root")
        {
            Run("chown", ServersUser, cluster.folder.FullName);
        }

        cluster.Server("initdb", "--no-locale", "--encoding=UTF8", "--auth=trust", "--username=bench", "--pgdata", cluster.Data);
        string[] settings =
        [
            "listen_addresses=''", $"unix_socket_directories='{cluster.folder.FullName}'", "max_parallel_workers_per_gather=0", "jit=off", "work_mem=512MB",
            "shared_buffers=2GB", "maintenance_work_mem=1GB", "autovacuum=off", "fsync=off", "synchronous_commit=off", "max_wal_size=16GB", "random_page_cost=1.1",
        ];
        File.AppendAllLines(Path.Combine(cluster.Data, "postgresql.conf"), settings);
        cluster.Server("pg_ctl", "--pgdata", cluster.Data, "--wait", "--log", Path.Combine(cluster.folder.FullName, "log"), "start");
        return cluster;
    }

    /// <summary>The processor time that a backend has taken so far, to the nanosecond where the kernel counts so, else to the hundredth of a second.</summary>
    /// <param name="process">Its process number.</param>
    public static TimeSpan ProcessorOf(int process)
    {
        var exact = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/schedstat");
        if (File.Exists(exact))
        {
            var nanoseconds = long.Parse(File.ReadAllText(exact).Split(' ')[0], CultureInfo.InvariantCulture);
            return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        }

        using var backend = Process.GetProcessById(process);
        return backend.TotalProcessorTime;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        Stop();
    }

    private void Stop()
    {
        lock (stopping)
        {
            if (isStopped)
            {
                return;
            }

            isStopped = true;
            if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            {
                Server("pg_ctl", "--pgdata", Data, "--wait", "--mode", "fast", "stop");
            }

            folder.Delete(recursive: true);
        }
    }

    private string Data => Path.Combine(folder.FullName, "data");

    private void Server(params string[] command)
    {
        if (Environment.UserName == "root")
        {
            Run("runuser", ["-u", ServersUser, "--", .. command]);
        }
        else
        {
            Run(command[0], command[1..]);
        }
    }

    private static bool IsInPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a command to its end. What it starts may go on and keeps nothing of ours open.</summary>
    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
        }) ?? throw new InvalidOperationException($"{program} does not start");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
