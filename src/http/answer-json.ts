import type { Response } from "restify";

/**
 * Answers in JSON, unless the request has been answered already. @param rest resolves once the rest of the request's body is dropped: until then the connection stays
 * open, since a caller who is hung up on while it sends may lose the answer
 */
export const answerJson = (response: Response, status: number, body: object, rest?: Promise<void>): void => {
  if (response.headersSent || response.destroyed) return;
  const json = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(json),
    "cache-control": "no-store",
  });
  if (!rest) return void response.end(json);
  // Node holds the head of an answer to HEAD back until its end.
  response.flushHeaders();
  response.write(json);
  void rest.then(() => response.end());
};
