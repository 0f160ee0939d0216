import { site } from "../site.ts";
import { finderRows } from "../views/finder.ts";

export const GET = async () => Response.json(finderRows(await site()));
