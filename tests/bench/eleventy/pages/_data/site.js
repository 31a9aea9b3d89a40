import { viewsOf } from "../../views.js";

export default () => viewsOf(process.env.RAPPORT_AUDITS);
