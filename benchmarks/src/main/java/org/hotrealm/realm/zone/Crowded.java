package org.hotrealm.realm.zone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.content.files.FolderContent;
import org.hotrealm.monster.ai.MonsterAi;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.world.WorldsComponent;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.skill.book.SkillBook;

/** A realm full of monsters, moved tick by tick. */
final class Crowded {

    private static final int SIZE = 256;
    private static final String[] KINDS = {"goblin", "wolf", "skeleton", "slime"};
    private static final Settings SETTINGS = new Settings(
            new RoomSettings(50, 1, 500, RoomSettings.Inbox.ON_TICK, false, 1024),
            Duration.ofSeconds(30),
            0,
            new Operators(""),
            List.of());

    private final FakeRoom room = new FakeRoom(7);
    private final RealmZone zone;
    private final World world;
    private final List<Monster> nearest = new ArrayList<>();

    Crowded(Path folder, int monsters, int players, boolean safe) throws RefusedException {
        ContentSet shipped = FolderContent.read(folder);
        ContentSet set = fill(shipped, monsters, players, safe);
        zone = new RealmZone(new WorldsComponent(), new Fixed(set), SETTINGS);
        room.pin(new MonsterAi(), new SkillBook());
        room.state(zone.create(room, Payload.NONE));
        world = room.attached(World.class);
        int across = (int) Math.sqrt(players);
        for (int i = 0; i < players; i++) {
            FakeSeat seat = room.sit("player" + i);
            zone.join(room, seat, Payload.map("name", "Player " + (char) ('A' + i / 26) + (char) ('A' + i % 26)));
            seat.deaf();
            Player player = world.player(seat.sessionId());
            world.place(player, spot(i % across, across), spot(i / across, across));
        }
    }

    World world() {
        return world;
    }

    private static double spot(int index, int across) {
        return (index + 0.5) * SIZE / across;
    }

    /** The shipped kinds, tough and on a long leash, spread over a field with trees; each player stands on safe ground. */
    private static ContentSet fill(ContentSet shipped, int monsters, int players, boolean onSafeGround) {
        BitSet blocked = new BitSet();
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            boolean rim = x == 0 || y == 0 || x == SIZE - 1 || y == SIZE - 1;
            blocked.set(i, rim || (x * 7 + y * 13) % 61 == 0);
        }
        List<ZoneMap.Spawn> spawns = new ArrayList<>();
        int camps = 400;
        for (int i = 0; i < camps; i++) {
            double side = SIZE / 20.0;
            ZoneMap.Area area = new ZoneMap.Area(i % 20 * side + 1, i / 20 * side + 1, side - 2, side - 2);
            spawns.add(new ZoneMap.Spawn("camp" + i, KINDS[i % KINDS.length], monsters / camps, area, ""));
        }
        List<ZoneMap.Area> safe = new ArrayList<>();
        int across = (int) Math.sqrt(players);
        for (int i = 0; i < players; i++) {
            double x = spot(i % across, across);
            double y = spot(i / across, across);
            for (int row = (int) y - 2; row <= (int) y + 2; row++) {
                blocked.clear(row * SIZE + (int) x - 2, row * SIZE + (int) x + 4);
            }
            if (onSafeGround) {
                safe.add(new ZoneMap.Area(x - 0.4, y - 0.4, 0.8, 0.8));
            }
        }
        ZoneMap map = new ZoneMap(
                "field", SIZE, SIZE, blocked, spawns, Map.of(), new ZoneMap.Point(SIZE / 2.0 + 0.5, 2.5), safe);
        Map<String, MonsterDef> kinds = new HashMap<>(shipped.monsters());
        kinds.replaceAll((id, def) -> tough(def));
        return new ContentSet(
                1,
                new RealmDef(
                        "field", shipped.realm().sightTiles(), shipped.realm().classes()),
                kinds,
                shipped.skills(),
                shipped.tables(),
                shipped.items(),
                Map.of("field", map));
    }

    private static MonsterDef tough(MonsterDef d) {
        return new MonsterDef(
                d.id(),
                d.name(),
                d.level(),
                60_000,
                d.speed(),
                d.patrolSpeed(),
                d.aggression(),
                d.sight(),
                d.fieldOfView(),
                256,
                d.fleeBelow(),
                d.fleeMillis(),
                d.assist(),
                d.patrol(),
                d.attributes(),
                d.skills(),
                d.loot(),
                d.xp(),
                d.corpseMillis(),
                d.respawnMillis(),
                d.respawnJitter(),
                d.split());
    }

    /** Every monster goes for the player nearest to it, who steps off the safe ground. */
    void anger() {
        for (Player player : world.players()) {
            world.place(player, player.x() + 1, player.y());
        }
        Map<Player, Monster> foes = new HashMap<>();
        for (Monster monster : world.monsters()) {
            Player closest = null;
            for (Player player : world.players()) {
                if (closest == null || player.distance(monster) < closest.distance(monster)) {
                    closest = player;
                }
            }
            monster.threat().add(closest.id(), 1_000);
            monster.thinkAt(1);
            foes.putIfAbsent(closest, monster);
        }
        world.players().forEach(player -> nearest.add(foes.get(player)));
    }

    void tick() {
        zone.tick(room, room.nextTick());
    }

    /** Players heal and strike back; monsters heal. */
    void keepAlive() {
        List<Player> players = world.players();
        for (int i = 0; i < nearest.size(); i++) {
            players.get(i).hp(players.get(i).maxHp());
            MonsterTicks.strike(this, players.get(i), nearest.get(i));
            nearest.get(i).hp(60_000);
        }
    }

    long count(AiState... states) {
        return world.monsters().stream()
                .filter(m -> List.of(states).contains(m.state()))
                .count();
    }

    /** How many monsters lie within sight of one player, on average. */
    long seenByOne() {
        double sight = world.content().realm().sightTiles();
        long sum = 0;
        for (Player player : world.players()) {
            sum += world.monsters().stream()
                    .filter(m -> m.distance(player) <= sight)
                    .count();
        }
        return world.players().isEmpty() ? 0 : sum / world.players().size();
    }

    private record Fixed(ContentSet current) implements Content {
        @Override
        public List<ContentProblem> problems() {
            return List.of();
        }

        @Override
        public List<ContentProblem> check(Path folder) {
            return List.of();
        }

        @Override
        public byte[] zoneFile(String name) {
            return new byte[0];
        }
    }
}
