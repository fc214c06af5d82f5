import type { Journey } from "../journey.ts";

/** An admin who sets defaults for new teams, and changes teams that are there. */
export const tenantDefaults = async (journey: Journey): Promise<void> => {
  const { lead, sara, words, person, otherTeam } = journey;
  const { buttons, defaultsButtons: own, settings, defaults, changeTeams } = words;
  const day = (weekday: 3 | 5) => words.format.nameOf(weekday).replace(/^./, (first) => first.toUpperCase());
  const asWednesday = { [changeTeams.settings]: [changeTeams.to(settings.promptDay, day(3))] };
  journey.makeAdmin("Ada Min");
  const ada = person("Ada Min");
  await ada.says("defaults");
  await ada.presses(words.audit.title);
  await journey.added();
  await journey.addsTeam(otherTeam(2), ["Eva Ek", lead.name]);
  await ada.says("defaults");
  await ada.presses(buttons.save, { [settings.promptTime]: "25:00" });
  await ada.presses(buttons.save, { [settings.promptTime]: "13:00", [defaults.whistle]: "http://report.example" });
  await ada.presses(buttons.save, { [settings.promptDay]: day(3), [defaults.whistle]: "https://report.example/north" });
  await sara.says("who-sees-this");
  await ada.says("defaults");
  await ada.presses(buttons.save, { [settings.smallestGroup]: "7" });
  await lead.says("settings");
  await lead.presses(settings.groups.what);
  await lead.presses(buttons.save, { [settings.smallestGroup]: "6" });
  await person("Eva Ek").says("coordinators-here", "", { in: otherTeam(2) });
  await ada.says("defaults");
  await ada.presses(buttons.save, { [settings.coordinators]: otherTeam(2), [settings.reminderTime]: "09:00" });
  await journey.addsTeam(otherTeam(3), ["Ny Ek"]);
  await person("Ny Ek").says("settings");

  // Chosen teams, by name and by page.
  await ada.presses(own.changeTeams);
  await ada.sendsByHand({ ...ada.wouldSend(own.allTeams), settings: "" });
  await ada.presses(own.chooseTeams, asWednesday);
  await ada.presses(own.preview);
  await ada.presses(own.preview, { [changeTeams.teams]: [otherTeam(3)] });
  await ada.says("defaults");
  for (let at = 10; at < 60; at++) await journey.addsTeam(otherTeam(at), [`Kim ${at}`]);
  await ada.presses(own.changeTeams);
  await ada.presses(own.chooseTeams, asWednesday);
  await ada.presses(own.search, { [changeTeams.find]: otherTeam(1) });
  await ada.presses(own.search, { [changeTeams.find]: "zzz" });

  await ada.says("defaults");
  await ada.presses(words.audit.title);
  await ada.presses(buttons.older);
  await ada.presses(buttons.newer);

  // All teams; another change waits until this one has ended.
  await ada.says("defaults");
  await ada.presses(own.changeTeams);
  await ada.presses(own.allTeams, {
    [changeTeams.settings]: [...(asWednesday[changeTeams.settings] ?? []), changeTeams.to(settings.coordinators, otherTeam(2))],
  });
  await ada.press(own.start(2));
  await ada.press(own.howFar);
  const elsewhere = ada.onAnotherDevice();
  await elsewhere.write(words.commands.defaults[0]);
  await elsewhere.press(own.changeTeams);
  await elsewhere.press(own.allTeams, asWednesday);
  await elsewhere.press(own.start(2));
  await journey.settle();
  await lead.says("settings");
  await lead.presses(settings.groups.when);
  await lead.presses(buttons.save, { [settings.promptDay]: day(5) });
  await ada.press(buttons.undo);
  await ada.press(own.howFar);
  await journey.settle();
  await ada.says("defaults");
};
