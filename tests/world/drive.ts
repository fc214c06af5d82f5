import type { Channel } from "../../src/ports.ts";

/** The OneDrive of nobody: for worlds without files. */
export const noDrive: Pick<Channel, "upload"> = {
  upload: async () => ({ no: { outcome: "refused", why: "gone", detail: "no drive" } }),
};

/** A person's OneDrive, as the flows see it: an address that Teams has opened takes one file. */
export const openDrive = () => {
  const sessions = new Map<string, Uint8Array | "open">();
  let isAway = false;
  const drive: Pick<Channel, "upload"> = {
    upload: async (url, bytes) => {
      if (isAway || sessions.get(url) !== "open") return { no: { outcome: "refused", why: "gone", detail: "404" } };
      sessions.set(url, bytes);
      return { got: true };
    },
  };
  return {
    drive,
    /** From now on it takes nothing. */
    goesAway(): void {
      isAway = true;
    },
    /** Teams opens a session when a person accepts. */
    opens: (url: string): void => {
      if (!sessions.has(url)) sessions.set(url, "open");
    },
    /** The last file that it has taken. */
    last: (): Uint8Array | undefined => [...sessions.values()].findLast((one) => one !== "open"),
  };
};
