package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.ZoneMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What blocks in a map, as Tiled draws it. */
class ZoneShapesTest {

    @TempDir
    Path temp;

    private SampleFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = new SampleFolder(temp);
    }

    @Test
    void rectanglesOfTheLayerCollisionBlockTheTilesWhoseMiddlesTheyCover() throws IOException {
        folder.replace("zones/meadow.json", "{\"name\": \"places\"", """
                {"name": "walls", "type": "group", "layers": [{"name": "collision", "type": "objectgroup", "objects": [
                  {"id": 9, "x": 20, "y": 48, "width": 30, "height": 16}]}]},
                {"name": "places\"""");
        ZoneMap zone = folder.read().content().zones().get("meadow");
        assertThat(zone.blocked(1, 3)).isTrue();
        assertThat(zone.blocked(2, 3)).isTrue();
        assertThat(zone.blocked(3, 3)).isFalse();
        assertThat(zone.blocked(1, 2)).isFalse();
        assertThat(zone.blocked(1, 4)).isFalse();
    }

    @Test
    void shapesOfTheCollisionEditorAndOfTheLayerCollisionBlockWhatTheyCoverAsTheClientDraws() throws IOException {
        Path shapes = Path.of("src/test/resources/zones/shapes.json");
        folder.write("zones/meadow.json", Files.readString(shapes));
        ZoneMap zone = folder.read().content().zones().get("meadow");
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < zone.height(); y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < zone.width(); x++) {
                row.append(zone.blocked(x, y) ? '#' : '.');
            }
            rows.add(row.toString());
        }
        assertThat(rows)
                .containsExactly(
                        ".............#",
                        ".#.##.##.#..#.",
                        ".........#.#..",
                        "...........#..",
                        "..............",
                        ".#.....#..###.",
                        ".##..####.###.",
                        "........#.....",
                        ".##........#..",
                        "...#......###.",
                        "..#.......##..",
                        "..............");
    }

    @Test
    void aTreeBlocksWhatItsCollisionShapeIsChangedTo() throws IOException {
        String wall = "{\"id\": 1, \"properties\": [{\"name\": \"blocked\", \"type\": \"bool\", \"value\": true}]}";
        String tree =
                "{\"id\": 1, \"type\": \"tree\", \"objectgroup\": {\"objects\": [{\"id\": 1, \"x\": 0, \"y\": 0, \"width\": 16, \"height\": 16}]}}";
        folder.replace("zones/meadow.json", wall, tree);
        ZoneMap zone = folder.read().content().zones().get("meadow");
        assertThat(zone.blocked(4, 2)).isTrue();
        assertThat(zone.blocked(3, 2)).isFalse();
        folder.replace("zones/meadow.json", "\"x\": 0, \"y\": 0, \"width\": 16", "\"x\": -16, \"y\": 0, \"width\": 32");
        zone = folder.read().content().zones().get("meadow");
        assertThat(zone.blocked(4, 2)).isTrue();
        assertThat(zone.blocked(3, 2)).isTrue();
        folder.replace(
                "zones/meadow.json",
                "\"x\": -16, \"y\": 0, \"width\": 32, \"height\": 16",
                "\"x\": 0, \"y\": 0, \"width\": 5, \"height\": 16");
        assertThat(folder.read().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason())
                    .startsWith("the collision shapes of tile 1 ('tree') cover the middle of no tile");
            assertThat(problem.path()).isEqualTo("/tilesets/0/tiles/0/objectgroup");
        });
    }

    @Test
    void aPointInTheLayerCollisionIsRefused() throws IOException {
        folder.replace("zones/meadow.json", "{\"name\": \"places\"", """
                {"name": "collision", "type": "objectgroup", "objects": [{"id": 9, "x": 20, "y": 48, "point": true}]},
                {"name": "places\"""");
        assertThat(folder.read().problems().getFirst().reason())
                .startsWith("an object in the layer 'collision' must be a rectangle, an ellipse or a polygon");
    }

    @Test
    void tileThatIsFlippedBlocksLikeTheUnflippedOne() throws IOException {
        folder.replace("zones/meadow.json", "\"data\": [2,", "\"data\": [" + (0x8000_0000L + 2) + ",");
        assertThat(folder.read().content().zones().get("meadow").blocked(0, 0)).isTrue();
    }
}
