package org.hotrealm.room.engine;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Where and when things run.
 *
 * @param workers run rooms
 * @param waiting runs what may block, a thread each
 * @param pulse lets rooms tick
 * @param nanos the engine's monotonic clock, for the age of reservations
 * @param millis the time of day, for lists of rooms
 */
record Threads(Executor workers, Executor waiting, Pulse pulse, LongSupplier nanos, LongSupplier millis) {}
