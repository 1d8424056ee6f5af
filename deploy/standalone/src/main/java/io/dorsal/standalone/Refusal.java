package io.dorsal.standalone;

/** Something that the person at the keyboard can put right: one sentence that says what is wrong and what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }
}
