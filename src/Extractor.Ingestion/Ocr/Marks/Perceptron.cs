using System.Numerics;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>A perceptron with one hidden layer of rectified units, and a softmax over classes (Rumelhart, Hinton and Williams, 1986).</summary>
/// <param name="Hidden">By hidden unit the weights of the figures; its bias is the last.</param>
/// <param name="Output">By class the weights of the hidden units; its bias is the last.</param>
internal sealed record Perceptron(float[][] Hidden, float[][] Output)
{
    /// <summary>By class, before they are made probabilities of.</summary>
    public float[] Scores(ReadOnlySpan<float> figures) => Layer(Output, Activations(figures));

    /// <summary>What the hidden units say.</summary>
    internal float[] Activations(ReadOnlySpan<float> figures)
    {
        var hidden = Layer(Hidden, figures);
        for (var i = 0; i < hidden.Length; i++)
        {
            hidden[i] = Math.Max(0, hidden[i]);
        }

        return hidden;
    }

    /// <summary>Makes probabilities of scores.</summary>
    /// <param name="temperature">Above 1 they are less sure than the scores are (Guo et al., 2017).</param>
    public static double[] Softmax(ReadOnlySpan<float> scores, double temperature)
    {
        var (highest, sum, shares) = (float.NegativeInfinity, 0.0, new double[scores.Length]);
        foreach (var score in scores)
        {
            highest = Math.Max(highest, score);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            sum += shares[i] = Math.Exp((scores[i] - highest) / temperature);
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }

    private static float[] Layer(float[][] units, ReadOnlySpan<float> inputs)
    {
        var outputs = new float[units.Length];
        for (var unit = 0; unit < units.Length; unit++)
        {
            outputs[unit] = Dot(units[unit].AsSpan(0, inputs.Length), inputs) + units[unit][^1];
        }

        return outputs;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
