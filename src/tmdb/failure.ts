/** A request that brought no data. The message never holds the address's query, where a key may be. */
export class RequestFailure extends Error {
  override name = "RequestFailure";
  /** HTTP status, null when there was no answer or none that can be read. */
  readonly status: number | null;
  /** Whether asking again may help. */
  readonly retriable: boolean;
  /** Milliseconds the server asked to wait. */
  readonly retryAfter: number | null;

  constructor(
    message: string,
    {
      status = null,
      retriable = true,
      retryAfter = null,
      cause,
    }: {
      status?: number | null;
      retriable?: boolean;
      retryAfter?: number | null;
      cause?: unknown;
    } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.retriable = retriable;
    this.retryAfter = retryAfter;
  }
}

/** The asking was ended because nothing came back any more. */
export class OutageError extends Error {
  override name = "OutageError";
}

export const isNotFound = (error: unknown): boolean =>
  error instanceof RequestFailure && error.status === 404;
