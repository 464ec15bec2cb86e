import { SECOND } from '../../../shared/units.ts';

/** Width of a kept picture in pixels: twice a card's, for dense screens. */
const PICTURE_PX = 480;
const QUALITY = 0.75;
/** Where the picture is taken: past a fade from black, yet near the start, whose bytes come first. */
const LATEST_S = 1;
const SHARE = 0.1;
/** Longest time for one frame. Default 20,000 ms; range 2,000 to 60,000. */
const DEADLINE_MS = 20 * SECOND;
/** Longest time from the end of the seek until its frame can be drawn; drawn before, it is black. */
const PRESENTED_MS = 300;

/** A frame as the address of its data; else whether there is none to be had, or it only did not come in time. */
export type DrawnFrame =
  { readonly kind: 'drawn'; readonly picture: string } | { readonly kind: 'refused' | 'late' };

/** Draws a frame near a video's start. Rejects only when it was given up. */
export async function drawFrame(address: string, signal: AbortSignal): Promise<DrawnFrame> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'metadata';
  const until = (event: string): Promise<'here' | 'refused' | 'late'> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve('late'), DEADLINE_MS);
      const settle = (act: () => void) => () => {
        clearTimeout(timer);
        act();
      };
      video.addEventListener(
        event,
        settle(() => resolve('here')),
        { once: true },
      );
      video.addEventListener(
        'error',
        settle(() => resolve('refused')),
        { once: true },
      );
      signal.addEventListener(
        'abort',
        settle(() => reject(signal.reason)),
        { once: true },
      );
    });
  try {
    signal.throwIfAborted();
    const known = until('loadedmetadata');
    video.src = address;
    const opened = await known;
    if (opened !== 'here') return { kind: opened };
    if (video.videoWidth === 0) return { kind: 'refused' };
    const sought = until('seeked');
    const presented = new Promise((seen) => video.requestVideoFrameCallback(seen));
    video.currentTime = Math.min(LATEST_S, Number.isFinite(video.duration) ? video.duration * SHARE : 0);
    const arrived = await sought;
    if (arrived !== 'here') return { kind: arrived };
    await Promise.race([presented, new Promise((over) => setTimeout(over, PRESENTED_MS))]);
    const canvas = document.createElement('canvas');
    const scale = Math.min(1, PICTURE_PX / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return { kind: 'drawn', picture: canvas.toDataURL('image/jpeg', QUALITY) };
  } finally {
    // Nothing more is fetched for it.
    video.removeAttribute('src');
    video.load();
  }
}
