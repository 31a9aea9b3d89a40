import { checkCommand, checkSays, downloads, filesSay } from "../../../../../src/report/downloads.ts";
import { packs } from "../../../../../src/report/packs.ts";
import { independent, principles, principlesLimit } from "../../../../../src/report/principles.ts";
import { limitsOfScore } from "../../../../../src/report/wording.ts";

export default { checkCommand, checkSays, filesSay, packs, independent, principles, principlesLimit, limitsOfScore, downloads };
