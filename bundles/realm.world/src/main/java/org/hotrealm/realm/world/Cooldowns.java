package org.hotrealm.realm.world;

import java.util.Arrays;

/** From which tick on skills can be used again; by name, past ones fall out when room is needed. */
final class Cooldowns {

    private String[] skills = new String[4];
    private long[] ticks = new long[4];
    private int size;

    long of(String skill) {
        int at = Names.at(skills, size, skill);
        return at < 0 ? 0 : ticks[at];
    }

    void set(String skill, long tick, long now) {
        int at = Names.at(skills, size, skill);
        if (at >= 0) {
            ticks[at] = tick;
            return;
        }
        if (size == skills.length) {
            forgetPast(now);
            at = Names.at(skills, size, skill);
        }
        insert(-at - 1, skill, tick);
    }

    void clear() {
        Arrays.fill(skills, 0, size, "");
        size = 0;
    }

    private void forgetPast(long now) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (ticks[i] > now) {
                skills[kept] = skills[i];
                ticks[kept++] = ticks[i];
            }
        }
        size = kept;
    }

    private void insert(int at, String skill, long tick) {
        if (size == skills.length) {
            skills = Arrays.copyOf(skills, size * 2);
            ticks = Arrays.copyOf(ticks, size * 2);
        }
        System.arraycopy(skills, at, skills, at + 1, size - at);
        System.arraycopy(ticks, at, ticks, at + 1, size - at);
        skills[at] = skill;
        ticks[at] = tick;
        size++;
    }

    void write(ByteWriter out) {
        out.whole(size);
        for (int i = 0; i < size; i++) {
            out.text(skills[i]).whole(ticks[i]);
        }
        // The length decides when past entries fall out, so it belongs to the state.
        out.whole(skills.length);
    }

    void read(ByteReader in) {
        int count = in.count();
        String[] names = new String[count];
        long[] due = new long[count];
        for (int i = 0; i < count; i++) {
            names[i] = in.text();
            due[i] = in.whole();
        }
        int length = Math.clamp(in.integer(), Math.max(4, count), 1 << 16);
        skills = Arrays.copyOf(names, length);
        ticks = Arrays.copyOf(due, length);
        size = count;
    }
}
