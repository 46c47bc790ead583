package org.hotrealm.realm.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Randomness;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A world in memory. */
final class LiveWorld extends Exchange {

    private final Room room;
    private final Ground ground = new Ground(this);
    private final Active active = new Active();
    private final Arrivals arrivals = new Arrivals(this);
    private final Population population = new Population(this, arrivals);
    private final LiveMemory memory = new LiveMemory();
    private final Known known;
    private final Mirror mirror;
    private final Map<String, String> versions = new TreeMap<>();
    private final String zone;
    private ContentSet content;
    private ZoneMap map;
    private final Roster roster;
    private Tick tick;
    private int lastId;
    private @Nullable Headcount headcount;

    LiveWorld(Room room, ContentSet content, String zone) {
        this(room, content, zone, null);
    }

    /** @param state the state of the world that this one goes on with; null for a new one */
    LiveWorld(Room room, ContentSet content, String zone, @Nullable StateObject state) {
        ZoneMap found = content.zones().get(zone);
        if (found == null) {
            throw new IllegalArgumentException("the content has no zone '%s', it has %s"
                    .formatted(zone, content.zones().keySet().stream().sorted().toList()));
        }
        this.room = room;
        this.content = content;
        this.zone = zone;
        this.map = found;
        this.roster = new Roster(found);
        this.tick = room.tick();
        this.known = new Known(state);
        this.mirror = new Mirror(this, room, known.root());
    }

    /** Has its monsters counted from now on. */
    void counted(Headcount by) {
        headcount = by;
    }

    /** What clients know of a world that this one goes on with. */
    Known known() {
        return known;
    }

    /** Fills every spawn. */
    void populate() {
        population.settle();
    }

    StateObject root() {
        return mirror.root();
    }

    Roster roster() {
        return roster;
    }

    Ground ground() {
        return ground;
    }

    Map<String, String> versions() {
        return versions;
    }

    String zone() {
        return zone;
    }

    int lastId() {
        return lastId;
    }

    /** A number that nobody has had. */
    int nextId() {
        return ++lastId;
    }

    /** Goes on from here, as a parcel says. */
    void resume(Tick at, int id) {
        tick = at;
        lastId = id;
    }

    @Override
    public Tick tick() {
        return tick;
    }

    @Override
    public int rung() {
        return room.rung();
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
            roster.rebuild(map);
        }
        population.settle();
        for (LivePlayer player : roster.players()) {
            player.refit();
            population.keepFree(player);
            player.touched = true;
        }
        active.lookAtAll();
        ground.sweep(tick.number());
    }

    @Override
    public ZoneMap map() {
        return map;
    }

    @Override
    public @Nullable Actor actor(int id) {
        return roster.find(id);
    }

    @Override
    public List<Player> players() {
        return roster.playersSeen();
    }

    @Override
    public @Nullable Player player(String sessionId) {
        return roster.player(sessionId);
    }

    @Override
    public List<Monster> monsters() {
        return roster.monstersSeen();
    }

    @Override
    public void near(double x, double y, double radius, ActorVisitor visitor) {
        roster.grid().near(x, y, radius, visitor);
    }

    /** Somebody has begun a cast or got a status. */
    void stirred(Body body) {
        active.add(body);
    }

    @Override
    public List<Actor> active() {
        return active.now();
    }

    @Override
    public Player addPlayer(String sessionId, String name, String heroClass) {
        return arrivals.player(sessionId, name, heroClass);
    }

    @Override
    public void removePlayer(Player player) {
        LivePlayer gone = roster.removePlayer(player.sessionId());
        if (gone != null) {
            agenda().forget(gone.id());
            active.forget(gone);
            mirror.left(gone);
        }
    }

    @Override
    public Monster addMonster(String kind, double x, double y) {
        return arrivals.monster(kind, x, y);
    }

    void remove(LiveMonster monster) {
        roster.remove(monster);
        agenda().forget(monster.id());
        active.forget(monster);
        mirror.removed(monster);
    }

    @Override
    public void place(Actor actor, double x, double y) {
        if (map.blocked(x, y, actor.radius())) {
            throw new IllegalArgumentException("%s %d cannot stand at (%.2f, %.2f) of zone '%s': the tile is blocked"
                    .formatted(actor.name(), actor.id(), x, y, zone));
        }
        Body body = (Body) actor;
        body.moveTo(x, y);
        roster.grid().moved(body);
    }

    @Override
    public Drop drop(Drop.Origin origin, String item, int quantity, double x, double y, @Nullable Player owner) {
        return drop(origin.monster(), List.of(new Drop.Source(origin, quantity)), item, quantity, x, y, owner);
    }

    @Override
    public Drop drop(
            int actor,
            List<Drop.Source> sources,
            String item,
            int quantity,
            double x,
            double y,
            @Nullable Player owner) {
        Drop drop = ground.lay(nextId(), sources, item, quantity, x, y, owner);
        happened(new Event.Dropped(actor, drop.id(), item, quantity));
        return drop;
    }

    @Override
    public void reduce(Drop drop, int left) {
        ground.reduce(drop.id(), left);
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
    public LiveMemory memory() {
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
        agenda().begin();
        ground.sweep(next.number());
        roster.forsaken().forEach(this::remove);
    }

    @Override
    public void publish() {
        mirror.publish();
        Headcount counting = headcount;
        if (counting != null) {
            counting.look(this);
        }
    }

    @Override
    public Parcel park() {
        return WorldParcel.of(this);
    }

    @Override
    public long digest() {
        return WorldParcel.write(this).digest();
    }
}
