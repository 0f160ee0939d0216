/** Takes messages for the owner. Tests use one that records them. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

/** Writes to stderr, so that stdout contains only a command's result. */
export const stderrLog: Log = {
  info: (message) => void process.stderr.write(`${message}\n`),
  warn: (message) => void process.stderr.write(`! ${message}\n`),
};

export const quietLog: Log = { info() {}, warn() {} };
