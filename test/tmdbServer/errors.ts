import type { Json } from "./json.ts";

/** A status and the JSON that goes with it. */
export interface Answer {
  status: number;
  body: Json;
}

const table = {
  7: [401, "Invalid API key: You must be granted a valid key."],
  6: [404, "Invalid id: The pre-requisite id is invalid or not found."],
  11: [500, "Internal error: Something went wrong, contact TMDB."],
  22: [400, "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer."],
  27: [400, "Too many append to response objects: The maximum number of remote calls is 20."],
  34: [404, "The resource you requested could not be found."],
  42: [405, "This request method is not supported for this resource."],
} as const satisfies Record<number, readonly [number, string]>;

/** TMDB's answer for one of its codes (developer.themoviedb.org/docs/errors). */
export function errorAnswer(code: keyof typeof table): Answer {
  const [status, message] = table[code];
  return { status, body: { success: false, status_code: code, status_message: message } };
}

/** Code 25 comes without `success`, and its "(40)" is left over from a limit of 2019. */
export const throttledAnswer = (count: number): Answer => ({
  status: 429,
  body: {
    status_code: 25,
    status_message: `Your request count (${count}) is over the allowed limit of (40).`,
  },
});

export const noQueryAnswer: Answer = {
  status: 422,
  body: { errors: ["query must be provided"] },
};
