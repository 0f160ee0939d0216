/** What was asked since the start or the last reset, for assertions. */
export interface Counters {
  requests: number;
  /** Below /3/search. */
  search: number;
  /** /3/movie/{id} and /3/tv/{id}. */
  details: number;
  images: number;
  /** Refused with 429 by the limit; a fault's own 429 is not among them. */
  throttled: number;
  /** Requests for an address, query included, that had been answered with 200 before. */
  repeated: number;
  /** Most API requests and images that waited for their answer at once. */
  maxInFlight: number;
  /** Most API requests that arrived within any second, refused ones too. */
  maxPerSecond: number;
  /** Sockets opened. */
  connections: number;
  /** Most sockets open at once. */
  maxConnections: number;
  /** Requests by path, without the query: "/3/movie/550". */
  paths: Map<string, number>;
}

export const newCounters = (): Counters => ({
  requests: 0,
  search: 0,
  details: 0,
  images: 0,
  throttled: 0,
  repeated: 0,
  maxInFlight: 0,
  maxPerSecond: 0,
  connections: 0,
  maxConnections: 0,
  paths: new Map(),
});

export function countRequest(counters: Counters, path: string): void {
  counters.requests += 1;
  counters.paths.set(path, (counters.paths.get(path) ?? 0) + 1);
  if (path.startsWith("/3/search/")) counters.search += 1;
  if (/^\/3\/(movie|tv)\/[^/]+$/.test(path)) counters.details += 1;
  if (path.startsWith("/t/p/")) counters.images += 1;
}

/** Counts events of the last second. */
export function slidingSecond(now: () => number = () => performance.now()) {
  const times: number[] = [];
  return {
    count(): number {
      const oldest = now() - 1000;
      while (times[0] !== undefined && times[0] <= oldest) times.shift();
      return times.length;
    },
    add(): void {
      times.push(now());
    },
  };
}
