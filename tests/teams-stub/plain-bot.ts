import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Plain } from "../world/cards.ts";

/** A bot of plain HTTP that records activities and answers as the test says. */
export const startBot = async (answer: (activity: Plain) => unknown = () => undefined) => {
  const heard: Plain[] = [];
  const headers: (string | undefined)[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const activity = JSON.parse(Buffer.concat(chunks).toString()) as Plain;
    heard.push(activity);
    headers.push(request.headers.authorization);
    const said = answer(activity);
    response.writeHead(200, { "content-type": "application/json" }).end(said === undefined ? undefined : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const stop = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { heard, headers, url, stop };
};
