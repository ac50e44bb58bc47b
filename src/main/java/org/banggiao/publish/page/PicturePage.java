package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;
import org.banggiao.publish.picture.Picture;

/**
 * A page with a picture.
 *
 * @param svg the picture as an element of the page
 * @param narrowed by what the list is narrowed, each with the picture without it
 * @param choices by what the picture can be changed
 * @param others the same list otherwise: as list, along time, on a map
 * @param rows those of the table that this page shows
 * @param allRows how many the table has
 * @param pages where the others are
 * @param svgFile where the picture is as SVG
 * @param pngFile where it is as PNG
 * @param style the address of the style sheet of pictures
 * @param script the address of the script of pictures
 */
public record PicturePage(
        Picture picture,
        String svg,
        List<Chip> narrowed,
        List<Choices> choices,
        List<Chip> others,
        List<Note> notes,
        List<List<Cell>> rows,
        int allRows,
        List<ListPage.Step> pages,
        String svgFile,
        String pngFile,
        String style,
        String script) {
    /** A group of choices. */
    public record Choices(String title, List<Chip> chips) {}

    /** What must be known, with a link where more can be seen. */
    public record Note(String text, Optional<String> href, String link) {}

    /** A value in the table. */
    public record Cell(String text, Optional<String> href, String exact, boolean isNumber) {}
}
