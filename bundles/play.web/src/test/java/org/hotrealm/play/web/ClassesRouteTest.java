package org.hotrealm.play.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.net.api.HttpReply;
import org.junit.jupiter.api.Test;

final class ClassesRouteTest {

    private final Realm realm = new Realm();
    private final ClassesRoute route = new ClassesRoute(realm);

    @Test
    void classesAreToldInTheOrderOfTheFileWithTheirSkills() {
        realm.set = set(hero("warrior", "Stands \"firm\"", "strike"), hero("mage", "Casts", "strike"));

        HttpReply reply = Calls.get(route, "/classes.json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.type()).isEqualTo("application/json; charset=utf-8");
        assertThat(reply.body())
                .asString(UTF_8)
                .startsWith("{\"classes\":[{\"id\":\"warrior\",\"name\":\"Warrior\",\"text\":\"Stands \\\"firm\\\"\",")
                .contains(
                        "\"skills\":[{\"id\":\"strike\",\"name\":\"Strike\",\"text\":\"\",\"effects\":[{\"type\":\"damage\"}]}]")
                .contains("\"id\":\"mage\"");
    }

    @Test
    void editedClassesAreToldAtOnce() {
        realm.set = set(hero("warrior", "", "strike"));
        String before = new String(Calls.get(route, "/classes.json").body(), UTF_8);

        realm.set = set(hero("monk", "", "strike"));

        assertThat(Calls.get(route, "/classes.json").body())
                .asString(UTF_8)
                .isNotEqualTo(before)
                .contains("monk");
    }

    @Test
    void writingIsRefused() {
        assertThat(Calls.call(route, "POST", "/classes.json", Map.of()).status())
                .isEqualTo(405);
    }

    private static RealmDef.Hero hero(String id, String text, String skill) {
        String name = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
        return new RealmDef.Hero(id, name, text, 100, 50, 4.5, 1, 1, 5000, Map.of("power", 10.0), List.of(skill));
    }

    private static ContentSet set(RealmDef.Hero... heroes) {
        SkillDef strike = new SkillDef(
                "strike",
                "Strike",
                "",
                SkillDef.Target.SINGLE,
                1.6,
                0,
                0,
                0,
                800,
                500,
                0,
                true,
                0,
                List.of(SkillDef.EffectDef.of("damage", "6", 0)));
        return new ContentSet(
                1,
                new RealmDef("meadow", 18, List.of(heroes)),
                Map.of(),
                Map.of("strike", strike),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static final class Realm implements Content {

        private ContentSet set = ClassesRouteTest.set(hero("warrior", "", "strike"));

        @Override
        public ContentSet current() {
            return set;
        }

        @Override
        public List<ContentProblem> problems() {
            return List.of();
        }

        @Override
        public List<ContentProblem> check(Path folder) {
            return List.of();
        }

        @Override
        public byte[] zoneFile(String zone) {
            return new byte[0];
        }
    }
}
