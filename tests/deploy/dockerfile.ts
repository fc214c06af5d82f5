import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rename } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

/** One instruction of a Dockerfile, with its lines joined: its name, and all that follows. */
type Instruction = { readonly name: string; readonly rest: string };

/** Reads a Dockerfile: comments are left out, and lines that end with a backslash go on. */
const instructionsOf = (text: string): readonly Instruction[] =>
  text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ name: line.split(" ")[0] ?? "", rest: line.slice(line.indexOf(" ") + 1).trim() }));

/** The user who runs in the image: nobody of this machine where the test is root, else this one. */
const asUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
export const imageUser = { uid: asUser.uid ?? process.getuid?.() ?? 0, gid: asUser.gid ?? process.getgid?.() ?? 0, spawn: asUser };

/** An image, as folders of this machine. */
export type Image = {
  /** The folder that stands for `/`. */
  readonly at: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly user: string;
  readonly base: string;
  readonly health: readonly string[];
  readonly command: readonly string[];
};

/** The exec form: without a shell, which would keep signals for itself. */
const execForm = (text: string): readonly string[] => {
  const words: unknown = JSON.parse(text);
  if (!Array.isArray(words) || !words.every((word) => typeof word === "string")) throw new Error(`Not the exec form: ${text}`);
  return words;
};

/** Files of the repository that git holds and `.dockerignore` lets through; it names all and then, with `!`, files and folders of the root. */
const contextOf = async (): Promise<readonly string[]> => {
  const { stdout } = await run("git", ["ls-files", "-z"], { cwd: root, maxBuffer: 16 * 1024 * 1024 });
  const rules = (await readFile(join(root, ".dockerignore"), "utf8")).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const [first, ...taken] = rules;
  if (first !== "*" || !taken.every((rule) => /^![\w.-]+$/.test(rule)))
    throw new Error(".dockerignore has rules that this test does not know.");
  return stdout.split("\0").filter((file) => file !== "" && taken.includes(`!${file.split("/")[0]}`));
};

/** Runs the steps of the Dockerfile in folders of `scratch`, one for each of its stages. It knows the instructions in use, and refuses any other. */
export const buildImage = async (scratch: string): Promise<Image> => {
  const context = await contextOf();
  const stages = new Map<string, string>();
  let image: Image | undefined;
  for (const { name, rest } of instructionsOf(await readFile(join(root, "deploy/Dockerfile"), "utf8"))) {
    if (name === "FROM") {
      const [base = "", , stage = String(stages.size)] = rest.split(" ");
      const at = join(scratch, stage);
      stages.set(stage, at);
      await mkdir(join(at, "tmp"), { recursive: true });
      image = { at, workdir: "/", env: {}, volumes: [], user: "root", base, health: [], command: [] };
      continue;
    }
    if (!image) throw new Error("A Dockerfile begins with FROM.");
    image = await step(image, { name, rest }, context, stages);
  }
  if (!image) throw new Error("The Dockerfile is empty.");
  return image;
};

const step = async (
  image: Image,
  { name, rest }: Instruction,
  context: readonly string[],
  stages: ReadonlyMap<string, string>,
): Promise<Image> => {
  const inImage = (path: string) => join(image.at, resolve(image.workdir, path));
  switch (name) {
    case "ENV": {
      const [key = "", value = ""] = rest.split("=");
      return { ...image, env: { ...image.env, [key]: value } };
    }
    case "WORKDIR":
      await mkdir(join(image.at, rest), { recursive: true });
      return { ...image, workdir: rest };
    case "COPY": {
      const words = rest.split(" ");
      const to = inImage(words.at(-1) ?? "");
      const [, from] = /^--from=(\w+)$/.exec(words[0] ?? "") ?? [];
      // Nothing else uses the stage that it comes from, so what would be copied may be moved.
      if (from !== undefined) await rename(join(stages.get(from) ?? "", words[1] ?? ""), to);
      else for (const source of words.slice(0, -1)) await copy(source, to, context);
      return image;
    }
    case "RUN": {
      // The paths of the image are folders here, and its user is the one who will run in it.
      const command = rest.replace(/(?<= )\/(?=\w)/g, `${image.at}/`).replaceAll("node:node", `${imageUser.uid}:${imageUser.gid}`);
      const env = { ...process.env, ...image.env, npm_config_prefer_offline: "true", npm_config_loglevel: "error" };
      await run("sh", ["-c", command], { cwd: join(image.at, image.workdir), env });
      return image;
    }
    case "VOLUME":
      return { ...image, volumes: [...image.volumes, rest] };
    case "USER":
      return { ...image, user: rest };
    case "EXPOSE":
      return image;
    case "HEALTHCHECK":
      return { ...image, health: execForm(rest.slice(rest.indexOf("CMD ") + 4)) };
    case "CMD":
      return { ...image, command: execForm(rest) };
    default:
      throw new Error(`This test does not know ${name}: teach it in tests/deploy/dockerfile.ts.`);
  }
};

/** Copies a file, or what is in a folder, as COPY does: a folder's name is that of the target. */
const copy = async (source: string, to: string, context: readonly string[]): Promise<void> => {
  const files = context.filter((file) => file === source || file.startsWith(`${source}/`));
  if (files.length === 0) throw new Error(`COPY ${source}: git does not hold it, or .dockerignore leaves it out.`);
  for (const file of files) {
    const target = file === source ? join(to, file) : join(to, file.slice(source.length));
    await mkdir(dirname(target), { recursive: true });
    await cp(join(root, file), target);
  }
};
