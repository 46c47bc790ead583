package org.hotrealm.launcher;

/**
 * Ends the process where a thread ends of an {@link OutOfMemoryError}: nobody knows what that thread was needed for, and whoever
 * keeps the server running starts it again. Rooms and swaps meet theirs themselves, so that a bad plugin costs a system, not a
 * server.
 */
final class OutOfMemory implements Thread.UncaughtExceptionHandler {

    static final int EXIT_CODE = 3;

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        if (error instanceof OutOfMemoryError) {
            System.err.println(
                    "The memory is used up, and the thread '" + thread.getName()
                            + "' has ended of it: the server ends, to be started again. HOTREALM_JAVA_OPTS=-Xmx2g gives it more.");
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        System.err.println("The thread '" + thread.getName() + "' has ended:");
        error.printStackTrace();
    }
}
