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
        Write("tools/CompileAhead/CompileAhead.csproj", "<Project />");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("global.json", "{}");
        Write(".editorconfig", "root = true");
        File.Copy(Repository.PathOf("proviso"), PathOf("proviso"));
        InstallSdk();
        InstallCompiler();
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
        WriteProgram("bin/dotnet", $$"""
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
              msbuild)
                [ -e "$root/bin/compiler" ] || { echo "error NU1101: no such package"; exit 1; }
                echo "$root/bin/compiler|$root/bin"
                ;;
              */proviso.dll)
                cat "$1" >"$root/ran.txt"
                shift
                echo "in $PWD:" "$@"
                if [ "${1:-}" = wait ]; then read -r _; fi
                ;;
            esac
            """);
    }

    /// <summary>Puts a stand-in for the compiler that works ahead where the SDK says it is: it adds a word to what it compiles, or fails.</summary>
    public void InstallCompiler(bool works = true) =>
        WriteProgram("bin/compiler", $"""
            #!/usr/bin/env bash
            [ "$2" = -o ] || exit 2
            echo "$(cat "$1") ahead" >"$3"
            {(works ? "exit 0" : "exit 1")}
            """);

    /// <summary>What was in the program that ran last.</summary>
    public string Ran => File.ReadAllText(PathOf("ran.txt"));

    private void WriteProgram(string relative, string text)
    {
        Write(relative, text);
        File.SetUnixFileMode(PathOf(relative), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Runs the launcher (or a link to it) from <paramref name="from"/>, or from the checkout's own folder.</summary>
    public Outcome Run(string[] arguments, string? launcher = null, string? from = null) =>
        Executable.Start(launcher ?? Launcher, arguments, from ?? folder.FullName, SearchPath);

    /// <summary>The stand-in first, then the programs of every system.</summary>
    public string SearchPath => $"{PathOf("bin")}:/usr/local/bin:/usr/bin:/bin";

    public void Dispose() => folder.Delete(recursive: true);
}
