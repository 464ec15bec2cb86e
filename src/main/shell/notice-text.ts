import type { BatchEnd } from '../imports/batch-ends.ts';
import type { ShellWords } from './words/en.ts';

/** What the notification of a batch says: what arrived, then what is left to do. */
export function noticeText(
  { locationName, done, failed, toDecide }: BatchEnd,
  words: ShellWords['notice'],
): { readonly title: string; readonly body: string } {
  const bad = [
    ...(failed === 0 ? [] : [words.failed(failed)]),
    ...(toDecide === 0 ? [] : [words.toDecide(toDecide)]),
  ];
  return {
    title: done === 0 ? words.none(locationName) : words.done(done, locationName),
    body: bad.length === 0 ? words.allDone : bad.join(' '),
  };
}
