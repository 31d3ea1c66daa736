namespace Extractor.Pipeline.Tests;

/// <summary>A clock that goes on when it is told to. The time of day can also be set; the monotonic time cannot.</summary>
internal sealed class ManualTime : TimeProvider
{
    private DateTimeOffset _utc = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private long _ticks = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _utc;

    public override long GetTimestamp() => _ticks;

    public void Pass(TimeSpan time)
    {
        _utc += time;
        _ticks += time.Ticks;
    }

    /// <summary>Somebody sets the clock.</summary>
    public void Jump(TimeSpan by) => _utc += by;
}
