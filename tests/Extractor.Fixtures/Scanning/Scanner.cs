namespace Extractor.Fixtures.Scanning;

/// <summary>From the picture of a printed page to that of its scan: the order in which things happen to a sheet.</summary>
/// <param name="seal">The stamp, ink on white, at the resolution of the pages; null where the settings ask for none.</param>
public sealed class Scanner(ScanSettings settings, Raster? seal)
{
    private const double HolesFromEdge = 0.47, HolesApart = 3.15, HoleRadius = 0.11;

    private const double EdgeWidth = 0.08, FoldWidth = 0.03, FoldDepth = 0.25;

    /// <param name="chance">The page's own: the same draws the same picture.</param>
    public Raster Scan(Raster printed, Chance chance)
    {
        var inch = settings.DotsPerInch;
        var sheet = settings.Ink < 1 ? printed.Faded(settings.Ink) : printed;
        for (var i = 0; i < settings.Seals && seal is not null; i++)
        {
            var (places, of) = (chance.Fork("seal", i), seal);
            var (x, y) = (places.Within(0.2, 0.8) * sheet.Width, places.Within(0.15, 0.8) * sheet.Height);
            var (left, top) = ((int)x - (of.Width / 2), (int)y - (of.Height / 2));
            sheet = settings.SealsCover ? sheet.Covered(of, left, top, places.Within(0.5, 0.75)) : sheet.Stamped(of, left, top, places.Within(0.6, 1));
        }

        sheet = settings.Folds ? sheet.Folded(sheet.Height * chance.Fork("fold").Within(0.3, 0.7), FoldWidth * inch, FoldDepth) : sheet;
        sheet = settings.PunchHoles ? sheet.Punched(HolesFromEdge * inch, HolesApart * inch, HoleRadius * inch) : sheet;

        var picture = settings.Bending.Apply(sheet);
        picture = settings.BlackEdges ? picture.BlackEdged(EdgeWidth * inch, chance.Fork("edges")) : picture;
        picture = settings.Shading > 0 ? picture.Shaded(settings.Shading, chance.Fork("lamp").Within(0, 2 * Math.PI)) : picture;
        picture = picture.Blurred(settings.Blur * inch);
        picture = settings.Tint == Tint.Grey ? picture.Grey() : picture;
        picture = picture.Grainy(settings.Grain, chance.Fork("grain"));
        picture = settings.Tint == Tint.BlackAndWhite ? picture.Copied(settings.BlackBelow, settings.Specks, chance.Fork("specks")) : picture;
        return picture.Turned(settings.QuarterTurns);
    }
}
