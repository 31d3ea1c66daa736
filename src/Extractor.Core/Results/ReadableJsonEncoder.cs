using System.Buffers;
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

    /// <summary>What is encoded, and halves of what may be.</summary>
    private static readonly SearchValues<char> Doubtful = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(code => char.IsSurrogate(code) || Instance.WillEncode(code))]);

    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) =>
        !StaysAsItIs(unicodeScalar) && UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var characters = new ReadOnlySpan<char>(text, textLength);
        for (var at = 0; at < characters.Length;)
        {
            var plain = characters[at..].IndexOfAny(Doubtful);
            if (plain < 0)
            {
                return -1;
            }

            at += plain;
            if (Rune.DecodeFromUtf16(characters[at..], out var rune, out var used) != OperationStatus.Done || WillEncode(rune.Value))
            {
                return at;
            }

            at += used;
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    private static bool StaysAsItIs(int unicodeScalar) =>
        unicodeScalar == IdeographicSpace || (unicodeScalar >> 16) is >= FirstIdeographicPlane and <= LastIdeographicPlane;
}
