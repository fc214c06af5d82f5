import { Agent, request as httpRequest } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { forget, open } from "./door.ts";

afterEach(forget);

/** Posts on one connection that the caller keeps, as a front end does. @returns the status, with what the answer says of the connection */
const posts = (agent: Agent, url: string, body: string) =>
  new Promise<readonly [number, string | undefined]>((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": body.length };
    const sent = httpRequest(`${url}/api/messages`, { method: "POST", agent, headers }, (response) => {
      response.resume().once("end", () => resolve([response.statusCode ?? 0, response.headers.connection]));
    });
    sent.on("error", reject).end(body);
  });

describe("a caller that keeps its connection", () => {
  const admit = async () => ({ status: 401, body: { code: "Refused" } });
  const tooLong = "x".repeat(300 * 1024);

  test.each<[string, { readonly admit?: typeof admit }, string, number]>([
    ["too long a body", {}, tooLong, 413],
    ["a stranger's too long body", { admit }, tooLong, 401],
    ["a far too long body", {}, "x".repeat(8 * 2 ** 20), 413],
  ])("hears the answer to %s, and its next request is answered too", async (_, how, body, status) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const url = await open(how);
    const next = how.admit ? 401 : 200;
    for (let turn = 0; turn < 20; turn += 1) {
      expect((await posts(agent, url, "{}"))[0]).toBe(next);
      expect(await posts(agent, url, body)).toEqual([status, "close"]);
    }
    expect((await posts(agent, url, "{}"))[0]).toBe(next);
    agent.destroy();
  });

  test("keeps it after a short body that nobody reads", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const url = await open({ admit });
    for (let turn = 0; turn < 3; turn += 1) expect(await posts(agent, url, "{}")).toEqual([401, "keep-alive"]);
    agent.destroy();
  });
});
