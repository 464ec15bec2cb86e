import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const MAX_LINES = 300;
const MAX_MEDIAN_LINES = 80;

const files = ['src', 'test']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((path) => !path.includes('/node_modules/'))
  // MPEG-TS seeds end in `.ts` too.
  .filter((path) => !path.startsWith('test/fixtures/') && !path.startsWith('test/results/'));

const sourceOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A file without its comments, in which English words stand. */
const codeOf = (path: string): string => sourceOf(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Modules that a file imports, relative ones as paths from the project's root. */
function importsOf(path: string): readonly string[] {
  const found = sourceOf(path).matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm);
  return [...found].map(([, target = '']) =>
    target.startsWith('.')
      ? relative(root, resolve(root, dirname(path), target)).replaceAll('\\', '/')
      : target,
  );
}

const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/');
const mainRoomOf = (path: string): string | null => /^src\/main\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Inside main, what each room may import; `start-app.ts` alone knows them all. */
const mainRooms: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  storage: ['platform', 'imports'],
  secrets: ['platform'],
  s3: ['platform'],
  pixop: ['platform', 'imports'],
  policy: ['platform', 'storage'],
  updates: ['platform'],
  session: ['platform', 'secrets', 'pixop', 's3'],
  imports: ['platform'],
  browse: ['platform', 's3', 'imports'],
  drafts: ['platform', 'imports'],
  manifests: ['platform', 's3', 'imports', 'browse'],
  peek: ['platform', 's3', 'browse'],
  ipc: ['platform'],
  shell: ['platform', 'ipc', 'storage', 'imports', 'updates'],
};

describe('the dependency rule', () => {
  it('lets preload, main and renderer import shared, and nothing else across rooms', () => {
    const crossings = files
      .filter((path) => path.startsWith('src/'))
      .flatMap((path) => importsOf(path).map((target) => ({ path, target })))
      .filter(
        ({ path, target }) =>
          target.startsWith('src/') && roomOf(target) !== roomOf(path) && roomOf(target) !== 'src/shared',
      );
    expect(crossings).toEqual([]);
  });

  it('keeps shared free of node, electron and the DOM', () => {
    const foreign = files
      .filter((path) => path.startsWith('src/shared/'))
      .flatMap((path) => importsOf(path).map((target) => ({ path, target })))
      .filter(({ target }) => !target.startsWith('src/shared/') && target !== 'zod');
    expect(foreign).toEqual([]);
  });

  it('lets only the shell, the preload and the composition root import electron', () => {
    const importers = files.filter((path) => path.startsWith('src/') && importsOf(path).includes('electron'));
    const strangers = importers.filter(
      (path) => !/^src\/(main\/shell\/|main\/index\.ts|main\/start-app\.ts|preload\/)/.test(path),
    );
    expect(strangers).toEqual([]);
  });

  it('lets only secrets import the keychain module', () => {
    const importers = files.filter((path) => path.startsWith('src/') && importsOf(path).includes('keytar'));
    expect(importers.filter((path) => !path.startsWith('src/main/secrets/'))).toEqual([]);
  });

  it('runs one way inside main', () => {
    const wrong = files
      .flatMap((path) => importsOf(path).map((target) => ({ path, target })))
      .filter(({ path, target }) => {
        const from = mainRoomOf(path);
        const to = mainRoomOf(target);
        return from !== null && to !== null && from !== to && !(mainRooms[from] ?? []).includes(to);
      });
    expect(wrong).toEqual([]);
  });

  it('knows every room of main', () => {
    const rooms = new Set(files.map(mainRoomOf).filter((room) => room !== null));
    expect([...rooms].filter((room) => !(room in mainRooms))).toEqual([]);
  });

  it('ships nothing of the tests', () => {
    const reaching = files.filter(
      (path) => path.startsWith('src/') && importsOf(path).some((target) => target.startsWith('test/')),
    );
    expect(reaching).toEqual([]);
  });
});

describe('the files', () => {
  const lengths = files.map((path) => ({ path, lines: sourceOf(path).split('\n').length - 1 }));

  it(`have at most ${MAX_LINES} lines`, () => {
    expect(lengths.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
  });

  it(`have a median below ${MAX_MEDIAN_LINES} lines in src`, () => {
    const sorted = lengths
      .filter(({ path }) => path.startsWith('src/'))
      .map(({ lines }) => lines)
      .toSorted((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(MAX_MEDIAN_LINES);
  });

  it('are named in kebab-case', () => {
    const names = files.map((path) => path.split('/').at(-1) ?? '');
    expect(
      names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|e2e|ceph|config|d))?\.tsx?$/.test(name)),
    ).toEqual([]);
  });

  it('use neither any, nor enums, nor non-null assertions, nor a default export in src', () => {
    const banned =
      /(:\s*any\b|\bas any\b|<any>|^\s*(export )?(const )?enum\s|\bexport default\b|@ts-ignore|@ts-nocheck)/m;
    expect(files.filter((path) => path.startsWith('src/') && banned.test(codeOf(path)))).toEqual([]);
  });
});
