import { count, number } from "./shared.ts";
export const teams = {
  welcome: {
    title: "Hello, I am Gnist",
    added: (addedBy: string | undefined, team: string) => `${addedBy ?? "Somebody"} added me to ${team}.`,
    what: "Once a week I ask each of you, in your own chat, what got in your way. One line is enough.",
    after: "Here you will then see what came up, and choose together what to try.",
    secret: "Gnist never shows who wrote what, unless you choose to show your name. Your employer's IT can search Teams chats.",
    firstPrompt: "First question",
    firstDigest: "First digest",
    zone: "Time zone",
    leads: "Team lead",
    noLead: "Nobody yet",
    large: "This is a large team, so I will wait until a lead says yes.",
    personWhat: (team: string | undefined) =>
      `Once a week I ask what got in your way${team ? ` in ${team}` : ""}. One line is enough. Your team sees it, without your name unless you choose to show it.`,
    stop: "In the first 24 hours I will ask nobody in this team, unless a team lead writes prompt now. If you do not want to be asked, write pause to me in our own chat.",
    personQuiet: (when: string) => `I will not ask you before ${when}, unless a team lead writes prompt now.`,
    personStop: "If you do not want to be asked, press Pause or write pause.",
    personAnyTime: "Something in your way right now? Just write it here.",
    noTeam: "I am not in a team of yours yet. Add me to a team in Teams and we can start.",
    help: "Write help to see what I can do.",
    local: "Running on this machine. Write next to jump to the next thing that is due.",
  },
  lead: {
    claim: (name: string, team: string) => `${name} says they lead ${team}. Is that right?`,
    claimOpenly:
      "This team has no lead now. It is settled once two of you have pressed Yes, they lead. In a team of two, the other one's yes is enough.",
    wanted: (team: string) =>
      `Nobody leads ${team} any more. Do you lead it now? Then press the button. If somebody has to confirm it, I will ask them.`,
    wantedOwner: (team: string) =>
      `The last lead of ${team} has left. You own an idea there, so I ask you first: do you lead the team now? If so, press the button. If somebody has to confirm it, I will ask them.`,
    half: (name: string, team: string, more: number) =>
      `Thank you. ${count(more, { one: "more person has", other: "more people have" })} to confirm that ${name} leads ${team}.`,
    claimTitle: "Who leads the team?",
    what: "A lead sees the draft before the digest is posted, and can change days and times. Gnist never shows who wrote what.",
    willAsk: (team: string, day: string) => `Thank you. On ${day} I will ask somebody who can confirm that you lead ${team}.`,
    asked: (team: string) => `Thank you. I have asked somebody who can confirm that you lead ${team}.`,
    youNow: (team: string) => `You now lead ${team}.`,
    youAlready: (team: string) => `You already lead ${team}.`,
    now: (name: string, team: string) => `${name} now leads ${team}.`,
    already: (name: string, team: string) => `${name} already leads ${team}.`,
    not: (name: string, team: string) => `Noted: ${name} does not lead ${team}.`,
    largeTitle: (size: number) => `Shall I ask all ${number(size)}?`,
    large: (team: string, when: string) =>
      `${team} is a large team, so I am waiting for your yes. If you press Ask everybody, the first question goes out ${when}.`,
    largeAgreed: (team: string, when: string) => `Everybody in ${team} gets the question ${when}.`,
  },
  substitute: {
    set: (name: string, until: string) => `${name} stands in for you until the end of ${until}.`,
    tells: "I will tell them.",
    tellsOn: (day: string) => `I will tell them on ${day}.`,
    setWhat: "The draft and other cards for leads go to them instead of you until then.",
    notReached: (name: string) =>
      `I cannot reach ${name} in chat. Please tell them yourself. Until I can reach them, the cards for leads will still come to you.`,
    keeps: "You can still do everything yourself. Write draft to see the draft.",
    ended: (name: string) => `${name} does not stand in for you. The cards for leads come to you.`,
    left: (name: string, team: string) =>
      `${name} is not in ${team} any more and does not stand in for you. The cards for leads come to you again.`,
    title: (name: string) => `You stand in for ${name}`,
    until: (until: string) => `Until the end of ${until}.`,
    what: "Until then the draft and other cards for leads come to you, and you can do what a team lead can.",
    cannot: (name: string) => `If that does not work for you, tell ${name}.`,
    over: (name: string) => `You no longer stand in for ${name}.`,
  },
};

export type TeamsWords = typeof teams;
