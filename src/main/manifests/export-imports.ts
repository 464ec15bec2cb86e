import type { ExportedImport } from '../imports/exported-import.ts';
import { guard } from './formula-guard.ts';

/** Formats of an export. */
export type ExportFormat = 'csv' | 'json';
/** An import with whose it is; null while Pixop never said it. */
export type AccountedImport = ExportedImport & { readonly account: string | null };
/** What of the imports an export holds, for its file's name; null is the whole list. */
export type ExportOf = 'failed' | 'history' | null;

/** Columns of the CSV, in their order; `columns.ts` knows those that a manifest has too, so that it can be dropped back in. */
const columns: Readonly<Record<string, (one: AccountedImport) => string | number | null>> = {
  object_key: (one) => one.objectKey,
  bucket: (one) => one.bucket,
  name: (one) => one.name,
  description: (one) => one.description,
  project: (one) => one.project,
  state: (one) => one.state,
  video_id: (one) => one.videoId,
  error_code: ({ error }) => error?.code ?? null,
  error_message: ({ error }) => error?.message ?? null,
  request_id: ({ error }) => error?.requestId ?? null,
  http_status: ({ error }) => error?.httpStatus ?? null,
  size_bytes: (one) => one.sizeBytes,
  attempts: (one) => one.attempts,
  queued_at: (one) => isoTime(one.queuedAtMs),
  changed_at: (one) => isoTime(one.changedAtMs),
  account: (one) => one.account,
  environment: (one) => one.environment,
};

/** Writes imports as a file: CSV for spreadsheets, with formulas made harmless; JSON for programs, to the letter. */
export function exportImports(imports: readonly AccountedImport[], format: ExportFormat): string {
  return format === 'csv' ? csvOf(imports) : `${JSON.stringify(imports.map(jsonOf), null, 2)}\n`;
}

/** By RFC 4180; the byte order mark tells Excel that it is UTF-8. */
function csvOf(imports: readonly AccountedImport[]): string {
  const rows = imports.map((one) => Object.values(columns).map((valueOf) => cell(valueOf(one))));
  return `\ufeff${[Object.keys(columns), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

function cell(value: string | number | null): string {
  const text = guard(String(value ?? ''));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function jsonOf({ queuedAtMs, changedAtMs, ...rest }: AccountedImport) {
  return { ...rest, queuedAt: isoTime(queuedAtMs), changedAt: isoTime(changedAtMs) };
}

const isoTime = (ms: number): string => new Date(ms).toISOString();

/** What the file is called until its saver says otherwise: sorted by time wherever files are listed. */
export function exportFileName(format: ExportFormat, of: ExportOf, nowMs: number): string {
  const stamp = isoTime(nowMs).slice(0, 16).replace('T', '-').replace(':', '');
  return `pixop-ingest-${stamp}${of === null ? '' : `-${of}`}.${format}`;
}
