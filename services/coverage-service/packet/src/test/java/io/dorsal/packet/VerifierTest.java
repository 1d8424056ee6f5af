package io.dorsal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.packet.core.Attachment;
import io.dorsal.packet.core.Verdict;
import io.dorsal.packet.core.Verdict.Different;
import io.dorsal.packet.core.Verdict.Verified;
import io.dorsal.packet.jose.KeyFolder;
import io.dorsal.packet.jose.KeySet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a packet proves, and that whatever is done to it is named. */
class VerifierTest {
    private static final int FLIPS = 400;

    @TempDir
    static Path folder;

    private static SamplePacket packet;
    private static byte[] sealed;

    @BeforeAll
    static void seal() throws IOException {
        packet = new SamplePacket(folder.resolve("keys"));
        sealed = packet.sealed();
    }

    @Test
    void anIssuedPacketIsComputedAgain() throws IOException {
        assertThat(verify(sealed)).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.particulars()).isEqualTo(SamplePacket.PARTICULARS);
            assertThat(verified.result()).isEqualTo("SUPPORTED");
            assertThat(verified.computedAgain())
                    .containsExactly(
                            "facts.json",
                            "rules.json",
                            "responder-outcome.json",
                            "opioid-outcome.json",
                            "determination.json");
            assertThat(verified.asSigned()).hasSize(3).allMatch(name -> name.endsWith(".yaml"));
        });
    }

    @Test
    void aKeyThatWasReplacedStillVerifies() throws IOException {
        SamplePacket other = new SamplePacket(folder.resolve("rotated"));
        byte[] before = other.sealed();
        String old = other.keys().current().id();
        other.keys().rotate(SamplePacket.ISSUED_AT.plusSeconds(1));
        Verifier verifier = new Verifier(KeySet.parse(other.keys().published()));

        assertThat(other.keys().current().id()).isNotEqualTo(old);
        assertThat(verifier.verify(before)).isInstanceOf(Verified.class);
        assertThat(verifier.verify(other.sealed())).isInstanceOf(Verified.class);
    }

    @Test
    void oneChangedByteAnywhereIsNoticed() throws IOException {
        Verifier verifier = verifier();
        Random random = new Random(5);
        for (int i = 0; i < FLIPS; i++) {
            // Every place of the signature, which does not cover itself, then places all over the file.
            int place = i < FLIPS / 2 ? signaturePlace(i * 20) : random.nextInt(sealed.length);
            byte[] changed = sealed.clone();
            changed[place] ^= (byte) (1 << random.nextInt(7));

            assertThat(verifier.verify(changed)).as("byte %d", place).isInstanceOf(Different.class);
        }
    }

    private static int signaturePlace(int offset) {
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf("/Contents <") + "/Contents <".length() + offset;
    }

    @Test
    void aHexadecimalDigitInOtherCaseIsAChangedByteToo() throws IOException {
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        int place = text.lastIndexOf("/Contents <") + "/Contents <".length();
        while (!Character.isUpperCase(text.charAt(place))) {
            place++;
        }
        byte[] changed = sealed.clone();
        changed[place] = (byte) Character.toLowerCase(text.charAt(place));

        assertThat(sentence(verify(changed))).contains("the place of its signature was written to");
    }

    @Test
    void bytesBehindTheEndAreNoticed() throws IOException {
        byte[] longer = java.util.Arrays.copyOf(sealed, sealed.length + 1);
        longer[sealed.length] = '\n';

        assertThat(sentence(verify(longer))).contains("its signature does not cover the whole of it");
    }

    @Test
    void eachChangedFileIsNamed() throws IOException {
        for (String name : SampleTrial.contents().manifest().names()) {
            byte[] changed = packet.rearranged(attachments -> attachments.stream()
                    .map(each ->
                            each.name().equals(name) ? new Attachment(name, each.mediaType(), each.text() + " ") : each)
                    .toList());

            assertThat(sentence(verify(changed))).startsWith(name + " is not the file that was signed");
        }
    }

    @Test
    void aMissingAndAnExtraFileAreNamed() throws IOException {
        assertThat(sentence(verify(packet.rearranged(attachments -> attachments.stream()
                        .filter(each -> !each.name().equals("facts.json"))
                        .toList()))))
                .isEqualTo("facts.json is missing; the manifest lists it");
        assertThat(sentence(verify(packet.rearranged(attachments -> {
                    List<Attachment> more = new ArrayList<>(attachments);
                    more.add(new Attachment("more.json", Attachment.JSON, "{}"));
                    return more;
                }))))
                .isEqualTo("more.json is enclosed; the manifest does not list it");
    }

    @Test
    void aFactTakenAwayByWhoHasTheKeyIsNamedByWhatItChanges() throws IOException {
        String report = "\"report\":\"b-3\"";
        byte[] changed = packet.resealed("facts.json", facts -> without(facts, report));

        assertThat(sentence(verify(changed)))
                .isEqualTo(
                        "responder-outcome.json says baseline.answeredDays is 7; computed again from the enclosed facts"
                                + " it is 6");
    }

    @Test
    void anotherReliefByWhoHasTheKeyIsNamedWithBothFigures() throws IOException {
        byte[] changed = packet.resealed(
                "responder-outcome.json",
                outcome ->
                        outcome.replaceFirst("\"relief\":\\{\"exact\":\"[^\"]+\"", "\"relief\":{\"exact\":\"90/1\""));

        assertThat(sentence(verify(changed)))
                .startsWith("responder-outcome.json says relief.exact is \"90/1\"; computed again")
                .contains("it is \"");
    }

    @Test
    void anotherVersionOfThePolicyIsNamed() throws IOException {
        String file = "policy-mac-scs-ngs-2021-07-01.yaml";
        assertThat(sentence(verify(
                        packet.resealed(file, text -> text.replace("version: 2021-07-01", "version: 2026-07-01")))))
                .startsWith(file + " cannot be computed with")
                .contains("2026-07-01");
        assertThat(sentence(verify(packet.resealed(file, text -> text.replace("by: [PSYCHIATRIST", "by: [PHYSICIAN")))))
                .startsWith("determination.json says criteria[")
                .contains("explanation");
    }

    @Test
    void aPacketOfALaterEditionAsksForANewerProgram() throws Exception {
        byte[] later = packet.resealed("rules.json", rules -> rules.replace("\"edition\":2", "\"edition\":3"));

        assertThat(verify(later))
                .isInstanceOfSatisfying(
                        Different.class,
                        different ->
                                assertThat(different.difference().sentence()).contains("edition 3", "use a newer one"));
    }

    @Test
    void otherRulesAreNamedByWhatTheyChange() throws IOException {
        byte[] changed = packet.resealed(
                "rules.json", rules -> rules.replace("\"baselineAnsweredMin\":4", "\"baselineAnsweredMin\":5"));

        assertThat(sentence(verify(changed))).startsWith("responder-outcome.json says definition is \"pain-relief/1\"");
    }

    @Test
    void anotherTableIsNamed() throws IOException {
        byte[] changed = packet.resealed(
                "rules.json", rules -> rules.replaceFirst("(rxnorm-opioids.csv\",\"sha256\":\")[0-9a-f]{4}", "$10000"));

        assertThat(sentence(verify(changed))).contains("another edition of rxnorm-opioids.csv");
    }

    @Test
    void aFieldThatNobodyReadsIsNamed() throws IOException {
        byte[] changed =
                packet.resealed("facts.json", facts -> facts.replaceFirst("\"clinic\"", "\"aside\":1,\"clinic\""));

        assertThat(sentence(verify(changed))).startsWith("facts.json says trial.aside is 1");
    }

    @Test
    void aForeignKeyIsNamedAndSaysWhereKeysComeFrom() throws IOException {
        KeyFolder foreign = KeyFolder.open(folder.resolve("foreign"), SamplePacket.ISSUED_AT);
        byte[] forged =
                Seal.seal(SamplePacket.pages(), SampleTrial.contents(), SamplePacket.PARTICULARS, foreign.current());

        assertThat(sentence(verify(forged)))
                .contains(foreign.current().id(), packet.keys().current().id(), "--keys");
        assertThat(sentence(new Verifier(new KeySet(Map.of())).verify(sealed)))
                .contains("not among the known keys (none)");
    }

    @Test
    void aWholeSignedByAnotherThanTheManifestIsNamed() throws IOException {
        KeyFolder foreign = KeyFolder.open(folder.resolve("other"), SamplePacket.ISSUED_AT);
        Contents contents = SampleTrial.contents();
        List<Attachment> all = new ArrayList<>(contents.attachments());
        all.add(contents.manifestFile());
        all.add(new Attachment(
                "manifest.jws",
                Attachment.JOSE,
                io.dorsal.packet.jose.DetachedJws.sign(
                        contents.manifestFile().bytes(),
                        SamplePacket.PARTICULARS,
                        packet.keys().current())));
        byte[] pdf = io.dorsal.packet.pdf.SealedPdf.attach(
                SamplePacket.pages(), all, Contents::isSource, SamplePacket.ISSUED_AT);

        assertThat(sentence(verify(pdf))).contains("it has 0 signatures");
        assertThat(sentence(verify(io.dorsal.packet.pdf.SealedPdf.sign(
                        pdf, foreign.current().certificate(), foreign.current().key(), SamplePacket.ISSUED_AT))))
                .contains("signed by another key than its manifest");
    }

    @Test
    void whatIsNoPacketIsSaidToBeNone() throws IOException {
        assertThat(sentence(verify("hello".getBytes(StandardCharsets.UTF_8)))).contains("cannot be read as a PDF");
        assertThat(sentence(verify(new byte[0]))).contains("cannot be read as a PDF");
        assertThat(sentence(verify(SamplePacket.pages()))).contains("encloses no manifest.json", "preview");
    }

    private static String without(String facts, String report) {
        int place = facts.indexOf(report);
        int from = facts.lastIndexOf('{', place);
        return facts.substring(0, from) + facts.substring(facts.indexOf('}', place) + 2);
    }

    private static Verifier verifier() throws IOException {
        return new Verifier(KeySet.parse(packet.keys().published()));
    }

    private static Verdict verify(byte[] file) throws IOException {
        return verifier().verify(file);
    }

    private static String sentence(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Different.class);
        return ((Different) verdict).difference().sentence();
    }
}
