package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;

/** Messages as data. */
final class Texts {

    private Texts() {}

    static Payload of(Message message) {
        return Payload.map(
                "type", message.type(),
                "payload", message.payload().bytes(),
                "raw", message.bytes());
    }

    static List<Payload> of(Collection<Message> messages) {
        List<Payload> all = new ArrayList<>(messages.size());
        messages.forEach(message -> all.add(of(message)));
        return all;
    }

    static List<Payload> answers(Collection<Answer> answers) {
        List<Payload> all = new ArrayList<>(answers.size());
        answers.forEach(answer -> all.add(Payload.map(
                "request", answer.request(),
                "status", answer.status().name(),
                "payload", answer.payload().bytes())));
        return all;
    }

    static List<Answer> readAnswers(List<Fields> from) {
        return from.stream()
                .map(one ->
                        new Answer(one.whole("request"), one.of(Answer.Status.class, "status"), one.payload("payload")))
                .toList();
    }

    static Message message(Fields from) {
        return new Message(from.text("type"), from.payload("payload"), from.flag("raw"));
    }

    static List<Message> messages(List<Fields> from) {
        return from.stream().map(Texts::message).toList();
    }
}
