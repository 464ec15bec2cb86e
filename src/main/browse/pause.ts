import { setImmediate } from 'node:timers/promises';

/** Lets messages and pages through when the current slice of work is used up; cheap to call often. */
export type Pause = () => Promise<void> | undefined;

/** Longest stretch of work without a pause, in milliseconds. Half of what a person would notice while typing. */
const SLICE_MS = 12;

/** Thrown out of sliced work that nobody wants any more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** Makes a {@link Pause} that throws {@link Superseded} as soon as the work is no longer wanted. */
export function createPause(now: () => number, wanted: () => boolean): Pause {
  let begun = now();
  const check = (): void => {
    if (!wanted()) throw new Superseded('Newer work has taken its place');
  };
  return () => {
    if (now() - begun < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      begun = now();
      check();
    });
  };
}
