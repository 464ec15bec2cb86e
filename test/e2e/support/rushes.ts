import { expect } from 'vitest';
import type { Locator } from 'playwright-core';
import { createFormat } from '../../../src/renderer/text/format.ts';
import { folderKeyspace } from '../../simulators/s3/generated-keys.ts';
import type { BucketOptions } from '../../simulators/s3/model.ts';
import type { AppRig } from './app-rig.ts';

/** Clips of the one folder. */
export const COUNT = 100_000;
const bucket = 'nordlys-archive';
const folder = 'rushes/';
const clips = folderKeyspace(folder, COUNT);
/** Numbers and sizes as the app writes them. */
export const format = createFormat('en');

/** The bucket with nothing in it but a folder of {@link COUNT} clips. */
export const rushesBucket: BucketOptions = { name: bucket, objects: clips };

/** Bytes of the clips from one place up to, not including, another. */
export function bytesOf(from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += clips.objectAt(index).content.sizeBytes;
  return sum;
}

/** What an operator sees of the folder. */
export interface Rushes {
  /** A line below the listing; what is only read out stands beside these. */
  readonly line: (words: string | RegExp) => Locator;
  /** Waits until so many bytes of so many objects are selected, of so many that are shown or selected. */
  readonly untilSelected: (count: number, bytes: number, of?: number) => Promise<void>;
  readonly untilListed: () => Promise<void>;
  /** Goes to the first row, with nothing selected. Where the folder is listed already, it is not listed again. */
  readonly open: () => Promise<void>;
}

/** Looks at the folder in a running app. */
export function rushesIn({ operator }: Pick<AppRig, 'operator'>): Rushes {
  const line = (words: string | RegExp) => operator.footer.locator('p').filter({ hasText: words });
  const listed = () => line(`${format.count(COUNT)} listed`);
  const untilListed = (): Promise<void> => listed().waitFor();
  return {
    line,
    untilListed,
    async untilSelected(count, bytes, of = COUNT) {
      const words = `${format.count(count)} of ${format.count(of)} selected · ${format.bytes(bytes)}`;
      await line(words).waitFor();
      // The rounded size could be that of another selection.
      expect(await line(words).getAttribute('title')).toContain(`· ${format.exactBytes(bytes)} bytes`);
    },
    async open() {
      if (!(await listed().isVisible())) await operator.goTo(`s3://${bucket}/${folder}`);
      await untilListed();
      await operator.files.focus();
      await operator.page.keyboard.press('Home');
      await operator.row('C00000001').waitFor();
      await operator.page.keyboard.press('Escape');
      await line('none selected').waitFor();
    },
  };
}
