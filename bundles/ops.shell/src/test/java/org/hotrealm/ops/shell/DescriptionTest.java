package org.hotrealm.ops.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hotrealm.ops.api.FeatureSets;
import org.hotrealm.ops.api.SwapKind;
import org.hotrealm.ops.api.SwapProgress;
import org.hotrealm.ops.api.SwapRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescriptionTest {

    private final JsonNode description;

    DescriptionTest() throws IOException {
        description = JsonMapper.builder().build().readTree(DescriptionServlet.description());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SwapRecord.class,
                SwapProgress.class,
                SwapRecord.Part.class,
                SwapRecord.RoomChange.class,
                SwapRecord.Step.class,
                SwapRecord.Figure.class,
                SwapRecord.Plan.class
            })
    void whatIsAnsweredIsDescribedFieldByField(Class<?> type) {
        JsonNode schema = schema(type.getSimpleName());
        List<String> fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(names(schema.path("properties"))).containsExactlyElementsOf(fields);
        assertThat(texts(schema.path("required"))).containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @CsvSource({"FeatureInfo, Info", "FeatureOutcome, Outcome"})
    void featuresAreDescribedFieldByField(String name, String record) throws ClassNotFoundException {
        List<String> fields = Arrays.stream(Class.forName(FeatureSets.class.getName() + "$" + record)
                        .getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(names(schema(name).path("properties"))).containsExactlyElementsOf(fields);
        assertThat(texts(schema(name).path("required"))).containsExactlyElementsOf(fields);
        assertThat(names(schema("FeatureRequest").path("properties")))
                .containsExactlyElementsOf(Arrays.stream(FeaturesServlet.Wanted.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(texts(schema("FeatureRequest").path("properties").path("way").path("enum")))
                .containsExactlyElementsOf(Stream.of(FeatureSets.Way.values())
                        .map(way -> way.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    @Test
    void whatCanBeAskedForIsDescribedFieldByField() {
        assertThat(names(schema("SwapRequest").path("properties")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SwapsServlet.Wanted.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void everyVerdictAndKindIsDescribed() {
        assertThat(texts(schema("Verdict").path("enum")))
                .containsExactlyElementsOf(
                        Stream.of(SwapRecord.Verdict.values()).map(Enum::name).toList());
        assertThat(texts(schema("Part").path("properties").path("kind").path("enum")))
                .containsExactlyElementsOf(
                        Stream.of(SwapKind.values()).map(Enum::name).toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references =
                description.findValues("$ref").stream().map(JsonNode::asString).toList();

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private JsonNode schema(String name) {
        return description.path("components").path("schemas").path(name);
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
