package org.hotrealm.room.engine;

import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;

/** Brings a message to its handler and what comes of it back to the client. Room thread only. */
final class Dispatcher {

    private final ActiveRoom room;

    Dispatcher(ActiveRoom room) {
        this.room = room;
    }

    void dispatch(Messages messages, Inbound inbound) {
        RoomSeat seat = inbound.seat();
        if (seat.status() == SeatStatus.GONE) {
            return;
        }
        Message message = inbound.message();
        Messages.Handler handler = messages.handler(message.type());
        room.meters().message(message.type(), messages.types().contains(message.type()));
        if (handler == null) {
            unknown(seat, message, inbound.request());
            return;
        }
        if (handler instanceof Messages.Later later && inbound.request() >= 0) {
            later(later.deferred(), seat, message, inbound.request());
            return;
        }
        room.hooks().running().entered("message", message.type());
        Context.serve(seat.sessionId());
        try {
            Payload answer = handler.handle(room.face(), seat.face(), message);
            if (inbound.request() >= 0) {
                seat.out().answer(new Answer(inbound.request(), Answer.Status.OK, answer));
            }
        } catch (InvalidPayload e) {
            invalid(seat, message, inbound.request(), e);
        } catch (RefusedException e) {
            refused(seat, inbound.request(), e);
        } catch (Exception | Error e) {
            failed(seat, message, inbound.request(), e);
        } finally {
            Context.served();
            room.hooks().running().left();
        }
    }

    private void later(Messages.Deferred handler, RoomSeat seat, Message message, long request) {
        if (!seat.out().asked(request)) {
            fault(seat, request, "server_error", "too many requests wait for their answers");
            return;
        }
        room.hooks().running().entered("message", message.type());
        Context.serve(seat.sessionId());
        try {
            handler.handle(room.face(), seat.face(), message, request);
        } catch (InvalidPayload e) {
            invalid(seat, message, request, e);
        } catch (RefusedException e) {
            refused(seat, request, e);
        } catch (Exception | Error e) {
            failed(seat, message, request, e);
        } finally {
            Context.served();
            room.hooks().running().left();
        }
    }

    private void unknown(RoomSeat seat, Message message, long request) {
        if (request >= 0) {
            fault(seat, request, "no_handler", "no handler for \"%s\"".formatted(message.type()));
        } else if (!message.type().startsWith("__")) {
            close(seat, "room onMessage for \"%s\" not registered.".formatted(message.type()));
        }
    }

    private void invalid(RoomSeat seat, Message message, long request, InvalidPayload e) {
        String text = "message \"%s\": %s".formatted(message.type(), e.getMessage());
        if (request >= 0) {
            fault(seat, request, "invalid_payload", text);
        } else {
            close(seat, text);
        }
    }

    private void refused(RoomSeat seat, long request, RefusedException e) {
        if (request >= 0) {
            seat.out().answer(new Answer(request, Answer.Status.REJECTED, e.reason()));
        } else {
            seat.face().error(e.code(), e.text());
        }
    }

    private void failed(RoomSeat seat, Message message, long request, Throwable e) {
        room.failed("message " + message.type(), e);
        if (request >= 0) {
            fault(seat, request, "server_error", "the server failed to handle \"%s\"".formatted(message.type()));
        } else {
            seat.face()
                    .error(RefusedException.UNHANDLED, "the server failed to handle \"%s\"".formatted(message.type()));
        }
    }

    private static void fault(RoomSeat seat, long request, String name, String text) {
        seat.out().answer(new Answer(request, Answer.Status.ERROR, Payload.map("name", name, "message", text)));
    }

    private void close(RoomSeat seat, String reason) {
        // A closing frame carries at most 123 bytes of reason.
        room.seatTable()
                .departure()
                .close(seat, ActiveRoom.WITH_ERROR, reason.length() > 120 ? reason.substring(0, 120) : reason);
    }
}
