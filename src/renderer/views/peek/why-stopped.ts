import type { AppError } from '../../../shared/errors.ts';

/** `MediaError.MEDIA_ERR_NETWORK`: the bytes stopped coming while it played. */
const NETWORK = 2;

/**
 * Why a player stopped; null when the decoder refused what it was given. What the main process could not read comes
 * first: before the first frame, a player says of that too that it does not know the format.
 */
export function whyStopped(
  player: Pick<MediaError, 'code' | 'message'> | null,
  unread: AppError | null,
): AppError | null {
  if (unread !== null) return unread;
  return player?.code === NETWORK ? { code: 'internal', message: player.message } : null;
}
