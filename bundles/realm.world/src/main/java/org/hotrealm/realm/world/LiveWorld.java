package org.hotrealm.realm.world;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Flight;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Memory;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Randomness;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A world in memory. */
final class LiveWorld implements World {

    private final Room room;
    private final Agenda agenda = new Agenda();
    private final Ground ground = new Ground(this);
    private final Population population = new Population(this);
    private final LiveMemory memory = new LiveMemory();
    private final Mirror mirror;
    private final IdList<LivePlayer> players = new IdList<>(Body::id);
    private final IdList<LiveMonster> monsters = new IdList<>(Body::id);
    private final List<Player> playersSeen = Collections.unmodifiableList(players);
    private final List<Monster> monstersSeen = Collections.unmodifiableList(monsters);
    private final Map<String, LivePlayer> bySession = new TreeMap<>();
    private final Map<String, String> versions = new TreeMap<>();
    private final String zone;
    private ContentSet content;
    private ZoneMap map;
    private Grid grid;
    private Tick tick;
    private int lastId;

    LiveWorld(Room room, ContentSet content, String zone) {
        ZoneMap found = content.zones().get(zone);
        if (found == null) {
            throw new IllegalArgumentException("the content has no zone '%s', it has %s"
                    .formatted(zone, content.zones().keySet().stream().sorted().toList()));
        }
        this.room = room;
        this.content = content;
        this.zone = zone;
        this.map = found;
        this.grid = new Grid(found.width(), found.height());
        this.tick = room.tick();
        this.mirror = new Mirror(this, room);
    }

    /** Fills every spawn. */
    void populate() {
        population.settle();
    }

    StateObject root() {
        return mirror.root();
    }

    Grid grid() {
        return grid;
    }

    Ground ground() {
        return ground;
    }

    IdList<LivePlayer> livePlayers() {
        return players;
    }

    IdList<LiveMonster> liveMonsters() {
        return monsters;
    }

    String zone() {
        return zone;
    }

    @Override
    public Tick tick() {
        return tick;
    }

    @Override
    public Randomness random() {
        return room.random();
    }

    @Override
    public ContentSet content() {
        return content;
    }

    @Override
    public void content(ContentSet next) {
        ZoneMap before = map;
        content = next;
        map = next.zones().getOrDefault(zone, before);
        if (map.width() != before.width() || map.height() != before.height()) {
            rebuildGrid();
        }
        population.settle();
        for (LivePlayer player : players) {
            player.refit();
            population.keepFree(player);
            player.touched = true;
        }
        ground.sweep(tick.number());
    }

    private void rebuildGrid() {
        players.forEach(grid::remove);
        monsters.forEach(grid::remove);
        grid = new Grid(map.width(), map.height());
        players.forEach(grid::put);
        monsters.stream().filter(LiveMonster::present).forEach(grid::put);
    }

    @Override
    public ZoneMap map() {
        return map;
    }

    @Override
    public @Nullable Actor actor(int id) {
        LiveMonster monster = monsters.find(id);
        return monster != null ? monster : players.find(id);
    }

    @Override
    public List<Player> players() {
        return playersSeen;
    }

    @Override
    public @Nullable Player player(String sessionId) {
        return bySession.get(sessionId);
    }

    @Override
    public List<Monster> monsters() {
        return monstersSeen;
    }

    @Override
    public void near(double x, double y, double radius, ActorVisitor visitor) {
        grid.near(x, y, radius, visitor);
    }

    @Override
    public Player addPlayer(String sessionId, String name) {
        if (bySession.containsKey(sessionId)) {
            throw new IllegalArgumentException("session '%s' has a player already".formatted(sessionId));
        }
        LivePlayer player = new LivePlayer(this, ++lastId, sessionId, name);
        player.refit();
        player.hp(player.maxHp());
        player.mana(player.maxMana());
        ZoneMap.Point start = population.nearest(map.start().x(), map.start().y(), player.radius());
        player.moveTo(start.x(), start.y());
        seat(player);
        return player;
    }

    private void seat(LivePlayer player) {
        players.append(player);
        bySession.put(player.sessionId(), player);
        grid.put(player);
    }

    @Override
    public void removePlayer(Player player) {
        LivePlayer gone = bySession.remove(player.sessionId());
        if (gone == null) {
            return;
        }
        players.drop(gone.id());
        grid.remove(gone);
        agenda.forget(gone.id());
        mirror.left(gone);
        for (LiveMonster monster : monsters) {
            monster.threat().forget(gone.id());
            if (monster.target() == gone.id()) {
                monster.target(0);
            }
        }
    }

    @Override
    public Monster addMonster(String kind, double x, double y) {
        ZoneMap.Point spot = population.nearest(x, y, Body.RADIUS);
        boolean free = !map.blocked(x, y, Body.RADIUS);
        return enter(content.monster(kind), null, free ? x : spot.x(), free ? y : spot.y());
    }

    LiveMonster enter(MonsterDef def, ZoneMap.@Nullable Spawn spawn, double x, double y) {
        LiveMonster monster = new LiveMonster(this, ++lastId, def, spawn);
        monster.define(def);
        monster.hp(monster.maxHp());
        monster.mana(monster.maxMana());
        monster.home(x, y);
        monster.moveTo(x, y);
        monster.face(random().between(-Math.PI, Math.PI));
        monsters.append(monster);
        grid.put(monster);
        return monster;
    }

    void remove(LiveMonster monster) {
        monsters.drop(monster.id());
        grid.remove(monster);
        agenda.forget(monster.id());
        mirror.removed(monster);
    }

    /** A monster has appeared on the map or vanished from it. */
    void appeared(LiveMonster monster, boolean now) {
        if (now) {
            grid.put(monster);
        } else {
            grid.remove(monster);
        }
    }

    @Override
    public void place(Actor actor, double x, double y) {
        if (map.blocked(x, y, actor.radius())) {
            throw new IllegalArgumentException("%s %d cannot stand at (%.2f, %.2f) of zone '%s': the tile is blocked"
                    .formatted(actor.name(), actor.id(), x, y, zone));
        }
        Body body = (Body) actor;
        body.moveTo(x, y);
        grid.moved(body);
    }

    @Override
    public void submit(Intent intent) {
        agenda.submit(intent);
    }

    @Override
    public List<Intent> intents() {
        return agenda.intents();
    }

    @Override
    public <T extends Intent> List<T> take(Class<T> type) {
        return agenda.take(type);
    }

    @Override
    public void affect(Effect effect) {
        agenda.affect(effect);
    }

    @Override
    public List<Effect> takeEffects() {
        return agenda.takeEffects();
    }

    @Override
    public void launch(Flight flight) {
        agenda.launch(flight);
    }

    @Override
    public List<Flight> flights() {
        return agenda.flights();
    }

    @Override
    public List<Flight> takeLanding() {
        return agenda.takeLanding(tick.number());
    }

    @Override
    public void happened(Event event) {
        if (event instanceof Event.Hurt hurt) {
            inCombat(hurt.actor());
            inCombat(hurt.source());
        }
        agenda.happened(event);
    }

    private void inCombat(int id) {
        if (actor(id) instanceof Body body) {
            body.lastCombat(tick.number());
        }
    }

    @Override
    public List<Event> events() {
        return agenda.events();
    }

    @Override
    public Drop drop(Drop.Origin origin, String item, int quantity, double x, double y, @Nullable Player owner) {
        long now = tick.number();
        Drop drop = new Drop(
                ++lastId,
                item,
                quantity,
                x,
                y,
                owner == null ? null : owner.sessionId(),
                owner == null ? now : now + tick.ticks(Ground.OWNED_MILLIS),
                now + tick.ticks(Ground.LIES_MILLIS),
                origin);
        ground.lay(drop);
        happened(new Event.Dropped(origin.monster(), drop.id(), item, quantity));
        return drop;
    }

    @Override
    public List<Drop> drops() {
        return ground.drops();
    }

    @Override
    public @Nullable Drop drop(int id) {
        return ground.find(id);
    }

    @Override
    public void remove(Drop drop) {
        ground.remove(drop.id());
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public void versions(Map<String, String> next) {
        versions.clear();
        versions.putAll(next);
        mirror.versions(versions);
    }

    @Override
    public void begin(Tick next) {
        tick = next;
        agenda.begin();
        ground.sweep(next.number());
        for (int i = monsters.size() - 1; i >= 0; i--) {
            LiveMonster monster = monsters.get(i);
            if (!monster.present() && monster.spawn() == null && monster.respawnAt() == 0) {
                remove(monster);
            }
        }
    }

    @Override
    public void publish() {
        mirror.publish();
    }

    @Override
    public Parcel park() {
        return WorldParcel.of(write());
    }

    @Override
    public long digest() {
        return write().digest();
    }

    private ByteWriter write() {
        ByteWriter out = new ByteWriter();
        out.text(zone).whole(tick.number()).whole(tick.stepMillis()).whole(lastId);
        out.whole(versions.size());
        versions.forEach((system, version) -> out.text(system).text(version));
        out.whole(players.size());
        players.forEach(player -> player.write(out));
        out.whole(monsters.size());
        monsters.forEach(monster -> monster.write(out));
        ground.write(out);
        agenda.write(out);
        memory.write(out);
        return out;
    }

    /** A world from {@link #park}; where the content is newer, everybody gets its numbers. */
    static LiveWorld read(Room room, ContentSet content, Parcel parcel) {
        ByteReader in = WorldParcel.open(parcel);
        LiveWorld world = new LiveWorld(room, content, in.text());
        world.tick = new Tick(in.whole(), in.integer());
        world.lastId = in.integer();
        int systems = in.count();
        for (int i = 0; i < systems; i++) {
            world.versions.put(in.text(), in.text());
        }
        world.mirror.versions(world.versions);
        int many = in.count();
        for (int i = 0; i < many; i++) {
            world.seat(LivePlayer.read(world, in));
        }
        world.readMonsters(in);
        world.ground.read(in);
        world.agenda.read(in);
        world.memory.read(in);
        in.end();
        world.population.settle();
        return world;
    }

    private void readMonsters(ByteReader in) {
        int many = in.count();
        for (int i = 0; i < many; i++) {
            int id = in.integer();
            String kind = in.text();
            String spawn = in.perhaps();
            LiveMonster monster = new LiveMonster(this, id, Kinds.of(content, kind), Kinds.spawn(map, spawn, kind));
            monster.read(in);
            monsters.append(monster);
            if (monster.present()) {
                grid.put(monster);
            }
        }
    }
}
