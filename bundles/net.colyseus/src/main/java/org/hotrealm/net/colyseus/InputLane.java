package org.hotrealm.net.colyseus;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Payload;

/**
 * One connection's inputs: takes frames apart into single inputs, each with its number and the moments it is stamped with.
 * The bodies are not looked into. One frame at a time.
 */
final class InputLane {

    /** A ring of the SDK has 3 inputs unless an application asks for more. */
    private static final int MOST_SLOTS = 64;

    private static final double MOST_MILLIS = 1L << 48;

    private final boolean render;
    private final boolean reckon;
    private long received;
    private long ringSeen;
    private double stamp;

    InputLane(InputSettings settings) {
        this.render = settings.renderTime();
        this.reckon = settings.reckonTime();
    }

    private InputLane(Payload before) {
        render = before.flag("render");
        reckon = before.flag("reckon");
        received = before.whole("received", 0, Long.MAX_VALUE);
        ringSeen = before.whole("ringSeen", 0, Long.MAX_VALUE);
        stamp = before.number("stamp", -MOST_MILLIS, MOST_MILLIS);
    }

    /** How far it is, for {@link #resume}. */
    Payload park() {
        return Payload.map(
                "render", render, "reckon", reckon, "received", received, "ringSeen", ringSeen, "stamp", stamp);
    }

    /** A lane that goes on where another stood. */
    static InputLane resume(Payload before) {
        return new InputLane(before);
    }

    /** The inputs of a frame that this lane has not seen yet, oldest first. */
    List<InputDelta> read(byte[] frame) throws MalformedException {
        ByteSource in = new ByteSource(frame, 0);
        int head = in.u8();
        boolean stamped = (head & Opcode.TIMED) != 0;
        if (stamped && !render && !reckon) {
            throw new MalformedException("an input with a time stamp, which this room does not ask for");
        }
        return switch (head & ~Opcode.TIMED) {
            case Opcode.ROOM_INPUT_RELIABLE -> List.of(reliable(in, stamped));
            case Opcode.ROOM_INPUT_UNRELIABLE -> ring(in, stamped);
            default -> throw new MalformedException("code 0x%02x is no input".formatted(head));
        };
    }

    private InputDelta reliable(ByteSource in, boolean stamped) throws MalformedException {
        double at = 0;
        double delay = 0;
        if (stamped) {
            stamp = millis(stamp + in.number("time stamp"));
            at = stamp;
            delay = render && reckon ? in.i16Little() & 0xffff : 0;
        }
        return input(in, true, ++received, at, delay, in.left());
    }

    private List<InputDelta> ring(ByteSource in, boolean stamped) throws MalformedException {
        Series stamps = stamped ? series(in, slots(in.number("number of stamps")), false) : Series.NONE;
        Series delays = stamped && render && reckon ? series(in, stamps.times.length, true) : Series.NONE;
        long base = whole(in.number("number of the first input"), 1, 1L << 32, "number of the first input");
        List<InputDelta> inputs = new ArrayList<>();
        int slot = 0;
        while (in.left() > 0) {
            slots(slot + 1);
            long length = whole(in.number("length of an input"), 0, in.left(), "length of an input");
            InputDelta input = input(in, false, base + slot, stamps.at(slot), delays.at(slot), length);
            if (input.sequence() > ringSeen) {
                inputs.add(input);
            }
            slot++;
        }
        if (stamped && stamps.times.length != slot) {
            throw new MalformedException("%d time stamps for %d inputs".formatted(stamps.times.length, slot));
        }
        ringSeen = Math.max(ringSeen, base + slot - 1);
        return inputs;
    }

    private InputDelta input(ByteSource in, boolean reliable, long sequence, double at, double delay, long length)
            throws MalformedException {
        int from = in.skip(length);
        long told = Math.round(at);
        long shown = render && told > 0 ? Math.max(0, told - Math.round(delay)) : 0;
        return new InputDelta(reliable, sequence, shown, reckon ? told : 0, in.bytes(), from, in.position());
    }

    /** One number per input, told from the newest back. */
    private record Series(double[] times) {
        static final Series NONE = new Series(new double[0]);

        double at(int slot) {
            return slot < times.length ? times[slot] : 0;
        }
    }

    private static Series series(ByteSource in, int count, boolean delays) throws MalformedException {
        double[] times = new double[count];
        double time = delays ? in.i16Little() & 0xffff : in.i32Little() & 0xffff_ffffL;
        times[count - 1] = time;
        for (int i = count - 2; i >= 0; i--) {
            time = millis(time - in.number("step between time stamps"));
            times[i] = time;
        }
        return new Series(times);
    }

    /** A client's clock may run ahead of the room's or behind it, but not beyond all bounds. */
    private static double millis(double time) throws MalformedException {
        if (!(Math.abs(time) <= MOST_MILLIS)) {
            throw new MalformedException("%s is no time".formatted(time));
        }
        return time;
    }

    private static int slots(double count) throws MalformedException {
        return (int) whole(count, 1, MOST_SLOTS, "number of inputs in one frame");
    }

    private static long whole(double number, long least, long most, String what) throws MalformedException {
        if (!(number >= least && number <= most) || number != Math.rint(number)) {
            throw new MalformedException("%s is %s, allowed are %d to %d".formatted(what, number, least, most));
        }
        return (long) number;
    }
}
