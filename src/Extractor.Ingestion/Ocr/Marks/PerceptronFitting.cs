using System.Numerics;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>Fits a <see cref="Perceptron"/> by gradient descent in small batches (Adam, Kingma and Ba, 2015). The same examples in the same order give the same weights.</summary>
/// <param name="HiddenUnits">How many there are.</param>
/// <param name="Rounds">How often every example is seen.</param>
/// <param name="Decay">How fast weights that nothing holds go to zero, by step and rate.</param>
internal sealed record PerceptronFitting(int HiddenUnits, int Rounds, double Decay)
{
    private const int Batch = 32, Seed = 20240229;
    private const double FirstRate = 0.002, LastRate = 0.00005;

    /// <summary>This share of the hidden units sits out each step, so that none relies on another (Srivastava et al., 2014).</summary>
    private const double Dropout = 0.25;

    /// <summary>An example of figures and the class that they are of.</summary>
    internal readonly record struct Example(float[] Figures, int Class);

    public Perceptron Fit(IReadOnlyList<Example> examples, int classes)
    {
        var random = new Random(Seed);
        var figures = examples[0].Figures.Length;
        var model = new Perceptron(Drawn(HiddenUnits, figures, random), Drawn(classes, HiddenUnits, random));
        var (hidden, output) = (new Adam(model.Hidden, Decay), new Adam(model.Output, Decay));
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var steps = Rounds * ((examples.Count + Batch - 1) / Batch);
        var step = 0;
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var batch in order.Chunk(Batch))
            {
                foreach (var at in batch)
                {
                    AddGradient(model, examples[at], random, hidden, output);
                }

                var rate = LastRate + ((FirstRate - LastRate) * (1 + Math.Cos(Math.PI * step++ / steps)) / 2);
                hidden.Step(batch.Length, rate);
                output.Step(batch.Length, rate);
            }
        }

        return model;
    }

    private static void AddGradient(Perceptron model, Example example, Random random, Adam hidden, Adam output)
    {
        var activations = model.Activations(example.Figures);
        for (var unit = 0; unit < activations.Length; unit++)
        {
            activations[unit] = random.NextDouble() < Dropout ? 0 : (float)(activations[unit] / (1 - Dropout));
        }

        var scores = new float[model.Output.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = model.Output[i][^1];
            for (var unit = 0; unit < activations.Length; unit++)
            {
                scores[i] += model.Output[i][unit] * activations[unit];
            }
        }

        var shares = Perceptron.Softmax(scores, 1);
        var back = new float[activations.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var error = (float)(shares[i] - (i == example.Class ? 1 : 0));
            output.Add(i, activations, error);
            for (var unit = 0; unit < back.Length; unit++)
            {
                back[unit] += error * model.Output[i][unit];
            }
        }

        for (var unit = 0; unit < back.Length; unit++)
        {
            if (activations[unit] > 0)
            {
                hidden.Add(unit, example.Figures, (float)(back[unit] / (1 - Dropout)));
            }
        }
    }

    /// <summary>Small weights (He et al., 2015), and biases of zero.</summary>
    private static float[][] Drawn(int units, int inputs, Random random)
    {
        var scale = Math.Sqrt(2.0 / inputs);
        return [.. Enumerable.Range(0, units).Select(_ => (float[])[.. Enumerable.Range(0, inputs).Select(_ => (float)(scale * Normal(random))), 0])];
    }

    /// <summary>Box and Muller (1958).</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>The means of the gradient and of its square, by weight.</summary>
    private sealed class Adam(float[][] weights, double decay)
    {
        private const float First = 0.9f, Second = 0.999f, Least = 1e-8f;

        private readonly float[][] _gradient = Like(weights), _mean = Like(weights), _square = Like(weights);
        private int _steps;

        public void Add(int unit, ReadOnlySpan<float> inputs, float error)
        {
            var gradient = _gradient[unit].AsSpan();
            var i = 0;
            for (; i <= inputs.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                (new Vector<float>(gradient[i..]) + (new Vector<float>(inputs[i..]) * error)).CopyTo(gradient[i..]);
            }

            for (; i < inputs.Length; i++)
            {
                gradient[i] += inputs[i] * error;
            }

            gradient[^1] += error;
        }

        public void Step(int count, double rate)
        {
            _steps++;
            var (meanBias, squareBias) = ((float)(1 - Math.Pow(First, _steps)), (float)(1 - Math.Pow(Second, _steps)));
            for (var unit = 0; unit < weights.Length; unit++)
            {
                var (weight, gradient, mean, square) = (weights[unit], _gradient[unit], _mean[unit], _square[unit]);
                for (var i = 0; i < weight.Length; i++)
                {
                    var slope = gradient[i] / count;
                    gradient[i] = 0;
                    mean[i] = (First * mean[i]) + ((1 - First) * slope);
                    square[i] = (Second * square[i]) + ((1 - Second) * slope * slope);
                    weight[i] -= (float)(rate * ((mean[i] / meanBias / (MathF.Sqrt(square[i] / squareBias) + Least)) + (decay * weight[i])));
                }
            }
        }

        private static float[][] Like(float[][] weights) => [.. weights.Select(row => new float[row.Length])];
    }
}
