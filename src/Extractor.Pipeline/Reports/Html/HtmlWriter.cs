using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>HTML that is finished: every text in it is encoded. Only an <see cref="HtmlWriter"/> makes it.</summary>
internal readonly record struct Markup
{
    internal Markup(string html) => Html = html;

    public string Html { get; }

    /// <summary>In UTF-8.</summary>
    public int Length => Encoding.UTF8.GetByteCount(Html);
}

/// <summary>
/// Writes HTML. What stands in a template's source is markup, what is put into its holes is text and is encoded: no
/// caller can forget to. Attributes are to be put between double quotes.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    public void Write([InterpolatedStringHandlerArgument("")] HtmlTemplate template)
    {
        if (!template.IsOf(this))
        {
            throw new ArgumentException("A template of another writer.", nameof(template));
        }
    }

    /// <summary>What has been written.</summary>
    public Markup ToMarkup() => new(_html.ToString());

    /// <summary>A template as markup of its own.</summary>
    public static Markup Of(Action<HtmlWriter> write)
    {
        var html = new HtmlWriter();
        write(html);
        return html.ToMarkup();
    }

    [InterpolatedStringHandler]
    public readonly struct HtmlTemplate
    {
        private readonly StringBuilder _html;

        public HtmlTemplate(int literalLength, int holes, HtmlWriter writer)
        {
            _ = (literalLength, holes);
            _html = writer._html;
        }

        /// <summary>What it says has been written, when its holes were filled.</summary>
        public bool IsOf(HtmlWriter writer) => ReferenceEquals(writer._html, _html);

        public void AppendLiteral(string markup) => _html.Append(markup);

        public void AppendFormatted(string? text) => HtmlText.Encode(text ?? "", _html);

        public void AppendFormatted(Markup markup) => _html.Append(markup.Html);

        public void AppendFormatted(int number) => _html.Append(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>A measure of a drawing, to a tenth.</summary>
        public void AppendFormatted(double measure) => _html.Append(Math.Round(measure, 1).ToString("0.#", CultureInfo.InvariantCulture));
    }
}
