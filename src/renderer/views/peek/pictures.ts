import type { AppError } from '../../../shared/errors.ts';
import { mediaAddress } from '../../../shared/peek.ts';
import { drawFrame } from './draw-frame.ts';
import { createTurns } from './turns.ts';

/** Draws the picture of a ticket's video; null when there is none this time. `failureOf` tells whether bytes were missing. */
export type DrawPicture = (
  ticket: string,
  signal: AbortSignal,
  failureOf: (ticket: string) => Promise<AppError | null>,
) => Promise<string | null>;

/** Frames drawn at once: each has a decoder of its own. Default 2; range 1 to 4. */
const FRAMES_AT_ONCE = 2;

/** Makes a {@link DrawPicture} that does not fetch again what the decoder refused. */
export function createPictures(draw: typeof drawFrame = drawFrame): DrawPicture {
  const takeTurn = createTurns(FRAMES_AT_ONCE);
  const undrawable = new Set<string>();
  return async (ticket, signal, failureOf) => {
    if (undrawable.has(ticket)) return null;
    const frame = await takeTurn(signal, () => draw(mediaAddress(ticket, 'frame'), signal));
    if (frame === null || signal.aborted) return null;
    if (frame.kind === 'drawn') return frame.picture;
    // A limit or a network that stood in the way may be gone the next time.
    if (frame.kind === 'refused' && (await failureOf(ticket)) === null) undrawable.add(ticket);
    return null;
  };
}
