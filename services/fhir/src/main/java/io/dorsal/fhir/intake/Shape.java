package io.dorsal.fhir.intake;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.fhir.Fhir;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.Decimals;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.jspecify.annotations.Nullable;

/**
 * Whether a resource has R4's elements, each in its number and type. HAPI's parser lets much pass, an array for a single
 * value say, drops what it does not know, and cannot tell where; here the first offence is named with its FHIRPath.
 *
 * <p>Elements that R4 does not have are refused and not passed over: in another version of FHIR they may be what turns a
 * statement into its opposite, as {@code taken} did.
 */
final class Shape {
    private static final String RESOURCE_TYPE = "resourceType";

    private Shape() {}

    /** @throws Malformed with the FHIRPath below the resource, {@code Observation.value.code} say */
    static void check(JsonNode resource) {
        resource(resource, resource.path(RESOURCE_TYPE).asText());
    }

    private static void resource(JsonNode resource, String path) {
        if (!resource.isObject()) {
            throw wrong(path, "an object");
        }
        String type = resource.path(RESOURCE_TYPE).textValue();
        if (type == null || type.isBlank()) {
            throw new Malformed(Reason.MISSING_FIELD, path + "." + RESOURCE_TYPE, "the type of a resource of FHIR R4");
        }
        element(resource, definition(type, path), path);
    }

    /** HAPI knows types in any case, and has several ways to say that it does not know one. */
    private static BaseRuntimeElementCompositeDefinition<?> definition(String type, String path) {
        try {
            RuntimeResourceDefinition definition = Fhir.context().getResourceDefinition(type);
            if (definition.getName().equals(type)) {
                return definition;
            }
        } catch (DataFormatException | IllegalArgumentException e) {
            // Told below.
        }
        throw new Malformed(Reason.UNKNOWN_TYPE, path, "a resource of FHIR R4");
    }

    private static void element(JsonNode element, BaseRuntimeElementCompositeDefinition<?> definition, String path) {
        if (!element.isObject()) {
            throw wrong(path, "an object");
        }
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonNode> field : element.properties()) {
            String name = field.getKey();
            if (name.equals(RESOURCE_TYPE) || name.equals("id")) {
                text(field.getValue(), path + ".id");
            } else if (name.startsWith("_")) {
                child(definition, name.substring(1), path);
            } else {
                BaseRuntimeChildDefinition child = child(definition, name, path);
                String below = path + "." + child.getElementName().replace("[x]", "");
                if (!seen.add(child.getElementName())) {
                    throw new Malformed(Reason.DUPLICATE_FIELD, below, "one value, not one in each of several types");
                }
                values(field.getValue(), child, name, below);
            }
        }
    }

    private static BaseRuntimeChildDefinition child(
            BaseRuntimeElementCompositeDefinition<?> definition, String name, String path) {
        BaseRuntimeChildDefinition child = definition.getChildByName(name);
        if (child == null) {
            // The name is the sender's own, and may be anything.
            throw new Malformed(Reason.RESERVED_FIELD, path, "only elements that FHIR R4 has here");
        }
        return child;
    }

    private static void values(JsonNode values, BaseRuntimeChildDefinition child, String name, String path) {
        boolean repeats = child.getMax() != 1;
        if (values.isArray() != repeats) {
            throw wrong(path, repeats ? "an array" : "one value, not an array");
        }
        if (!repeats) {
            value(values, child, name, path);
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            value(values.get(i), child, name, path + "[" + i + "]");
        }
    }

    private static void value(JsonNode value, BaseRuntimeChildDefinition child, String name, String path) {
        BaseRuntimeElementDefinition<?> definition = child.getChildByName(name);
        switch (definition.getChildType()) {
            case CONTAINED_RESOURCE_LIST, CONTAINED_RESOURCES, RESOURCE -> resource(value, path);
            case PRIMITIVE_DATATYPE, ID_DATATYPE -> primitive(value, child, definition, path);
            case PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> text(value, path);
            default -> {
                if (!(definition instanceof BaseRuntimeElementCompositeDefinition<?> composite)) {
                    throw new IllegalStateException("HAPI has no such element: " + definition.getChildType());
                }
                element(value, composite, path);
            }
        }
    }

    private static void primitive(
            JsonNode value, BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> definition, String path) {
        IPrimitiveType<?> primitive =
                (IPrimitiveType<?>) definition.newInstance(child.getInstanceConstructorArguments());
        String expected = "a value of the FHIR type " + primitive.fhirType();
        if (primitive instanceof DecimalType && isTooLong(value)) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, path, "a decimal with " + Decimals.EXPECTED);
        }
        boolean fits = switch (primitive) {
            case BooleanType ignored -> value.isBoolean();
            case IntegerType ignored -> value.isIntegralNumber();
            case DecimalType ignored -> value.isNumber();
            default -> value.isTextual() && !value.textValue().isBlank();
        };
        // Of an array of primitives a null stands for an element that has extensions alone.
        if (!fits && !(value.isNull() && child.getMax() != 1)) {
            throw wrong(path, expected);
        }
        try {
            primitive.setValueAsString(textOf(value));
        } catch (DataFormatException | IllegalArgumentException e) {
            throw wrong(path, expected);
        }
    }

    /** A number that was too long to be read is no number any more. */
    private static boolean isTooLong(JsonNode value) {
        return value.isPojo() || (value.isNumber() && Decimals.kept(value.decimalValue()) == null);
    }

    private static @Nullable String textOf(JsonNode value) {
        return value.isNull() ? null : value.asText();
    }

    private static void text(JsonNode value, String path) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(path, "text");
        }
    }

    private static Malformed wrong(String path, String expected) {
        return new Malformed(Reason.WRONG_TYPE, path, expected);
    }
}
