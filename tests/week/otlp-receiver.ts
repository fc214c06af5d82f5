import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

/** The fields of a message of Protocol Buffers, by number (https://protobuf.dev/programming-guides/encoding/). */
type Fields = ReadonlyMap<number, readonly (Buffer | bigint)[]>;

const fieldsOf = (bytes: Buffer): Fields => {
  const fields = new Map<number, (Buffer | bigint)[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const taken = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const [field, wire] = [tag >> 3, tag & 7];
    const value = wire === 0 ? varint() : taken(wire === 1 ? 8 : wire === 5 ? 4 : Number(varint()));
    fields.set(field, [...(fields.get(field) ?? []), value]);
  }
  return fields;
};

const inside = (fields: Fields, ...path: readonly number[]): readonly Fields[] =>
  path.reduce((all, field) => all.flatMap((one) => (one.get(field) ?? []).map((value) => fieldsOf(value as Buffer))), [fields]);
const text = (fields: Fields, field: number): string => String(fields.get(field)?.[0] ?? "");
const number = (fields: Fields, field: number): number => {
  const value = fields.get(field)?.[0];
  return Buffer.isBuffer(value) ? value.readDoubleLE() : Number(value ?? 0);
};

/** Attributes: KeyValue { key = 1, value = 2 }, and in it AnyValue { string = 1, bool = 2, int = 3, double = 4 }. */
const attributesOf = (fields: Fields, field: number): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    inside(fields, field).map((pair) => {
      const [value] = inside(pair, 2);
      const isText = value?.has(1) ?? false;
      return [text(pair, 1), value ? (isText ? text(value, 1) : number(value, value.has(3) ? 3 : 4)) : ""];
    }),
  );

/** A span or a point of a metric, as it came over the wire: the fields that Gnist fills, and whether there are others. */
type Got = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly resource: Readonly<Record<string, string | number>>;
  readonly isRoot?: boolean;
  /** A histogram's greatest value. */
  readonly max?: number;
};

/** https://github.com/open-telemetry/opentelemetry-proto/blob/v1.9.0/opentelemetry/proto/trace/v1/trace.proto */
const spansIn = (bytes: Buffer): readonly Got[] =>
  inside(fieldsOf(bytes), 1).flatMap((of) => {
    const resource = Object.assign({}, ...inside(of, 1).map((one) => attributesOf(one, 1)));
    return inside(of, 2, 2).map((span) => ({
      name: text(span, 5),
      attributes: attributesOf(span, 9),
      resource,
      isRoot: ((span.get(4)?.[0] as Buffer | undefined)?.length ?? 0) === 0,
    }));
  });

/** https://github.com/open-telemetry/opentelemetry-proto/blob/v1.9.0/opentelemetry/proto/metrics/v1/metrics.proto */
const pointsIn = (bytes: Buffer): readonly Got[] =>
  inside(fieldsOf(bytes), 1).flatMap((of) => {
    const resource = Object.assign({}, ...inside(of, 1).map((one) => attributesOf(one, 1)));
    return inside(of, 2, 2).flatMap((metric) => [
      ...inside(metric, 7, 1).map((point) => ({ name: text(metric, 1), attributes: attributesOf(point, 7), resource })),
      ...inside(metric, 9, 1).map((point) => ({
        name: text(metric, 1),
        attributes: attributesOf(point, 9),
        resource,
        max: number(point, 12),
      })),
    ]);
  });

/** A receiver of OTLP on a loopback port. @param answers whether it answers, or lets each sender wait for ever */
export const startReceiver = async (answers = true) => {
  const bodies: { readonly path: string; readonly body: Buffer }[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => void parts.push(part));
    request.on("end", () => {
      const whole = Buffer.concat(parts);
      bodies.push({ path: request.url ?? "", body: request.headers["content-encoding"] === "gzip" ? gunzipSync(whole) : whole });
      for (const look of waiting) look();
      if (answers) response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = (path: string) => bodies.filter((one) => one.path === path).map(({ body }) => body);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    spans: () => at("/v1/traces").flatMap(spansIn),
    points: () => at("/v1/metrics").flatMap(pointsIn),
    /** Waits for a span of a name with an attribute. */
    hasSpan: (name: string, key: string, value: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (
            !at("/v1/traces")
              .flatMap(spansIn)
              .some((span) => span.name === name && span.attributes[key] === value)
          )
            return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
