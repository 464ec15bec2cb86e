import { expect, it } from 'vitest';
import type { DrawnFrame } from '../../../src/renderer/views/peek/draw-frame.ts';
import { createPictures } from '../../../src/renderer/views/peek/pictures.ts';
import type { AppError } from '../../../src/shared/errors.ts';

const unread: AppError = { code: 'offline', message: 'No way.', detail: { source: 's3' } };
const picture = 'data:image/jpeg;base64,/9j/4AAQ';

/** Asks twice for the picture of one video, whose first frame ends as given and whose second is drawn. */
async function askTwice(first: DrawnFrame, failure: AppError | null, ticket = 'ticket-1') {
  const frames: DrawnFrame[] = [first, { kind: 'drawn', picture }];
  const drawn: string[] = [];
  const pictures = createPictures(async (address) => {
    drawn.push(address);
    return frames.shift() ?? { kind: 'refused' };
  });
  const { signal } = new AbortController();
  const ask = () => pictures(ticket, signal, async () => failure);
  return { answers: [await ask(), await ask()], drawn };
}

it('does not fetch a video again that the decoder has refused', async () => {
  const { answers, drawn } = await askTwice({ kind: 'refused' }, null);
  expect(answers).toEqual([null, null]);
  expect(drawn).toEqual(['/peek/ticket-1/frame']);
});

it('tries again what failed for want of bytes', async () => {
  expect((await askTwice({ kind: 'refused' }, unread)).answers).toEqual([null, picture]);
});

it('tries again what did not come in time', async () => {
  expect((await askTwice({ kind: 'late' }, null)).answers).toEqual([null, picture]);
});

it('keeps nothing in mind of a picture that was given up', async () => {
  const giveUp = new AbortController();
  const pictures = createPictures(async () => {
    if (giveUp.signal.aborted) return { kind: 'drawn', picture };
    giveUp.abort();
    return { kind: 'refused' };
  });
  expect(await pictures('ticket-1', giveUp.signal, async () => null)).toBeNull();
  expect(await pictures('ticket-1', new AbortController().signal, async () => null)).toBe(picture);
});
