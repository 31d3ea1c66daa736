namespace Extractor.Core.Auditing.Rules;

/// <summary>X02: the text layer of a document says what is seen on its pages.</summary>
/// <remarks>
/// Both are known where a page with a text layer was read from its picture (<c>--ocr always</c>). What is seen counts; a
/// text layer's reading is kept only where recognition was sure of another one.
/// </remarks>
public sealed class TextLayerRule : IAuditRule
{
    public string Id => "X02";

    public Severity Severity => Severity.Warning;

    public string Formula => "同一单元格的文本层与图像识别结果一致";

    public string FormulaEn => "the text layer of a cell says what is recognised on its picture";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var field in form.Reliability.Contradicted)
        {
            var layer = string.Concat(field.Places.Select(place => place.TextLayer ?? "…"));
            yield return new Finding(
                Id, Severity, field.Pointer,
                $"文本层与图像不一致：文本层为“{layer}”，图像识别为其他内容（以图像为准），请核对原件。",
                $"The text layer says “{layer}”, the picture something else (which is what counts): look at the document.",
                null, layer, [], null);
        }
    }
}
