import type { IncomingMessage, ServerResponse } from "node:http";
import type { Ledger } from "./ledger.ts";

/** A part of a file is a multiple of 320 KiB, except the last, and smaller than 60 MiB: https://learn.microsoft.com/graph/api/driveitem-createuploadsession */
const unit = 320 * 1024;
const largestPart = 60 * 1024 * 1024;

type Session = { readonly name: string; readonly parts: Buffer[]; next: number; total?: number };

/** The fate of the next request to an upload session: an answer instead, or one that is lost after the part was taken. */
export type UploadFate = "as-usual" | { readonly status: number; readonly headers?: Record<string, string> } | "answer-lost" | "silence";

/** People's OneDrives, as a bot sees them: upload sessions whose address is the right to write there. */
export const buildOneDrive = (base: () => string, ledger: Ledger) => {
  const sessions = new Map<string, Session>();
  const fates: UploadFate[] = [];

  const put = (session: Session, request: IncomingMessage, body: Buffer): { readonly status: number; readonly body?: unknown } => {
    const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(String(request.headers["content-range"])) ?? [];
    if (from === undefined)
      return { status: 400, body: { error: { code: "invalidRequest", message: "Content-Range must include a total length" } } };
    const part = { from: Number(from), to: Number(to), total: Number(total) };
    const isLast = part.to + 1 === part.total;
    if (part.to - part.from + 1 !== body.length || body.length >= largestPart || (!isLast && body.length % unit !== 0))
      return { status: 400 };
    if (part.from !== session.next || (session.total ?? part.total) !== part.total) return { status: 416 };
    Object.assign(session, { next: part.to + 1, total: part.total });
    session.parts.push(body);
    return isLast
      ? { status: 201, body: { id: "912310013A123", name: session.name, size: part.total, file: {} } }
      : { status: 202, body: { expirationDateTime: "2026-12-01T00:00:00Z", nextExpectedRanges: [`${session.next}-`] } };
  };

  const answerTo = (session: Session | undefined, request: IncomingMessage, body: Buffer) => {
    // A token here would be one that the file service was never meant to see.
    if (request.headers.authorization !== undefined) {
      ledger.faults.push("The bot sent its token to a file service.");
      return { status: 401 };
    }
    if (!session || session.next === session.total) return { status: 404 };
    if (request.method === "PUT") return put(session, request, body);
    if (request.method !== "GET") return { status: 405 };
    return { status: 200, body: { expirationDateTime: "2026-12-01T00:00:00Z", nextExpectedRanges: [`${session.next}-`] } };
  };

  return {
    fates,
    /** Opens a session, as Teams does when a person accepts. */
    opens: (name: string) => {
      const id = `s${sessions.size + 1}`;
      sessions.set(id, { name, parts: [], next: 0 });
      const contentUrl = `${base()}/personal/${id}/${encodeURIComponent(name)}`;
      return {
        contentUrl,
        name,
        uploadUrl: `${base()}/upload/${id}?tempauth=secret-${id}`,
        uniqueId: `1150D938-${id}`,
        fileType: name.split(".").at(-1) ?? "",
      };
    },
    /** The whole files that lie there, in the order of their sessions. */
    files: (): readonly { readonly name: string; readonly bytes: Buffer }[] =>
      [...sessions.values()].flatMap(({ name, parts, next, total }) => (next === total ? [{ name, bytes: Buffer.concat(parts) }] : [])),
    isUpload: (url: string | undefined): boolean => url?.startsWith("/upload/") === true,
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const session = sessions.get(/^\/upload\/(\w+)\?/.exec(request.url ?? "")?.[1] ?? "");
      const fate = fates.shift();
      if (fate === "silence") return;
      if (typeof fate === "object") return void response.writeHead(fate.status, fate.headers).end();
      const { status, body } = answerTo(session, request, Buffer.concat(chunks));
      if (fate === "answer-lost") return void request.socket.destroy();
      response.writeHead(status, { "content-type": "application/json" }).end(body === undefined ? undefined : JSON.stringify(body));
    },
  };
};

export type OneDrive = ReturnType<typeof buildOneDrive>;
