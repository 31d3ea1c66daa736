namespace Extractor.Pipeline.Jobs;

/// <summary>
/// Gives out the indices of jobs in order, and gives the outcomes back in order. Shared by the lanes and the one that
/// waits for the outcomes.
/// </summary>
/// <param name="count">How many jobs there are.</param>
/// <param name="window">How far the given-out indices may be ahead of the outcome that is waited for.</param>
internal sealed class JobQueue(int count, int window)
{
    private readonly object _changed = new();
    private readonly Outcome?[] _outcomes = new Outcome?[count];
    private int _next;
    private int _taken;
    private bool _stopped;

    public bool IsStopped
    {
        get
        {
            lock (_changed)
            {
                return _stopped;
            }
        }
    }

    /// <summary>Waits while the lanes are far ahead. Null when there is nothing more to do.</summary>
    public int? TakeNext()
    {
        lock (_changed)
        {
            while (!_stopped && _next < count && _next >= _taken + window)
            {
                Monitor.Wait(_changed);
            }

            return _stopped || _next == count ? null : _next++;
        }
    }

    public void Deliver(int index, Outcome outcome)
    {
        lock (_changed)
        {
            _outcomes[index] = outcome;
            Monitor.PulseAll(_changed);
        }
    }

    /// <summary>Called once for each index, in order.</summary>
    public Outcome WaitFor(int index)
    {
        lock (_changed)
        {
            Outcome? outcome;
            while ((outcome = _outcomes[index]) is null)
            {
                Monitor.Wait(_changed);
            }

            _outcomes[index] = null;
            _taken = index + 1;
            Monitor.PulseAll(_changed);
            return outcome;
        }
    }

    public void Stop()
    {
        lock (_changed)
        {
            _stopped = true;
            Monitor.PulseAll(_changed);
        }
    }
}
