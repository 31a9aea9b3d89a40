/** What moved between two audits, as text for a terminal. */
import type { SinceView } from "../report/since.ts";
import type { MoveRow } from "../report/standing.ts";
import type { TrendView } from "../report/trend.ts";

/** A whole comparison as text, in the order of the report. */
export function sinceText(service: string, since: SinceView): string {
  const { says, basis, groups, same, criteria, figures, trend } = since;
  return [
    service,
    says,
    basis,
    ...groups.flatMap(({ title, rows }) => ["", title, ...rows.flatMap(rowText)]),
    ...(same ? ["", same] : []),
    ...(criteria
      ? [
          "",
          "What the criteria changed",
          `  ${criteria.says}`,
          ...criteria.rows.flatMap(rowText),
          ...listText(
            criteria.droppedSays,
            criteria.dropped.map(({ title, published }) => `${title}: ${published.label}`),
          ),
          ...listText(
            criteria.addedSays,
            criteria.added.map(({ text }) => text),
          ),
        ]
      : []),
    ...(figures.length > 0 ? ["", "Figures that changed"] : []),
    ...figures.map(({ name, was, now }) => `  ${name}: ${was}, now ${now}`),
    ...(trend ? trendText(trend) : []),
  ].join("\n");
}

function rowText({ criterion, published, was, now, changes }: MoveRow): string[] {
  const before = published
    ? `as published then: ${published.label}; then, by today's criteria: ${was.label}`
    : `then: ${was.label}`;
  return [`  ${criterion.text}`, `     ${before}; now: ${now.label}`, ...changes.map((change) => `     - ${change}`)];
}

function listText(says: string, entries: readonly string[]): string[] {
  return says === "" ? [] : [`  ${says}`, ...entries.map((entry) => `     ${entry}`)];
}

function trendText({ caption, cycles, themes, ranges }: TrendView): string[] {
  const column = (cells: readonly string[]) => cells.map((cell, index) => `     ${cycles[index]?.text}: ${cell}`);
  return [
    "",
    caption,
    ...themes.flatMap(({ title, cells }) => [`  ${title}`, ...column(cells.map(({ says }) => says))]),
    "  Range over all themes",
    ...column(ranges),
  ];
}
