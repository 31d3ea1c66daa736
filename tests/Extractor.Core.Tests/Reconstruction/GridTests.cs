using System.Collections.Immutable;
using CsCheck;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

public class GridTests
{
    /// <summary>A random tiling of up to 8 by 8 slots by rectangles.</summary>
    private static readonly Gen<Tiling> Tilings =
        from rows in Gen.Int[1, 8]
        from columns in Gen.Int[1, 8]
        from sizes in Gen.Double[8, 60].Array[16]
        from wishes in Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4]).Array[64]
        select Tiling.Draw(rows, columns, sizes, wishes);

    [Fact]
    public void A_random_tiling_is_found_again() => Tilings.Sample(tiling =>
    {
        if (tiling.Spans.Length > 1)
        {
            Assert.Equal(tiling.Spans, Found(tiling.Edges()));
        }
    });

    [Fact]
    public void It_is_found_again_when_each_cell_draws_its_own_edges_a_little_off() =>
        Gen.Select(Tilings, Gen.Double[-0.6, 0.6].Array[64]).Sample((tiling, noise) =>
        {
            if (tiling.Spans.Length > 1)
            {
                var shaken = tiling.Edges().Select((edge, i) => edge with { Position = edge.Position + noise[i % noise.Length] });
                Assert.Equal(tiling.Spans, Found([.. shaken]));
            }
        });

    [Fact]
    public void It_is_found_again_when_borders_are_dashed() => Tilings.Sample(
        tiling =>
        {
            if (tiling.Spans.Length > 1)
            {
                Assert.Equal(tiling.Spans, Found([.. tiling.Edges().SelectMany(Dashes)]));
            }
        },
        iter: 30);

    [Fact]
    public void Every_slot_is_covered_by_exactly_one_span_whatever_lines_are_drawn() =>
        Gen.Select(Gen.Int[0, 1], Gen.Double[20, 200], Gen.Double[20, 200], Gen.Double[20, 200]).Array[2, 40].Sample(lines =>
        {
            var rulings = lines.Select(line => new Ruling(
                (RulingDirection)line.Item1, line.Item2, new Extent(Math.Min(line.Item3, line.Item4), Math.Max(line.Item3, line.Item4)), 0.5));
            foreach (var grid in LatticeFinder.Find(RulingMerger.Merge([.. rulings])).Select(Grid.From).OfType<Grid>())
            {
                var covered = new int[grid.RowEdges.Length - 1, grid.ColumnEdges.Length - 1];
                foreach (var span in grid.Spans)
                {
                    for (var r = span.Row; r < span.Row + span.RowSpan; r++)
                    {
                        for (var c = span.Column; c < span.Column + span.ColumnSpan; c++)
                        {
                            covered[r, c]++;
                        }
                    }
                }

                Assert.All(covered.Cast<int>(), times => Assert.Equal(1, times));
            }
        });

    [Fact]
    public void A_frame_around_text_is_no_table() =>
        Assert.Empty(LayoutAnalysis.Of(new PageDrawing().Rectangle(50, 50, 500, 700).Text(60, 60, "目录").Page(), TableLandmarks.None).Fragments);

    [Fact]
    public void A_table_that_the_page_break_leaves_open_is_closed_where_its_lines_end_and_says_so()
    {
        var page = new PageDrawing().Horizontal(700, 50, 250).Vertical(50, 700, 780).Vertical(150, 700, 780).Vertical(250, 700, 780)
            .Horizontal(740, 50, 250).Page();
        var fragment = Assert.Single(LayoutAnalysis.Of(page, TableLandmarks.None).Fragments);
        Assert.Equal([700, 740, 780], fragment.RowEdges.Select(y => Math.Round(y)));
        Assert.All(fragment.Cells, cell => Assert.Equal(cell.Row == 1, cell.OpenBottom));
    }

    [Fact]
    public void An_underline_inside_a_cell_divides_nothing()
    {
        var page = new PageDrawing().Rectangle(50, 50, 250, 90).Vertical(150, 50, 90).Horizontal(80, 60, 120).Page();
        Assert.Equal(2, Assert.Single(LayoutAnalysis.Of(page, TableLandmarks.None).Fragments).Cells.Length);
    }

    [Fact]
    public void A_full_stop_whose_ink_lies_under_the_border_is_in_the_cell_of_its_line()
    {
        var page = new PageDrawing().Rectangle(50, 50, 250, 90).Vertical(150, 50, 90).Text(60, 81, "完成").Page();
        var stop = new Glyph(new System.Text.Rune('.'), new Box(81, 90.2, 82, 91.4), new Point(80, 89.6), 10, 0, 1);
        var layout = LayoutAnalysis.Of(page with { Glyphs = page.Glyphs.Add(stop) }, TableLandmarks.None);
        Assert.Empty(layout.Lines);
        Assert.Equal("完成.", Assert.Single(layout.Fragments).Cells[0].Lines[0].Text);
    }

    private static (int, int, int, int)[] Found(ImmutableArray<Ruling> rulings)
    {
        var page = new Page(1, 600, 600, PageOrigin.Text, 0, 0, [], rulings);
        return [.. Assert.Single(LayoutAnalysis.Of(page, TableLandmarks.None).Fragments).Cells.Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan))];
    }

    private static IEnumerable<Ruling> Dashes(Ruling line)
    {
        for (var at = line.Along.From; at < line.Along.To; at += 5)
        {
            yield return line with { Along = new Extent(at, Math.Min(at + 3, line.Along.To)) };
        }
    }

    private sealed record Tiling(ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<(int Row, int Column, int RowSpan, int ColumnSpan)> Raw)
    {
        /// <summary>The spans with idle edges left out: an edge at which nothing starts cannot be seen.</summary>
        public (int, int, int, int)[] Spans
        {
            get
            {
                var rows = Raw.Select(s => s.Row).Append(Y.Length - 1).Distinct().Order().ToList();
                var columns = Raw.Select(s => s.Column).Append(X.Length - 1).Distinct().Order().ToList();
                return [.. Raw
                    .Select(s => (
                        rows.IndexOf(s.Row), columns.IndexOf(s.Column),
                        rows.IndexOf(s.Row + s.RowSpan) - rows.IndexOf(s.Row),
                        columns.IndexOf(s.Column + s.ColumnSpan) - columns.IndexOf(s.Column)))
                    .OrderBy(s => s.Item1).ThenBy(s => s.Item2)];
            }
        }

        public static Tiling Draw(int rows, int columns, double[] sizes, (int Rows, int Columns)[] wishes)
        {
            var taken = new bool[rows, columns];
            var spans = ImmutableArray.CreateBuilder<(int, int, int, int)>();
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    if (taken[r, c])
                    {
                        continue;
                    }

                    var wish = wishes[(r * columns) + c];
                    int wide = 1, high = Math.Min(wish.Rows, rows - r);
                    while (wide < wish.Columns && c + wide < columns && !taken[r, c + wide])
                    {
                        wide++;
                    }

                    for (var i = r; i < r + high; i++)
                    {
                        for (var j = c; j < c + wide; j++)
                        {
                            taken[i, j] = true;
                        }
                    }

                    spans.Add((r, c, high, wide));
                }
            }

            return new Tiling(Places(columns, sizes), Places(rows, sizes[8..]), spans.ToImmutable());
        }

        public ImmutableArray<Ruling> Edges() => [.. Raw.SelectMany(s =>
        {
            double left = X[s.Column], right = X[s.Column + s.ColumnSpan], top = Y[s.Row], bottom = Y[s.Row + s.RowSpan];
            return new Ruling[]
            {
                new(RulingDirection.Horizontal, top, new Extent(left, right), 0.5),
                new(RulingDirection.Horizontal, bottom, new Extent(left, right), 0.5),
                new(RulingDirection.Vertical, left, new Extent(top, bottom), 0.5),
                new(RulingDirection.Vertical, right, new Extent(top, bottom), 0.5),
            };
        })];

        private static ImmutableArray<double> Places(int count, double[] sizes)
        {
            var at = 40.0;
            return [at, .. Enumerable.Range(0, count).Select(i => at += sizes[i])];
        }
    }
}
