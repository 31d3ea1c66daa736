namespace Extractor.Fixtures.Layouts;

/// <summary>Where a line above a table stands; <see cref="Title"/> is large and bold.</summary>
public enum HeadRole { Title, Centre, Left, Right }

/// <summary>A line above the table of a form.</summary>
public sealed record HeadLine(string Text, HeadRole Role);
