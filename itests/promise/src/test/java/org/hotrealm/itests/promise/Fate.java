package org.hotrealm.itests.promise;

import java.util.List;

/**
 * What befell the bots in a while, all together.
 *
 * @param drops sockets that closed and that the SDK opened again
 * @param closed sockets that closed for good
 * @param resumed how often the SDK had the same seat again by itself
 * @param patches that arrived
 * @param hits that were dealt
 * @param seated bots that have an open socket and the seat they came with
 * @param unsettled bots that wait in vain for an answer, or whose moves are not in the state
 * @param unanswered requests that were never answered
 * @param misheard words in the other room that were lost, or came twice or in another order
 * @param hungUp clients of the other room that were closed for good
 * @param remembered monsters that were asked again what they have in mind
 * @param forgotten those among them that had lost it
 * @param longestGap the longest time between two patches at a bot, in milliseconds
 */
record Fate(
        int drops,
        int closed,
        int resumed,
        int patches,
        int hits,
        int seated,
        int unsettled,
        int unanswered,
        int misheard,
        int hungUp,
        int remembered,
        List<String> forgotten,
        int longestGap) {}
