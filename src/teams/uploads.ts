import { setTimeout as wait } from "node:timers/promises";
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
  proxyPolicy,
} from "@azure/core-rest-pipeline";
import { z } from "zod";
import type { Answered, Channel } from "../ports.ts";
import { failureOf, faultOf, faultOfAnswer } from "./delivery.ts";

/** The wait (ms) where the file service names none. */
const waitMs = 2_000;

/** The service lists what it lacks as "0-" or "327680-655359". Once it has everything, it answers with the file instead. */
const session = z.object({ nextExpectedRanges: z.array(z.string().regex(/^\d+(-\d*)?$/)).min(1) });

const nextIn = (body: string): number | undefined => {
  try {
    const [range = ""] = session.parse(JSON.parse(body)).nextExpectedRanges;
    return Number.parseInt(range, 10);
  } catch {
    return undefined;
  }
};

/** A part of a file. `from`: its first byte; `total`: the bytes of the whole file. */
type FilePart = { readonly from: number; readonly total: number; readonly bytes: Uint8Array };

/** The bytes of one part: a multiple of 320 KiB, as OneDrive wants it. */
const partBytes = 10 * 320 * 1024;

/** Tries of a request, and the longest wait (ms) between two. */
const mostTries = 5;

/** Times of uploads (ms): the longest that one request may take, and the longest wait between two tries. */
export type UploadTimes = { readonly limitMs: number; readonly longestWaitMs: number };

const gone: Answered<never> = { no: { outcome: "refused", why: "gone", detail: "no upload session" } };

/**
 * Puts files where a person's Teams takes them: an upload session of OneDrive, https://learn.microsoft.com/graph/api/driveitem-createuploadsession. The address
 * itself is the right to write there, so it stands in no log line and no fault, and no token of Gnist's goes with it. No redirect is followed.
 * @param local ignores the proxy that the environment names
 */
export const openUploads = (
  mayUpload: (uploadUrl: string) => boolean,
  { limitMs, longestWaitMs }: UploadTimes,
  local: boolean,
): Pick<Channel, "upload"> => {
  const client = createDefaultHttpClient();
  const proxy = local ? undefined : proxyPolicy();

  const call = async (request: PipelineRequest): Promise<Answered<{ readonly status: number; readonly body: string }>> => {
    try {
      const send = (one: PipelineRequest) => client.sendRequest(one);
      const { status, headers, bodyAsText } = await (proxy ? proxy.sendRequest(request, send) : send(request));
      const body = bodyAsText ?? "";
      if (status >= 200 && status <= 299) return { got: { status, body } };
      return { no: failureOf(faultOfAnswer({ status, body, retryAfter: headers.get("retry-after") }), true, waitMs) };
    } catch (error) {
      return { no: failureOf(faultOf(error, true), true, waitMs) };
    }
  };

  const requestTo = (url: string, method: "GET" | "PUT", part?: FilePart): PipelineRequest =>
    createPipelineRequest({
      url,
      method,
      headers: createHttpHeaders({
        accept: "application/json",
        "user-agent": "Gnist",
        ...(part === undefined
          ? {}
          : {
              "content-type": "application/octet-stream",
              "content-range": `bytes ${part.from}-${part.from + part.bytes.length - 1}/${part.total}`,
            }),
      }),
      ...(part === undefined ? {} : { body: part.bytes }),
      abortSignal: AbortSignal.timeout(limitMs),
      // `mayUpload` has decided already which addresses may be called, and which without TLS.
      allowInsecureConnection: true,
    });

  /** The first byte that the service lacks. May be repeated. */
  const lacks = async (url: string): Promise<Answered<number>> => {
    const answer = await call(requestTo(url, "GET"));
    if ("no" in answer) return answer;
    const next = nextIn(answer.got.body);
    return next === undefined ? gone : { got: next };
  };

  const put = async (url: string, part: FilePart): Promise<Answered<number>> => {
    const answer = await call(requestTo(url, "PUT", part));
    if ("no" in answer) return answer;
    return { got: answer.got.status === 202 ? (nextIn(answer.got.body) ?? part.from + part.bytes.length) : part.total };
  };

  /** Makes a request again while it fails for a moment only. @param arrived finds out whether a failed one has done its work */
  const patiently = async (
    request: () => Promise<Answered<number>>,
    arrived: () => Promise<number | undefined> = async () => undefined,
  ): Promise<Answered<number>> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await request();
      if ("got" in answer || answer.no.outcome !== "later" || tries === mostTries) return answer;
      await wait(Math.min(answer.no.afterMs, longestWaitMs), undefined, { ref: false });
      const next = await arrived();
      if (next !== undefined) return { got: next };
    }
  };

  return {
    async upload(url, bytes) {
      if (!mayUpload(url)) return { no: { outcome: "refused", why: "refused", detail: "upload address not allowed" } };
      const begin = await patiently(() => lacks(url));
      if ("no" in begin) return begin;
      if (begin.got !== 0) return gone;
      const total = bytes.length;
      for (let at = 0; at < total; ) {
        const from = at;
        const part = { from, total, bytes: bytes.subarray(from, from + partBytes) };
        const isLast = from + part.bytes.length === total;
        const next = await patiently(
          () => put(url, part),
          // The part may have arrived although its answer was lost; after the last one there is no session any more.
          async () => {
            const now = await lacks(url);
            if ("no" in now) return isLast && now.no.outcome === "refused" && now.no.why === "gone" ? total : undefined;
            return now.got > from ? now.got : undefined;
          },
        );
        if ("no" in next) return next;
        if (next.got <= from) return gone;
        at = next.got;
      }
      return { got: true };
    },
  };
};
