import { expect, test } from "vitest";
import { type PersonalDetail, personalDetailsIn } from "../../src/domain/personal-details.ts";

/** Lines with a detail of a person, by the detail that they hold. The numbers are made up; their check digits are right. */
const holding: Readonly<Record<PersonalDetail, readonly string[]>> = {
  "swedish-number": [
    "Patienten 850101-1236 fick vänta",
    "Personnr: 19850101-1236.",
    "pnr 8501011236 stod på lappen",
    "198501011236",
    "Hon heter 850101+1236 i registret",
    "Samordningsnummer 850161-1233",
    "personnummer:850101–1236",
    "８５０１０１-1236",
  ],
  "norwegian-number": [
    "Fødselsnummer 01018500058 lå i skriveren",
    "010185 00058",
    "D-nummer 41018503105, ny ansatt",
    "hjelpenummer 01418500022",
    "(01018503103)",
  ],
  "danish-number": ["CPR 010185-1234 stod i mailen", "Patienten 0101851234 ventede", "cpr-nr. 311299-0001", "290204–1111"],
  "finnish-number": ["Hetu 010185-123B näkyi näytöllä", "010105A123P", "henkilötunnus 010105Y902U", "(010185x900d)"],
  phone: [
    "Ring Sara på 070-123 45 67",
    "0701234567",
    "Växeln 08-123 456 78 svarar inte",
    "0470-12345",
    "tel:0701234567",
    "+46 70 123 45 67",
    "+46 (0)70-123 45 67",
    "+46 8 123 45 67",
    "0046701234567",
    "Ring Kari på 912 34 567",
    "tlf. 91234567",
    "Telefon 22 12 34 56",
    "+4791234567",
    "Ring til 12345678",
    "mobil 23 45 67 89",
    "+45 12 34 56 78",
    "Soita 040 123 4567",
    "puh. 09 123 4567",
    "050-1234567",
    "+358 40 123 4567",
    "00358401234567",
    "Call me on +1 555 123 4567",
  ],
  email: ["Skriv till sara.lind@region.se", "mail: åse@kommune.no", "<ole-hansen+vikar@sub.rm.dk>", "matti_v@hel.fi."],
};

/** Lines of everyday work without any detail of a person, by country. */
const innocent: Readonly<Record<string, readonly string[]>> = {
  Sweden: [
    "Ärende KS 2024/00123 ligger kvar",
    "Dnr 2024-001234",
    "dnr HSN 2023-1234-5",
    "Rum 1234 och sal 12 34 56 78 är kalla",
    "Mötet 2026-11-27 kl 08:30-09.15",
    "Passet 0700-1630 och 07-16",
    "20261127 1330",
    "Det kostar 12 345 678 kr om året",
    "+45 000 000 kr i budget, eller 1 234 567,50 kronor",
    "Organisationsnummer 556012-5790",
    "Faktura 8501011236 kom två gånger",
    "Ärende 8501011236",
    "Ring 1177 eller 112, anknytning 54321",
    "Version 10.4.12.1, artikel 12345678",
    "Bankgiro 5050-1055",
    "Vi är 3 av 12, 25 % fler än 2019-2020",
    "850101-1235 är inget nummer",
    "Vecka 48, hiss 3, plan 02 03 04",
    "Vecka 05 06 07 08, och den 01 12 2026",
    "08-16 30 15, eller 07 30 08 15",
    "Skrivaren PRT-0701234567-B",
  ],
  Norway: [
    "Sak 24/01234-5 og saksnr. 2024/1234",
    "Org.nr. 974 760 673",
    "Konto 1234.56.78903",
    "27.11.2026 kl. 08.30–15.00",
    "Rom 21 22 23 24",
    "Fakturanr. 12345678901",
    "KID 01018500057",
    "Det koster 1 200 000 kroner",
    "Journalnummer 20241234",
    "Ring 113, eller 41 på huset",
  ],
  Denmark: [
    "Sagsnr. 0101851234",
    "Sag 24/12345 og KLE 27.03.04-G01-1-24",
    "EAN 5790000123456",
    "Ordre 1012261234 mangler",
    "Lokale 12 14 16 18",
    "Den 27-11-2026 kl. 8.30 til 15.45",
    "27.11.26 og 271126",
    "CVR 12345678",
    "Det koster 12.345.678 kr.",
    "320185-1234 og 011385-1234",
    "Faktura nr. 0101851234",
  ],
  Finland: [
    "Asia HEL 2024-001234",
    "Asianumero 123/10.00.00/2024",
    "Y-tunnus 0112038-9",
    "27.11.2026 klo 8.30–15.45",
    "Huone 12 34 56 78",
    "010185-123C",
    "Hinta 1 200 000 €",
    "Lasku 12345678",
    "Soita 112 tai 116117",
    "Viite 1234 5678",
  ],
  "in other words": [
    "@sara knows, see https://example.org/a@b",
    "Room 4.12, building B, floor 02-03",
    "Order 0701-12",
    "Ticket INC0012345678",
    "10 20 30 40",
    "1 000 000 people",
    "From 2019-2026 we had 12-14 a day",
    "",
  ],
};

test.each(Object.entries(holding))("a line that holds a %s is seen, and as nothing else", (detail, lines) => {
  expect(lines.filter((line) => personalDetailsIn(line).join() !== detail).map((line) => [line, personalDetailsIn(line)])).toEqual([]);
});

test.each(Object.entries(innocent))(
  "case numbers, dates, rooms, times and amounts of everyday lines cause no warning: %s",
  (_country, lines) => {
    expect(lines.filter((line) => personalDetailsIn(line).length > 0).map((line) => [line, personalDetailsIn(line)])).toEqual([]);
  },
);

test("a text that holds several details names each of them once", () => {
  expect(personalDetailsIn("850101-1236, 850161-1233, 070-123 45 67 och a@b.se")).toEqual(["swedish-number", "phone", "email"]);
});
