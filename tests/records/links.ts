import type { MessageOf } from "../../src/domain/message/index.ts";
import { fileDoor } from "../../src/entry/files.ts";
import { fileRoutes } from "../../src/http/files.ts";
import { open } from "../http/door.ts";
import type { Person } from "../world/people.ts";
import { expectSay, type World } from "../world/world.ts";

/** The pages and files of a world behind a real HTTP door. Close it with `forget` of tests/http/door.ts. */
export const openPages = async (world: World): Promise<string> => {
  const url = await open({ more: fileRoutes(fileDoor(world.ports)) });
  world.hasUrl(url);
  return url;
};

/** Writes `export` and gets the link. */
export const asks = async (person: Person, words = "export"): Promise<string> => {
  const { link = "" } = expectSay(await person.writes(words), "file-offered") as MessageOf<"file-offered">;
  return link;
};

/** The address behind the button of a page, as a browser finds it. */
export const buttonOf = async (link: string): Promise<string> => {
  const page = await (await fetch(link)).text();
  const action = /<form method="get" action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) throw new Error(`no button on the page:\n${page}`);
  return new URL(action, link).href;
};

/** Follows a link and presses *Download*. */
export const takes = async (link: string): Promise<Response> => fetch(await buttonOf(link));
