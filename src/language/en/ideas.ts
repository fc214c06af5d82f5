import type { CommandName } from "../../domain/commands.ts";
import type { Cost, Kind, Stage } from "../../domain/idea/idea.ts";
import { count } from "./shared.ts";

const kinds: Record<Kind, string> = {
  tools: "Tools and IT",
  routines: "Routines and paperwork",
  information: "Information",
  together: "Working together",
  rules: "Rules and procurement",
  premises: "Premises and equipment",
  served: "Those we serve",
  other: "Other",
};

const costs: Record<Cost, string> = {
  5: "A few minutes a week",
  30: "About half an hour a week",
  120: "A couple of hours a week",
  240: "Half a day a week",
  480: "A day a week or more",
};

const stages: Record<Stage, string> = {
  new: "New",
  planned: "Planned",
  testing: "Being tested",
  checking: "Being checked",
  adopted: "Done",
  stopped: "Stopped",
  merged: "Joined with another",
  held: "Held back",
  "passed-on": "Passed on",
  withdrawn: "Withdrawn",
};

const does: Partial<Record<CommandName, string>> = {
  idea: "write an idea at any time",
  "my-ideas": "what happened to your ideas",
  "my-actions": "what you have taken on",
  prompt: "get the question now",
  digest: "the latest digest",
  pause: "stop asking me for a while",
  resume: "ask me again",
  "who-sees-this": "who reads what you write",
  language: "change my language",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "ask the team now",
  draft: "the draft of the next digest",
  "digest-now": "post the digest now",
  "digest-here": "in a channel: post the digest here",
  settings: "days, times and people",
  status: "who got the question, and who did not",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "how it goes in all teams together",
  teams: "every team, and how it is",
};

const age = (days: number) =>
  days < 1
    ? "since today"
    : days < 14
      ? `for ${count(days, { one: "day", other: "days" })}`
      : `for ${count(Math.round(days / 7), { one: "week", other: "weeks" })}`;

export const ideas = {
  kinds,
  costs,
  stages,
  age: (days: number) => `open ${age(days)}`,
  receipt: {
    saved: "Saved. Thank you!",
    changed: "Changed. Thank you!",
    proposal: "What would make it easier",
    next: (when: string, named: boolean) =>
      `Your team sees it on ${when}, ${named ? "with" : "without"} your name. I tell you when something happens.`,
    rests: (named: boolean) =>
      `Your team is archived in Teams, so I rest. Once it is restored, it sees your idea, ${named ? "with" : "without"} your name. I tell you when something happens.`,
    shown: (number: number | undefined, post?: "fixed" | "on-its-way" | "rests") => {
      const where = `${number === undefined ? "It" : `It is #${number}. It`} is in the digest`;
      const change = {
        fixed: ", but I cannot change that post.",
        "on-its-way": ". The post is on its way: a change shows there once it stands, if I can change it.",
        rests: ", and a change shows there once the team is restored in Teams.",
      };
      return `${where}${post ? change[post] : ", and a change shows there too."} I tell you when something happens.`;
    },
    stands: (stage: string) => `Stands at: ${stage}`,
    second: "Your second text is not saved yet. Press Add another to send it too:",
    withdrawn: "Withdrawn. It is gone from Gnist, and no post of the team shows it. Copies people made, and Teams’ own records, stay.",
    withdrawnPosted: {
      gone: "Withdrawn. It is gone from Gnist and from the team’s post. Copies people made, and Teams’ own records, stay.",
      "leads-asked":
        "Withdrawn. It is gone from Gnist. I cannot change the team’s post that shows it, so I have asked the team leads to delete that post. Copies people made, and Teams’ own records, stay.",
      stays:
        "Withdrawn. It is gone from Gnist. I cannot change the team’s post that shows it: it stays until somebody deletes it. Copies people made, and Teams’ own records, stay.",
      "on-its-way":
        "Withdrawn. It is gone from Gnist. The team’s post is on its way: I take it out of that post too, and where I cannot, I ask the team leads to delete the post. Copies people made, and Teams’ own records, stay.",
      rests:
        "Withdrawn. It is gone from Gnist. The team’s post shows it until the team is restored in Teams. Copies people made, and Teams’ own records, stay.",
    },
  },
  lookUp: {
    whichTeam: "Which team do you mean?",
    moreTeams: "For another team, write this in its channel.",
    myIdeas: "My ideas",
    noIdeas: "You have no ideas here yet. Something in your way? Just write it.",
    myActions: "My actions",
    noActions: "You have taken nothing on. Press Take or ask in the digest when something appeals to you.",
    help: "What I can do",
    helpWhat: "Something in your way? Just write it here, one line is enough.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "For team leads",
    forAdmins: "For admins",
    aboutOne: "About one idea, by its number:",
    aboutOneSay: ["me too #42", "take #42", "ask #42 Sara", "not me #42", "done #42", "#42"],
    local: "Running on this machine: next jumps to the next thing that is due.",
    story: "The story so far",
  },
};

export type IdeasWords = typeof ideas;
