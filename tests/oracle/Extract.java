// SPDX-License-Identifier: MIT
// Extract.java - what PDFBox reads: {"FILE": ["text of page 1", ...], ...} on standard output.
// Usage: Extract.java content|position FILE...
// `content` keeps the order of the content stream; `position` sorts by place on the page.
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

public class Extract {
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String pages(File file, boolean sorts) throws IOException {
        List<String> texts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(sorts);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(quoted(stripper.getText(document)));
            }
        }
        return quoted(file.getPath()) + ": [" + String.join(", ", texts) + "]";
    }

    public static void main(String[] arguments) throws IOException {
        boolean sorts = arguments[0].equals("position");
        List<String> files = new ArrayList<>();
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            files.add(pages(new File(name), sorts));
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
            .println("{" + String.join(",\n", files) + "}");
    }
}
