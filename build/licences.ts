import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Licences under which others' code may be part of a closed program, with its text beside it. */
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  // Fonts.
  'OFL-1.1',
]);

/** A package of others that users get, and the terms, as `src/shared/licences.ts` has it. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX, as its package says; empty when it says nothing. */
  readonly licence: string;
  readonly text: string;
}

/** The package that a bundled file comes from, by its folder; null for the project's own. */
export function packageFolderOf(moduleId: string): string | null {
  const path = moduleId
    .replaceAll('\\', '/')
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '');
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  return folder ?? null;
}

/** Reads what a package says of its terms. */
export function readPackage(folder: string): ShippedPackage {
  const { name, version, license }: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  return {
    name: String(name),
    version: String(version),
    licence: typeof license === 'string' ? license : '',
    text: files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
  };
}

/** Packages that must not be shipped, with the reason; of terms that leave a choice, one must be allowed. */
export function refusedLicences(packages: readonly ShippedPackage[]): readonly string[] {
  return packages
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence || 'no licence is named'}`);
}

function isAllowed(licence: string): boolean {
  const terms = licence.replace(/^\((.*)\)$/, '$1');
  if (terms.includes(' AND ')) return terms.split(' AND ').every(isAllowed);
  return terms.split(' OR ').some((one) => allowed.has(one));
}

/** The list as users can read it. */
export function licenceText(packages: readonly ShippedPackage[]): string {
  const sorted = packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return sorted
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * Writes `licences.txt`, and `licences.json` for the app to show, beside a bundle: the terms of every package that any of its code comes from, and of `besides`,
 * which ship without being bundled. A package whose terms are unknown or do not allow it ends the build.
 */
export function licences(root: string, besides: readonly string[] = []): Plugin {
  /** What the names of assets are relative to. */
  let bundleRoot = root;
  return {
    name: 'licences',
    apply: 'build',
    configResolved(config) {
      bundleRoot = config.root;
    },
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk'
          ? part.moduleIds
          : part.originalFileNames.map((name) => resolve(bundleRoot, name)),
      );
      const folders = new Set(modules.map(packageFolderOf).filter((folder) => folder !== null));
      for (const name of besides) folders.add(join(root, 'node_modules', name));
      const packages = [...folders].map(readPackage);
      const refused = refusedLicences(packages);
      if (refused.length > 0) this.error(`These packages must not be shipped: ${refused.join('; ')}`);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licenceText(packages) });
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(packages) });
    },
  };
}
