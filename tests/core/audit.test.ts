import { expect, test } from "vitest";
import { type Audit, isDraft } from "../../src/core/audit.ts";
import { head } from "./yardstick.ts";

test("an audit is final unless it says that it is a draft", () => {
  const saying = (more: object) => ({ ...head, audit: { ...head.audit, ...more } }) as unknown as Audit;
  expect(isDraft(saying({ status: "draft" }))).toBe(true);
  expect(isDraft(saying({ status: "final" }))).toBe(false);
  expect(isDraft(saying({}))).toBe(false);
});
