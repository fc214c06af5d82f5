import { open, readFile, stat, unlink, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isCode } from "./folder-fault.ts";

/** The folder has a holder that is alive: starting, running or just closing. */
export class FolderInUse extends Error {}

/** How often the lock is touched, and when an untouched one counts as left behind, ms. */
const touchMs = 3_000;
const abandonedMs = 15_000;

/**
 * Who holds a lock. A pid comes again: in a container it is often the same after every start. `since` tells this process from an earlier one, and `born`,
 * which only Linux knows, any two: it is the start of the machine and of the process, by no clock that could be set.
 */
type Holder = { readonly pid: number; readonly host: string; readonly since: number; readonly born?: string | undefined };

/**
 * Two processes on one folder would overwrite each other's files, so a lock file names the one that may. A crash leaves it behind: then it is
 * taken over, at once when its process is known to be dead, after 15 s untouched when it was on another machine (or container).
 * @returns what unlocks.
 * @throws FolderInUse
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, "gnist.lock");
  const me: Holder = { pid: process.pid, host: hostname(), since: Math.round(performance.timeOrigin), born: await bornOf(process.pid) };
  while (!(await isWritten(path, me))) {
    const found = await holderOf(path);
    if (found === undefined) continue;
    if (await isAlive(found, me)) throw new FolderInUse(inUse(dataDir, path, found.holder));
    await removeStale(path, me);
  }
  const touching = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), touchMs);
  touching.unref();
  return async () => {
    clearInterval(touching);
    await removed(path);
  };
}

function inUse(dataDir: string, path: string, holder: Holder | undefined): string {
  const who = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}`;
  return (
    `The folder ${dataDir} is in use by ${who}. Only one Gnist may use an embedded store: stop the other one, give this one a folder of its ` +
    `own, or use an Azure storage account. If the other one has crashed, try again in ${abandonedMs / 1000} s; if that process is no Gnist, delete ${path}.`
  );
}

/** Writes the lock. A full disk must not leave an empty one, which would be minded for a while. @returns false when there is one. */
async function isWritten(path: string, me: Holder): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(JSON.stringify(me));
    } catch (error) {
      await removed(path);
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** Several may find a stale lock at once. Only who holds the guard may remove it, and looks again first: it may be a new one by now. */
async function removeStale(path: string, me: Holder): Promise<void> {
  const guard = `${path}.takeover`;
  try {
    await (await open(guard, "wx", 0o600)).close();
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    const held = await holderOf(guard);
    if (held !== undefined && held.untouchedMs > abandonedMs) await removed(guard);
    else await wait(20);
    return;
  }
  try {
    const found = await holderOf(path);
    if (found !== undefined && !(await isAlive(found, me))) await removed(path);
  } finally {
    await removed(guard);
  }
}

type Found = { readonly holder: Holder | undefined; readonly untouchedMs: number };

async function holderOf(path: string): Promise<Found | undefined> {
  try {
    const [text, { mtimeMs }] = [await readFile(path, "utf8"), await stat(path)];
    return { holder: parsed(text), untouchedMs: Date.now() - mtimeMs };
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** A lock that cannot be read may just be being written. */
function parsed(text: string): Holder | undefined {
  try {
    const { pid, host, since, born } = JSON.parse(text) as Partial<Record<string, unknown>>;
    if (typeof pid !== "number" || typeof host !== "string" || typeof since !== "number") return undefined;
    return { pid, host, since, born: typeof born === "string" ? born : undefined };
  } catch {
    return undefined;
  }
}

async function isAlive({ holder, untouchedMs }: Found, me: Holder): Promise<boolean> {
  if (holder === undefined || holder.host !== me.host) return untouchedMs < abandonedMs;
  if (holder.pid === me.pid) return holder.since === me.since;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return isCode(error, "EPERM");
  }
  return holder.born === undefined || me.born === undefined || (await bornOf(holder.pid)) === holder.born;
}

/** When a process was born, see Holder; undefined for one that has ended (also when nobody has noticed: a zombie), and where there is no Linux. */
async function bornOf(pid: number): Promise<string | undefined> {
  try {
    const machine = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    const text = await readFile(`/proc/${pid}/stat`, "utf8");
    // Behind the name, which may hold anything: fields 3 (state) to 22 (start), https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : `${machine} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** Removes a file; that another has done so is fine. */
async function removed(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (!isCode(error, "ENOENT")) throw error;
  });
}
