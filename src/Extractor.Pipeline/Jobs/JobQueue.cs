namespace Extractor.Pipeline.Jobs;

/// <summary>
/// Gives out the indices of jobs in order, and gives what came of them back in order. Shared by the lanes and the one
/// that waits.
/// </summary>
/// <param name="count">How many jobs there are.</param>
/// <param name="window">How far the given-out indices may be ahead of the one that is waited for.</param>
internal sealed class JobQueue<T>(int count, int window)
    where T : class
{
    private readonly object _changed = new();
    private readonly T?[] _delivered = new T?[count];
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

    public void Deliver(int index, T delivered)
    {
        lock (_changed)
        {
            _delivered[index] = delivered;
            Monitor.PulseAll(_changed);
        }
    }

    /// <summary>Called once for each index, in order.</summary>
    public T WaitFor(int index)
    {
        lock (_changed)
        {
            T? delivered;
            while ((delivered = _delivered[index]) is null)
            {
                Monitor.Wait(_changed);
            }

            _delivered[index] = null;
            _taken = index + 1;
            Monitor.PulseAll(_changed);
            return delivered;
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
