using System.Text;
using System.Text.Encodings.Web;

namespace Extractor.Core.Results;

/// <summary>
/// Escapes what RFC 8259 asks for and what a person could not see in an editor, and nothing else: the library's own
/// relaxed encoder also escapes the rarer half of the Chinese characters (those beyond U+FFFF, as in personal names)
/// and the ideographic space. Like it, it makes no JSON that may be pasted into HTML unescaped.
/// </summary>
internal sealed class ReadableJsonEncoder : JavaScriptEncoder
{
    public static readonly ReadableJsonEncoder Instance = new();

    private const int IdeographicSpace = 0x3000;

    /// <summary>The planes of rare and historic Chinese characters: U+20000 to U+3FFFF.</summary>
    private const int FirstIdeographicPlane = 2, LastIdeographicPlane = 3;

    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) =>
        !StaysAsItIs(unicodeScalar) && UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var characters = new ReadOnlySpan<char>(text, textLength);
        for (var at = 0; at < characters.Length;)
        {
            if (IsPlain(characters[at]))
            {
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf16(characters[at..], out var rune, out var used) != System.Buffers.OperationStatus.Done
                || WillEncode(rune.Value))
            {
                return at;
            }

            at += used;
        }

        return -1;
    }

    /// <summary>Common Chinese characters, and ASCII that is no syntax: most of all text, and never encoded.</summary>
    private static bool IsPlain(char character) =>
        character is (>= '\u4E00' and <= '\u9FA5') or (>= ' ' and <= '~' and not ('"' or '\\'));

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    private static bool StaysAsItIs(int unicodeScalar) =>
        unicodeScalar == IdeographicSpace || (unicodeScalar >> 16) is >= FirstIdeographicPlane and <= LastIdeographicPlane;
}
