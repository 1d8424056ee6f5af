package io.dorsal.coverage.render;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.dorsal.model.presentation.PrintableText;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;

/** The view as a tagged PDF/A-3a that is also PDF/UA-1: a screen reader reads it, and an archive keeps it. */
@Singleton
public class PacketPages {
    private static final String FOLDER = "/packet/";
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "Packet";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final Template template;
    private final String style;

    public PacketPages() {
        XRLog.setLoggingEnabled(false);
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(ValueResolvers.rawResolver())
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        template = engine.parse(text("packet.html"), Variant.forContentType(Variant.TEXT_HTML));
        style = text("packet.css");
    }

    public byte[] render(PacketView view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        font(builder, "DejaVuSansCondensed.ttf", FAMILY, NORMAL);
        font(builder, "DejaVuSansCondensed-Bold.ttf", FAMILY, BOLD);
        font(builder, "DejaVuSansMono.ttf", FAMILY + " Mono", NORMAL);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(BaseRendererBuilder.TextDirection.LTR);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("Dorsal");
        builder.withHtmlContent(html(view), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            // With object streams, some checkers miscount the objects.
            renderer.getPdfDocument().save(out, CompressParameters.NO_COMPRESSION);
        }
        return out.toByteArray();
    }

    private String html(PacketView view) {
        return PrintableText.printed(
                template.data("view", view).data("style", style).render());
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> resource(FONTS + file), family, weight, FontStyle.NORMAL, true);
    }

    private static String text(String name) {
        try (InputStream in = resource(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static InputStream resource(String path) {
        InputStream in = PacketPages.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("expected %s on the class path; is the build whole?".formatted(path));
        }
        return in;
    }
}
