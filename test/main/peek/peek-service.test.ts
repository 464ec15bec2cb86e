import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pictureSchema } from '../../../src/shared/peek.ts';
import { seedNames, startPeekRig, type PeekRig } from './peek-rig.ts';

let rig: PeekRig | null = null;
const start = async (options?: Parameters<typeof startPeekRig>[0]): Promise<PeekRig> =>
  (rig = await startPeekRig(options));
afterEach(async () => {
  await rig?.close();
  rig = null;
});
const picture = pictureSchema.parse('data:image/jpeg;base64,/9j/4AAQ');

describe('looking into objects', () => {
  it('tells container and codec of every seed video over ranged reads', async () => {
    const { look } = await start();
    const looks = await Promise.all(seedNames.map((name) => look(name)));
    expect(looks.map(({ key, facts }) => `${key}: ${facts?.container} ${facts?.codec}`)).toEqual([
      'aurora-h264-faststart.mp4: MP4 H.264',
      'bars-and-tone-h264.mp4: MP4 H.264',
      'broadcast-mpeg2-1080i25.mxf: MXF MPEG-2',
      'camera-h264-moov-end.mov: QuickTime H.264',
      'fractal-h264-moov-end.mp4: MP4 H.264',
      'graded-prores-lt.mov: QuickTime ProRes 422 LT',
      'interview-h264-50p.mkv: Matroska H.264',
      'legacy-mpeg4.avi: AVI MPEG-4',
      'playout-h264-576i25.ts: MPEG-TS H.264',
      'uhd-hevc-10bit.mp4: MP4 HEVC',
      'vertical-h264.mp4: MP4 H.264',
      'web-vp9.webm: WebM VP9',
    ]);
  });

  it('knows upright frames, and the index at the end of a file', async () => {
    const { look } = await start();
    expect((await look('vertical-h264.mp4')).facts).toMatchObject({ widthPx: 540, heightPx: 960 });
    expect((await look('fractal-h264-moov-end.mp4')).facts).toMatchObject({
      widthPx: 854,
      framesPerSecond: 29.97,
      durationMs: 3_003,
    });
  });

  it('says that text with a video’s extension is no video, and remembers it', async () => {
    const { look, ranges } = await start();
    expect(await look('notes.mov')).toMatchObject({ facts: null, withheld: null });
    const asked = ranges.length;
    await look('notes.mov');
    expect(ranges).toHaveLength(asked);
  });

  it('reads nothing the second time, not even after a start, and keeps the picture', async () => {
    const started = await start();
    const { ticket, facts } = await started.look('aurora-h264-faststart.mp4');
    await started.peek.keep({ ticket, picture });
    const asked = started.ranges.length;
    started.restart();
    expect(await started.look('aurora-h264-faststart.mp4')).toMatchObject({ facts, hasPicture: true });
    expect(started.ranges).toHaveLength(asked);
  });

  it('keeps what it knows in files for this user alone, whose names tell no key', async () => {
    const { look, directory } = await start();
    await look('web-vp9.webm');
    const names = await readdir(directory);
    expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
    for (const name of names) expect((await stat(join(directory, name))).mode & 0o777).toBe(0o600);
  });

  it('reads the file whose row is asked for, wherever it stands now, and nothing for a row that there is not', async () => {
    const { look, turnAround } = await start();
    await turnAround();
    const looks = await Promise.all(seedNames.map((name) => look(name)));
    expect(looks.map(({ key }) => key)).toEqual(seedNames);
    await expect(look('never-listed.mov')).rejects.toMatchObject({ error: { code: 'not-found' } });
  });

  it('reads at most four objects at once', async () => {
    let reading = 0;
    let most = 0;
    const { look } = await start({
      parse: async (sizeBytes, read) => {
        most = Math.max(most, (reading += 1));
        await read(0, Math.min(100, sizeBytes));
        reading -= 1;
        return null;
      },
    });
    await Promise.all(seedNames.map((name) => look(name)));
    expect(most).toBe(4);
  });

  it('lets what is urgent go before what waits', async () => {
    const order: number[] = [];
    const { look } = await start({
      parse: async (sizeBytes, read) => {
        order.push(sizeBytes);
        await read(0, 100);
        return null;
      },
    });
    await Promise.all([
      ...seedNames.slice(0, 8).map((name) => look(name)),
      look('notes.mov', 'urgent', true),
    ]);
    expect(order.indexOf(3_200)).toBe(4);
  });

  it('does not read what was given up while it waited', async () => {
    const { look, peek, ranges } = await start({ hold: () => new Promise(() => undefined) });
    const first = seedNames.slice(0, 4).map((name) => look(name));
    const waiting = look('web-vp9.webm', 'waiting');
    while (ranges.length < 4) await new Promise((resolve) => setImmediate(resolve));
    peek.cancel('waiting');
    await expect(waiting).rejects.toMatchObject({ error: { code: 'cancelled' } });
    for (const name of seedNames.slice(0, 4)) peek.cancel(`look-${name}`);
    expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual(
      first.map(() => 'rejected'),
    );
    expect(ranges).toHaveLength(4);
  });
});

describe('the budget of bytes', () => {
  it('counts what was read and reads nothing more once it is spent', async () => {
    const { look, setLimit, spent, ranges } = await start();
    await look('legacy-mpeg4.avi');
    expect(spent()).toBeGreaterThan(0);
    expect(spent()).toBeLessThanOrEqual(90_768);
    setLimit(spent());
    const asked = ranges.length;
    expect(await look('web-vp9.webm')).toMatchObject({ facts: null, withheld: 'spent' });
    expect(ranges).toHaveLength(asked);
  });

  it('still shows what is known when previews are switched off', async () => {
    const { look, setLimit } = await start();
    await look('web-vp9.webm');
    setLimit(0);
    expect(await look('web-vp9.webm')).toMatchObject({ facts: { codec: 'VP9' }, withheld: null });
    expect(await look('legacy-mpeg4.avi')).toMatchObject({ facts: null, withheld: 'off' });
  });

  it('is never exceeded by reads that run at the same time', async () => {
    const { look, setLimit, spent } = await start();
    setLimit(150_000);
    await Promise.allSettled(seedNames.map((name) => look(name)));
    expect(spent()).toBeLessThanOrEqual(150_000);
  });

  it('is reached once a read did not fit, for every file until the limit is another one', async () => {
    const { look, setLimit, spent } = await start();
    setLimit(95_000);
    await look('legacy-mpeg4.avi');
    const before = spent();
    expect(before).toBeLessThan(95_000);
    expect(await look('uhd-hevc-10bit.mp4')).toMatchObject({ facts: null, withheld: 'spent' });
    expect(await look('notes.mov')).toMatchObject({ facts: null, withheld: 'spent' });
    expect(spent()).toBe(before);
    setLimit(1_000_000);
    expect(await look('notes.mov')).toMatchObject({ withheld: null });
    expect(await look('uhd-hevc-10bit.mp4')).toMatchObject({ facts: { codec: 'HEVC' }, withheld: null });
  });

  it('answers looks that run at the same time with the limit, and not with an error', async () => {
    const { look, setLimit, spent } = await start();
    setLimit(150_000);
    const looks = await Promise.all(seedNames.map((name) => look(name)));
    expect(looks.filter(({ withheld }) => withheld === 'spent').length).toBeGreaterThan(0);
    expect(looks.filter(({ facts, withheld }) => facts === null && withheld === null)).toEqual([]);
    expect(spent()).toBeLessThanOrEqual(150_000);
  });
});

describe('a cache that cannot be used', () => {
  it('is told, and the look goes on without it until it can be used again', async () => {
    const { look, directory, cacheProblems, ranges } = await start();
    await rm(directory, { recursive: true });
    await writeFile(directory, 'a file is in its place');
    expect(await look('web-vp9.webm')).toMatchObject({ facts: { codec: 'VP9' }, withheld: null });
    expect(cacheProblems).toEqual([expect.stringContaining('EEXIST'), expect.stringContaining('EEXIST')]);
    await rm(directory);
    await look('web-vp9.webm');
    const asked = ranges.length;
    expect(await look('web-vp9.webm')).toMatchObject({ facts: { codec: 'VP9' } });
    expect(ranges).toHaveLength(asked);
    expect(cacheProblems).toHaveLength(2);
  });

  it('has been no trouble to any other look', async () => {
    const { look, cacheProblems } = await start();
    await Promise.all(seedNames.map((name) => look(name)));
    expect(cacheProblems).toEqual([]);
  });
});
