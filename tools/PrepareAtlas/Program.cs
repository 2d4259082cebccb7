using Proviso.PrepareAtlas;
using Proviso.Regions;
using Proviso.Regions.Atlas;

// Makes the country files of src/Proviso.Regions/Atlas/Countries from the npm package world-atlas 2.0.2:
//
//   npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//   dotnet run --project tools/PrepareAtlas -- package/countries-10m.json src/Proviso.Regions/Atlas/Countries
//
// The same package gives the same files, byte for byte. What is checked on the way ends the program when it fails; the named points are
// checked by tests on the files themselves.
if (args is not [var source, var target])
{
    Console.Error.WriteLine("usage: PrepareAtlas countries-10m.json FOLDER");
    return 2;
}

// The Vatican is smaller than a cell of the grid that world-atlas draws on, and nothing of it is left there.
var prepared = Topology.Read(source).Select(Prepared).OrderBy(country => country.Id, StringComparer.Ordinal).ToLookup(country => !country.Outline.Pieces.IsEmpty);
var countries = prepared[true].ToList();
var troubles = countries.SelectMany(Checks.Of).Concat(Checks.Names(countries)).ToList();
foreach (var trouble in troubles)
{
    Console.Error.WriteLine(trouble);
}

if (troubles.Count > 0)
{
    return 1;
}

Directory.CreateDirectory(target);
foreach (var old in Directory.GetFiles(target, "*.outline"))
{
    File.Delete(old);
}

foreach (var country in countries)
{
    File.WriteAllText(Path.Combine(target, country.Id + ".outline"), CountryFile.Write(country));
}

Console.WriteLine($"left out, too small to be drawn: {string.Join(", ", prepared[false].Select(country => country.Id))}");
Console.WriteLine($"{countries.Count} countries, {countries.Sum(country => country.Outline.Pieces.Length)} pieces, "
    + $"{countries.Sum(country => country.Outline.Corners)} corners");
return 0;

static Country Prepared(Drawing drawing) => new(
    Names.Id(drawing.Name),
    drawing.Name,
    drawing.Number,
    Outline.Of(Cut.Joined(drawing.Polygons.Select(Cut.Piece).OfType<Piece>())));
