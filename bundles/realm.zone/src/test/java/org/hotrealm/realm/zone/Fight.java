package org.hotrealm.realm.zone;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.files.ShippedContent;
import org.hotrealm.monster.ai.MonsterAi;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.room.testkit.HarnessRoom;
import org.hotrealm.room.testkit.RoomHarness;
import org.hotrealm.skill.book.SkillBook;

/** The shipped realm, with two players among goblins and wolves of their own. */
final class Fight {
    final RoomHarness harness;
    final HarnessRoom room;
    final List<HarnessClient> players = new ArrayList<>();
    private int seq;

    /** With monsters that think and skills that work. */
    Fight(long seed) {
        this(seed, new Bench(ShippedContent.read()).zone, new MonsterAi(), new SkillBook());
    }

    /** With these behaviours. */
    Fight(long seed, Behaviour... behaviours) {
        harness = RoomHarness.seeded(seed, behaviours);
        players.add(harness.join("realm", "name", "Ada", "heroClass", "warrior"));
        room = harness.room(players.getFirst().roomId());
        players.add(harness.joinById(room.id(), "name", "Bob", "heroClass", "mage"));
        room.run(each -> {
            World world = each.attached(World.class);
            double x = world.players().getFirst().x();
            double y = world.players().getFirst().y();
            world.addMonster("wolf", x + 20, y);
            world.addMonster("goblin", x + 21, y);
            world.players()
                    .forEach(player -> world.place(
                            player,
                            world.monsters().getLast().x(),
                            world.monsters().getLast().y()));
        });
        room.tick(2);
    }

    void act(int step) {
        HarnessClient player = players.get(step % 2);
        int what = step / 2;
        if (what < 9) {
            player.send("move", "x", what % 3 - 1, "y", what / 3 - 1, "seq", ++seq);
        } else if (what == 9) {
            player.drop().reconnect();
        } else {
            int target = nearest(player);
            player.send("use", "skill", skill(player), "target", target);
        }
        room.tick(1 + step % 3);
    }

    private int nearest(HarnessClient of) {
        return room.look(each -> {
            World world = each.attached(World.class);
            var self = world.player(of.sessionId());
            int best = 0;
            double least = Double.MAX_VALUE;
            for (Monster monster : world.monsters()) {
                if (monster.alive() && monster.distance(self) < least) {
                    least = monster.distance(self);
                    best = monster.id();
                }
            }
            return best;
        });
    }

    private String skill(HarnessClient of) {
        return room.look(each -> {
            List<String> skills =
                    each.attached(World.class).player(of.sessionId()).skills();
            return skills.get(seq % skills.size());
        });
    }

    long digest() {
        return room.look(each -> each.attached(World.class).digest());
    }

    List<Object> seen() {
        List<Object> seen = new ArrayList<>();
        for (HarnessClient player : players) {
            seen.add(player.messages());
            seen.add(player.state());
        }
        return seen;
    }
}
