using System.Collections;
using System.Numerics;

namespace Extractor.Core.Forms;

/// <summary>A set of roles.</summary>
public readonly record struct RoleSet(ulong Bits) : IEnumerable<Role>
{
    public static RoleSet None => default;

    public static RoleSet Of(params ReadOnlySpan<Role> roles)
    {
        var bits = 0UL;
        foreach (var role in roles)
        {
            bits |= 1UL << (int)role;
        }

        return new RoleSet(bits);
    }

    public bool IsEmpty => Bits == 0;

    public int Count => BitOperations.PopCount(Bits);

    public bool Has(Role role) => (Bits & (1UL << (int)role)) != 0;

    public bool HasAll(RoleSet others) => (Bits & others.Bits) == others.Bits;

    public bool HasAny(RoleSet others) => (Bits & others.Bits) != 0;

    public RoleSet With(Role role) => new(Bits | (1UL << (int)role));

    public static RoleSet operator |(RoleSet a, RoleSet b) => new(a.Bits | b.Bits);

    public static RoleSet operator &(RoleSet a, RoleSet b) => new(a.Bits & b.Bits);

    public IEnumerator<Role> GetEnumerator()
    {
        for (var bits = Bits; bits != 0; bits &= bits - 1)
        {
            yield return (Role)BitOperations.TrailingZeroCount(bits);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
