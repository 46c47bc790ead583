package org.hotrealm.itests.arena;

import org.hotrealm.net.api.ConnectionHandler;
import org.hotrealm.net.api.Listening;
import org.hotrealm.room.api.Rooms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says that players can come, in the words that the load drivers wait for. */
@Component(service = Ready.class, immediate = true)
public final class Ready {

    /** Prints the line once the port is open, somebody serves it and there is an engine for rooms. */
    @Activate
    public Ready(@Reference Listening listening, @Reference ConnectionHandler protocol, @Reference Rooms rooms) {
        System.out.printf(
                "arena ready %s pid %d java %s%n",
                listening.url(), ProcessHandle.current().pid(), Runtime.version());
    }
}
