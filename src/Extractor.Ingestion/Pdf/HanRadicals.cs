using System.Collections.Frozen;
using System.Text;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Radicals that stand for the ideographs they are printed as. Fonts draw 用 (U+7528) and the radical ⽤ (U+2F64) with one
/// glyph, and some producers name that glyph by the radical: what is printed, and meant, is the ideograph.
/// </summary>
internal static class HanRadicals
{
    private const int FirstKangxi = 0x2F00;
    private const int LastKangxi = 0x2FD5;
    private const int FirstSupplement = 0x2E80;
    private const int LastSupplement = 0x2EFF;

    /// <summary>
    /// The compatibility decompositions of U+2F00 to U+2FD5 in the Unicode Character Database, with one exception:
    /// U+2F3E decomposes to the traditional 戶, but simplified Chinese fonts share its glyph with 户.
    /// </summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴" +
        "廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿" +
        "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵" +
        "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>
    /// CJK Radicals Supplement, radical and ideograph in turn: those that simplified Chinese fonts draw with the glyph of an ideograph.
    /// </summary>
    private const string Supplement =
        "\u2E82乛\u2E83乚\u2E85亻\u2E89刂\u2E8F尣\u2E90尢\u2E92巳\u2E93幺\u2E94彑\u2E95彐" +
        "\u2E96忄\u2E98扌\u2E99攵\u2E9B旡\u2E9E歺\u2E9F母\u2EA0民\u2EA1氵\u2EA3灬\u2EA4爫" +
        "\u2EA6丬\u2EA8犭\u2EAD礻\u2EAF糹\u2EB0纟\u2EB1罓\u2EB9耂\u2EBA肀\u2EBE艹\u2EC1虎" +
        "\u2EC2衤\u2EC4西\u2EC5见\u2EC6角\u2EC8讠\u2EC9贝\u2ECB车\u2ECC辶\u2ED0钅\u2ED1長" +
        "\u2ED2镸\u2ED3长\u2ED4门\u2ED6阝\u2ED8青\u2ED9韦\u2EDA页\u2EDB风\u2EDC飞\u2EDD食" +
        "\u2EDF飠\u2EE0饣\u2EE2马\u2EE3骨\u2EE4鬼\u2EE5鱼\u2EE6鸟\u2EE7卤\u2EE8麦\u2EE9黄" +
        "\u2EEA黾\u2EEB斉\u2EEC齐\u2EEE齿\u2EEF竜\u2EF0龙\u2EF1龜\u2EF2亀\u2EF3龟";

    private static readonly FrozenDictionary<int, Rune> SupplementIdeographs =
        Supplement.Chunk(2).ToFrozenDictionary(pair => (int)pair[0], pair => new Rune(pair[1]));

    /// <summary>The ideograph for such a radical; every other character as it is.</summary>
    public static Rune ToIdeograph(Rune character) => character.Value switch
    {
        >= FirstKangxi and <= LastKangxi => new Rune(Kangxi[character.Value - FirstKangxi]),
        >= FirstSupplement and <= LastSupplement => SupplementIdeographs.GetValueOrDefault(character.Value, character),
        _ => character,
    };
}
