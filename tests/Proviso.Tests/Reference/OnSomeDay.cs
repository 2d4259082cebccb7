namespace Proviso.Reference;

/// <summary>Whether something is so on one of several days: on one of those before the last, or on the last. Each answer is found once.</summary>
sealed class OnSomeDay
{
    private readonly Dictionary<object, Dictionary<(Instance, int, int), bool>> known = new(ReferenceEqualityComparer.Instance);

    /// <param name="what">What is asked of the instance. The same one is always asked with the same <paramref name="isSo"/>.</param>
    public bool Of(object what, Instance instance, int first, int last, Func<int, bool> isSo)
    {
        if (!known.TryGetValue(what, out var answers))
        {
            answers = known[what] = [];
        }

        return Find(last);

        bool Find(int day)
        {
            if (day < first)
            {
                return false;
            }

            if (!answers.TryGetValue((instance, first, day), out var answer))
            {
                answer = answers[(instance, first, day)] = Find(day - 1) || isSo(day);
            }

            return answer;
        }
    }
}
