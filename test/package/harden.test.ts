import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checklist } from '../harness/harden/checklist.ts';
import { readSubject } from '../harness/harden/subject.ts';

const subject = readSubject(resolve(import.meta.dirname, '../..'));

describe('the checklist of security, over sources and bundles', () => {
  for (const { number, title, checks } of checklist) {
    for (const { what, run } of checks)
      it(`${number}. ${title}: ${what}`, async () => {
        expect(await run(subject)).toEqual([]);
      });
  }
});
