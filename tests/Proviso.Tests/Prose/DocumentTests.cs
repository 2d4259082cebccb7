namespace Proviso.Language.Prose;

public sealed class DocumentTests
{
    private static readonly Document document = new("A *bold* title",
    [
        new Heading(1, "Part <one>"),
        new Paragraph("10", "See https://example.org/a_b_c, said [X]_Y, and so on to the end of the line."),
        new Items([new("(a)", "first;"), new("(b)", "second and a good deal longer than the first.")]),
        new Heading(2, "Smaller"),
        new Quotation(["\"until", "they appear\""]),
        new Paragraph(null, "End."),
    ]);

    [Fact]
    public void Plain_text_is_wrapped_and_hangs_below_its_number() => Assert.Equal(
        """
        A *bold* title
        ==============


        Part <one>
        ----------

        10. See https://example.org/a_b_c, said
            [X]_Y, and so on to the end of the
            line.

           (a) first;
           (b) second and a good deal longer
               than the first.

        Smaller

           | "until
           | they appear"

        End.

        """,
        PlainText.Of(document, 40).ReplaceLineEndings(Environment.NewLine));

    [Fact]
    public void Markdown_keeps_words_from_becoming_mark_up() => Assert.Equal(
        """
        # A \*bold\* title

        ## Part \<one\>

        10. See <https://example.org/a_b_c>, said \[X\]\_Y, and so on to the end of the line.

            - (a) first;
            - (b) second and a good deal longer than the first.

        ### Smaller

        > "until\
        > they appear"

        End.

        """,
        Markdown.Of(document).ReplaceLineEndings(Environment.NewLine));

    [Fact]
    public void A_narrow_page_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => PlainText.Of(document, 39));

    [Fact]
    public void A_letter_with_its_accent_counts_once() => Assert.Contains(
        "\n===\n", PlainText.Of(new("e\u0301te\u0301", []), 40), StringComparison.Ordinal);
}
