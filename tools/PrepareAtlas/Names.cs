using System.Text;

namespace Proviso.PrepareAtlas;

/// <summary>Names for the language from the names in the data, which are often shortened, in plain Latin letters.</summary>
static class Names
{
    private static readonly Dictionary<string, string> inFull = new(StringComparer.Ordinal)
    {
        ["Antigua and Barb."] = "Antigua and Barbuda",
        ["Ashmore and Cartier Is."] = "Ashmore and Cartier Islands",
        ["Bosnia and Herz."] = "Bosnia and Herzegovina",
        ["Br. Indian Ocean Ter."] = "British Indian Ocean Territory",
        ["British Virgin Is."] = "British Virgin Islands",
        ["Cayman Is."] = "Cayman Islands",
        ["Central African Rep."] = "Central African Republic",
        ["Clipperton I."] = "Clipperton Island",
        ["Côte d'Ivoire"] = "Cote d'Ivoire",
        ["Curaçao"] = "Curacao",
        ["São Tomé and Principe"] = "Sao Tome and Principe",
        ["Åland"] = "Aland",
        ["Cook Is."] = "Cook Islands",
        ["Coral Sea Is."] = "Coral Sea Islands",
        ["Cyprus U.N. Buffer Zone"] = "Cyprus UN Buffer Zone",
        ["Dem. Rep. Congo"] = "Democratic Republic of the Congo",
        ["Dominican Rep."] = "Dominican Republic",
        ["Eq. Guinea"] = "Equatorial Guinea",
        ["Faeroe Is."] = "Faroe Islands",
        ["Falkland Is."] = "Falkland Islands",
        ["Fr. Polynesia"] = "French Polynesia",
        ["Fr. S. Antarctic Lands"] = "French Southern and Antarctic Lands",
        ["Heard I. and McDonald Is."] = "Heard Island and McDonald Islands",
        ["Indian Ocean Ter."] = "Australian Indian Ocean Territories",
        ["Macedonia"] = "North Macedonia",
        ["Marshall Is."] = "Marshall Islands",
        ["N. Cyprus"] = "Northern Cyprus",
        ["N. Mariana Is."] = "Northern Mariana Islands",
        ["Pitcairn Is."] = "Pitcairn Islands",
        ["S. Geo. and the Is."] = "South Georgia and the South Sandwich Islands",
        ["S. Sudan"] = "South Sudan",
        ["Solomon Is."] = "Solomon Islands",
        ["Spratly Is."] = "Spratly Islands",
        ["St. Kitts and Nevis"] = "Saint Kitts and Nevis",
        ["St. Pierre and Miquelon"] = "Saint Pierre and Miquelon",
        ["St. Vin. and Gren."] = "Saint Vincent and the Grenadines",
        ["St-Barthélemy"] = "Saint Barthelemy",
        ["St-Martin"] = "Saint Martin",
        ["Turks and Caicos Is."] = "Turks and Caicos Islands",
        ["U.S. Minor Outlying Is."] = "US Minor Outlying Islands",
        ["U.S. Virgin Is."] = "US Virgin Islands",
        ["USNB Guantanamo Bay"] = "US Naval Base Guantanamo Bay",
        ["W. Sahara"] = "Western Sahara",
        ["Wallis and Futuna Is."] = "Wallis and Futuna Islands",
        ["eSwatini"] = "Eswatini",
    };

    /// <summary>Lower-case Latin letters, with one hyphen for whatever stands between.</summary>
    public static string Id(string name)
    {
        var id = new StringBuilder();
        foreach (var letter in inFull.GetValueOrDefault(name, name).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter))
            {
                id.Append(letter);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }
}
