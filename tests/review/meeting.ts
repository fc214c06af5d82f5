import { render } from "../../cards/index.ts";
import { textOf } from "../world/cards.ts";
import { day, nextRound, thisRound } from "../world/moments.ts";
import type { Post } from "../world/people.ts";
import { aTeam, generalChannel, type World } from "../world/world.ts";

/** Every post of a board, or of its minutes, in the team's channel. */
export const boardPosts = (world: World): readonly Post[] =>
  world.posted.filter(({ to, message }) => to === generalChannel && (message.say === "board" || message.say === "minutes"));

/** The newest of them, as people read it. */
export const boardText = (world: World): string => {
  const post = boardPosts(world).at(-1);
  return post ? textOf({ ...render(post.message, post.language).card }) : "";
};

export const inChannel = { in: "channel" } as const;

/** Names a button that stands beside an idea on the post in the channel. */
export const beside = (idea: string) => ({ ...inChannel, on: idea });

/** A team with something in each part of a board, on a Wednesday: Omar owns #1, which is late; #2 waits, #4 is new, and Pia has finished #3. */
export const aTeamToMeet = async (...more: readonly string[]) => {
  const team = await aTeam(...more);
  const { world, sara, omar, pia, jonas } = team;
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await pia.answers("Nobody orders gloves");
  await jonas.answers("The door sticks");
  await world.moveTo(thisRound.digest);
  await omar.writes("take #1", inChannel);
  await pia.writes("take #3", inChannel);
  await pia.presses("Save", { on: "Smallest test" });
  await pia.writes("done #3: we oiled it");
  await world.moveTo(nextRound.question);
  await sara.answers("The keys are lost");
  await world.moveTo(nextRound.digest);
  await world.moveTo(nextRound.digest + 8 * day);
  return team;
};
