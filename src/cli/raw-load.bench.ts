import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A client that costs next to nothing, so that a server on another thread is what limits the pace. */
export interface RawLoad {
  /** Sends these bytes on a connection that is free, and waits for the whole answer. */
  send(request: string): Promise<void>;
  close(): void;
}

export async function openRawLoad(origin: string, connections: number): Promise<RawLoad> {
  const { hostname, port } = new URL(origin);
  const lines = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname);
      await once(socket, "connect");
      return lineOver(socket.setNoDelay(true));
    }),
  );
  const free = [...lines];
  return {
    async send(request) {
      const line = free.pop();
      if (line === undefined) throw new Error("more requests at a time than connections");
      await line.send(request);
      free.push(line);
    },
    close: () => lines.forEach((line) => line.close()),
  };
}

/** One request at a time over one connection. Knows answers with a length only, which is all it is sent. */
function lineOver(socket: Socket): { send(request: string): Promise<void>; close(): void } {
  let received = "";
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  socket.setEncoding("latin1");
  socket.on("error", (error) => settle?.reject(error));
  socket.on("data", (chunk: string) => {
    received += chunk;
    const end = received.indexOf("\r\n\r\n");
    const length = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(received)?.[1]);
    if (end < 0 || received.length < end + 4 + length) return;
    const status = received.slice(9, 12);
    received = "";
    if (status.startsWith("2")) settle?.resolve();
    else settle?.reject(new Error(`the server answered ${status}`));
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      }),
    close: () => void socket.destroy(),
  };
}
