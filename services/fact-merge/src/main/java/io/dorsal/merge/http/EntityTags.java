package io.dorsal.merge.http;

import jakarta.ws.rs.core.EntityTag;

/** Names what an outcome follows from: its facts, and the definition where that is not the standard one. */
public final class EntityTags {
    private EntityTags() {}

    /** @param standard by it an outcome's tag is its fact digest, as the contract says */
    public static EntityTag of(String standard, String definition, String factDigest) {
        return new EntityTag(definition.equals(standard) ? factDigest : factDigest + "-" + tagged(definition));
    }

    // Other characters may not stand in a tag; escaped, no two definitions come out the same.
    private static String tagged(String definition) {
        StringBuilder tag = new StringBuilder();
        definition.chars().forEach(c -> {
            boolean plain = c > ' ' && c < 0x7f && c != '"' && c != '\\' && c != '%';
            tag.append(plain ? Character.toString(c) : "%" + Integer.toHexString(c) + ".");
        });
        return tag.toString();
    }
}
