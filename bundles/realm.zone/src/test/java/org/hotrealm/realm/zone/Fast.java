package org.hotrealm.realm.zone;

import org.hotrealm.content.api.MonsterDef;

/** A kind that runs 30 tiles a second: more than a tile in a tick. */
record Fast(MonsterDef of) {

    MonsterDef def() {
        return new MonsterDef(
                of.id(),
                of.name(),
                of.level(),
                of.hp(),
                30,
                of.patrolSpeed(),
                of.aggression(),
                of.sight(),
                of.fieldOfView(),
                of.leash(),
                of.fleeBelow(),
                of.fleeMillis(),
                of.assist(),
                of.patrol(),
                of.attributes(),
                of.skills(),
                of.loot(),
                of.xp(),
                of.corpseMillis(),
                of.respawnMillis(),
                of.respawnJitter(),
                of.split());
    }
}
