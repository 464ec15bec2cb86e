import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseFile, type ParsedFile } from './ast.ts';

/** What is checked: the project's folder, its sources, and the bundles that users get (once they are built). */
export interface Subject {
  readonly root: string;
  readonly source: readonly ParsedFile[];
  readonly bundles: readonly ParsedFile[];
}

/** Reads and parses everything that ships. */
export function readSubject(root: string): Subject {
  return { root, source: readFolder(root, 'src', /\.tsx?$/), bundles: readFolder(root, 'out', /\.c?js$/) };
}

function readFolder(root: string, folder: string, pattern: RegExp): readonly ParsedFile[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return parseFile(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
    });
}
