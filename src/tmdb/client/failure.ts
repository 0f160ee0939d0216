/** A request that brought no data. The message never holds the address's query, where a key may be. */
export class RequestFailure extends Error {
  override name = "RequestFailure";
  /** HTTP status, null when there was no answer or none that can be read. */
  readonly status: number | null;
  /** TMDB's own `status_code`, null where the answer holds none. */
  readonly code: number | null;
  /** Whether asking again may help. */
  readonly retriable: boolean;
  /** Milliseconds the server asked to wait. */
  readonly retryAfter: number | null;

  constructor(
    message: string,
    {
      status = null,
      code = null,
      retriable = true,
      retryAfter = null,
      cause,
    }: {
      status?: number | null;
      code?: number | null;
      retriable?: boolean;
      retryAfter?: number | null;
      cause?: unknown;
    } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.code = code;
    this.retriable = retriable;
    this.retryAfter = retryAfter;
  }
}

/** The asking was ended because nothing came back any more. */
export class OutageError extends Error {
  override name = "OutageError";
}

/** TMDB's code for "The resource you requested could not be found." */
const NO_SUCH_RESOURCE = 34;

/**
 * Whether TMDB itself says that it has no such film, series, person or collection. Any other 404 may
 * come from whatever stands in between, or from a wrong address, and says nothing.
 */
export const isAbsence = (error: unknown): boolean =>
  error instanceof RequestFailure && error.status === 404 && error.code === NO_SUCH_RESOURCE;
