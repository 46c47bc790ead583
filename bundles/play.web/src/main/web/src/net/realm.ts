import { Client, type Room } from "@colyseus/sdk";
import { type Explanation, INBOUND, type Inbound, type Outbound, type RealmState } from "./protocol.ts";

export type Status = "joining" | "online" | "dropped" | "rejoining" | "refused";

/** Who wants to come in. */
export interface JoinOptions {
  name: string;
  /** Knows this device's heroes again; without it one plays as a guest. */
  token?: string;
  heroClass?: string;
  /** The operator's password, where one was given in the settings. */
  operator?: string;
}

/** Whoever is told what happens to the connection. */
export interface Listener {
  status(status: Status, text: string): void;
  joined(realm: Realm): void;
  state(state: RealmState): void;
  message<T extends keyof Inbound>(type: T, payload: Inbound[T]): void;
}

/** What the game needs of a room. */
export interface Realm {
  readonly roomId: string;
  readonly sessionId: string;
  send<T extends keyof Outbound>(type: T, payload: Outbound[T]): void;
  ping(answer: (millis: number) => void): void;
  /** Why a monster does what it does. */
  explain(monster: number): Promise<Explanation>;
}

const LEFT = 4000;
const STOPPING = 4001;
const MALFORMED = 4002;

/**
 * Joins the realm and stays in it. Short losses are the SDK's to mend; when it gives up, a new seat is taken, for as long
 * as it takes.
 */
export class Connection {
  private room: Room | undefined;
  private leaving = false;
  private attempt = 0;

  constructor(
    private readonly endpoint: string,
    private readonly options: JoinOptions,
    private readonly listener: Listener,
  ) {}

  async join(): Promise<void> {
    this.listener.status(this.attempt === 0 ? "joining" : "rejoining", this.attempt === 0 ? "Entering the realm…" : "Looking for the realm…");
    try {
      const room = await new Client(this.endpoint).joinOrCreate("realm", this.options);
      this.attempt = 0;
      this.serve(room);
    } catch (failure) {
      this.failed(failure);
    }
  }

  leave(): void {
    this.leaving = true;
    void this.room?.leave();
  }

  private failed(failure: unknown): void {
    const code = (failure as { code?: number }).code ?? 0;
    const text = failure instanceof Error && failure.message !== "" ? failure.message : "the server does not answer";
    if (code === MALFORMED || code === 525 || code === 4217) {
      this.listener.status("refused", text);
      return;
    }
    this.again(code === 0 ? "The server does not answer." : `The realm says: ${text}.`);
  }

  private again(reason: string): void {
    const wait = Math.min(8000, 500 * 2 ** this.attempt++);
    this.listener.status("rejoining", `${reason} Trying again in ${Math.max(1, Math.round(wait / 1000))} s…`);
    setTimeout(() => void this.join(), wait);
  }

  private serve(room: Room): void {
    this.room = room;
    room.reconnection.minUptime = 0;
    for (const type of INBOUND) {
      room.onMessage(type as string, (payload: unknown) => this.listener.message(type, payload as never));
    }
    room.onStateChange((state) => this.listener.state(state as RealmState));
    room.onDrop(() => this.listener.status("dropped", "Connection lost. Your hero waits; reconnecting…"));
    room.onReconnect(() => this.listener.status("online", "Back in the realm."));
    room.onError((_, text) => console.warn("realm:", text));
    room.onLeave((code) => this.left(code));
    this.listener.joined({
      roomId: room.roomId,
      sessionId: room.sessionId,
      send: (type, payload) => room.send(type as string, payload),
      ping: (answer) => room.ping(answer),
      explain: (monster) => room.request<{ monster: number }, Explanation>("explain", { monster }),
    });
    this.listener.status("online", "");
  }

  private left(code: number): void {
    if (this.leaving || code === LEFT) {
      return;
    }
    if (code === MALFORMED) {
      this.listener.status("refused", "The server refused what this page sent. Reload it to play on.");
      return;
    }
    this.again(code === STOPPING ? "The server is restarting." : "The connection could not be mended.");
  }
}
