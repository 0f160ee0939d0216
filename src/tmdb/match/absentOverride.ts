import { RequestFailure } from "../client/failure.ts";
import { pageOf } from "./overrides.ts";

/** TMDB does not have the page that the owner's row names. */
export class AbsentOverride extends RequestFailure {
  override name = "AbsentOverride";
  readonly target: { type: "movie" | "tv"; id: number };

  constructor({ type, id }: AbsentOverride["target"]) {
    super(`/${pageOf({ type, id })}: TMDB answered 404`, { status: 404, retriable: false });
    this.target = { type, id };
  }
}
