/** Answers by JSON pointer: read, changed without touching what was there, and as ids of the page. */
import type { Answers } from "../core/facts.ts";

/** The steps of a pointer. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What stands at a pointer; undefined where nothing does. */
export function at(value: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(
    (inside, step) =>
      typeof inside === "object" && inside !== null && Object.hasOwn(inside, step)
        ? (inside as Record<string, unknown>)[step]
        : undefined,
    value,
  );
}

/** The answers with one of them as given; undefined takes it out, and with it a group that is left empty. */
export function withAnswer(answers: Answers, pointer: string, value: unknown): Answers {
  return (changed(answers, stepsOf(pointer), value) ?? {}) as Answers;
}

function changed(inside: unknown, [step, ...others]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const inner = at(inside, `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  const now = changed(inner, others, value);
  if (Array.isArray(inside)) {
    const index = Number(step);
    return now === undefined && !isPlain(inner) ? inside.toSpliced(index, 1) : inside.with(index, now ?? {});
  }
  const { [step]: _, ...rest } = (inside ?? {}) as Record<string, unknown>;
  if (now === undefined) return Object.keys(rest).length === 0 ? undefined : rest;
  return isPlain(inside) && step in inside ? { ...inside, [step]: now } : { ...rest, [step]: now };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A pointer as the id of its question on the page: /waits/0/median is waits-0-median. */
export function idOf(pointer: string): string {
  return stepsOf(pointer).join("-");
}

/** The pointer of a question's id: questions have no hyphens in their names. */
export function pointerOf(id: string): string {
  return `/${id.replaceAll("-", "/")}`;
}
