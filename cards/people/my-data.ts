import type { DataLine } from "../../src/domain/message/people.ts";
import type { Words } from "../../src/language/index.ts";
import { card, type Element, type Renderers } from "../parts/card.ts";
import { heading, line, run, small, subheading } from "../parts/text.ts";

const shown = ({ team, at, number, texts, count }: DataLine, zone: string, words: Words): readonly Element[] => {
  const about = [
    count === undefined ? undefined : words.format.number(count),
    at === undefined ? undefined : words.format.day(at, zone, true),
    team,
    number === undefined ? undefined : `#${number}`,
  ].filter((one) => one !== undefined);
  return [
    ...(about.length > 0 ? [line([run(about.join(" · "), { size: "Small", isSubtle: true })], { spacing: "Small" })] : []),
    ...texts.map((text) => line(text, { spacing: "None" })),
  ];
};

export const render: Renderers<"my-data" | "my-data-soon"> = {
  "my-data-soon": (_message, words) => ({ summary: words.myData.soon, card: card([line(words.myData.soon)]) }),

  "my-data": ({ lines, page, pages, zone }, words) => {
    const groups = [...new Set(lines.map(({ group }) => group))];
    return {
      summary: words.myData.title,
      card: card([
        heading(words.myData.title, { size: "Medium" }),
        pages > 1 ? small(words.digest.page(page + 1, pages)) : undefined,
        page === 0 ? line(words.myData.what, { spacing: "Small" }) : undefined,
        ...groups.flatMap((group) => [
          subheading(words.myData.groups[group], { size: "Default" }),
          ...lines.filter((one) => one.group === group).flatMap((one) => shown(one, zone, words)),
        ]),
        page === pages - 1 ? small(words.myData.end) : undefined,
      ]),
    };
  },
};
