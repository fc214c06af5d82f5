import { clinic, deedsOf, General, ideas, Office, office, type Script } from "./journey-deeds.ts";

/** The thing that Jonas counts, in his own words. */
const doubled = "Doubled case numbers";

/** The weeks of the script, each from a question to the day before the next. */
export const weeks: readonly ((script: Script) => Promise<void>)[] = [
  async (script) => {
    const { world, play, promises, north, at } = script;
    const deeds = deedsOf(script);
    await world.stub.installs(north, { by: "Sara" });
    await world.settle();
    for (const name of clinic) promises.joins(name);
    promises.leads("Sara");
    promises.add("North clinic / General", "the welcome", world.now() - 60_000, { says: ["Hello, I am Gnist"] });

    await play.go(at(0, 0, "13:00"));
    await deeds.sends("Omar", ideas.cases);
    await deeds.sends("Pia", ideas.gloves);
    await deeds.sends("Maja", ideas.printer);
    await deeds.nothing("Jonas");
    await deeds.tomorrow("Ines");
    await play.go(at(0, 1, "10:00"));
    await deeds.nothing("Ines");
    await play.go(at(0, 2, "11:00"));
    await play.writes("Erik", "help");
    await play.go(at(0, 5, "09:30"));
    await deeds.marksQuick("Sara", ideas.gloves);
    await deeds.asksAuthor("Sara", ideas.cases, "Omar", "On which forms?");
    await play.go(at(0, 5, "10:30"));
    await deeds.answersHidden("Omar", ideas.cases, "On the three for the lab", ["Sara"]);
    await play.go(at(0, 5, "13:00"));

    await deeds.meToo("Maja", ideas.cases);
    await deeds.meToo("Lena", ideas.cases);
    await deeds.takes("Jonas", ideas.cases);
    await deeds.takes("Erik", ideas.printer);
    await deeds.asks("Sara", ideas.gloves, "Lena");
    await world.settle();
    await deeds.plans("Jonas", ideas.cases, "One form, one week", at(2, 1, "12:00"));
    await deeds.counts("Jonas", ideas.cases, doubled, "9");
    await deeds.plans("Erik", ideas.printer, "Print on Fridays", at(2, 5, "12:00"));
    await deeds.refuses("Lena", ideas.gloves, "No time before the move");
    await play.go(at(0, 6, "09:00"));
    await deeds.asks("Sara", ideas.gloves, "Olav");
    await world.settle();
    await deeds.accepts("Olav", ideas.gloves, "A list on the door", at(1, 5, "12:00"));
  },
  async (script) => {
    const { world, play, promises, improvement, at } = script;
    const deeds = deedsOf(script);
    await play.go(at(1, 0, "13:00"));
    await deeds.sends("Maja", ideas.portal);
    await deeds.sends("Pia", ideas.keys);
    await deeds.nothing("Omar");
    await play.go(at(1, 1, "10:00"));
    await deeds.owner("Jonas", ideas.cases, "Started");
    await deeds.asksWhy("Jonas", ideas.cases, "The systems do not share numbers", "They were bought by three offices");
    await play.go(at(1, 2, "11:00"));
    await deeds.owner("Olav", ideas.gloves, "Started");
    await play.writes("Erik", `need help ${deeds.number(ideas.printer)} The printer is locked`);
    promises.helps("Erik", ideas.printer, "The printer is locked", world.now());
    await play.go(at(1, 4, "10:00"));
    await deeds.onTrack("Jonas", ideas.cases, { [doubled]: "6" });
    await deeds.onTrack("Olav", ideas.gloves);
    await deeds.owner("Erik", ideas.printer, "Started");
    await play.go(at(1, 5, "09:00"));
    await world.stub.installs(improvement, { by: "Karl" });
    promises.add("Improvement office / General", "the welcome", world.now() - 60_000, { says: ["Hello, I am Gnist"] });
    await world.settle();
    await play.writes("Karl", "coordinators here", Office);
    for (const name of office) promises.joins(name, false);
    await play.writes("Sara", "settings");
    await play.presses("Sara", "Where");
    await play.presses("Sara", "Save", { inputs: { Coordinators: "Improvement office" } });
    await play.go(at(1, 5, "13:00"));
    await deeds.takes("Ines", ideas.keys);
    await deeds.passesOn("Sara", ideas.portal, "We cannot change the portal");
    await play.go(at(1, 6, "09:30"));
    await deeds.coordinates(
      "Siri",
      ideas.portal,
      "Take it",
      { Contact: "Siri Vik", "Answer by": at(3, 1, "12:00").toPlainDate().toString() },
      ["Siri Vik"],
    );
    await deeds.givesBack("Ines", ideas.keys, "I change wards in January");
  },
  async (script) => {
    const { world, play, promises, north, at } = script;
    const deeds = deedsOf(script);
    await play.go(at(2, 0, "13:00"));
    await deeds.sends("Tove", ideas.phones);
    await deeds.nothing("Ines");
    await play.go(at(2, 1, "10:00"));
    await deeds.owner("Jonas", ideas.cases, "Test done");
    await play.go(at(2, 4, "10:00"));
    await deeds.owner("Jonas", ideas.cases, "Adjust and test again", {
      inputs: { "Smallest test": "Two forms, two rooms", Date: at(4, 5, "12:00").toPlainDate().toString() },
    });
    await deeds.owner("Olav", ideas.gloves, "Test done");
    await play.go(at(2, 5, "08:30"));
    await world.stub.memberLeaves(north, "Erik");
    promises.leaves("Erik");
    promises.frees("Erik", ideas.printer, world.now(), "");
    await play.go(at(2, 5, "11:00"));
    await deeds.owner("Olav", ideas.gloves, "Stop and share the lesson", {
      inputs: { Lesson: "A list needs a keeper" },
      says: ["A list needs a keeper"],
    });
    await play.go(at(2, 5, "13:00"));
    await deeds.thanks("Maja", ideas.gloves);
    await deeds.thanks("Lena", ideas.gloves);
    promises.afterDigest("Pia", ideas.gloves, "2");
    promises.afterDigest("Olav", ideas.gloves, "2");
    await deeds.takesByWord("Lena", ideas.printer);
    await world.settle();
    await deeds.plansReady("Lena", ideas.printer);
  },
  async (script) => {
    const { world, play, promises, at } = script;
    const deeds = deedsOf(script);
    await play.go(at(3, 0, "13:00"));
    await deeds.sends("Maja", ideas.forms);
    await play.go(at(3, 1, "09:00"));
    const until = at(4, 6, "12:00").toPlainDate();
    await play.writes("Sara", `substitute Tove Lund until ${until}`);
    promises.substitutes("Tove", "Sara", at(4, 6, "23:59").epochMilliseconds);
    promises.add("Tove", "word that she stands in", world.now() - 60_000, { says: ["Sara Lind"] });
    await deeds.owner("Jonas", ideas.cases, "Started");
    await play.go(at(3, 4, "10:00"));
    await deeds.onTrack("Jonas", ideas.cases, { [doubled]: "4" });
    promises.digestSays(ideas.portal, "late");
  },
  async (script) => {
    const { world, play, promises, at } = script;
    const deeds = deedsOf(script);
    await play.go(at(4, 0, "13:00"));
    await deeds.sends("Ines", ideas.lamps);
    await deeds.typesForColleague("Omar", ideas.lift);
    await play.go(at(4, 1, "11:00"));
    await play.presses("Tove", "Ask again", { on: ideas.printer });
    promises.onWorkingDay("Lena", "asked again", world.now(), { says: [ideas.printer] });
    await world.settle();
    await deeds.owner("Lena", ideas.printer, "Started");
    await play.go(at(4, 4, "10:00"));
    await deeds.onTrack("Jonas", ideas.cases, { [doubled]: "3" });
    await deeds.onTrack("Lena", ideas.printer);
    await play.go(at(4, 5, "10:00"));
    await deeds.coordinates("Siri", ideas.portal, "Answer", { Answer: "We do it", Reason: "The portal moves to another day" }, [
      "The portal moves to another day",
    ]);
    await play.go(at(4, 5, "13:00"));
    await deeds.meToo("Maja", ideas.lift);
    await deeds.takesByWord("Olav", ideas.lift);
    await world.settle();
    await play.writes("Olav", `done ${deeds.number(ideas.lift)} Somebody has oiled it`);
    promises.steps("Olav", ideas.lift, "adopted", world.now(), "Somebody has oiled it");
  },
  async (script) => {
    const { world, play, promises, at } = script;
    const deeds = deedsOf(script);
    await play.go(at(5, 0, "13:00"));
    await deeds.sends("Olav", ideas.bins);
    await play.go(at(5, 1, "10:00"));
    await deeds.choosesTime("Ines", "Friday", "08:00");
    await deeds.choosesTime("Omar", "Wednesday", "10:00");
    await play.writes("Sara", "settings");
    await play.presses("Sara", "What");
    await play.presses("Sara", "Save", { inputs: { Questions: "Take turns" } });
    promises.takesTurns(world.now());
    await deeds.owner("Jonas", ideas.cases, "Test done");
    if (!play.reads("Jonas", ideas.cases).includes("9 │ 6 4 3")) throw new Error("the checking card lacks the numbers that Jonas counted");
    await play.go(at(5, 4, "10:00"));
    await deeds.owner("Jonas", ideas.cases, "Adopt", {
      inputs: { "Did it help?": "One form fills the others", "Minutes a week, per person": 20, "How many people": 8 },
      says: ["One form fills the others"],
    });
    await deeds.onTrack("Lena", ideas.printer);
    await play.go(at(5, 5, "13:00"));
    await deeds.thanks("Lena", ideas.cases);
    await deeds.thanks("Ines", ideas.cases);
    promises.afterDigest("Omar", ideas.cases, "2");
    promises.afterDigest("Jonas", ideas.cases, "2");
  },
  async (script) => {
    const { world, play, promises, at } = script;
    const deeds = deedsOf(script);
    await play.go(at(6, 0, "13:00"));
    await deeds.sends("Lena", ideas.handover);
    promises.digestSays("Worth doing more of", ideas.handover);
    await play.go(at(6, 1, "10:00"));
    await play.writes("Lena", `stop ${deeds.number(ideas.printer)} The printer is too old to share`);
    promises.steps("Lena", ideas.printer, "stopped", world.now(), "The printer is too old to share");
    await play.go(at(6, 5, "13:00"));
    await play.goesOn("Sara", "Take or ask", "Answer", {
      in: General,
      on: ideas.keys,
      inputs: { "Your answer": "Not now", Reason: "The store is rebuilt in May" },
    });
    promises.steps("Sara", ideas.keys, "stopped", world.now(), "The store is rebuilt in May");
    await deeds.tries("Jonas", ideas.handover);
    await world.settle();
    await deeds.plansReady("Jonas", ideas.handover);
  },
  async (script) => {
    const { play, at } = script;
    const deeds = deedsOf(script);
    await play.go(at(7, 0, "13:00"));
    await deeds.sends("Tove", ideas.cups);
  },
];
