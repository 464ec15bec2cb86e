import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tours } from './screens/tours.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const names = tours.flatMap(({ screens }) => screens.map(({ name }) => name));
const themed = (theme: string): readonly string[] => names.map((name) => `${name}-${theme}.png`).toSorted();
const shown = (attribute: 'src' | 'srcset'): readonly string[] =>
  [
    ...new Set(
      [...readme.matchAll(new RegExp(` ${attribute}="build/images/([^"]+)"`, 'g'))].map(
        ([, file = '']) => file,
      ),
    ),
  ].toSorted();

describe('the gallery', () => {
  it('has a name of its own for each screen', () => {
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });

  it('has pictures of every screen in both themes, and of nothing else', () => {
    const files = readdirSync(join(root, 'build/images')).toSorted();
    expect(files).toEqual([...themed('light'), ...themed('dark')].toSorted());
  });

  it('shows every picture in the README', () => {
    expect(shown('src')).toEqual(themed('light'));
    expect(shown('srcset')).toEqual(themed('dark'));
  });
});
