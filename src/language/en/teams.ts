export const teams = {
  welcome: {
    title: "Hello, I am Gnist",
    added: (addedBy: string | undefined, team: string) => `${addedBy ?? "Somebody"} added me to ${team}.`,
    what: "Once a week I ask each of you, in your own chat, what got in your way. One line is enough.",
    after: "Here you then see what came up, and we choose together what to try.",
    secret: "Gnist never shows who wrote what, unless you choose to show your name. Your employer’s IT can search Teams chats.",
    firstPrompt: "First question",
    firstDigest: "First digest",
    zone: "Time zone",
    leads: "Team lead",
    noLead: "Nobody yet",
    large: "This is a large team, so I wait until a lead says go.",
    personWhat: (team: string | undefined) =>
      `Once a week I ask what got in your way${team ? ` in ${team}` : ""}. One line is enough. Your team sees it, without your name.`,
    stop: "In the first 24 hours I ask nobody in this team, unless a team lead writes prompt now. If you do not want to be asked, write pause to me in your own chat.",
    personQuiet: (when: string) => `I do not ask you before ${when}, unless a team lead writes prompt now.`,
    personStop: "If you do not want to be asked, press Pause or write pause.",
    personAnyTime: "Something in your way right now? Just write it here.",
    noTeam: "I am not in a team of yours yet. Add me to a team in Teams and we can start.",
    help: "Write help to see what I can do.",
    local: "Running on this machine. Write next to jump to the next thing that is due.",
  },
};

export type TeamsWords = typeof teams;
