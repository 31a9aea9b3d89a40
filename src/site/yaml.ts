/** Facts as YAML that is short to read: what holds only words and numbers stands on one line. */
import { Document, isCollection, isPair, isScalar, visit } from "yaml";

/** A value as YAML text. */
export function compact(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection(_, node) {
      const leaves = node.items.map((item) => (isPair(item) ? item.value : item));
      const top = node === document.contents;
      if (!top && leaves.every((leaf) => isScalar(leaf) || (isCollection(leaf) && leaf.items.length === 0)))
        node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim();
}
