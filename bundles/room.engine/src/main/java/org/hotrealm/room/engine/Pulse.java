package org.hotrealm.room.engine;

/** What lets rooms tick. Any thread. */
interface Pulse {

    /** Plans the room's next wake-up; a room has one beat, planned again after each tick. */
    void plan(Metronome.Beat beat);
}
