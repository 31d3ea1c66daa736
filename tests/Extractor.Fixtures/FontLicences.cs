using Extractor.Fixtures.Documents;

namespace Extractor.Fixtures;

/// <summary>The licences of the fonts that printed documents embed, as their Debian packages state them.</summary>
public static class FontLicences
{
    public static string Of(Look look) =>
        string.Join(" and ", new[] { look.Font, look.LatinFont }.OfType<string>().Select(font => $"{font} ({Of(font)})"));

    private static string Of(string font) => font switch
    {
        "Noto Sans CJK SC" or "Noto Serif CJK SC" => "OFL-1.1",
        "WenQuanYi Zen Hei" => "GPL-2.0 with font embedding exception",
        "WenQuanYi Micro Hei" => "Apache-2.0 or GPL-3.0 with font embedding exception",
        "AR PL UMing CN" or "AR PL UKai CN" => "Arphic Public License",
        "Liberation Serif" => "GPL-2.0 with font embedding exception",
        _ => throw new ArgumentOutOfRangeException(nameof(font), font, "Its licence is not known."),
    };
}
