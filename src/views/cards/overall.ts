import { type Column, withLargest } from "../../cards/columns.ts";
import type { WideCard } from "../../cards/wideCard.ts";
import { inWords } from "../../counted.ts";
import { yearOf } from "../../day.ts";
import type { Film } from "../../library/film.ts";
import type { Group } from "../../library/group.ts";
import { kindOf } from "../../library/kinds.ts";
import type { Person } from "../../library/person.ts";
import type { Site } from "../../site.ts";
import { decadeRows } from "../../stats/decades.ts";
import { byYear, favourites } from "../../stats/filmOrder.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { mainPeriod } from "../../stats/mainPeriod.ts";
import { minutes } from "../../stats/minutes.ts";
import { opening, shareInWords } from "../../stats/opening.ts";
import { ratingsOf } from "../../stats/ratings.ts";
import { releaseYearRows } from "../../stats/releaseYears.ts";
import { shareOfKnown } from "../../words/groups.ts";
import { capital } from "../../words/richText.ts";
import { average, cardFormat, figure, filmLine, hours, isWhole, place } from "./figures.ts";

export function dashboardCard(site: Site): WideCard {
  const { library, settings } = site;
  const { films, viewings, people } = library;
  const countries = library.groups.country;
  const format = cardFormat(site);
  const { recent, directors } = opening(films, people);
  const names = directors.map(({ name }) => name);
  const share = recent && (shareInWords(recent.share) ?? format.percent(recent.share));
  const { main } = mainPeriod(viewings);
  const years = [main[0], main.at(-1)].flatMap((viewing) =>
    viewing ? [yearOf(viewing.date)] : [],
  );
  const allDirectors = people.filter(({ credits }) => credits.director.length > 0).length;
  return {
    siteTitle: settings.site.title,
    kind: [...new Set(years)].join("–") || "Films",
    sentence: [
      format.count(films.length, "film"),
      recent && recent.share < 1 && `, ${share} of them made since ${recent.since}`,
      names.length > 0 &&
        names.every(isWhole) &&
        `; nobody directed more of them than ${inWords(names)}`,
    ]
      .filter(Boolean)
      .join(""),
    figures: [
      ...figure("Viewings", viewings.length > 0 ? format.integer(viewings.length) : null),
      ...average(format, ratingsOf(films)),
      ...allHours(site, films),
      ...figure("Countries", countries.length > 1 ? format.integer(countries.length) : null),
      ...figure("Directors", allDirectors > 1 ? format.integer(allDirectors) : null),
    ],
    columns: yearColumns(films),
  };
}

export function groupCard(site: Site, { kind, name, films }: Group): WideCard {
  const { library, settings } = site;
  const format = cardFormat(site);
  const all = library.groups[kind].map((group) => group.films.length);
  return {
    siteTitle: settings.site.title,
    kind: capital(kindOf(kind).one),
    name,
    sentence: `${format.count(films.length, "film")}, ${shareOfKnown(site, kind, films)}${place(format, films.length, all, kindOf(kind).one)}`,
    figures: [...seen(site, films), ...average(format, ratingsOf(films)), ...allHours(site, films)],
    columns: decadeColumns(films),
  };
}

export function directorCard(site: Site, { name, credits }: Person): WideCard {
  const directed = credits.director;
  const { library, settings } = site;
  const format = cardFormat(site);
  const all = library.people.flatMap((person) => person.credits.director.length || []);
  const best = favourites(directed);
  return {
    siteTitle: settings.site.title,
    kind: "Director",
    name,
    sentence: `${format.count(directed.length, "film")} seen${place(format, directed.length, all, "director")}`,
    figures: [
      ...seen(site, directed),
      ...average(format, ratingsOf(directed)),
      ...allHours(site, directed),
    ],
    films: [...best, ...directed.filter((film) => !best.includes(film)).sort(byYear)].map((film) =>
      filmLine(film),
    ),
  };
}

function seen(site: Site, films: readonly Film[]) {
  const format = cardFormat(site);
  const viewings = films.flatMap((film) => film.viewings);
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  return [
    ...figure("Viewings", viewings.length > 0 ? format.integer(viewings.length) : null),
    ...figure("Rewatches", rewatches > 0 ? format.integer(rewatches) : null),
  ];
}

function allHours(site: Site, films: readonly Film[]) {
  const known = films.filter(({ runtime }) => runtime !== null).length;
  const { films: once, viewings: total } = minutes(films);
  return hours(cardFormat(site), {
    minutes: total,
    known,
    all: films.length,
    unit: "film",
    name: total === once ? "Hours" : "Hours, rewatches included",
  });
}

/** A column per year of release, or per decade if there are too many years. */
function yearColumns(films: readonly Film[]): Column[] {
  if (films.length < enoughToDraw) return [];
  const rows = releaseYearRows(films);
  if (rows.length > 120) return decadeColumns(films);
  return withLargest(
    rows.map(({ year, films: value }) => ({
      value,
      ...(year % 10 === 0 && { label: `${year}` }),
    })),
  );
}

/** A column per decade. Empty with few films, or if typing errors spread them over too many decades. */
function decadeColumns(films: readonly Film[]): Column[] {
  const rows = decadeRows(films);
  if (rows.length > 20 || films.length < enoughToDraw) return [];
  return withLargest(
    rows.map(({ decade, films: value }) => ({
      value,
      label: `${decade}s`,
      ...(value > 0 && { figure: `${value}` }),
    })),
  );
}
