/**
 * The parts of a criterion's conditions, for asking whether each decides anything: a test, a branch of
 * `any` or `of`, a word of `in` or `any_of`.
 */
import type { Criterion } from "../core/catalogue.ts";
import type { Condition } from "../core/condition.ts";

/** One part: where it stands, the criterion without it, and one that holds only where the part decides. */
export interface Part {
  /** JSON pointer into the criterion. */
  readonly pointer: string;
  readonly without: Criterion;
  readonly decisive: Criterion;
}

type Node = unknown;
type Map = Readonly<Record<string, Node>>;
type Become = (node: Node) => Criterion;

/** A node of a condition; the criterion with another in its place; and that where only this place decides. */
interface At {
  readonly node: Node;
  readonly pointer: string;
  readonly become: Become;
  readonly decisive: Become;
}

/** Every part that can be left out with something left to ask. */
export function parts(criterion: Criterion): Part[] {
  const { levels, not_applicable: exempt } = criterion;
  const ladder = levels.flatMap(({ when }, index): At[] => {
    const become = (node: Node) =>
      ({
        ...criterion,
        levels: levels.map((level, at) => (at === index ? { ...level, when: node } : level)),
      }) as Criterion;
    return when === undefined ? [] : [{ node: when, pointer: `/levels/${index}/when`, become, decisive: become }];
  });
  if (exempt === undefined) return ladder.flatMap(condition);
  const become = (node: Node) => ({ ...criterion, not_applicable: { ...exempt, when: node as Condition } });
  return [{ node: exempt.when, pointer: "/not_applicable/when", become, decisive: become }, ...ladder].flatMap(
    condition,
  );
}

/** The parts of a condition: each of its entries, and what is inside them. */
function condition(at: At): Part[] {
  const map = at.node as Map;
  return Object.entries(map).flatMap(([key, value]) => {
    if (key === "at_least") return [];
    if (Array.isArray(value)) return branches(at, key, value);
    const inner = below(at, key);
    const own = without(at, key, (others) => ({ all: [others, { not: { [key]: value } }] }));
    return [...own, ...(key === "not" ? condition(inner) : test(at, key))];
  });
}

/** The branches of `any`, `all` or `of`. One decides where the others by themselves are not enough. */
function branches(at: At, key: string, list: readonly Node[]): Part[] {
  const map = at.node as Map;
  return list.flatMap((branch, index) => {
    const others = list.filter((_, other) => other !== index);
    const replaced = (node: Node) => ({ ...map, [key]: list.with(index, node) });
    const short = { any: others, all: [], of: { at_least: map["at_least"], of: others } }[key];
    const only = (node: Node) =>
      key === "all" || others.length === 0
        ? replaced(node)
        : { all: [replaced(node), { not: key === "any" ? { any: short } : short }] };
    const inner: At = {
      node: branch,
      pointer: `${at.pointer}/${key}/${index}`,
      become: (node) => at.become(replaced(node)),
      decisive: (node) => at.decisive(only(node)),
    };
    const own = {
      pointer: inner.pointer,
      without: at.become({ ...map, [key]: others }),
      decisive: inner.decisive(branch),
    };
    return [...(others.length > 0 ? [own] : []), ...condition(inner)];
  });
}

/** What is asked of one fact: several things, a list of words, or a condition on its entries. */
function test(at: At, path: string): Part[] {
  const whole = below(at, path);
  const map = whole.node as Map;
  const { [path]: _, ...around } = at.node as Map;
  const also = (asked: Map, never: Map) => ({ all: [{ ...around, [path]: asked }, { not: { [path]: never } }] });
  return Object.entries(map).flatMap(([key, value]) => {
    const inner = below(whole, key);
    const { [key]: __, ...others } = map;
    const own =
      Object.keys(others).length > 0
        ? [
            {
              pointer: inner.pointer,
              without: whole.become(others),
              decisive: at.decisive(also(others, { [key]: value })),
            },
          ]
        : [];
    if (key === "some" || key === "every") return [...own, ...condition(inner)];
    if (!Array.isArray(value) || value.length < 2) return own;
    const words = value.map((word, index) => {
      const rest = value.toSpliced(index, 1);
      return {
        pointer: `${inner.pointer}/${index}`,
        without: inner.become(rest),
        decisive: at.decisive(also({ ...map, [key]: [word] }, { [key]: rest })),
      };
    });
    return [...own, ...words];
  });
}

function below(at: At, key: string): At {
  const put = (node: Node) => ({ ...(at.node as Map), [key]: node });
  return {
    node: (at.node as Map)[key],
    pointer: `${at.pointer}/${key}`,
    become: (node) => at.become(put(node)),
    decisive: (node) => at.decisive(put(node)),
  };
}

/** An entry of a condition as a part, where others are left; it decides where they hold and it does not. */
function without(at: At, key: string, turned: (others: Map) => Node): Part[] {
  const { [key]: _, ...others } = at.node as Map;
  if (Object.keys(others).length === 0) return [];
  return [{ pointer: `${at.pointer}/${key}`, without: at.become(others), decisive: at.decisive(turned(others)) }];
}
