package org.hotrealm.room.engine;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Parcel;

/** The parts of the engine, put together, as rooms use them. */
final class Host implements RoomHost {

    private final Settings settings;
    private final Threads threads;
    private final Behaviours behaviours;
    private final Ids ids;
    private final String processId;
    private final Directory directory;
    private final JoinLimits limits;
    private final RoomTable rooms;
    private final Load load;
    private final EngineMeters meters;
    private final SeatCalls seats;
    private final Market market;
    private final Matchmaker matchmaker;
    private final Travels travels;
    private final PinBoard pins;
    private final Rescue rescue;
    private final Moves moves;
    private final RemoteCalls remoteCalls;
    private final Reports reports;

    Host(Settings settings, Threads threads, Behaviours behaviours, Ids ids) {
        this(settings, threads, behaviours, ids, ids.id());
    }

    /** @param processId the node's name in the cluster; it stays when an engine takes another's place */
    Host(Settings settings, Threads threads, Behaviours behaviours, Ids ids, String processId) {
        this.settings = settings;
        this.threads = threads;
        this.behaviours = behaviours;
        this.ids = ids;
        this.processId = processId;
        this.directory = new Directory(processId, settings.address());
        this.limits = new JoinLimits(settings.joins(), threads.nanos());
        this.rooms = new RoomTable(this, settings.mostRooms());
        this.meters = new EngineMeters(rooms, limits, settings.slow(), behaviours);
        this.load = new Load(rooms, settings.workers());
        this.seats = new SeatCalls(rooms, directory, limits, load);
        Founder founder = new Founder(rooms, directory, limits, load, threads.waiting());
        this.market = new Market(rooms, directory, seats, founder);
        this.matchmaker = new Matchmaker(rooms, directory, seats, market, founder);
        this.travels = new Travels(market);
        this.pins = new PinBoard(behaviours, rooms, meters, settings.rebindDeadlineMillis());
        this.rescue = new Rescue(rooms, behaviours, pins);
        this.moves = new Moves(rooms, directory, meters, ids);
        Arrivals arrivals = new Arrivals(rooms, behaviours, directory, meters);
        this.remoteCalls = new RemoteCalls(rooms, seats, moves, arrivals, processId);
        this.reports = new Reports(meters);
    }

    RoomTable rooms() {
        return rooms;
    }

    Load load() {
        return load;
    }

    Directory directory() {
        return directory;
    }

    Matchmaker matchmaker() {
        return matchmaker;
    }

    EngineMeters meters() {
        return meters;
    }

    /** Where another node runs this room; exceptionally where none does. */
    CompletableFuture<SeatCalls.Place> place(String roomId) {
        return market.place(roomId);
    }

    Moves moves() {
        return moves;
    }

    PinBoard pins() {
        return pins;
    }

    RemoteCalls remoteCalls() {
        return remoteCalls;
    }

    @Override
    public Executor workers() {
        return threads.workers();
    }

    @Override
    public Executor waiting() {
        return threads.waiting();
    }

    @Override
    public Pulse pulse() {
        return threads.pulse();
    }

    @Override
    public Behaviours behaviours() {
        return behaviours;
    }

    @Override
    public Ids ids() {
        return ids;
    }

    @Override
    public long seed() {
        return settings.seed() == 0 ? ids.seed() : settings.seed();
    }

    @Override
    public long wallMillis() {
        return threads.millis().getAsLong();
    }

    @Override
    public Slow slow() {
        return settings.slow();
    }

    @Override
    public int seatMillis() {
        return settings.seatMillis();
    }

    @Override
    public String processId() {
        return processId;
    }

    @Override
    public Matchmaking matchmaking() {
        return market;
    }

    @Override
    public Travels travels() {
        return travels;
    }

    @Override
    public JoinLimits limits() {
        return limits;
    }

    @Override
    public void later(String kind, Callable<byte[]> work, Consumer<Parcel> result) {
        threads.waiting().execute(() -> {
            Parcel parcel;
            try {
                parcel = new Parcel(kind, 1, work.call());
            } catch (Exception | Error e) {
                parcel = new Parcel(kind + ".failed", 1, String.valueOf(e).getBytes(StandardCharsets.UTF_8));
            }
            result.accept(parcel);
        });
    }

    @Override
    public void listingTouched() {
        directory.touched();
    }

    @Override
    public void listingChanged(ActiveRoom room) {
        directory.put(room);
    }

    @Override
    public boolean yields() {
        return settings.ladder();
    }

    @Override
    public void climbed(ActiveRoom room, int rung, int step) {
        reports.climbed(room, rung, step);
    }

    @Override
    public TypeMeters measured(String type) {
        return meters.of(type);
    }

    @Override
    public void refused(int code) {
        meters.refused(code);
    }

    @Override
    public void failed(ActiveRoom room, String part, Throwable error, long count) {
        reports.failed(room, part, error, count);
    }

    @Override
    public void stalled(ActiveRoom room, String hook, long millis, StackTraceElement[] stack) {
        reports.stalled(room, hook, millis, stack);
    }

    @Override
    public void rescue(ActiveRoom room, Thread stuck) {
        threads.waiting().execute(() -> rescue.of(room, stuck));
    }

    @Override
    public void recovered(ActiveRoom room, String hook) {
        reports.recovered(room, hook);
    }

    @Override
    public void ended(ActiveRoom room) {
        room.maker().ended();
        rooms.remove(room);
        directory.remove(room);
        reports.ended(room);
    }
}
