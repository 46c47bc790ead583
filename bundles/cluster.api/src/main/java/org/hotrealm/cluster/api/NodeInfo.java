package org.hotrealm.cluster.api;

/**
 * A node.
 *
 * @param id its process id: 9 characters, new at every start
 * @param address {@code host:port} where clients reach it
 * @param rooms rooms it runs
 * @param clients clients connected to it
 * @param draining whether it takes no new rooms
 */
public record NodeInfo(String id, String address, int rooms, int clients, boolean draining) {}
