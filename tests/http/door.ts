import { request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { type Door, type DoorSettings, openDoor } from "../../src/http/open-door.ts";
import { type Behind, type HttpRoute, routesTo } from "../../src/http/routes.ts";
import { openTestLog } from "../world/log.ts";

/** A door for tests, one at a time, and requests that `fetch` cannot make. */

const { log, logged } = openTestLog();

export { logged };

let door: Door | undefined;

/** Closes the door, where one is open. */
export const closeDoor = async (): Promise<void> => {
  await door?.close();
  door = undefined;
};

export const forget = async (): Promise<void> => {
  await closeDoor();
  logged.length = 0;
};

export const open = async ({
  more = [],
  ...how
}: Partial<DoorSettings & Behind> & { readonly more?: readonly HttpRoute[] } = {}): Promise<string> => {
  const behind: Behind = {
    messages: async (request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ heard: request.body ?? null }));
    },
    live: () => ({ version: "0.1.0" }),
    ready: async () => ({ ok: true, parts: { store: true, queue: true, clock: true } }),
    ...how,
  };
  door = await openDoor({ port: 0, host: "127.0.0.1", local: true, routes: [...routesTo(behind), ...more], log, ...how });
  return `http://127.0.0.1:${door.port}`;
};

export const post = (url: string, body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  fetch(`${url}/api/messages`, { method: "POST", body, headers });

/** Asks with headers that `fetch` would not let through. */
export const ask = (url: string, headers: Record<string, string>, method = "GET") =>
  new Promise<number>((resolve, reject) => {
    const sent = httpRequest(url, { method, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end();
  });

/** Everything that comes back for these bytes until the connection ends. `hears` is called with each piece of it. */
export const said = (url: string, bytes: string, hears: (socket: Socket) => void = () => {}) =>
  new Promise<string>((resolve, reject) => {
    let heard = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("latin1").on("data", (text) => {
      heard += text;
      hears(socket);
    });
    socket.once("error", reject).once("close", () => resolve(heard));
  });

/** Sends a body without an end, until the connection ends. `heard`: all that comes back; `sent`: the bytes of the body that the connection took. */
export const pours = (url: string, head: string) =>
  new Promise<{ readonly heard: string; readonly sent: number }>((resolve) => {
    let heard = "";
    let sent = 0;
    const piece = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(head, pour));
    const pour = () => {
      if (socket.writable)
        socket.write(piece, () => {
          sent += piece.length;
          pour();
        });
    };
    socket.setEncoding("latin1").on("data", (text) => {
      heard += text;
    });
    socket.on("error", () => {}).once("close", () => resolve({ heard, sent }));
  });

export const connected = (port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve();
    });
    socket.once("error", reject);
  });
