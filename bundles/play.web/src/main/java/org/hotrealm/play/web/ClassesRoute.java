package org.hotrealm.play.web;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.json.JsonMapper;

/** Tells the first screen which heroes there are to choose from, before anybody has joined. */
@Component
public final class ClassesRoute implements HttpRoute {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Content content;

    /** Tells of the classes of this content. */
    @Activate
    public ClassesRoute(@Reference Content content) {
        this.content = content;
    }

    @Override
    public String prefix() {
        return "/classes.json";
    }

    @Override
    public CompletionStage<HttpReply> handle(HttpCall call) {
        return CompletableFuture.completedStage(answer(call));
    }

    private HttpReply answer(HttpCall call) {
        if (!Replies.reads(call)) {
            return Replies.notAllowed(call);
        }
        ContentSet set = content.current();
        List<Choice> classes =
                set.realm().classes().stream().map(hero -> choice(hero, set)).toList();
        byte[] body = JSON.writeValueAsBytes(new Choices(classes));
        return Replies.file(call, Asset.of("classes.json", body), "no-cache");
    }

    private static Choice choice(RealmDef.Hero hero, ContentSet set) {
        List<Talent> skills = hero.skills().stream()
                .map(set::skill)
                .map(skill -> new Talent(skill.id(), skill.name(), skill.text(), effects(skill)))
                .toList();
        return new Choice(hero.id(), hero.name(), hero.text(), skills);
    }

    private static List<Effect> effects(SkillDef skill) {
        return skill.effects().stream().map(effect -> new Effect(effect.type())).toList();
    }

    private record Choices(List<Choice> classes) {}

    private record Choice(String id, String name, String text, List<Talent> skills) {}

    private record Talent(String id, String name, String text, List<Effect> effects) {}

    private record Effect(String type) {}
}
