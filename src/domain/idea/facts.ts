/** Facts of an idea that go together. */

/** Of an open request. */
export const requestFacts = ["askedOwner", "askedBy", "askedDue", "request"] as const;

/** Of a silence that its owner has been asked about. */
export const quiet = ["nudgedAt", "toldQuietAt"] as const;

/** They go with each sign of its owner. */
export const sign = [...quiet, "help"] as const;

/** Of an owner. */
export const ownership = ["owner", "takenAt", "due", "test", "heardAt", ...sign] as const;

/** Of an owner who has given it back, for *Undo*. */
export const given = ["gaveFrom", "gaveDue", "gaveTest", "gaveWhy", "openThen"] as const;

/** Of the thing that its owner counts. */
export const counting = ["counts", "numbers", "countedLast"] as const;
