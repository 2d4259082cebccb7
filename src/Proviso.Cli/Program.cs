return Proviso.Cli.CommandLine.Run(args, Console.Out, Console.Error);
