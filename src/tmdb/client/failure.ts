/** A request that failed. The message never contains the query of the address, which may hold a key. */
export class RequestFailure extends Error {
  override name = "RequestFailure";
  /** HTTP status; null if there was no answer or no readable one. */
  readonly status: number | null;
  /** TMDB's own `status_code`; null if the answer has none. */
  readonly code: number | null;
  /** Whether a retry may help. */
  readonly retriable: boolean;
  /** Milliseconds that the server asked to wait. */
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

/** The run ended because TMDB stopped answering. */
export class OutageError extends Error {
  override name = "OutageError";
}

/** TMDB's code for "The resource you requested could not be found." */
const NO_SUCH_RESOURCE = 34;

/**
 * Whether TMDB itself says that it has no such film, series, person or collection. Any other 404 may
 * come from a proxy or a wrong address, and proves nothing.
 */
export const isAbsence = (error: unknown): boolean =>
  error instanceof RequestFailure && error.status === 404 && error.code === NO_SUCH_RESOURCE;
