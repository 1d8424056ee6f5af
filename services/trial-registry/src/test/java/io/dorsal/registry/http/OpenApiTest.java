package io.dorsal.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.DecisionKind;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.wire.Json;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published description and the code say the same. */
class OpenApiTest {
    private static final List<Class<?>> RESOURCES =
            List.of(TrialResource.class, ReportResource.class, DecisionResource.class, DeviceResource.class);
    private static final java.nio.file.Path SAMPLES =
            java.nio.file.Path.of("../../shared-model/src/test/resources/wire");
    private static final JsonNode DESCRIPTION = description();

    @Test
    void theDescribedOperationsAreThoseOfTheCode() {
        List<String> described = new ArrayList<>();
        DESCRIPTION
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        RESOURCES.stream().flatMap(OpenApiTest::operations).toList());
    }

    @ParameterizedTest
    @CsvSource({"trial.,Trial", "patient-report.,RecordedReport", "decision.,RecordedDecision"})
    void everyWireSampleSatisfiesItsSchema(String prefix, String schemaName) throws IOException {
        Schema schema = schema(schemaName);
        try (Stream<java.nio.file.Path> files = Files.list(SAMPLES)) {
            List<java.nio.file.Path> samples = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
            assertThat(samples).isNotEmpty();
            for (java.nio.file.Path sample : samples) {
                assertThat(schema.validate(Files.readString(sample), InputFormat.JSON))
                        .as(sample.getFileName().toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void closedSetsAreTheSame() {
        assertThat(words("/components/schemas/ReportKind/enum"))
                .isEqualTo(
                        Arrays.stream(ReportKind.values()).map(ReportKind::word).toList());
        assertThat(words("/components/schemas/Report/properties/instrument/enum"))
                .isEqualTo(
                        Arrays.stream(Instrument.values()).map(Instrument::word).toList());
        assertThat(words("/components/schemas/DecisionKind/enum"))
                .isEqualTo(Arrays.stream(DecisionKind.values())
                        .map(DecisionKind::word)
                        .toList());
        assertThat(words("/components/schemas/ClinicianDecision/properties/choice/enum"))
                .isEqualTo(Arrays.stream(Choice.values()).map(Choice::word).toList());
    }

    @Test
    void whatA405AllowsIsWhatTheCodeTakes() {
        List<String> allowed = new ArrayList<>();
        Methods.byPath().forEach((path, methods) -> methods.forEach(method -> allowed.add(method + " " + path)));

        assertThat(allowed)
                .containsExactlyInAnyOrderElementsOf(
                        RESOURCES.stream().flatMap(OpenApiTest::operations).toList());
        assertThat(Methods.of("/api/trials/T-1")).isEqualTo("GET, PUT");
        assertThat(Methods.of("/elsewhere")).isEmpty();
    }

    @Test
    void theLimitsAreTheSame() {
        assertThat(DESCRIPTION.at("/components/parameters/limit/schema/maximum").intValue())
                .isEqualTo(Paging.LIMIT_MAX);
        assertThat(DESCRIPTION.at("/components/parameters/limit/schema/default").intValue())
                .isEqualTo(Paging.LIMIT_DEFAULT);
    }

    private static Stream<String> operations(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                        .map(type -> type.getAnnotation(HttpMethod.class).value() + " " + root + path(method)));
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }

    private static List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        DESCRIPTION.at(pointer).forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static Schema schema(String name) {
        ObjectNode root = Json.object().put("$ref", "#/components/schemas/" + name);
        root.set("components", DESCRIPTION.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString(), InputFormat.JSON);
    }

    private static JsonNode description() {
        try (InputStream yaml = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
