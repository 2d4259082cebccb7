using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws reports about duties that recur: acts about the day on which one is due, received or not, and logs of those they are owed to.</summary>
/// <param name="chance">Its own, so that all else that a seed draws stays the same.</param>
sealed class RandomUpdates(Draw draw, Chance chance)
{
    private int count;

    public void Write()
    {
        foreach (var duty in draw.Recurrences)
        {
            var addressee = duty.Addressee ?? chance.Pick([.. draw.Between.Where(party => party != duty.Actor)]);
            var act = $"{duty.Act} by {duty.Actor} to {addressee}";
            for (var acts = chance.Below(3); acts > 0; acts--)
            {
                var done = Near(duty.Due);
                var received = chance.Percent(40) ? $" received by {addressee} on {draw.Date(Math.Min(draw.Days, done + chance.Below(3)))}" : "";
                Report($"{act}{On(done)}", duty.Actor, received);
            }

            if (chance.Percent(50))
            {
                Report($"{act} not received{On(Near(duty.Due))}", addressee);
            }

            if (chance.Percent(35))
            {
                Report($"log of {addressee} complete from {draw.Date(0)} to {draw.Date(chance.Between(draw.Days / 2, draw.Days))}", addressee);
            }
        }
    }

    private int Near(int day) => Math.Clamp(day + chance.Between(-3, 4), 0, draw.Days);

    private string On(int day) => chance.Percent(20)
        ? $" on between {draw.Date(day)} and {draw.Date(Math.Min(draw.Days, day + chance.Between(1, 3)))}"
        : $" on {draw.Date(day)}";

    private void Report(string content, string by, string rest = "")
    {
        count++;
        draw.Add($"u{count}", true, Must($"report u{count} {content} by {by}{rest} grade official source \"s\""));
    }
}
