using System.Text;
using Proviso.Cli;
using Proviso.Cli.Ahead;
using Proviso.Cli.Printing;

// UTF-8 and LF on every machine: the same input gives the same bytes.
var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interruption = Interruption.Listen();
using var output = new StreamWriter(StandardStream.Of(Terminal.Output), encoding, bufferSize: 16 * 1024) { NewLine = "\n" };
using var error = new StreamWriter(StandardStream.Of(Terminal.Error), encoding, bufferSize: 1024) { NewLine = "\n", AutoFlush = true };
var surface = Terminal.Of(Terminal.Output);
SmallCase.BeginFor(args, surface);
return CommandLine.Run(args, new Screen(output, error, surface, Terminal.Of(Terminal.Error)));
