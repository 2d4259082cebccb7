using System.Runtime.InteropServices;

namespace Proviso.Cli.Printing;

/// <summary>The program's standard output or error, written to and nothing else.</summary>
/// <remarks>The streams of <see cref="Console"/> take the terminal over when first written to: they send codes that change what its
/// arrow keys do, also when the output goes elsewhere. A program that only prints has no business there.</remarks>
internal sealed class StandardStream : Stream
{
    private const int Interrupted = 4;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);
    private static readonly Lock gate = new();

    private readonly int descriptor;

    /// <summary>Whether these are the last words: then nobody is waited for.</summary>
    private readonly bool isLast;

    private StandardStream(int descriptor, bool isLast = false) => (this.descriptor, this.isLast) = (descriptor, isLast);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The standard output (<see cref="Terminal.Output"/>) or error (<see cref="Terminal.Error"/>).</summary>
    public static Stream Of(int descriptor) => OperatingSystem.IsWindows()
        ? descriptor == Terminal.Output ? Console.OpenStandardOutput() : Console.OpenStandardError()
        : new StandardStream(descriptor);

    /// <summary>The same for the last words of a program that is about to end: what other threads write from now on is not written. One that waits for its
    /// reader is not waited for.</summary>
    public static Stream Last(int descriptor)
    {
        gate.TryEnter(patience);
        return OperatingSystem.IsWindows() ? Of(descriptor) : new StandardStream(descriptor, isLast: true);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Writes all bytes.</summary>
    /// <exception cref="IOException">They cannot be written; its <see cref="Exception.HResult"/> is the system's error number.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (isLast)
        {
            WriteAll(buffer);
            return;
        }

        lock (gate)
        {
            WriteAll(buffer);
        }
    }

    private void WriteAll(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = write(descriptor, in MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            var error = Marshal.GetLastPInvokeError();
            if (written < 0 && error != Interrupted)
            {
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
            }

            buffer = buffer[(int)Math.Max(0, written)..];
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern nint write(int descriptor, in byte bytes, nuint count);
}
