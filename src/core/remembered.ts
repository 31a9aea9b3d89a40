/** What is worked out of a thing once and kept as long as the thing is. */

/** The function, which works each answer out once. */
export function remembered<Thing extends object, Answer>(make: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const made = new WeakMap<Thing, { readonly answer: Answer }>();
  return (thing) => {
    let own = made.get(thing);
    if (own === undefined) {
      own = { answer: make(thing) };
      made.set(thing, own);
    }
    return own.answer;
  };
}
