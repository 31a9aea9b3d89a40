/** Where a problem with an answer is pointed at. */
import { placeOf } from "./check.ts";
import type { Places } from "./places.ts";

/** Where an answer begins; where it begins below its question, the question's place. */
export function spot(pointer: string, places: Places): { line: number; column: number } {
  const place = placeOf(pointer, places);
  const { line, column } = (place?.line === place?.value.line ? place?.value : place) ?? { line: 1, column: 1 };
  return { line, column };
}
