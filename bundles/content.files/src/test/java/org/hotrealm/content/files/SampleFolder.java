package org.hotrealm.content.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A content folder in a temporary place: the shipped definitions with a small zone. */
final class SampleFolder {

    static final Path SHIPPED = Path.of("../../config/content");

    final Path root;

    SampleFolder(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("zones"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".json")) {
                    Files.copy(file, root.resolve(file.getFileName().toString()));
                }
            }
        }
        write("zones/meadow.json", zone());
    }

    void write(String name, String text) {
        try {
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String name, String old, String now) {
        String text = text(name);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("'%s' is not in %s".formatted(old, name));
        }
        write(name, text.replace(old, now));
    }

    /** As editors save: into a new file, which then takes the old one's name. */
    void saveByRename(String name, String text) throws IOException {
        Path draft = root.resolve(name + "~");
        Files.writeString(draft, text);
        Files.move(draft, root.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The line, from 1, on which a text first stands. */
    int line(String name, String what) {
        List<String> lines = text(name).lines().toList();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).contains(what))
                        .findFirst()
                        .orElseThrow();
    }

    ContentReader.Result read() throws IOException {
        return new ContentReader().read(new Folder(root).read().files(), 1);
    }

    /** Eight by six tiles, a wall round it and one in the middle. */
    static String zone() {
        StringBuilder tiles = new StringBuilder();
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                boolean wall = x == 0 || y == 0 || x == 7 || y == 5 || (x == 4 && y == 2);
                tiles.append(tiles.isEmpty() ? "" : ",").append(wall ? 2 : 1);
            }
        }
        return """
                {
                  "type": "map", "orientation": "orthogonal", "infinite": false,
                  "width": 8, "height": 6, "tilewidth": 16, "tileheight": 16,
                  "tilesets": [{"firstgid": 1, "name": "t", "tiles": [
                    {"id": 1, "properties": [{"name": "blocked", "type": "bool", "value": true}]}]}],
                  "layers": [
                    {"name": "ground", "type": "tilelayer", "width": 8, "height": 6, "data": [%s]},
                    {"name": "spawns", "type": "objectgroup", "objects": [
                      {"id": 1, "name": "den", "type": "spawn", "x": 16, "y": 16, "width": 48, "height": 32, "properties": [
                        {"name": "monster", "type": "string", "value": "goblin"},
                        {"name": "count", "type": "int", "value": 3},
                        {"name": "path", "type": "string", "value": "round"}]}]},
                    {"name": "paths", "type": "objectgroup", "objects": [
                      {"id": 2, "name": "round", "x": 24, "y": 24, "polyline": [{"x": 0, "y": 0}, {"x": 16, "y": 8}]},
                      {"id": 5, "type": "wait", "point": true, "x": 41, "y": 31, "properties": [
                        {"name": "millis", "type": "int", "value": 1500}]}]},
                    {"name": "places", "type": "objectgroup", "objects": [
                      {"id": 3, "name": "start", "point": true, "x": 88, "y": 56},
                      {"id": 4, "name": "town", "type": "safe", "x": 80, "y": 48, "width": 32, "height": 32}]}
                  ]
                }
                """.formatted(tiles);
    }
}
