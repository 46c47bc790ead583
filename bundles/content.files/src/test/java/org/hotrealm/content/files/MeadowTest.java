package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ZoneMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a newcomer is promised is on the map of the shipped zone, and can be reached on foot. */
class MeadowTest {

    private static final int TILE = 32;

    private static ZoneMap zone;
    private static JsonNode map;
    private static BitSet reached;
    private static final Map<String, ZoneMap.Area> AREAS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        zone = new ContentReader()
                .read(new Folder(SampleFolder.SHIPPED).read().files(), 1)
                .content()
                .zones()
                .get("meadow");
        map = JsonMapper.builder()
                .build()
                .readTree(Files.readString(SampleFolder.SHIPPED.resolve("zones/meadow.json")));
        reached = walk(zone.start());
        for (JsonNode object : layer("places").get("objects")) {
            if (object.get("type").stringValue().equals("area")) {
                AREAS.put(
                        object.get("name").stringValue(),
                        new ZoneMap.Area(
                                object.get("x").doubleValue() / TILE,
                                object.get("y").doubleValue() / TILE,
                                object.get("width").doubleValue() / TILE,
                                object.get("height").doubleValue() / TILE));
            }
        }
    }

    private static JsonNode layer(String name) {
        for (JsonNode layer : map.get("layers")) {
            if (layer.get("name").stringValue().equals(name)) {
                return layer;
            }
        }
        throw new AssertionError("no layer " + name);
    }

    /** Tiles that a hero gets to from a place, stepping from tile to tile. */
    private static BitSet walk(ZoneMap.Point from) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add((int) from.y() * zone.width() + (int) from.x());
        seen.set(open.getFirst());
        while (!open.isEmpty()) {
            int at = open.removeLast();
            int x = at % zone.width();
            int y = at / zone.width();
            for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                int next = (y + step[1]) * zone.width() + x + step[0];
                if (!zone.blocked(x + step[0], y + step[1]) && !seen.get(next)) {
                    seen.set(next);
                    open.add(next);
                }
            }
        }
        return seen;
    }

    private static boolean reachable(double x, double y) {
        return reached.get((int) y * zone.width() + (int) x);
    }

    /** How many tiles of each name lie in an area, in both tile layers. */
    private static Map<String, Integer> tiles(ZoneMap.Area area) {
        Map<Integer, String> names = new HashMap<>();
        for (JsonNode tile : map.get("tilesets").get(0).get("tiles")) {
            names.put(tile.get("id").intValue() + 1, tile.get("type").stringValue());
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (String layer : List.of("ground", "objects")) {
            JsonNode data = layer(layer).get("data");
            for (int i = 0; i < data.size(); i++) {
                if (data.get(i).intValue() > 0 && area.contains(i % zone.width() + 0.5, i / zone.width() + 0.5)) {
                    counts.merge(names.get(data.get(i).intValue()), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    @Test
    void mapIsAtLeast128TilesAcross() {
        assertThat(zone.width()).isGreaterThanOrEqualTo(128);
        assertThat(zone.height()).isGreaterThanOrEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource({
        "Hearthford,      shrine,   1",
        "Hearthford,      roof,     30",
        "Hearthford,      path,     40",
        "Goblin Camp,     tent,     5",
        "Goblin Camp,     campfire, 2",
        "Wolf Wood,       pine,     150",
        "Wolf Wood,       rock,     10",
        "Graveyard,       grave,    12",
        "Graveyard,       fence,    30",
        "Old Ruins,       floor,    60",
        "Old Ruins,       ruin,     8",
        "Slime Marsh,     marsh,    300",
        "Slime Marsh,     reed,     20",
        "Mirror Lake,     water,    150",
        "Raiders' Hollow, tent,     2"
    })
    void placeHasWhatItIsNamedFor(String place, String tile, int least) {
        assertThat(tiles(AREAS.get(place)).getOrDefault(tile, 0))
                .as("%s tiles in %s", tile, place)
                .isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({
        "Goblin Camp,     goblin,   8",
        "Raiders' Hollow, goblin,   4",
        "Wolf Wood,       wolf,     8",
        "Graveyard,       skeleton, 6",
        "Old Ruins,       skeleton, 4",
        "Slime Marsh,     slime,    10"
    })
    void monstersLiveWhereTheyBelong(String place, String kind, int least) {
        ZoneMap.Area area = AREAS.get(place);
        int count = zone.spawns().stream()
                .filter(s -> s.monster().equals(kind))
                .filter(s -> area.contains(
                        s.area().x() + s.area().width() / 2,
                        s.area().y() + s.area().height() / 2))
                .mapToInt(ZoneMap.Spawn::count)
                .sum();
        assertThat(count).isGreaterThanOrEqualTo(least);
    }

    @Test
    void everyFreeTileCanBeReachedOnFoot() {
        for (int y = 0; y < zone.height(); y++) {
            for (int x = 0; x < zone.width(); x++) {
                assertThat(zone.blocked(x, y) || reachable(x, y))
                        .as("tile %d,%d", x, y)
                        .isTrue();
            }
        }
    }

    @Test
    void everySpawnHasRoomForItsMonsters() {
        assertThat(zone.spawns()).isNotEmpty().allSatisfy(spawn -> {
            int free = 0;
            for (double y = spawn.area().y();
                    y < spawn.area().y() + spawn.area().height();
                    y++) {
                for (double x = spawn.area().x();
                        x < spawn.area().x() + spawn.area().width();
                        x++) {
                    free += reachable(x, y) ? 1 : 0;
                }
            }
            assertThat(free).as(spawn.id()).isGreaterThanOrEqualTo(spawn.count() * 5);
        });
    }

    @Test
    void guardsHaveTheirRoundsWithRests() {
        assertThat(zone.spawns().stream().filter(s -> !s.path().isEmpty())).hasSizeGreaterThanOrEqualTo(3);
        assertThat(zone.paths().values()).allSatisfy(path -> {
            assertThat(path).hasSizeGreaterThanOrEqualTo(3).allMatch(p -> reachable(p.x(), p.y()));
            assertThat(path).anyMatch(p -> p.waitMillis() >= 0);
        });
    }

    @Test
    void heroesAppearOnSafeGroundBesideTheShrine() {
        assertThat(zone.safe(zone.start().x(), zone.start().y())).isTrue();
        ZoneMap.Point start = zone.start();
        assertThat(tiles(new ZoneMap.Area(start.x() - 6, start.y() - 6, 12, 12)))
                .containsKey("shrine");
        assertThat(zone.spawns())
                .noneMatch(s -> zone.safe(
                        s.area().x() + s.area().width() / 2,
                        s.area().y() + s.area().height() / 2));
    }
}
