import type { Response } from "restify";

/** Answers in JSON, unless the request has been answered already. */
export const answerJson = (response: Response, status: number, body: object): void => {
  if (response.headersSent || response.destroyed) return;
  const json = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(json),
    "cache-control": "no-store",
  });
  response.end(json);
};
