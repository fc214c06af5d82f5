import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Download, dispositionOf, type Files, fileRoutes } from "../../src/http/files.ts";
import { ask, forget, logged, open } from "./door.ts";

afterEach(forget);

const token = "AAAAAAAAAAAAAAAAAAAAAA";
const page = { status: 200, html: "<!doctype html><title>The record</title>", policy: "default-src 'none'" };

const piece = new Uint8Array(64 * 1024).fill(7);

/** Files behind a door: one of so many pieces, and what became of it. */
const withFile = async (pieces = 3, more: Partial<Files> = {}) => {
  const seen = { made: 0, given: 0, taken: 0, freed: 0 };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      for (let at = 0; at < pieces; at += 1) {
        seen.given += 1;
        yield piece;
      }
    } finally {
      seen.freed += 1;
    }
  }
  const download = (): Download => ({
    name: "gnist-norra-vårdcentralen.zip",
    type: "application/zip",
    bytes: bytes(),
    taken: async () => {
      seen.taken += 1;
    },
  });
  const files: Files = {
    look: async () => page,
    name: async (one) => (one === token ? "gnist-norra-vårdcentralen.zip" : undefined),
    take: async (one) => {
      seen.made += 1;
      return one === token ? download() : undefined;
    },
    busy: () => ({ ...page, status: 503 }),
    ...more,
  };
  const url = await open({ more: fileRoutes(files) });
  return { seen, page: `${url}/files/${token}`, file: `${url}/files/${token}/gnist.zip`, url };
};

/** Begins to take the file, and reads nothing of it. */
const begins = (url: string) =>
  new Promise<() => void>((resolve, reject) => {
    const sent = request(url, { agent: false }, (response) => {
      response.pause();
      resolve(() => response.destroy());
    });
    sent.on("error", reject).end();
  });

describe("the page", () => {
  test("takes nothing, however often a link scanner asks for it", async () => {
    const { page: url, seen } = await withFile();
    for (let times = 0; times < 3; times += 1) expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
    expect(seen).toEqual({ made: 0, given: 0, taken: 0, freed: 0 });
  });

  test("is kept by nobody, and tells no other page where its reader was", async () => {
    const { page: url } = await withFile();
    const { headers } = await fetch(url);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
      "content-security-policy": "default-src 'none'",
    });
  });
});

describe("the file", () => {
  test("comes whole, under its own name, and counts as taken once", async () => {
    const { file, seen } = await withFile();
    const response = await fetch(file);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="gnist-norra-vardcentralen.zip"; filename*=UTF-8''gnist-norra-v%C3%A5rdcentralen.zip`,
    );
    expect(response.headers.get("content-type")).toBe("application/zip");
    expect((await response.arrayBuffer()).byteLength).toBe(3 * piece.length);
    await vi.waitFor(() => expect(seen).toEqual({ made: 1, given: 3, taken: 1, freed: 1 }));
  });

  test("is not taken by HEAD", async () => {
    const { file, seen } = await withFile();
    expect(await ask(file, {}, "HEAD")).toBe(200);
    expect(seen.made).toBe(0);
  });

  test("is made no faster than its reader takes it, and all is free once they go", async () => {
    const { file, seen } = await withFile(10_000);
    const leave = await begins(file);
    await vi.waitFor(() => expect(seen.given).toBeGreaterThan(0));
    // Socket buffers of both ends hold some megabytes: then it stands still.
    let before = -1;
    await vi.waitFor(
      () => {
        const last = before;
        before = seen.given;
        expect(before).toBe(last);
      },
      { interval: 100, timeout: 10_000 },
    );
    expect(seen.given).toBeLessThan(1_000);
    leave();
    await vi.waitFor(() => expect(seen).toMatchObject({ taken: 0, freed: 1 }));
    const again = await fetch(file);
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });

  test("is made for four readers at once; a fifth is asked to wait", async () => {
    const { file, seen } = await withFile(10_000);
    const leaving = await Promise.all([1, 2, 3, 4].map(() => begins(file)));
    const fifth = await fetch(file);
    expect([fifth.status, fifth.headers.get("retry-after"), fifth.headers.get("content-type")]).toEqual([
      503,
      "60",
      "text/html; charset=utf-8",
    ]);
    for (const leave of leaving) leave();
    await vi.waitFor(() => expect(seen.freed).toBe(4));
    const sixth = await fetch(file);
    expect(sixth.status).toBe(200);
    await sixth.body?.cancel();
  });

  test("makes room when its reader, who asked for several on one connection, goes", async () => {
    const { file, seen } = await withFile(10_000);
    const { port, pathname } = new URL(file);
    const reader = connect(Number(port), "127.0.0.1").pause();
    reader.write(`GET ${pathname} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(4));
    await vi.waitFor(() => expect(seen.made).toBe(4));
    reader.resetAndDestroy();
    await vi.waitFor(() => expect(seen).toMatchObject({ taken: 0, freed: 4 }));
    const next = await fetch(file);
    expect(next.status).toBe(200);
    await next.body?.cancel();
  });

  test("that fails in the middle looks like no whole one", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield piece;
      throw new Error("the store is away");
    }
    const taken = vi.fn(async () => undefined);
    const { file } = await withFile(1, { take: async () => ({ name: "a.zip", type: "application/zip", bytes: broken(), taken }) });
    await expect(fetch(file).then((response) => response.arrayBuffer())).rejects.toThrow();
    expect(taken).not.toHaveBeenCalled();
  });

  test("that is not there is answered with the page that says so", async () => {
    const { url } = await withFile(1, { look: async () => ({ ...page, status: 404 }) });
    const response = await fetch(`${url}/files/BBBBBBBBBBBBBBBBBBBBBB/gnist.zip`);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  });
});

test("no line of the log holds a token", async () => {
  const { url, page: own } = await withFile(1, {
    look: async () => {
      throw new Error(`no such file ${token}`);
    },
  });
  await fetch(own);
  await fetch(`${own}/a/b/c`);
  await fetch(own, { method: "DELETE" });
  await fetch(`${url}/files/${token}%zz`);
  expect(logged.length).toBeGreaterThan(0);
  expect(JSON.stringify(logged)).not.toContain(token);
});

test("a name of a file is quoted so that nothing of it is read as a header", () => {
  expect(dispositionOf('a";\r\nx: y')).toBe(`attachment; filename="a--x: y"; filename*=UTF-8''a%22%3B%0D%0Ax%3A%20y`);
});
