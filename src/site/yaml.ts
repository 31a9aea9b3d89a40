/** Facts as the YAML a person would write: lists of words and short records on one line. */
import { Document, isMap, isScalar, isSeq, visit } from "yaml";

/** No longer than this may a record stand on one line. */
const longest = 100;

/** Part of an audit as YAML text, without a line break at the end. */
export function compactYaml(facts: unknown): string {
  const document = new Document(facts);
  visit(document, {
    Collection(_, node) {
      const plain = isSeq(node) && node.items.every(isScalar);
      const short = isMap(node) && JSON.stringify(node.toJSON()).length < longest && node !== document.contents;
      if (plain || (short && node.items.every(({ value }) => isScalar(value)))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim();
}
