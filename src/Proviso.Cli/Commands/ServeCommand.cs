using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Server;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso serve</c>: the workbench in a browser.</summary>
internal static class ServeCommand
{
    private const string Usual = "http://127.0.0.1:5080";
    private const int ShortestKey = 16;

    public static Command Of(Screen screen)
    {
        var path = new Argument<string>("PATH") { Description = "A folder with the folders of agreements, or the folder of one." };
        var urls = new Option<string[]>("--urls") { HelpName = "URL", Description = $"Where to listen; {Usual} if left out. Several are separated by semicolons.", Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ => [] };
        var keyFile = Given.One("--key-file", "FILE", "A file that holds the key which everybody must show.");
        var keepGood = Given.KeepGood();
        var command = new ExplainedCommand("serve", "Shows agreements in a browser: the workbench.")
        {
            Notes =
            [
                "It prints the address to open, and goes on until Ctrl-C. Nothing is written, and nothing but the browser is asked for: it works without a network. What changes in the "
                    + "folder is shown at once.",
                "Only this machine can reach it, unless `--urls` says otherwise. Then everybody must show a key: that of `--key-file`, or one that is made up and printed. The connection "
                    + "is not encrypted: between machines, put a server before it that does that.",
            ],
            Examples =
            [
                new("proviso serve agreements", "The agreements of this repository, at http://127.0.0.1:5080."),
                new("proviso serve agreements/new-start --urls http://127.0.0.1:8080", "One agreement, at another address."),
            ],
        };
        command.Arguments.Add(path);
        foreach (var option in new Option[] { urls, keyFile, keepGood })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Serve(screen, parsed.GetRequiredValue(path), parsed.GetValue(urls) ?? [], parsed.GetValue(keyFile), parsed.GetValue(keepGood)));
        return command;
    }

    private static int Serve(Screen screen, string path, string[] given, string? keyFile, bool keepGood)
    {
        if (!Directory.Exists(path))
        {
            var near = NearbyPath.Of(path);
            TroubleText.Print(screen.Error, new(path.Replace('\\', '/'), "there is no such folder", near is null ? "Give a folder with the folders of agreements." : $"Did you mean `{near}`?"));
            return ExitCode.NoInput;
        }

        var agreements = new AgreementFolders(path, keepGood);
        foreach (var name in agreements.Unfit)
        {
            TroubleText.PrintLeftOut(screen.Error, new(name, "this agreement is not shown: its address would be one of the workbench's own", "Rename its folder."));
        }

        if (agreements.Names.Count == 0)
        {
            if (agreements.Unfit.Count == 0)
            {
                TroubleText.Print(screen.Error, new(path.Replace('\\', '/'), $"there is no `{InputReader.Ending}` file in this folder or below it", "Give a folder with the folders of agreements; their files end in `.proviso`."));
            }

            return ExitCode.NoInput;
        }

        var urls = given.SelectMany(each => each.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).DefaultIfEmpty(Usual).ToList();
        if (urls.Select(Mistake).OfType<string>().ToList() is { Count: > 0 } mistakes)
        {
            return CommandLine.Refuse(screen, mistakes, "proviso serve");
        }

        string? key = null;
        if (keyFile is not null)
        {
            var (read, trouble) = KeyIn(keyFile);
            if (trouble is not null)
            {
                TroubleText.Print(screen.Error, trouble);
                return ExitCode.NoInput;
            }

            key = read;
        }
        else if (!urls.TrueForAll(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback))
        {
            key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        }

        return Run(screen, WorkbenchServer.Build(agreements, new ServerOptions { Urls = urls, Key = key, AnswersAhead = true }), key, madeUp: keyFile is null);
    }

    private static int Run(Screen screen, WebApplication app, string? key, bool madeUp)
    {
        try
        {
            app.StartAsync().GetAwaiter().GetResult();
        }
        catch (IOException refused)
        {
            screen.Error.Text("proviso: ", $"cannot listen: {Reason(refused)}.", indent: 9);
            screen.Error.Text("", "Give another address, as in `--urls http://127.0.0.1:5081`; port 0 takes a free one.", indent: 0);
            return ExitCode.NoOutput;
        }

        using var ended = new ManualResetEventSlim();
        Interruption.Instead(ended.Set);
        foreach (var url in app.Urls)
        {
            screen.Output.Line(key is null ? $"The workbench is at {url}/" : madeUp ? $"The workbench is at {url}/?key={key}" : $"The workbench is at {url}/, with the key of the file: {url}/?key=KEY");
        }

        screen.Output.Line("It shows what is on file and writes nothing. Ctrl-C ends it.");
        screen.Output.Raw.Flush();
        ended.Wait();
        app.StopAsync().GetAwaiter().GetResult();
        ((IAsyncDisposable)app).DisposeAsync().AsTask().GetAwaiter().GetResult();
        return ExitCode.Done;
    }

    /// <summary>What is wrong with an address to listen on, or null.</summary>
    private static string? Mistake(string url)
    {
        var plain = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        return !Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? $"`--urls {url}` is no address; write it as `{Usual}`"
            : uri.Scheme == "https" ? $"`--urls {url}`: https is not spoken here; listen with http on this machine and put a server before it that speaks https"
            : uri.PathAndQuery != "/" ? $"`--urls {url}` must end after the port"
            : null;
    }

    private static (string? Key, Trouble? Trouble) KeyIn(string path)
    {
        var shown = path.Replace('\\', '/');
        try
        {
            var key = File.ReadAllText(path).Trim();
            return key.Length >= ShortestKey && key.All(letter => letter is > ' ' and <= '~')
                ? (key, null)
                : (null, new(shown, $"this holds no key: at least {ShortestKey} letters, figures and signs without spaces", "Make one with `openssl rand -hex 16`."));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, new(shown, "the key cannot be read", "Give a file that you may read."));
        }
    }

    private static string Reason(IOException refused) => refused.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException
        ? refused.Message.TrimEnd('.').Replace("Failed to bind to address ", "", StringComparison.Ordinal).Replace(": address already in use", " is taken by another program", StringComparison.Ordinal)
        : refused.Message.TrimEnd('.');
}
