namespace Proviso.Benchmarks.Record;

/// <summary>Somebody who answers the questions from a record that was loaded before.</summary>
internal interface IAnswering : IDisposable
{
    /// <summary>What the tables call it.</summary>
    string Name { get; }

    /// <summary>How long the loading took, indexes and statistics included.</summary>
    TimeSpan Loading { get; }

    /// <summary>The processor time that whoever answers has taken so far.</summary>
    TimeSpan Processor { get; }

    /// <summary>Answers a question and keeps the answer: this is what is timed.</summary>
    void Answer(Question question);

    /// <summary>Answers all three.</summary>
    void AnswerAll()
    {
        foreach (var question in Enum.GetValues<Question>())
        {
            Answer(question);
        }
    }

    /// <summary>The rows of the answer last given to the question, in order. Not timed.</summary>
    List<Breach> Read(Question question);
}
