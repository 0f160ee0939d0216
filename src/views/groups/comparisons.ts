import { type Dumbbell, dumbbellChart } from "../../charts/dumbbell.ts";
import { multiplesChart } from "../../charts/multiples.ts";
import {
  furthestRisen,
  mostOftenFirst,
  rankLinesChart,
  timesFirst,
} from "../../charts/rankLines.ts";
import { slopeChart } from "../../charts/slope.ts";
import type { Group } from "../../library/group.ts";
import { type Kind, kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { bulkDays } from "../../stats/bulkDays.ts";
import { crowd, crowdRows } from "../../stats/crowd.ts";
import { decadeProfiles } from "../../stats/decadeProfiles.ts";
import { soleFirst } from "../../stats/finding.ts";
import { mainPeriod } from "../../stats/mainPeriod.ts";
import { byFilms, rankingRows } from "../../stats/ranking.ts";
import { type Halves, thenAndNow } from "../../stats/thenAndNow.ts";
import { yearlyRanks } from "../../stats/yearlyRanks.ts";
import { nameOf } from "../../words/groups.ts";
import { capital } from "../../words/richText.ts";

/** The address of a group's page, as charts take it. */
const linkOf = ({ href }: Site, { path }: Group) => (path === null ? {} : { href: href(path) });

/** Each group of a kind beside TMDB's voters; null with fewer than two groups to compare. */
export function againstVoters(site: Site, kind: Kind) {
  const { library, format } = site;
  const { one, many } = kindOf(kind);
  const overall = crowd(library.films);
  const rows = crowdRows(library.groups[kind], ({ films }) => films);
  if (!overall || rows.length < 2) return null;
  const furthest = soleFirst(rows, ({ difference }) => Math.abs(difference));
  const isFinding = furthest?.comparison === "above" || furthest?.comparison === "below";
  const bars = rows.map(
    ({ subject, films, you, voters }): Dumbbell => ({
      name: subject.name,
      films,
      you,
      other: voters,
      ...linkOf(site, subject),
    }),
  );
  return {
    overall,
    title: isFinding
      ? `You rate ${nameOf(furthest.subject)} ${format.average(Math.abs(furthest.difference))} ${furthest.comparison} TMDB voters`
      : "Your ratings and those of TMDB voters",
    chart: dumbbellChart(bars, {
      title: `Your mean rating of ${many} and that of TMDB voters`,
      format,
      other: "TMDB voters",
      head: capital(one),
    }),
  };
}

/** Mean ratings in the two halves of the diary; null with fewer than three groups to compare. */
export function movedRatings(site: Site, kind: Kind) {
  const { library, format } = site;
  const { one, many } = kindOf(kind);
  const bulk = bulkDays(library.viewings, library.bulkDay);
  const { main } = mainPeriod(library.viewings);
  const found = thenAndNow(
    main.filter(({ date }) => !bulk.has(date)),
    (viewing) => library.filmOf(viewing).groups[kind],
  );
  if (!found || found.rows.length < 3) return null;
  const size = ({ before, after }: Halves) => before.viewings + after.viewings;
  const largest = new Set(found.rows.toSorted((a, b) => size(b) - size(a)).slice(0, 10));
  const rows = found.rows.filter((row) => largest.has(row));
  const furthest = soleFirst(rows, ({ change }) => Math.abs(change));
  const isFinding = furthest?.comparison === "above" || furthest?.comparison === "below";
  const day = format.day(found.since);
  return {
    ...found,
    title: isFinding
      ? `${capital(nameOf(furthest.subject))} moved from ${format.average(furthest.before.mean)} to ${format.average(furthest.after.mean)}`
      : `How your ratings of ${many} moved`,
    filledIn: bulk.size,
    chart: slopeChart(
      rows.map(({ subject, before, after }) => ({
        name: subject.name,
        before: before.mean,
        after: after.mean,
        counts: [before.viewings, after.viewings],
        ...linkOf(site, subject),
      })),
      {
        title: `Mean rating of ${many} then and now`,
        format,
        times: [`before ${day}`, `since ${day}`],
        head: capital(one),
        lit: isFinding ? furthest.subject.name : null,
      },
    ),
  };
}

/** When the films of the largest groups were made, the oldest group first; null with fewer than two. */
export function madeWhen(site: Site, kind: Kind) {
  const { library, format } = site;
  const { one, many } = kindOf(kind);
  const largest = rankingRows(library.groups[kind], ({ films }) => films)
    .filter(({ films }) => films >= 5)
    .sort(byFilms)
    .slice(0, 12);
  const profiles = decadeProfiles(
    largest.map(({ subject }) => subject),
    ({ films }) => films,
  );
  const byAge = profiles.toSorted((a, b) => a.median - b.median);
  const [oldest, newest] = [byAge[0], byAge.at(-1)];
  if (!oldest || !newest || byAge.length < 2) return null;
  const isAlone = (row: typeof oldest) =>
    byAge.filter(({ median }) => median === row.median).length === 1;
  // The drawing shows decades, so a difference within one cannot be seen.
  const decade = ({ median }: typeof oldest) => Math.floor(median / 10);
  const isApart = isAlone(oldest) && isAlone(newest) && decade(oldest) < decade(newest);
  return {
    title: isApart
      ? `Of your largest ${many} ${nameOf(oldest.subject)} is the oldest, ${nameOf(newest.subject)} the newest`
      : "When they were made",
    chart: multiplesChart(
      byAge.map(({ subject, median, decades }) => ({
        name: subject.name,
        median,
        decades,
        ...linkOf(site, subject),
      })),
      { title: `${capital(many)} by decade of release`, format, head: capital(one) },
    ),
  };
}

/** How the order of the groups changed; null with fewer than two years or three groups to compare. */
export function yearByYear(site: Site, kind: Kind) {
  const { library, format } = site;
  const { one, many } = kindOf(kind);
  const { main } = mainPeriod(library.viewings);
  const { years, totals, rows } = yearlyRanks(
    main,
    (viewing) => library.filmOf(viewing).groups[kind],
  );
  const last = years.at(-1);
  if (last === undefined || years.length < 2 || rows.length < 3) return null;
  const found = orderFinding(rows);
  return {
    title: `${capital(many)} by viewings, year by year`,
    ...found,
    count: rows.length,
    last,
    chart: rankLinesChart(
      rows.map(({ subject, ranks, viewings }) => ({
        name: subject.name,
        ranks,
        counts: viewings,
        shares: viewings.map((count, i) => count / (totals[i] ?? 1)),
        ...linkOf(site, subject),
      })),
      {
        title: `Rank of ${many} by viewings, year by year`,
        format,
        years,
        unit: "viewing",
        head: capital(one),
        ...(found && { lit: found.of }),
      },
    ),
  };
}

type Ranked = { subject: Group; ranks: number[] };

/** The heading of the chart and the group it names; null where no group is remarkable. */
function orderFinding(rows: Ranked[]): { title: string; of: string } | null {
  const risen = furthestRisen(rows);
  if (risen) {
    return {
      title: `${capital(nameOf(risen.subject))} rose from rank ${risen.ranks[0]} to ${risen.ranks.at(-1)}`,
      of: risen.subject.name,
    };
  }
  const leader = mostOftenFirst(rows);
  if (!leader) return null;
  const [times, years] = [timesFirst(leader), leader.ranks.length];
  const often = times === years ? "every year" : `in ${times} of ${years} years`;
  return { title: `${capital(nameOf(leader.subject))} leads ${often}`, of: leader.subject.name };
}
