using System.Globalization;

namespace Proviso.Language.Binding;

public sealed class UnitsTests
{
    [Theory]
    [InlineData("500", "km", "500000")]
    [InlineData("0.5", "km", "500")]
    [InlineData("7", "m", "7")]
    [InlineData("2", "days", "2880")]
    [InlineData("1", "hour", "60")]
    [InlineData("1.5", null, "1.5")]
    [InlineData("0.0000000000000000000000000001", "km", "0.0000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "m", "79228162514264337593543950335")]
    public void Figures_are_converted_exactly(string figure, string? unit, string inBase) =>
        Assert.Equal(decimal.Parse(inBase, CultureInfo.InvariantCulture), Units.ToBase(decimal.Parse(figure, CultureInfo.InvariantCulture), unit));

    [Theory]
    [InlineData("79228162514264337593543950335", "km")]
    [InlineData("79228162514264337593543951", "km")]
    [InlineData("7922816251426433759354395033.5", "km")]
    public void What_does_not_fit_is_refused(string figure, string unit) =>
        Assert.Null(Units.ToBase(decimal.Parse(figure, CultureInfo.InvariantCulture), unit));
}
