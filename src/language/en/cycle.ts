export const cycle = {
  finish: {
    title: "What came of it?",
    what: "A line is enough. If it did not work, that is worth knowing too.",
    result: "What came of it",
    resultHint: "Badges are printed on Fridays. Saves us half an hour a week.",
    done: "Done. Good work!",
    doneWhat: "The team sees it in the next digest. The people behind the idea hear it now.",
    reopened: "Undone. It is open again.",
  },
};

export type CycleWords = typeof cycle;
