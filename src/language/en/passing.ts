export const passing = {
  passing: {
    here: (team: string) => `This channel is now for the coordinators: ideas that other teams pass on to ${team} come here.`,
    hereWhat: (team: string) =>
      `Leads of other teams can choose ${team} under Coordinators in their settings. All members of this team are coordinators.`,
    notWeekly: "I do not ask this team every week any more: a lead can switch Ask this team weekly on again in Settings.",
    move: "To move this, write coordinators here in another channel. Undo ends it.",
    weekly: "I ask this team every week again.",
    ended: (team: string) => `${team} takes no more ideas from other teams. What was passed on before can still be answered.`,
  },
};

export type PassingWords = typeof passing;
