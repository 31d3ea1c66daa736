namespace Extractor.Ingestion.Ocr;

/// <summary>How much sense the longest lines of a page make when it is read as it stands.</summary>
/// <param name="Words">How many of them hold a word that stands on most forms. One may be a label that is written downwards, of a page that lies on its side.</param>
/// <param name="Sureness">How surely they are read, on average over their characters; 1 of a page without text.</param>
/// <param name="Written">How many characters are in the lines with such a word: across lines that lie on their side only short ones are seen.</param>
/// <param name="Numbers">How many of them are surely numbers of several figures: no line on its side is.</param>
internal readonly record struct Sense(int Words, double Sureness, int Written, int Numbers)
{
    /// <summary>How many lines tell.</summary>
    private const int TriedLines = 10;

    /// <summary>A form's longest lines have more characters together than all labels that are written downwards beside a table.</summary>
    private const int EnoughWords = 2, EnoughWritten = 20;

    /// <summary>By so much surer must be what is turned, where no word tells; by so much less sure it may be where words do.</summary>
    private const double Lead = 0.1;

    private static readonly string[] Known =
        ["指标", "项目", "资金", "预算", "年度", "单位", "完成", "得分", "部门", "绩效", "工作", "情况", "实施", "管理", "执行", "其他", "合计", "说明", "服务", "建设"];

    /// <summary>So many numbers, each of so many figures, all of them as sure.</summary>
    private const int EnoughNumbers = 3, SeveralFigures = 2;
    private const double LeastOfNumber = 0.9;

    public bool IsUpright => (Words >= EnoughWords && (Written >= EnoughWritten || Numbers >= EnoughNumbers)) || Sureness == 1;

    /// <summary>Words are seen of letters that lie on their side too, less surely; but no numbers.</summary>
    public bool IsMoreThan(Sense other) => Said != other.Said
        ? Said > other.Said && Numbers >= other.Numbers && Sureness > other.Sureness - Lead
        : Sureness > other.Sureness + Lead;

    /// <summary>Many lines, and long ones: a label that is written downwards is one long line of a page on its side, and across its lines many short ones are seen.</summary>
    private int Said => Words * Written;

    public static Sense Of(StraightPicture straight, IRecognizer recognizer)
    {
        var tried = straight.Spots.Where(spot => spot.Box.Width > spot.Box.Height).OrderByDescending(spot => spot.Box.Width).Take(TriedLines).ToArray();
        if (tried.Length == 0)
        {
            return new Sense(0, straight.Spots.Count == 0 ? 1 : 0, 0, 0);
        }

        var lines = recognizer.Read(straight.Grey, [.. tried.Select(spot => straight.Cut(spot.Box))]);
        var characters = lines.SelectMany(line => line.Characters).ToArray();
        var telling = lines.Where(line => Known.Any(line.Text.Contains)).ToArray();
        return new Sense(
            telling.Length,
            characters.Length < tried.Length ? 0 : Math.Min(0.999, characters.Average(character => character.Confidence)),
            telling.Sum(line => line.Characters.Length),
            lines.Count(IsNumber));
    }

    private static bool IsNumber(RecognizedLine line) =>
        line.LeastConfidence >= LeastOfNumber
        && line.Characters.Count(character => NumberSigns.IsFigure(character.Character)) >= SeveralFigures
        && line.Characters.All(character => NumberSigns.IsFigure(character.Character) || character.Character.Value is '.' or ',' or '%' or '=');
}
