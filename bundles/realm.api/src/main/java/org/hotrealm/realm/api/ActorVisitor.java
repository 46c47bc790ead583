package org.hotrealm.realm.api;

/** Called for actors found. */
@FunctionalInterface
public interface ActorVisitor {
    /** One actor. */
    void visit(Actor actor);
}
