/** Files of this computer: picked, saved and downloaded. Nothing is sent anywhere. */

interface Writable {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** A file that the browser lets the page write to, where it has such a thing. */
export interface Handle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<Writable>;
}

interface Pickers {
  showOpenFilePicker?(options: object): Promise<Handle[]>;
  showSaveFilePicker?(options: object): Promise<Handle>;
}

const pickers = window as unknown as Pickers;
const yaml = [{ description: "Audit", accept: { "application/yaml": [".yaml", ".yml"] } }];

/** A file with its text, and a handle to write it back by. */
export interface Picked {
  readonly name: string;
  readonly text: string;
  readonly handle?: Handle;
}

/** Whether a file can be written to where it lies. */
export const writesFiles = pickers.showSaveFilePicker !== undefined;

/** Lets a person pick a file; undefined where they think better of it. */
export async function pick(accept: string): Promise<Picked | undefined> {
  if (pickers.showOpenFilePicker && accept.includes("yaml")) {
    const [handle] = (await stopped(pickers.showOpenFilePicker({ types: yaml }))) ?? [];
    if (handle === undefined) return undefined;
    return { name: handle.name, text: await (await handle.getFile()).text(), handle };
  }
  return new Promise((done) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      done(file && { name: file.name, text: await file.text() });
    });
    input.addEventListener("cancel", () => done(undefined));
    input.click();
  });
}

/** Writes a text to the file of a handle, or to one that is asked for; undefined where that is called off. */
export async function write(text: string, name: string, handle?: Handle): Promise<Handle | undefined> {
  const to = handle ?? (await stopped(pickers.showSaveFilePicker?.({ suggestedName: name, types: yaml })));
  if (to === undefined) return undefined;
  const file = await to.createWritable();
  await file.write(text);
  await file.close();
  return to;
}

/** Puts a text among the downloads. */
export function download(text: string, name: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What a person called off is no error. */
async function stopped<T>(asking: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}
