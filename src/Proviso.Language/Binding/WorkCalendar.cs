using System.Collections.Immutable;
using NodaTime;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>The days on which a party works, over one stretch of days of the agreement's clock. Of a day in no stretch of a party nothing is known.</summary>
/// <param name="Weekdays">At least one; in the order of the week, without duplicates.</param>
/// <param name="Days">Both ends are stated. The stretches of one party do not overlap.</param>
/// <param name="Without">Days that are not worked, whatever day of the week they are: in order, without duplicates, within <paramref name="Days"/>.</param>
/// <param name="With">Days that are worked, likewise. No day is in both.</param>
public sealed record WorkCalendar(
    Party Party, ImmutableArray<IsoDayOfWeek> Weekdays, DayRange Days, ImmutableArray<int> Without, ImmutableArray<int> With, Grade? Grade, Citation? Source, SourceSpan Span);
