/** Where messages for the owner go. Tests hand in a recording one. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

/** Writes to stderr, so that a command's stdout carries nothing but its answer. */
export const stderrLog: Log = {
  info: (message) => void process.stderr.write(`${message}\n`),
  warn: (message) => void process.stderr.write(`! ${message}\n`),
};

export const quietLog: Log = { info() {}, warn() {} };
