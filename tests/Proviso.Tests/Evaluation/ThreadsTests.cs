using System.Collections.Immutable;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>Verdicts that several threads ask at once.</summary>
public sealed class ThreadsTests
{
    [Theory]
    [InlineData("inf-moratorium")]
    [InlineData("inf-treaty")]
    [InlineData("new-start")]
    public void Several_threads_hear_what_one_hears(string agreement)
    {
        var read = Compilation.Of(Directory.GetFiles(Repository.PathOf($"agreements/{agreement}"), "*.proviso")
            .Order(StringComparer.Ordinal).Select(file => SourceText.From(Path.GetFileName(file), File.ReadAllText(file)))).Case!;
        var known = KnownCase.Of(read, Knowledge.All);
        var one = Evaluator.Run(known, Trial.None);
        ImmutableArray<(int Row, View View, int Day)> asked =
        [
            .. from row in Enumerable.Range(0, one.Rows.Length)
               from view in one.Views
               from day in one.Timeline(one.Rows[row], view).Select(stretch => stretch.Days.From)
               select (row, view, day),
        ];
        var expected = asked.Select(each => Said(one, each)).ToList();

        for (var round = 0; round < 3; round++)
        {
            var several = Evaluator.Run(known, Trial.None);
            var said = new string[asked.Length];
            Parallel.For(0, asked.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index => said[index] = Said(several, asked[index]));

            Assert.Equal(expected, said);
        }
    }

    private static string Said(Verdicts verdicts, (int Row, View View, int Day) asked)
    {
        var (row, view, day) = (verdicts.Rows[asked.Row], asked.View, asked.Day);
        return string.Join(
            ';',
            [
                $"{verdicts.At(row, view, day)} {verdicts.BasisAt(row, view, day)} {verdicts.NumbersAt(row, view, day)}",
                .. verdicts.BasisBy(row, view, day),
                .. verdicts.PartsAt(row, view, day).Select(part => $"{part.Report} {part.Number} {part.Weight}"),
                .. verdicts.OwedAt(row, view, day).Select(owed => owed.ToString()),
                .. verdicts.AboveAt(row, view, day).Select(use => use.Report),
                .. verdicts.NumbersChange(row).Select(turn => $"{turn}"),
                $"{verdicts.QuotaAt(row, view, day)?.Uses.Length}",
            ]);
    }
}
