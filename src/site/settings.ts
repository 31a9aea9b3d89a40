/** How this site presents itself: what was set for it, and Rapport's own name where nothing was. */
import { handed } from "../reading/handed.ts";

/** The site's settings, with its title. */
export const site = { title: "Rapport", ...handed(process.env, process.cwd()).settings };

/** Whether the site has colours of its own, for which there is a stylesheet. */
export const coloured = Object.keys(site.colours ?? {}).length > 0;

/** Whether search engines are asked to leave the site out. */
export const unlisted = site.search_engines === "noindex";
