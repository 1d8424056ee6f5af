package io.dorsal.model;

import java.util.Locale;

/**
 * Why something was refused: the same word in the answer, the metric label, the log and {@code docs/reason-codes.md}.
 * Words are never renamed; new ones may be added.
 */
public enum Reason implements Word {
    /** The bytes are not one UTF-8 JSON value. */
    NOT_JSON,
    /** More bytes than the stated limit. */
    PAYLOAD_TOO_LARGE,
    /** An array longer than the stated limit. */
    TOO_MANY_ITEMS,
    /** The element is no JSON object. */
    NOT_AN_OBJECT,
    /** The same field twice in one object. */
    DUPLICATE_FIELD,
    /** A field that the platform itself sets. */
    RESERVED_FIELD,
    MISSING_FIELD,
    /** The field holds another JSON type than expected. */
    WRONG_TYPE,
    OUT_OF_BOUNDS,
    /** A word outside a closed set, in a field of a known type. */
    UNKNOWN_VALUE,
    /** An event type or report kind that this version does not know. */
    UNKNOWN_TYPE,
    BAD_IDENTIFIER,
    /** Client id, user name and the certificate's common name are not one and the same device. */
    IDENTITY_MISMATCH,
    /** No secret and no certificate, or a secret that is not the device's. */
    WRONG_SECRET,
    /** A topic that is not the device's own. */
    FOREIGN_TOPIC,
    /** A device only publishes. */
    SUBSCRIPTION,
    /** The bytes break the protocol, or speak a version of it that is not served. */
    PROTOCOL_ERROR,
    /** More connections or data than this node takes at once. */
    OVER_CAPACITY,
    /** Not confirmed by Kafka in time; send it again. */
    NOT_STORED,
    /** No trial of that id. */
    UNKNOWN_TRIAL,
    /** No device of that id. */
    UNKNOWN_DEVICE,
    /** No page of that address. */
    NOT_FOUND,
    /** Another write came first; read again and repeat. */
    LOST_RACE,
    /** The write changes something and must say which version it saw. */
    PRECONDITION_REQUIRED,
    /** The same report and revision was sent before with another content. */
    REVISION_CONFLICT,
    /** The same decision id was sent before with another content. */
    DECISION_CONFLICT,
    /** The trial has no decision of that id and kind. */
    UNKNOWN_DECISION,
    /** The device is assigned to another trial during that time. */
    DEVICE_ASSIGNED_ELSEWHERE,
    /** A part behind the front door does not answer. */
    UNAVAILABLE,
    /** The request is not of the form that the path takes. */
    BAD_REQUEST,
    /** The address exists but does not take this HTTP method. */
    METHOD_NOT_ALLOWED,
    /** The body is declared as something else than JSON. */
    UNSUPPORTED_MEDIA_TYPE,
    /** The caller accepts no form in which there is an answer. */
    NOT_ACCEPTABLE,
    /** A fault of ours. */
    INTERNAL;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
