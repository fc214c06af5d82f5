import { z } from "zod";

/** From Monday to Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A person's own choices of when Gnist asks them. Each is missing until it is saved for the first time. */
export const ownTimesShape = {
  /** The weekday of their question. 0: that of their team. */
  askDay: z.literal([0, ...weekdays]).exactOptional(),
  /** The time of their question, `HH:mm`. Empty: that of their team. */
  askTime: z
    .string()
    .regex(/^(\d\d:\d\d)?$/)
    .exactOptional(),
  /** Their working days. Empty: Gnist may ask them on every day. */
  workingDays: z.array(z.literal(weekdays)).readonly().exactOptional(),
  /** They are asked in one of so many weeks at most. */
  askEvery: z.literal([1, 2, 4]).exactOptional(),
};

const ownTimes = z.object(ownTimesShape);
export type OwnTimes = Readonly<z.infer<typeof ownTimes>>;

/** A person's choices, with what counts where they have chosen nothing. */
export type ChosenTimes = Required<OwnTimes>;

export const chosenTimes = ({ askDay = 0, askTime = "", workingDays = [], askEvery = 1 }: OwnTimes): ChosenTimes => ({
  askDay,
  askTime,
  workingDays,
  askEvery,
});

/** The weeks between two questions, at least, that are more than they are now for a person whose team asks every so many weeks. */
export const lessOften = (own: OwnTimes, everyWeeks: 1 | 2 | 4): readonly (2 | 4)[] =>
  ([2, 4] as const).filter((weeks) => weeks > Math.max(everyWeeks, chosenTimes(own).askEvery));

/** Has the person ever chosen times? One who took all choices back counts too: an earlier question may have come at a time of their own. */
export const hasOwnTimes = ({ askDay, askTime, workingDays, askEvery }: OwnTimes): boolean =>
  askDay !== undefined || askTime !== undefined || workingDays !== undefined || askEvery !== undefined;
