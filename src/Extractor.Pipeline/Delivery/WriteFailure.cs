using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Delivery;

/// <summary>Why a file could not be written.</summary>
public static class WriteFailure
{
    /// <summary>ENOSPC, EDQUOT and EFBIG of Linux; .NET keeps the number of the error in <see cref="Exception.HResult"/>.</summary>
    internal const int NoSpaceLeft = 28, QuotaExceeded = 122, FileTooLarge = 27;

    /// <summary>ERROR_DISK_FULL of Windows, as an HRESULT.</summary>
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static Failed Of(Exception refused) => new(
        refused.HResult is NoSpaceLeft or QuotaExceeded or FileTooLarge or WindowsDiskFull ? FailureReason.DiskFull : FailureReason.NotWritable,
        refused.Message);
}
