package org.hotrealm.realm.world;

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
    private final Map<String, String> versions = new TreeMap<>();
    private final String zone;
    private ContentSet content;
    private ZoneMap map;
    private final Roster roster;
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
        this.roster = new Roster(found);
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

    Roster roster() {
        return roster;
    }

    Ground ground() {
        return ground;
    }

    Agenda agenda() {
        return agenda;
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

    @Override
    public Player addPlayer(String sessionId, String name) {
        if (roster.player(sessionId) != null) {
            throw new IllegalArgumentException("session '%s' has a player already".formatted(sessionId));
        }
        LivePlayer player = new LivePlayer(this, ++lastId, sessionId, name);
        player.refit();
        player.hp(player.maxHp());
        player.mana(player.maxMana());
        ZoneMap.Point start = population.nearest(map.start().x(), map.start().y(), player.radius());
        player.moveTo(start.x(), start.y());
        roster.add(player);
        return player;
    }

    @Override
    public void removePlayer(Player player) {
        LivePlayer gone = roster.removePlayer(player.sessionId());
        if (gone != null) {
            agenda.forget(gone.id());
            mirror.left(gone);
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
        roster.add(monster);
        return monster;
    }

    void remove(LiveMonster monster) {
        roster.remove(monster);
        agenda.forget(monster.id());
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
        Drop drop = ground.lay(++lastId, origin, item, quantity, x, y, owner);
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
        agenda.begin();
        ground.sweep(next.number());
        roster.forsaken().forEach(this::remove);
    }

    @Override
    public void publish() {
        mirror.publish();
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
