namespace Extractor.Ingestion.Office;

/// <summary>The rows or the columns of a worksheet: how large each is, and which are hidden. They count from 1.</summary>
/// <param name="usual">Points of one that says nothing of itself.</param>
internal sealed class Axis(double usual)
{
    private readonly SortedDictionary<int, double> _sizes = [];
    private readonly HashSet<int> _hidden = [];
    private List<(int Index, double Before)>? _sums;

    public int HiddenCount => _hidden.Count;

    public void Set(int index, double? points, bool isHidden)
    {
        // What is as small as nothing is hidden, however it was made so.
        if (isHidden || points <= 0)
        {
            _hidden.Add(index);
            _sizes[index] = 0;
        }
        else if (points is { } size)
        {
            _sizes[index] = size;
        }
    }

    public bool IsHidden(int index) => _hidden.Contains(index);

    /// <summary>Where it begins, in points from the first.</summary>
    public double Start(int index)
    {
        var sums = _sums ??= Sums();
        int low = 0, high = sums.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sums[middle].Index < index ? (middle + 1, high) : (low, middle);
        }

        return (usual * (index - 1)) + (low == 0 ? 0 : sums[low - 1].Before);
    }

    /// <summary>How much each one and those before it differ from the usual.</summary>
    private List<(int Index, double Before)> Sums()
    {
        var sums = new List<(int, double)>(_sizes.Count);
        var sum = 0.0;
        foreach (var (index, size) in _sizes)
        {
            sum += size - usual;
            sums.Add((index, sum));
        }

        return sums;
    }
}
