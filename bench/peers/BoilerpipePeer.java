// A peer for all pages: `java -cp ... BoilerpipePeer.java` reads one record per line, {"id", "url"?,
// "html_base64"}, and answers each with {"id", "text", "title"} or {"id", "error"}, with boilerpipe's
// ArticleExtractor (Kohlschütter et al., WSDM 2010).
import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.sax.BoilerpipeSAXInput;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.InputSource;

public class BoilerpipePeer {
    static final Pattern DECLARED = Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_-]+)");

    // The value of a string member; in these two the writer of the records escapes nothing.
    static String member(String record, String name) {
        Matcher found = Pattern.compile("\"" + name + "\": *\"([^\"]*)\"").matcher(record);
        return found.find() ? found.group(1) : "";
    }

    // boilerpipe leaves decoding to its caller: the declared charset, or UTF-8.
    static String decode(byte[] page) {
        String head = new String(page, 0, Math.min(page.length, 4096), StandardCharsets.ISO_8859_1);
        Matcher found = DECLARED.matcher(head);
        try {
            return new String(page, found.find() ? Charset.forName(found.group(1)) : StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknown) {
            return new String(page, StandardCharsets.UTF_8);
        }
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : (text == null ? "" : text).toCharArray())
            if (c == '"' || c == '\\')
                out.append('\\').append(c);
            else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029')
                out.append(String.format("\\u%04x", (int) c));
            else
                out.append(c);
        return out.append('"').toString();
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        System.setOut(System.err); // nekohtml and boilerpipe must not write to the answers
        for (String record; (record = in.readLine()) != null;) {
            String answer;
            try {
                String page = decode(Base64.getDecoder().decode(member(record, "html_base64")));
                TextDocument document =
                    new BoilerpipeSAXInput(new InputSource(new StringReader(page))).getTextDocument();
                String text = ArticleExtractor.INSTANCE.getText(document);
                answer = "\"text\": " + quote(text) + ", \"title\": " + quote(document.getTitle());
            } catch (Throwable error) {
                answer = "\"error\": " + quote(error.toString());
            }
            out.print("{\"id\": " + quote(member(record, "id")) + ", " + answer + "}\n");
            out.flush();
        }
    }
}
