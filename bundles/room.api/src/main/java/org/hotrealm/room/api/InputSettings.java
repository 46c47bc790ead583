package org.hotrealm.room.api;

import org.hotrealm.state.schema.StateType;

/**
 * What the clients of a room send as input: small records of one flat type, such as two axes and a button, of which a client
 * sends one per step of its own prediction.
 *
 * @param type plain and quantized fields only
 * @param rate inputs a client sends per second; 0 for one per tick of the room
 * @param subSteps steps of the simulation within one input, at least 1
 * @param renderTime whether clients say what moment of the room they showed when the input was made (others drawn in the
 *     past)
 * @param reckonTime whether clients say what moment they reckoned with (others drawn ahead, at the server's present)
 * @param waiting inputs of one client kept until the room takes them; the oldest are dropped beyond
 * @param longestText bytes of a text field
 */
public record InputSettings(
        StateType type, int rate, int subSteps, boolean renderTime, boolean reckonTime, int waiting, int longestText) {

    /** Checks the ranges. */
    public InputSettings {
        check("rate", rate, 0, 240);
        check("subSteps", subSteps, 1, 64);
        check("waiting", waiting, 1, 1024);
        check("longestText", longestText, 0, 4096);
    }

    /** One input per tick, 32 kept, no time stamps. */
    public static InputSettings of(StateType type) {
        return new InputSettings(type, 0, 1, false, false, 32, 64);
    }

    /** With so many inputs per second. */
    public InputSettings withRate(int perSecond) {
        return new InputSettings(type, perSecond, subSteps, renderTime, reckonTime, waiting, longestText);
    }

    /** With so many steps of the simulation within one input. */
    public InputSettings withSubSteps(int steps) {
        return new InputSettings(type, rate, steps, renderTime, reckonTime, waiting, longestText);
    }

    /** With the moments that a room rewinds to. */
    public InputSettings withTimes(boolean render, boolean reckon) {
        return new InputSettings(type, rate, subSteps, render, reckon, waiting, longestText);
    }

    /** With so many inputs kept per client. */
    public InputSettings withWaiting(int most) {
        return new InputSettings(type, rate, subSteps, renderTime, reckonTime, most, longestText);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s of the inputs is %d, allowed are %d to %d".formatted(name, value, least, most));
        }
    }
}
