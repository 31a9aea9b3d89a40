/** The floors: which file may import what. Every law reads all of src, and is shown to catch an offender. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = new URL("../src/", import.meta.url);

/** A file of src by its path below it. */
interface Source {
  readonly path: string;
  readonly text: string;
}

/** A law: what it is called, an invented file that breaks it, and what breaks it in a file. */
interface Law {
  readonly says: string;
  readonly offender: Source;
  readonly breaks: (source: Source) => readonly string[];
}

/** What is generated is nobody's to shorten or to order. */
const generated = /^(core\/types|reading\/made)\//;

const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(ts|astro|mdx|css)$/.test(path) && !generated.test(path))
  .toSorted()
  .map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));

const astroDoor = /^(pages|components|layouts|styles|site)\/|^content\.config\.ts$/;
const doors: Readonly<Record<string, RegExp>> = { cli: /^cli\//, astro: astroDoor, form: /^form\// };
const node =
  /^(reading\/(yaml-package|disk|file-place|kept|settings-file)\.ts$|cli\/|tools\/|site\/(integration|search-index)\.ts$)/;
const computed = "something worked out when it runs";

/** A floor's own folder, and besides it only what is named. */
function only(floor: string, ...others: RegExp[]): Law["breaks"] {
  const allowed = [new RegExp(`^src/${floor}/`), ...others];
  return ({ path, text }) =>
    path.startsWith(`${floor}/`) ? importsOf({ path, text }).filter((to) => !allowed.some((one) => one.test(to))) : [];
}

/** Imports that match, in files that are not let. */
function notOutside(allowed: RegExp, to: RegExp): Law["breaks"] {
  return (source) => (allowed.test(source.path) ? [] : importsOf(source).filter((one) => to.test(one)));
}

function doorOf(path: string): string | undefined {
  return Object.keys(doors).find((door) => doors[door]?.test(path));
}

const laws: readonly Law[] = [
  {
    says: "core imports only core",
    offender: { path: "core/offender.ts", text: 'export type { Problem } from "../reading/check.ts";' },
    breaks: only("core"),
  },
  {
    says: "reading imports only core, reading, and the packages yaml, ajv, ajv-formats and leven",
    offender: { path: "reading/offender.ts", text: 'import type { Link } from "../report/around.ts";' },
    breaks: only("reading", /^src\/core\//, /^(yaml|ajv|ajv-formats|leven)(\/|$)/, /^node:/),
  },
  {
    says: "report imports only core and report",
    offender: { path: "report/offender.ts", text: 'import { stringify } from "yaml";' },
    breaks: only("report", /^src\/core\//),
  },
  {
    says: "the command line imports only core, reading, report, itself, astro, syllable and Node",
    offender: { path: "cli/offender.ts", text: 'const { check } = await import("../tools/generate.ts");' },
    breaks: only("cli", /^src\/(core|reading|report)\//, /^(astro|syllable)$/, /^node:/),
  },
  {
    says: "Node is used only where reading meets the disk, in the command line, the tools, and what Astro runs in Node",
    offender: { path: "reading/offender.ts", text: 'import { join } from "node:path";' },
    breaks: notOutside(node, /^(node:|(fs|path|os|url|crypto|child_process)(\/|$))/),
  },
  {
    says: "Astro is used only in its own door, and started by the command line",
    offender: { path: "cli/offender.ts", text: 'import { getCollection } from "astro:content";' },
    breaks: (source) => [
      ...notOutside(astroDoor, /^(astro[:/]|@astrojs\/)/)(source),
      ...notOutside(/^cli\//, /^astro$/)(source).filter(() => !astroDoor.test(source.path)),
    ],
  },
  {
    says: "the form imports only core, reading, report and itself",
    offender: { path: "form/offender.ts", text: 'import { parseDocument } from "yaml";' },
    breaks: only("form", /^src\/(core|reading|report)\//, /^ajv\/dist\/2020\.js$/),
  },
  {
    says: "the doors never import each other, save that the form's page begins the form",
    offender: { path: "pages/offender.astro", text: '---\nimport { print } from "../cli/print.ts";\n---\n<p>1</p>' },
    breaks: (source) => {
      const own = doorOf(source.path);
      const toOther = (to: string) => ![undefined, own].includes(doorOf(to.replace(/^src\//, "")));
      const begins = (to: string) => source.path === "pages/describe/index.astro" && to === "src/form/main.ts";
      return own === undefined ? [] : importsOf(source).filter((to) => toOther(to) && !begins(to));
    },
  },
  {
    says: "a dynamic import names its file, save that of the search index, which is made after the build",
    offender: { path: "report/offender.ts", text: "const name = './ladder.ts'; await import(name);" },
    breaks: notOutside(/^site\/search\.ts$/, new RegExp(`^${computed}$`)),
  },
  {
    says: "core and report have no clock, no chance, no console and no process",
    offender: { path: "core/offender.ts", text: "export const day = () => new Date().toISOString(); // Date.now()" },
    breaks: ({ path, text }) => (/^(core|report)\//.test(path) ? impurities(text) : []),
  },
  {
    says: "no file is over 250 lines long",
    offender: { path: "report/offender.ts", text: "// a line\n".repeat(251) },
    breaks: ({ text }) => {
      const lines = text.replace(/\n$/, "").split("\n").length;
      return lines > 250 ? [`${lines} lines`] : [];
    },
  },
  {
    says: "the frontmatter of an .astro file does no arithmetic",
    offender: {
      path: "pages/offender.astro",
      text: "---\nconst share = (counts[0] / all) * 100;\n---\n<p>{share}</p>",
    },
    breaks: ({ path, text }) => (path.endsWith(".astro") ? arithmetic(frontmatter(text)) : []),
  },
];

describe.for(laws.map((law) => [law.says, law] as const))("%s", ([, { offender, breaks }]) => {
  test("it holds of every file in src", () => {
    expect(sources.flatMap((source) => breaks(source).map((what) => `src/${source.path}: ${what}`))).toEqual([]);
  });

  test("it catches a file that breaks it", () => {
    expect(breaks(offender)).not.toEqual([]);
  });
});

test("there are files on every floor to hold the laws of", () => {
  const folders = new Set(sources.map(({ path }) => path.split("/")[0]));
  expect([...folders]).toEqual(expect.arrayContaining(["core", "reading", "report", "cli", "pages", "components"]));
});

test.for([
  ['import { a } from "./a.ts";', "src/core/a.ts"],
  ['import type { A } from "../reading/a.ts";', "src/reading/a.ts"],
  ['import "../styles/site.css";', "src/styles/site.css"],
  ['export * from "./a.ts";', "src/core/a.ts"],
  ['const a = await import("./a.ts");', "src/core/a.ts"],
  ["const a = await import(`./a.ts`);", "src/core/a.ts"],
  ["const a = await import(here);", computed],
  ['type A = import("./a.ts").A;', "src/core/a.ts"],
  ['const schema = require("../../schemas/audit.schema.json");', "schemas/audit.schema.json"],
  ['import yaml from "yaml";', "yaml"],
] as const)("%s imports %s", ([text, to]) => {
  expect(importsOf({ path: "core/any.ts", text })).toEqual([to]);
});

test("an import in a comment, in a string or in an example of code is none", () => {
  const text = '// import "./a.ts";\nexport const said = `import "./b.ts"`;';
  expect(importsOf({ path: "core/any.ts", text })).toEqual([]);
  expect(importsOf({ path: "pages/any.mdx", text: '# Title\n\n```ts\nimport "../cli/main.ts";\n```\n' })).toEqual([]);
});

test("imports of an .astro file are those of its frontmatter and its scripts, of an .mdx file those at its margin", () => {
  const astro = '---\nimport A from "./A.astro";\n---\n<p>import "x"</p>\n<script>import "../site/search.ts";</script>';
  expect(importsOf({ path: "components/B.astro", text: astro })).toEqual([
    "src/components/A.astro",
    "src/site/search.ts",
  ]);
  const mdx = 'import A from "./A.astro";\n\nWe don\'t import from "anything".\n';
  expect(importsOf({ path: "components/b.mdx", text: mdx })).toEqual(["src/components/A.astro"]);
});

test("putting names in order and joining text are no arithmetic", () => {
  expect(arithmetic('const all = pages.toSorted((a, b) => a.order - b.order); const path = "/" + name;')).toEqual([]);
  expect(arithmetic("const n = a.length + 1; const m = Math.max(n, 2); rows.reduce(sum); n - 1;")).toHaveLength(4);
});

/** What a file imports: files by their path in the repository, packages by their name. */
function importsOf({ path, text }: Source): string[] {
  const found: string[] = [];
  const take = (name: ts.Node | undefined) => {
    if (name === undefined) return;
    const said = ts.isStringLiteralLike(name) ? name.text : undefined;
    if (said === undefined) found.push(computed);
    else found.push(said.startsWith(".") ? posix.join("src", posix.dirname(path), said) : said);
  };
  visit(codeIn(path, text), (part) => {
    if (ts.isImportDeclaration(part) || ts.isExportDeclaration(part)) take(part.moduleSpecifier);
    if (ts.isImportTypeNode(part) && ts.isLiteralTypeNode(part.argument)) take(part.argument.literal);
    if (!ts.isCallExpression(part)) return;
    const { expression } = part;
    const required = ts.isIdentifier(expression) && expression.text === "require";
    if (required || expression.kind === ts.SyntaxKind.ImportKeyword) take(part.arguments[0]);
  });
  return found;
}

/** The TypeScript in a file. */
function codeIn(path: string, text: string): string {
  if (path.endsWith(".css")) return "";
  if (path.endsWith(".mdx")) {
    const prose = text.replaceAll(/^```[\s\S]*?^```/gm, "");
    return [...prose.matchAll(/^(import|export)\s[^\n]*/gm)].map(([line]) => line).join("\n");
  }
  if (!path.endsWith(".astro")) return text;
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script);
  return [frontmatter(text), ...scripts].join("\n");
}

function frontmatter(text: string): string {
  return /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
}

/** Uses of what gives another answer tomorrow, or talks past the caller. */
function impurities(code: string): string[] {
  const found: string[] = [];
  const outside = /^(console|process|performance|crypto|globalThis)\b|^(Date\.now|Math\.random)$/;
  visit(code, (part) => {
    if (ts.isPropertyAccessExpression(part) && outside.test(part.getText())) found.push(part.getText());
    const made = ts.isNewExpression(part) || ts.isCallExpression(part);
    if (made && part.expression.getText() === "Date" && !part.arguments?.length) found.push(part.getText());
  });
  return found;
}

/** Sums, products and the like; a difference by which a list is put in order is none, nor is joining text. */
function arithmetic(code: string): string[] {
  const found: string[] = [];
  const operators = new Set(["-", "*", "/", "%", "**", "-=", "*=", "/="]);
  const isNumber = (part: ts.Node) => ts.isNumericLiteral(part) || /\.length$/.test(part.getText());
  visit(code, (part) => {
    const text = part.getText();
    if (ts.isPropertyAccessExpression(part) && /^Math\.|\.reduce$/.test(text)) found.push(text);
    if (!ts.isBinaryExpression(part)) return;
    const sign = part.operatorToken.getText();
    const orders = sign === "-" && ts.isArrowFunction(part.parent) && part.parent.parameters.length === 2;
    const sum = /^\+=?$/.test(sign) && (isNumber(part.left) || isNumber(part.right));
    if ((operators.has(sign) && !orders) || sum) found.push(text);
  });
  return found;
}

function visit(code: string, each: (part: ts.Node) => void): void {
  const inner = (part: ts.Node) => {
    each(part);
    ts.forEachChild(part, inner);
  };
  inner(ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true));
}
