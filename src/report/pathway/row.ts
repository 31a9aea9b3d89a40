/** Places in a row: each thing as near as can be to where it belongs, in order, and none on another. */

/** Something to be placed: how wide it is, where its left edge would best be, and how much it minds being moved. */
export interface Wish {
  readonly width: number;
  readonly left: number;
  readonly weight: number;
}

/**
 * The left edges between two bounds, at least `gap` apart. Things that crowd share the way by which they
 * are moved from their wishes, by weight (least squares, pooling neighbours that are out of order). Where
 * all together are wider than the room there is, they overrun on the right.
 */
export function inRow(wishes: readonly Wish[], gap: number, from: number, to: number): number[] {
  const offsets = wishes.map((_, index) => wishes.slice(0, index).reduce((sum, { width }) => sum + width + gap, 0));
  const total = wishes.reduce((sum, { width }) => sum + width + gap, -gap);
  const rising = pooled(wishes.map(({ left, weight }, index) => ({ at: left - (offsets[index] ?? 0), weight })));
  return rising.map((left, index) => within(left, from, to - total) + (offsets[index] ?? 0));
}

/** A number, or the bound that it is past. */
export function within(number: number, from: number, to: number): number {
  return Math.max(from, Math.min(number, to));
}

/** The rising sequence that lies nearest. */
function pooled(wanted: readonly { readonly at: number; readonly weight: number }[]): number[] {
  const pools: { at: number; weight: number; size: number }[] = [];
  for (const one of wanted) {
    let pool = { ...one, size: 1 };
    for (let last = pools.at(-1); last !== undefined && last.at > pool.at; last = pools.at(-1)) {
      const weight = last.weight + pool.weight;
      const at = (last.at * last.weight + pool.at * pool.weight) / weight;
      pool = { at, weight, size: last.size + pool.size };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ at, size }) => Array<number>(size).fill(at));
}
