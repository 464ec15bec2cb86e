import type { AppError } from '../../../shared/errors.ts';
import type { AppState } from '../../store/store.ts';

/** What looking for typed letters came to: a row to go to, a problem to report, or nothing to be done. */
export type Found =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'nothing' };

/** Looks for a name from a row on, then from the top; what is found in a listing that was left meanwhile is nothing. */
export async function findTyped(
  state: () => Pick<AppState, 'browse' | 'findRow'>,
  text: string,
  after: number,
  isStillTyped: () => boolean,
): Promise<Found> {
  const listingId = state().browse?.listingId;
  for (const from of [after, 0]) {
    const result = await state().findRow(text, from);
    // More was typed while this was looked for, or the place it was looked for in is another.
    if (!isStillTyped() || state().browse?.listingId !== listingId) return { kind: 'nothing' };
    if (!result.ok) return { kind: 'failed', error: result.error };
    if (result.value.index >= 0) return { kind: 'row', index: result.value.index };
  }
  return { kind: 'nothing' };
}
