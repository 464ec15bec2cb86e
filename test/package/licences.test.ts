import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolderOf, readPackage, refusedLicences } from '../../build/licences.ts';

const root = resolve(import.meta.dirname, '../..');
const under = (licence: string) => ({ name: 'one', version: '1.0.0', licence, text: '' });

describe('licences', () => {
  it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0)', 'MIT AND ISC', 'OFL-1.1'])('may be %s', (licence) => {
    expect(refusedLicences([under(licence)])).toEqual([]);
  });

  it.each(['GPL-3.0', 'AGPL-3.0-only', 'LGPL-2.1', 'MPL-2.0', 'SEE LICENSE IN x', 'MIT AND GPL-2.0', ''])(
    'may not be “%s”',
    (licence) => {
      expect(refusedLicences([under(licence)])).toHaveLength(1);
    },
  );

  it('belong to the innermost package that a file is in', () => {
    expect(packageFolderOf('/x/node_modules/@a/b/node_modules/c/d.js?worker')).toBe(
      '/x/node_modules/@a/b/node_modules/c',
    );
    expect(packageFolderOf('\0/x/node_modules/@a/b/d.js')).toBe('/x/node_modules/@a/b');
    expect(packageFolderOf('/x/src/main/index.ts')).toBe(null);
  });

  it('are shipped with their text, for every package in the bundles and beside them', () => {
    const main = readFileSync(join(root, 'out/main/licences.txt'), 'utf8');
    const renderer = readFileSync(join(root, 'out/renderer/licences.txt'), 'utf8');
    for (const name of ['zod', 'electron', 'keytar', '@aws-sdk/client-s3', 'electron-log', 'mediainfo.js']) {
      const { name: real, version, licence } = readPackage(join(root, 'node_modules', name));
      expect(main).toContain(`${real} ${version} (${licence})`);
    }
    for (const name of ['react', '@fontsource-variable/inter']) {
      const { version, licence, text } = readPackage(join(root, 'node_modules', name));
      expect(renderer).toContain(`${name} ${version} (${licence})\n\n${text}`);
    }
  });
});
