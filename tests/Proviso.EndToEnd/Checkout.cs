namespace Proviso.EndToEnd;

/// <summary>
/// A folder with the launcher, a few source files and a stand-in for the SDK that writes down how it was called. It lets
/// the launcher's decisions be tested in milliseconds; that it works with the real SDK is a test of its own.
/// </summary>
internal sealed class Checkout : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("proviso-launcher-");

    public Checkout()
    {
        Write("src/Proviso.Cli/Program.cs", "return 0;");
        Write("src/Proviso.Cli/Proviso.Cli.csproj", "<Project />");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("global.json", "{}");
        Write(".editorconfig", "root = true");
        File.Copy(Repository.PathOf("proviso"), PathOf("proviso"));
        InstallSdk();
    }

    /// <summary>The launcher of this checkout.</summary>
    public string Launcher => PathOf("proviso");

    /// <summary>How often the stand-in was asked to build.</summary>
    public int Builds => File.Exists(PathOf("builds.txt")) ? File.ReadAllLines(PathOf("builds.txt")).Length : 0;

    /// <summary>How many finished builds are kept.</summary>
    public int KeptBuilds => Directory.GetDirectories(PathOf("artifacts/proviso")).Length;

    public string PathOf(string relative) => Path.Combine(folder.FullName, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    /// <summary>
    /// Puts a <c>dotnet</c> first on the launcher's path. It has the given SDKs, and its build fails while a file
    /// <c>broken</c> is in the checkout. The program that it runs prints its folder and its arguments.
    /// </summary>
    public void InstallSdk(string sdks = "10.0.100 [/sdk]")
    {
        Write("bin/dotnet", $$"""
            #!/usr/bin/env bash
            root=$(cd "$(dirname "$0")/.." && pwd)
            case $1 in
              --list-sdks) echo '{{sdks}}' ;;
              build)
                echo "$PWD $*" >>"$root/builds.txt"
                sleep 0.2
                if [ -e "$root/broken" ]; then
                  echo "$root/src/Proviso.Cli/Program.cs(1,1): error CS0001: broken on purpose [$root/src/Proviso.Cli/Proviso.Cli.csproj]"
                  echo "$root/src/Proviso.Cli/Program.cs(1,1): error CS0001: broken on purpose [$root/src/Proviso.Cli/Proviso.Cli.csproj]"
                  exit 1
                fi
                mkdir -p "$root/artifacts/bin/Proviso.Cli/release"
                echo program >"$root/artifacts/bin/Proviso.Cli/release/proviso.dll"
                ;;
              */proviso.dll)
                shift
                echo "in $PWD:" "$@"
                if [ "${1:-}" = wait ]; then read -r _; fi
                ;;
            esac
            """);
        File.SetUnixFileMode(PathOf("bin/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Runs the launcher (or a link to it) from <paramref name="from"/>, or from the checkout's own folder.</summary>
    public Outcome Run(string[] arguments, string? launcher = null, string? from = null) =>
        Executable.Start(launcher ?? Launcher, arguments, from ?? folder.FullName, SearchPath);

    /// <summary>The stand-in first, then the programs of every system.</summary>
    public string SearchPath => $"{PathOf("bin")}:/usr/local/bin:/usr/bin:/bin";

    public void Dispose() => folder.Delete(recursive: true);
}
