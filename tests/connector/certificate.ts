import { createPublicKey, createSign, generateKeyPairSync } from "node:crypto";

/** A certificate of this machine (127.0.0.1) that vouches for itself, as PEM, because Node makes keys and no certificates. RFC 5280 says what its bytes mean. */
export const ownCertificate = (): { readonly key: string; readonly cert: string } => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const signature = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)); // ecdsa-with-SHA256
  const name = sequence(tagged(0x31, sequence(oid(0x55, 0x04, 0x03), tagged(0x0c, Buffer.from("127.0.0.1")))));
  const year = new Date().getUTCFullYear() % 100;
  const day = (of: number) => tagged(0x17, Buffer.from(`${String(of).padStart(2, "0")}0101000000Z`));
  const address = sequence(tagged(0x87, Buffer.from([127, 0, 0, 1])));
  const alternative = sequence(oid(0x55, 0x1d, 0x11), tagged(0x04, address));
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))), // version 3
    tagged(0x02, Buffer.from([1])),
    signature,
    name,
    sequence(day(year - 1), day(year + 2)),
    name,
    publicKey,
    tagged(0xa3, sequence(alternative)),
  );
  const signed = createSign("SHA256").update(body).sign(privateKey);
  const der = sequence(body, signature, tagged(0x03, Buffer.concat([Buffer.from([0]), signed])));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${(der.toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END CERTIFICATE-----\n`,
  };
};

const tagged = (tag: number, content: Buffer): Buffer => {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const oid = (...bytes: readonly number[]): Buffer => tagged(0x06, Buffer.from(bytes));
