using System.Globalization;

namespace Proviso.Browser.Workbench;

/// <summary>Agreements to look at: those of the repository, and the lake in some bad states.</summary>
internal static class Samples
{
    /// <summary>How many reports the long one has beside those of the lake.</summary>
    public const int ManyReports = 2_000;

    /// <summary>What the broken one says in place of a place that there is.</summary>
    public const string Misspelt = "south-shoar";

    /// <summary>Copies the folder of an agreement into another, under its own name or a new one.</summary>
    public static string Copy(string from, string into, string? name = null)
    {
        var source = new DirectoryInfo(Repository.PathOf(from));
        var target = Directory.CreateDirectory(Path.Combine(into, name ?? source.Name)).FullName;
        foreach (var file in source.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target, file.Name));
        }

        return target;
    }

    /// <summary>The lake with a name in its reports that there is not.</summary>
    public static void Broken(string folder) =>
        Change(Path.Combine(Copy("tests/corpus/lake", folder, "lake-broken"), "reports.proviso"), ("south-shore", Misspelt));

    /// <summary>The lake with names, titles, sources and addresses that would do harm on a careless page.</summary>
    public static void Hostile(string folder)
    {
        var lake = Copy("tests/corpus/lake", folder, "lake-hostile");
        Change(
            Path.Combine(lake, "agreement.proviso"),
            ("\"Agreement on restraint on the lake\"", "\"Restraint <script>harm()</script> & <img src=x onerror=harm()>\""),
            ("\"Northland\"", "\"North\u202eland <b onmouseover=harm()>bold</b>\""),
            ("\"the northern shore\"", "\"the <svg onload=harm()> shore\""),
            ("\"Osprey gunboat\"", $"\"Osprey {string.Concat(Enumerable.Repeat("very", 60))}long\""),
            ("\"No gunboats\"", "\"No <iframe src=javascript:harm()></iframe> gunboats\""),
            ("\"a water cannon is a weapon\"", "\"a <style>*{display:none}</style> weapon\""));
        Change(
            Path.Combine(lake, "reports.proviso"),
            ("source \"Note of Southland, 13 February 2024\".", "source \"<a href=javascript:harm()>Note</a>\" at \"javascript:harm()\"."),
            ("\"Lake News, 3 May 2024\".", "\"Lake </script><script>harm()</script> News\" at \"data:text/html,<script>harm()</script>\"."));
    }

    /// <summary>The lake with more reports than a page can hold at once.</summary>
    public static void Many(string folder)
    {
        var lake = Copy("tests/corpus/lake", folder, "lake-many");
        using var file = File.CreateText(Path.Combine(lake, "many.proviso"));
        file.WriteLine("sources read on 2024-06-30.");
        for (var number = 1; number <= ManyReports; number++)
        {
            var day = new DateOnly(2024, 1, 2).AddDays(number % 170).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            file.WriteLine($"report many-{number:D4} heron as m-{number} with operator south present in {(number % 2 == 0 ? "north" : "south")}-shore on {day} by observer said {day} grade press source \"Lake News, number {number}\".");
        }
    }

    /// <summary>Puts words in place of others that must be there.</summary>
    public static void Change(string path, params (string From, string To)[] words)
    {
        var text = File.ReadAllText(path);
        foreach (var (from, to) in words)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        File.WriteAllText(path, text);
    }
}
