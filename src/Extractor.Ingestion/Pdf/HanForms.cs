using System.Collections.Frozen;
using System.Text;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Code points that stand for the ideographs they are printed as. Fonts draw 用 (U+7528) and the radical ⽤ (U+2F64), or 年
/// (U+5E74) and its compatibility form (U+F98E), with one glyph, and some producers name that glyph by the wrong one of
/// the two: what is printed, and meant, is the ideograph.
/// </summary>
internal static class HanForms
{
    private const int FirstKangxi = 0x2F00;
    private const int LastKangxi = 0x2FD5;
    private const int FirstCompatibility = 0xF900;
    private const int LastCompatibility = 0xFA6B;
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

    /// <summary>
    /// The canonical decompositions of U+F900 to U+FA6B in the Unicode Character Database, which Unicode holds to be the
    /// same characters; the few without one stand for themselves.
    /// </summary>
    private const string Compatibility =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧" +
        "老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不" +
        "泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊" +
        "列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐" +
        "類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖" +
        "宅洞暴輻行降見廓兀嗀\uFA0E\uFA0F塚\uFA11晴\uFA13\uFA14凞猪益礼神祥福靖精羽\uFA1F蘒\uFA21諸\uFA23\uFA24逸都\uFA27\uFA28\uFA29飯飼館鶴郞隷侮僧免勉勤卑喝嘆" +
        "器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵";

    private static readonly FrozenDictionary<int, Rune> SupplementIdeographs =
        Supplement.Chunk(2).ToFrozenDictionary(pair => (int)pair[0], pair => new Rune(pair[1]));

    /// <summary>The ideograph for such a code point; every other character as it is.</summary>
    public static Rune ToIdeograph(Rune character) => character.Value switch
    {
        >= FirstKangxi and <= LastKangxi => new Rune(Kangxi[character.Value - FirstKangxi]),
        >= FirstCompatibility and <= LastCompatibility => new Rune(Compatibility[character.Value - FirstCompatibility]),
        >= FirstSupplement and <= LastSupplement => SupplementIdeographs.GetValueOrDefault(character.Value, character),
        _ => character,
    };
}
