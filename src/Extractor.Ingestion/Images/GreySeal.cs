namespace Extractor.Ingestion.Images;

/// <summary>A round seal with a star in its middle, of which a copy without colours shows the red as a grey between ink and paper.</summary>
/// <param name="Radius">To the middle of its ring, in pixels, as are the coordinates of its centre.</param>
/// <param name="Tone">Of its ink.</param>
internal sealed record GreySeal(int X, int Y, int Radius, int Tone)
{
    /// <summary>The side of the blocks in which an even grey is looked for, in pixels: no stroke of a letter fills one.</summary>
    private const int Block = 8;

    /// <summary>The grain of paper and scanner keeps within this of a tone, up and down.</summary>
    private const int Grain = 40;

    /// <summary>Tones that neither ink nor paper has where it is even.</summary>
    private const int Darkest = 56, Lightest = 190;

    /// <summary>In inches, of official seals: 3.8 to 5 cm across.</summary>
    private const double LeastRadius = 0.6, MostRadius = 1.1;

    /// <summary>A star has at least so many even blocks, and they are within so many inches.</summary>
    private const int LeastBlocks = 6;
    private const double WidestStar = 1;

    /// <summary>The share of its ring that is seen: rulings and text run over the rest.</summary>
    private const double LeastOfRing = 0.6;

    /// <summary>Of the directions from its centre, so many are looked in.</summary>
    private const int Directions = 90;

    /// <summary>What is even in the tone of the seal on fewer connected pixels is a stroke of a letter.</summary>
    private const int LeastInk = 40;

    /// <summary>Ink over the seal is darker than the seal by so much, and by more wholly ink.</summary>
    private const int InkOver = 18, WhollyInk = 36;

    /// <summary>From the even middle of its strokes, so far, in pixels, reaches their blurred edge.</summary>
    private const int Edge = 3;

    /// <summary>By how many pixels a ruling may rise or fall behind a seal, the least first.</summary>
    private static readonly int[] Slants = [0, -1, 1, -2, 2, -3, 3];

    /// <summary>Around so many stars at most a ring is looked for: a photograph has grey fields without end.</summary>
    private const int MostStars = 16;

    /// <summary>The picture without its seals, and where they were; null where it has none.</summary>
    public static (Grey Picture, SealInk Seals)? TakenOut(Grey picture, double dotsPerInch)
    {
        var seals = Find(picture, dotsPerInch);
        if (seals.Count == 0)
        {
            return null;
        }

        var samples = picture.Samples.ToArray();
        var ink = seals.SelectMany(seal => seal.TakeOut(picture, samples)).ToArray();
        return (picture with { Samples = samples }, SealInk.At(picture.Width, picture.Height, ink));
    }

    public static IReadOnlyList<GreySeal> Find(Grey picture, double dotsPerInch)
    {
        var seals = new List<GreySeal>();
        foreach (var (x, y, tone) in Stars(picture, dotsPerInch))
        {
            if (!seals.Exists(seal => Math.Abs(seal.X - x) < seal.Radius && Math.Abs(seal.Y - y) < seal.Radius)
                && Around(picture, x, y, tone, dotsPerInch) is { } found)
            {
                seals.Add(found);
            }
        }

        return seals;
    }

    /// <summary>Takes its ink out of a copy of the picture. What is printed under or over it is darker, and stays.</summary>
    /// <returns>The pixels that had its ink.</returns>
    private (int X, int Y)[] TakeOut(Grey picture, byte[] samples)
    {
        var reach = Radius + (Radius / 8);
        var disc = new PixelBox(X - reach, Y - reach, X + reach, Y + reach).Within(new PixelBox(1, 1, picture.Width - 1, picture.Height - 1));
        var even = new Bitmap(disc.Width, disc.Height, new byte[disc.Width * disc.Height]);
        for (var y = disc.Top; y < disc.Bottom; y++)
        {
            for (var x = disc.Left; x < disc.Right; x++)
            {
                even.Row(y - disc.Top)[x - disc.Left] = IsEven(picture, x, y) && !IsOnRuling(picture, x, y) ? (byte)1 : (byte)0;
            }
        }

        var ink = Strokes(even).Where(stroke => stroke.Count >= LeastInk).SelectMany(stroke => stroke).Select(pixel => (X: pixel.X + disc.Left, Y: pixel.Y + disc.Top)).ToArray();
        foreach (var (x, y) in ink)
        {
            for (var row = Math.Max(disc.Top, y - Edge); row <= Math.Min(disc.Bottom - 1, y + Edge); row++)
            {
                for (var column = Math.Max(disc.Left, x - Edge); column <= Math.Min(disc.Right - 1, x + Edge); column++)
                {
                    samples[(row * picture.Width) + column] = Without(picture.Row(row)[column]);
                }
            }
        }

        for (var along = disc.Top; along < disc.Bottom; along++)
        {
            Bridge(picture, samples, disc.Left, disc.Right, along, isRow: true);
        }

        for (var along = disc.Left; along < disc.Right; along++)
        {
            Bridge(picture, samples, disc.Top, disc.Bottom, along, isRow: false);
        }

        return ink;
    }

    /// <summary>A ruling that ends where ink of the seal was taken out, and goes on behind it, goes through.</summary>
    private void Bridge(Grey picture, byte[] samples, int from, int to, int across, bool isRow)
    {
        const int FromEdge = 4;
        for (var start = from + FromEdge; start < to - FromEdge; start++)
        {
            if (!IsTaken(start, across) || IsTaken(start - 1, across) || !IsRuling(start - FromEdge, across))
            {
                continue;
            }

            for (var end = start + 1; end < to - FromEdge && end - start < Radius; end += FromEdge)
            {
                var down = Array.FindIndex(Slants, slant => IsRuling(end, across + slant)) is >= 0 and var found ? Slants[found] : (int?)null;
                if (down is null)
                {
                    continue;
                }

                for (var at = start - FromEdge; at <= end; at++)
                {
                    var beside = across + (int)Math.Round((double)down.Value * (at - start) / (end - start));
                    samples[At(at, beside)] = Math.Min(samples[At(at, beside)], (byte)Tone);
                }

                start = end;
                break;
            }
        }

        int At(int along, int beside) => isRow ? (beside * picture.Width) + along : (along * picture.Width) + beside;
        bool IsTaken(int along, int beside) => samples[At(along, beside)] == byte.MaxValue && picture.Samples[At(along, beside)] <= Tone + Grain;
        bool IsRuling(int along, int beside) => (isRow ? along < picture.Width && beside < picture.Height : along < picture.Height && beside < picture.Width)
            && IsOnRuling(picture, isRow ? along : beside, isRow ? beside : along, isRow);
    }

    /// <summary>The pixels that hang together.</summary>
    private static IEnumerable<List<(int X, int Y)>> Strokes(Bitmap even)
    {
        for (var y = 0; y < even.Height; y++)
        {
            for (var x = 0; x < even.Width; x++)
            {
                if (even.Row(y)[x] == 0)
                {
                    continue;
                }

                var stroke = new List<(int X, int Y)>();
                Take(x, y);
                for (var i = 0; i < stroke.Count; i++)
                {
                    var (column, row) = stroke[i];
                    Take(column - 1, row);
                    Take(column + 1, row);
                    Take(column, row - 1);
                    Take(column, row + 1);
                }

                yield return stroke;

                void Take(int column, int row)
                {
                    if (column >= 0 && row >= 0 && column < even.Width && row < even.Height && even.Row(row)[column] != 0)
                    {
                        even.Row(row)[column] = 0;
                        stroke.Add((column, row));
                    }
                }
            }
        }
    }

    private byte Without(byte tone) =>
        tone <= Tone - WhollyInk ? tone
        : tone >= Tone - InkOver ? byte.MaxValue
        : (byte)(tone + ((byte.MaxValue - tone) * (tone - Tone + WhollyInk) / (WhollyInk - InkOver)));

    /// <summary>Has the pixel, with all around it, the tone of the seal?</summary>
    private bool IsEven(Grey picture, int x, int y)
    {
        if (!Has(picture.Row(y)[x]))
        {
            return false;
        }

        for (var row = y - 1; row <= y + 1; row++)
        {
            foreach (var tone in picture.Row(row)[(x - 1)..(x + 2)])
            {
                if (!Has(tone))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Is the ink at the pixel long in one direction and thin in the other? The strokes of the seal are shorter or thicker.</summary>
    private bool IsOnRuling(Grey picture, int x, int y) => IsOnRuling(picture, x, y, isRow: true) || IsOnRuling(picture, x, y, isRow: false);

    private bool IsOnRuling(Grey picture, int x, int y, bool isRow)
    {
        const int Long = 60, Thin = 8;
        var (across, down) = isRow ? (1, 0) : (0, 1);
        return IsInk(x, y) && Run(down, across) <= Thin && Run(across, down) >= Long;

        int Run(int right, int below)
        {
            var length = 1;
            foreach (var way in (ReadOnlySpan<int>)[-1, 1])
            {
                for (var step = 1; step <= Long && IsInk(x + (way * right * step), y + (way * below * step)); step++)
                {
                    length++;
                }
            }

            return length;
        }

        bool IsInk(int column, int row) => column >= 0 && row >= 0 && column < picture.Width && row < picture.Height && picture.Row(row)[column] <= (Tone + byte.MaxValue) / 2;
    }

    private bool Has(byte tone) => Math.Abs(tone - Tone) <= Grain;

    /// <summary>The middles of what is grey and even, and not larger than a star.</summary>
    private static IEnumerable<(int X, int Y, int Tone)> Stars(Grey picture, double dotsPerInch)
    {
        var (across, down) = (picture.Width / Block, picture.Height / Block);
        var tones = new byte[across * down];
        for (var at = 0; at < tones.Length; at++)
        {
            tones[at] = EvenTone(picture, at % across * Block, at / across * Block);
        }

        var most = (int)(WidestStar * dotsPerInch / Block);
        return InkPatches.Find(new Bitmap(across, down, [.. tones.Select(tone => tone > 0 ? (byte)1 : (byte)0)]))
            .Where(patch => patch.Area >= LeastBlocks && patch.Box.Width <= most && patch.Box.Height <= most)
            .OrderByDescending(patch => patch.Area).Take(MostStars)
            .Select(patch => ((patch.Box.Left + patch.Box.Right) * Block / 2, (patch.Box.Top + patch.Box.Bottom) * Block / 2, TypicalTone(patch.Box)));

        int TypicalTone(PixelBox box)
        {
            var even = Enumerable.Range(box.Top, box.Height).SelectMany(y => tones[((y * across) + box.Left)..((y * across) + box.Right)]).Where(tone => tone > 0).Order().ToArray();
            return even[even.Length / 2];
        }
    }

    /// <summary>The tone of a block, where that is grey and one; 0 elsewhere.</summary>
    private static byte EvenTone(Grey picture, int left, int top)
    {
        var (sum, least, most) = (0, byte.MaxValue, byte.MinValue);
        for (var y = top; y < top + Block; y++)
        {
            foreach (var tone in picture.Row(y).Slice(left, Block))
            {
                if (tone is < Darkest or > Lightest)
                {
                    return 0;
                }

                (sum, least, most) = (sum + tone, Math.Min(least, tone), Math.Max(most, tone));
            }
        }

        return most - least <= 2 * Grain ? (byte)(sum / (Block * Block)) : (byte)0;
    }

    /// <summary>The seal whose star that may be; null where no ring is around it.</summary>
    private static GreySeal? Around(Grey picture, int x, int y, int tone, double dotsPerInch)
    {
        const int Coarse = 4, Away = 40;
        var (best, most) = (new GreySeal(x, y, 0, tone), 0);
        var equal = new List<GreySeal>();
        for (var step = Coarse; step > 0; step /= 4)
        {
            var (from, reach) = (best, step == Coarse ? Away : Coarse);
            var (least, largest) = step == Coarse ? ((int)(LeastRadius * dotsPerInch), (int)(MostRadius * dotsPerInch)) : (from.Radius - Coarse, from.Radius + Coarse);
            for (var across = -reach; across <= reach; across += step)
            {
                for (var down = -reach; down <= reach; down += step)
                {
                    for (var radius = least; radius <= largest; radius += step)
                    {
                        var seal = new GreySeal(from.X + across, from.Y + down, radius, tone);
                        var seen = seal.DirectionsWithRing(picture);
                        if (seen > most)
                        {
                            (best, most) = (seal, seen);
                            equal.Clear();
                        }

                        if (seen == most)
                        {
                            equal.Add(seal);
                        }
                    }
                }
            }
        }

        // A ring is several pixels thick: the middle of all that fit as well.
        return most < LeastOfRing * Directions ? null
            : best with { X = (int)Math.Round(equal.Average(seal => seal.X)), Y = (int)Math.Round(equal.Average(seal => seal.Y)), Radius = (int)Math.Round(equal.Average(seal => seal.Radius)) };
    }

    private static readonly (double X, double Y)[] Rays = [.. Enumerable.Range(0, Directions).Select(i => Math.SinCos(2 * Math.PI * i / Directions)).Select(ray => (ray.Cos, ray.Sin))];

    /// <summary>In how many directions its ink is at the distance of its ring, and paper, or letters that are no ring, a little nearer and farther.</summary>
    private int DirectionsWithRing(Grey picture)
    {
        const double RingWidth = 0.1;
        var directions = 0;
        foreach (var (x, y) in Rays)
        {
            if (Has(ToneAt(picture, x, y, Radius)) && ToneAt(picture, x, y, (1 + RingWidth) * Radius) > Tone + Grain && ToneAt(picture, x, y, (1 - RingWidth) * Radius) > Tone + Grain)
            {
                directions++;
            }
        }

        return directions;
    }

    private byte ToneAt(Grey picture, double x, double y, double distance)
    {
        var (column, row) = (X + (int)(x * distance), Y + (int)(y * distance));
        return column >= 0 && row >= 0 && column < picture.Width && row < picture.Height ? picture.Row(row)[column] : byte.MaxValue;
    }
}
