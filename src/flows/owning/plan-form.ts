import type { WrittenPlan } from "../../domain/action/owning.ts";
import type { PlanForm } from "../../domain/message/owning.ts";
import { readDueDate } from "../../domain/owning/due-date.ts";
import type { IdeaInTeam } from "../ideas/about-idea.ts";
import type { OfferedTests } from "./ready-tests.ts";

/** The test that a form plans: the ready one that was pressed, or the typed one. */
export const testIn = ({ ready, test }: WrittenPlan): string | undefined => ready || test || undefined;

/** A form that comes back keeps what was typed. @param proposed what it shows to an owner who has typed nothing */
export const planFormOf = (
  { team, stored, now }: Pick<IdeaInTeam, "team" | "stored" | "now">,
  typed: WrittenPlan,
  proposed: Pick<PlanForm, "due" | "offered" | "test">,
  { earlier, tip }: OfferedTests,
): PlanForm => {
  const isTyped = "got" in readDueDate(typed.due ?? "", team, now);
  const due = isTyped ? (typed.due ?? "") : proposed.due;
  const offered = isTyped ? typed.offered : proposed.offered;
  const test = testIn(typed) ?? proposed.test;
  const testsFrom = [...earlier.map(({ idea }) => ({ team: team.id, id: idea })), ...(tip ? [{ team: tip.from, id: tip.source }] : [])];
  const reach = typed.reach ?? stored.idea.reach;
  return {
    due,
    ...(offered === due ? { offered } : {}),
    ...(test ? { test } : {}),
    ...(reach ? { reach } : {}),
    ...(tip ? { tip: tip.test } : {}),
    earlier: earlier.map(({ test }) => test),
    testsFrom,
  };
};
