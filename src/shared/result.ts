import type { AppError } from './errors.ts';

/** What every call between processes answers: a value, or an error as data (only an error's `message` survives IPC otherwise). */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** Wraps a value for its way across processes. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps an error for its way across processes. */
export const fail = (error: AppError): Result<never> => ({ ok: false, error });
