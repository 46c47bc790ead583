// A line between browser and server that can be cut.
import net from "node:net";

export class Line {
  sockets = new Set();

  constructor(url) {
    const { hostname, port } = new URL(url);
    this.server = net.createServer((near) => {
      const far = net.connect(Number(port), hostname);
      for (const [one, other] of [[near, far], [far, near]]) {
        this.sockets.add(one);
        one.on("error", () => other.destroy());
        one.on("close", () => {
          this.sockets.delete(one);
          other.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
  }

  /** Starts and tells the address to use. */
  async open() {
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    this.port = this.server.address().port;
    return `http://localhost:${this.port}`;
  }

  /** Cuts what is connected; until `mend` nobody gets through. */
  async cut() {
    const closed = new Promise((done) => this.server.close(done));
    this.sockets.forEach((socket) => socket.destroy());
    await closed;
  }

  async mend() {
    await new Promise((done) => this.server.listen(this.port, "127.0.0.1", done));
  }

  close() {
    this.server.close();
    this.sockets.forEach((socket) => socket.destroy());
  }
}
