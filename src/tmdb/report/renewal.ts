import { counted, plural } from "../../counted.ts";

/** What this version keeps of a film and the one before did not. Change it with `DETAILS_VERSION`. */
const KEPT_NOW = "the whole crew, tagline, spoken languages, gender and portraits";

/** For the start of a run that fetches films again whose stored details are of an earlier version. */
export const describeRenewal = (films: number): string =>
  `TMDB: fetching ${counted(films, "film")} again, because this version keeps more of ${plural(films, "it", "each")}: ${KEPT_NOW}.`;

/** For the report, about the films whose details are still of an earlier version; none if there are none. */
export const describeOutdated = (films: number): string[] =>
  films === 0
    ? []
    : [
        `TMDB: ${counted(films, "film")} ${plural(films, "has", "have")} data of an earlier version, which lacks ${KEPT_NOW}. This will be fetched when TMDB can be asked.`,
      ];
