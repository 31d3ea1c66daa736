namespace Extractor.Core.Forms;

/// <summary>A known layout of the form, as data.</summary>
public sealed record FormTemplate(string Id);
