import { chmodSync, existsSync } from 'node:fs';
import log from 'electron-log/node';
import type { Redactor } from './redact.ts';

/** The one sink for everything worth keeping of a run: short sentences and fields, never payloads or inspected objects. */
export interface Log {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
}

/** Plain values only, so that no request, response or error object (which can hold a key) is ever inspected. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Size at which a log file is rotated, bytes. One old file is kept. */
const MAX_FILE_BYTES = 5 * 1_024 * 1_024;

/** Opens the log file (mode 0600); every line passes the redactor. A full file is kept beside as `….old.log`. */
export function openLog(path: string, redactor: Redactor, maxBytes: number = MAX_FILE_BYTES): Log {
  const sink = log.create({ logId: 'pixop-ingest' });
  sink.transports.console.level = false;
  // A file that an earlier version made, or that was put back from a backup, may be readable to others.
  if (process.platform !== 'win32' && existsSync(path)) chmodSync(path, 0o600);
  sink.transports.file.resolvePathFn = () => path;
  sink.transports.file.maxSize = maxBytes;
  sink.transports.file.writeOptions = { mode: 0o600 };
  const line = (message: string, fields: LogFields = {}): string => {
    const tail = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
    return redactor.redact(message + tail.join(''));
  };
  return {
    info: (message, fields) => sink.info(line(message, fields)),
    warn: (message, fields) => sink.warn(line(message, fields)),
    error: (message, fields) => sink.error(line(message, fields)),
  };
}
