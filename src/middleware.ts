import type { MiddlewareHandler } from "astro";
import { dateLanguage, markLanguage, withoutMarks } from "./dateMarks.ts";
import { remembered } from "./remembered.ts";
import type { Settings } from "./settings.ts";
import { site } from "./site.ts";

const languageOf = remembered(({ site }: Settings) => dateLanguage(site.locale));

/** The last step for every page and file: replaces the marks around dates by their language. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  const language = languageOf((await site()).settings);
  const type = response.headers.get("content-type") ?? "";
  if (language === null || !/^text\/|json/.test(type)) return response;
  const text = await response.text();
  const { status, headers } = response;
  const done = type.startsWith("text/html") ? markLanguage(text, language) : withoutMarks(text);
  return new Response(done, { status, headers });
};
