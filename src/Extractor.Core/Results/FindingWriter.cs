using Extractor.Core.Auditing;

namespace Extractor.Core.Results;

/// <summary>Writes what an audit says: findings, and the profile that it went by.</summary>
internal sealed class FindingWriter(ResultLayout layout)
{
    public void Write(Finding finding)
    {
        layout.Json.WriteStartObject();
        layout.Json.WriteString("rule", finding.Rule);
        layout.Json.WriteString("severity", ResultWords.Of(finding.Severity));
        layout.Json.WriteString("subject", finding.Subject);
        layout.Json.WriteString("message", finding.Message);
        layout.Json.WriteString("messageEn", finding.MessageEn);
        layout.Json.WriteString("stated", finding.Stated);
        layout.Json.WriteString("computed", finding.Computed);
        layout.WriteStrings("evidence", finding.Evidence);
        layout.Json.WriteString("explanation", ResultWords.Of(finding.Explanation));
        layout.Json.WriteNumber("version", finding.Version);
        layout.Json.WriteString("profile", finding.Profile);
        WriteRelation(finding.Relation);
        layout.Json.WriteEndObject();
    }

    public void Write(ResultProfile? profile)
    {
        if (profile is null)
        {
            layout.Json.WriteNull("profile");
            return;
        }

        var line = layout.BeginLine("profile");
        line.WriteString("id", profile.Id);
        line.WriteString("reason", profile.Reason);
        line.WriteString("reasonEn", profile.ReasonEn);
        layout.EndLine();
    }

    private void WriteRelation(Relation? relation)
    {
        if (relation is null)
        {
            layout.Json.WriteNull("relation");
            return;
        }

        layout.Json.WriteStartObject("relation");
        layout.Json.WriteString("outcome", ResultWords.Outcomes[(int)relation.Outcome]);
        layout.Json.WriteString("rounding", relation.Rounding is { } rounding ? ResultWords.Habits[(int)rounding] : null);
        layout.Json.WriteString("difference", relation.Difference);
        if (relation.Allowed is { } allowed)
        {
            var line = layout.BeginLine("allowed");
            line.WriteString("low", allowed.Low);
            line.WriteString("high", allowed.High);
            layout.EndLine();
        }
        else
        {
            layout.Json.WriteNull("allowed");
        }

        layout.WriteArray("terms", relation.Terms, WriteTerm);
        layout.Json.WriteEndObject();
    }

    private void WriteTerm(Term term)
    {
        var line = layout.BeginItem();
        line.WriteString("pointer", term.Pointer);
        line.WriteNumber(MemberNames.Value, term.Value);
        layout.EndLine();
    }
}
