import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJsonFile } from '../../../src/main/storage/json-file.ts';
import { openSavedStore } from '../../../src/main/storage/saved-store.ts';
import { SAVED_LIMITS, savedSchema, type NewSaved, type Saved } from '../../../src/shared/saved.ts';

let folder = '';
let made = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saved-'));
  made = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const path = (): string => join(folder, 'saved.json');
const open = async (told: Saved[][] = [], asides: string[] = []) =>
  openSavedStore(
    createJsonFile(path(), (kept) => asides.push(kept)),
    () => `id-${(made += 1)}`,
    (saved) => told.push(saved),
  );
const bookmark = (name: string): NewSaved => ({
  kind: 'bookmark',
  name,
  environmentId: 'production',
  teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000a',
  locationId: 'c3b1d2e4-3333-4f5a-b6c7-000000000001',
  locationName: 'Media',
  prefix: 'day 12/',
});
const written = async (): Promise<{ version: number; items: unknown[] }> =>
  JSON.parse(await readFile(path(), 'utf8'));

describe('what an operator saves', () => {
  it('comes back after a restart, changed as it was, and is told of each time', async () => {
    const told: Saved[][] = [];
    const first = await open(told);
    expect(first.current()).toEqual([]);
    await first.change({ change: 'add', item: bookmark('Day 12') });
    const [added, other] = await first.change({ change: 'add', item: bookmark('Day 13') });
    if (added === undefined || other === undefined) throw new Error('Nothing was added');
    await first.change({ change: 'replace', item: { ...added, name: 'The twelfth day' } });
    await first.change({ change: 'remove', id: other.id });
    expect((await open()).current()).toEqual([{ ...bookmark('The twelfth day'), id: 'id-1' }]);
    expect(told.map((saved) => saved.length)).toEqual([1, 2, 2, 1]);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['saved.json']);
  });

  it('is changed in the order in which that was asked for', async () => {
    const store = await open();
    await Promise.all(['A', 'B', 'C'].map((name) => store.change({ change: 'add', item: bookmark(name) })));
    expect((await open()).current().map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  });

  it('is not shown as saved when the disk refuses it, and the next change is taken again', async () => {
    let isFull = true;
    const file = createJsonFile(path(), () => undefined);
    const store = await openSavedStore(
      {
        ...file,
        save: async (value) => {
          if (isFull) throw new Error('ENOSPC');
          await file.save(value);
        },
      },
      () => 'id',
      () => undefined,
    );
    await expect(store.change({ change: 'add', item: bookmark('Lost') })).rejects.toThrow('ENOSPC');
    expect(store.current()).toEqual([]);
    isFull = false;
    await store.change({ change: 'add', item: bookmark('Kept') });
    expect((await open()).current().map(({ name }) => name)).toEqual(['Kept']);
  });

  it('is refused a change when it is gone, and when there is too much of it', async () => {
    const store = await open();
    await expect(
      store.change({ change: 'replace', item: { ...bookmark('Gone'), id: 'id-9' } }),
    ).rejects.toMatchObject({ error: { code: 'not-found', detail: { serviceCode: 'SAVED_GONE' } } });
    const items = Array.from({ length: SAVED_LIMITS.bookmark }, (_, index) => ({
      ...bookmark(`Day ${index}`),
      id: `b-${index}`,
    }));
    await writeFile(path(), JSON.stringify({ version: 1, items }));
    const full = await open();
    expect(full.current()).toHaveLength(SAVED_LIMITS.bookmark);
    await expect(full.change({ change: 'add', item: bookmark('One more') })).rejects.toMatchObject({
      error: { code: 'conflict', detail: { serviceCode: 'SAVED_FULL' } },
    });
  });
});

describe('a file that somebody else wrote', () => {
  it.each(['{"version":1,"items":', '[]', '{"version":2,"items":[]}', '{"version":1,"items":{}}', '"x"'])(
    'is set aside when it says %s',
    async (content) => {
      await writeFile(path(), content);
      const asides: string[] = [];
      const store = await open([], asides);
      expect(store.current()).toEqual([]);
      await store.change({ change: 'add', item: bookmark('New') });
      expect(asides).toHaveLength(1);
      expect(await readFile(asides[0] ?? '', 'utf8')).toBe(content);
    },
  );

  it('keeps the entries that this app does not understand, through every change', async () => {
    const strange = [{ kind: 'tag', id: 't-1' }, null, { ...bookmark(''), id: 'nameless' }, 7];
    const known = { ...bookmark('Day 12'), id: 'b-1' };
    await writeFile(path(), JSON.stringify({ version: 1, items: [...strange, known, known] }));
    const store = await open();
    expect(store.current()).toEqual([known]);
    await store.change({ change: 'remove', id: 'b-1' });
    // The second of two with one id is kept too: which of them was meant is not for the app to say.
    expect(await written()).toEqual({ version: 1, items: [...strange, known] });
  });

  it('cannot name what no call could have saved', () => {
    for (const part of [{ name: ' ' }, { name: 'n'.repeat(101) }, { prefix: 'p'.repeat(1_025) }, { more: 1 }])
      expect(savedSchema.safeParse({ ...bookmark('Day 12'), id: 'b-1', ...part }).success).toBe(false);
  });
});
