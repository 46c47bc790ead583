package org.hotrealm.ops.api;

/**
 * What a bundle is to those who play, which decides how it is replaced and what is promised.
 *
 * <p>It is read from facts: a bundle that announces a behaviour's service is a {@link #BEHAVIOUR}; one that exports packages, or
 * that others are wired to, is a {@link #CONTRACT}; one that tells the schemas of its state ({@code org.hotrealm.state}) is a
 * {@link #STATE} owner. Where facts do not tell, the bundle's manifest does, by the capability
 * {@code org.hotrealm.swap} with the attribute {@code kind} ({@code state}, {@code adapter}, {@code resource}) and, where two
 * versions cannot run at the same time, {@code order=in-place}. A bundle that says nothing is an {@link #ADAPTER}.
 */
public enum SwapKind {
    /** Owns nothing between ticks: rooms change over at a tick's edge; at most one tick late, nothing closed, nothing lost. */
    BEHAVIOUR,
    /** Owns what people play with: rooms freeze, are parked and restored; at most 500 ms, sockets stay open. */
    STATE,
    /** Joins the server to something else: the new version starts beside the old one; rooms do not notice. */
    ADAPTER,
    /** Holds what only one can have, such as the players' port: clients come back by themselves within 5 s, nothing is lost. */
    RESOURCE,
    /** Others are wired to its packages: not replaced while people play, as that would restart all of them. */
    CONTRACT
}
