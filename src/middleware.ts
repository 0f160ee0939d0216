import type { MiddlewareHandler } from "astro";
import { dateLanguage, markLanguage, withoutMarks } from "./dateMarks.ts";
import { site } from "./site.ts";

/** The last step for every page and file: replaces the marks around dates by their language. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  const { settings } = await site();
  const language = dateLanguage(settings.site.locale);
  const type = response.headers.get("content-type") ?? "";
  if (language === null || !/^text\/|json/.test(type)) return response;
  const text = await response.text();
  const { status, headers } = response;
  const done = type.startsWith("text/html") ? markLanguage(text, language) : withoutMarks(text);
  return new Response(done, { status, headers });
};
