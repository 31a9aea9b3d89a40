/** Every command, in the order of the help. Light on purpose: each loads what it needs when it runs. */
import type { Command } from "./command.ts";
import { auditCommands } from "./commands/audits.ts";
import { criteriaCommands } from "./commands/criteria.ts";
import { siteCommands } from "./commands/site.ts";

export const commands: readonly Command[] = [...auditCommands, ...criteriaCommands, ...siteCommands];
