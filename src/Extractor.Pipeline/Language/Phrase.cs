using System.Globalization;

namespace Extractor.Pipeline.Language;

/// <summary>The languages that a person is spoken to in.</summary>
public enum Tongue { Chinese, English }

/// <summary>A message in both languages.</summary>
public readonly record struct Phrase(string Chinese, string English)
{
    public string In(Tongue tongue) => tongue == Tongue.Chinese ? Chinese : English;

    public string In(Tongue tongue, params object[] values) => string.Format(CultureInfo.InvariantCulture, In(tongue), values);
}
