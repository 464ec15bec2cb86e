import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isVideoName } from '../../../src/main/browse/video-extensions.ts';
import { isVideoKey, videoExtensions } from '../../../src/shared/video-extensions.ts';

const part = fc.oneof(fc.constantFrom(...videoExtensions, '.', '.', 'clip', 'srt', 'é', ''), fc.string());

it('calls a row a video on screen where the listing calls it one', () => {
  expect(isVideoKey('day 1/A001.MOV')).toBe(true);
  expect(isVideoKey('day.mov/report.xml')).toBe(false);
  expect(isVideoKey('day 1/.mov')).toBe(false);
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join('').replaceAll('/', '')),
      (name) => {
        const bytes = Buffer.from(`day.1/${name}`);
        expect(isVideoKey(`day.1/${name}`)).toBe(isVideoName(bytes, 6, bytes.length));
      },
    ),
  );
});
