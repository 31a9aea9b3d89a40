#!/usr/bin/env node
/**
 * The way in from the repository. It is JavaScript, so that Node's store of compiled code is open before the first
 * TypeScript is read; for main.ts alone Node would load its reader of TypeScript, which takes a fifth of a check.
 */
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./main.ts");
