/** What keeps a file from being written that is not Rapport's fault. */

const words: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EFBIG: "a file would be larger than is allowed",
  EROFS: "the disk can only be read",
  EACCES: "it may not be written there",
  EPERM: "it may not be written there",
  EBUSY: "the folder is in use, or is a disk of its own",
  EXDEV: "the folder is a disk of its own: choose a folder on it",
};

/** What a file system's error says, in words; undefined where it is an error of another kind. */
export function unwritable(error: unknown): string | undefined {
  const { code = "", path = "", syscall = "" } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && syscall === "mkdir") return `no folder can be made there (${path})`;
  return words[code] && `${words[code]}${path ? ` (${path})` : ""}`;
}
