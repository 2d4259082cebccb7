namespace Proviso.Cli.Input;

/// <summary>Something the world did to the input.</summary>
/// <param name="Path">The path as it is shown to people.</param>
/// <param name="Message">One sentence without a full stop: what is the matter.</param>
/// <param name="WayOut">What to do about it, a sentence or two with full stops.</param>
internal sealed record Trouble(string Path, string Message, string WayOut);

/// <summary>A file that was read.</summary>
/// <param name="DiskPath">Where it is, for writing it again.</param>
/// <param name="Bytes">Its bytes as read.</param>
internal sealed record InputFile(string DiskPath, byte[] Bytes, Language.Text.SourceText Text);

/// <summary>What came of reading a path.</summary>
/// <param name="LeftOut">What was seen and not read on purpose, in name order.</param>
internal abstract record Input(IReadOnlyList<Trouble> LeftOut);

/// <summary>All files were read.</summary>
/// <param name="Files">In name order; at least one.</param>
internal sealed record InputFiles(IReadOnlyList<InputFile> Files, IReadOnlyList<Trouble> LeftOut) : Input(LeftOut)
{
    /// <summary>The files of records, which are read when the agreement is understood; in name order.</summary>
    public IReadOnlyList<RecordFile> Records { get; init; } = [];
}

/// <summary>The input cannot be read, or not all of it.</summary>
/// <param name="Troubles">Everything in the way; at least one.</param>
internal sealed record Unreadable(IReadOnlyList<Trouble> Troubles, IReadOnlyList<Trouble> LeftOut) : Input(LeftOut);
