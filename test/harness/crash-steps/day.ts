import type { ImportService } from '../../../src/main/imports/import-service.ts';
import type { JobRow } from '../../../src/shared/imports.ts';
import { HOUR } from '../../../src/shared/units.ts';
import { runUntil } from '../virtual-run/drive.ts';
import { startApp, type Flaws } from './app.ts';
import { Disk } from './disk.ts';
import type { Life } from './life.ts';
import { Platform } from './platform.ts';

/** Longest time that a process may take to bring its queue to rest; the last look for a lost import is after 15 minutes. */
const LIMIT_MS = HOUR;

/** A day at the app: one disk, one Pixop, and an operator who wants each object imported once. */
export class Day {
  readonly disk = new Disk();
  readonly platform = new Platform();
  readonly wrongs: string[] = [];
  /** Objects that the app confirmed to be queued. */
  readonly promised = new Set<string>();
  /** True once a journal was damaged by somebody else: only then it may be taken for damaged. */
  isDamaged = false;
  /** Imports that the operator was asked about. */
  parked = 0;
  readonly #flaws: Flaws;

  constructor(flaws: Flaws) {
    this.#flaws = flaws;
    this.disk.isLying = flaws.isLying === true;
  }

  /** Starts the app and lets it work until every object is imported or asked about, or until it dies. */
  async work(life: Life, objectKeys: readonly string[]): Promise<void> {
    const service = await this.#awaited(life, startApp(this.disk, this.platform, life, this.#flaws));
    if (service === null) return;
    if (service.summary().paused?.reason === 'journal-read-only') {
      if (!this.isDamaged) this.wrongs.push('damaged: a journal that nobody damaged is only read');
      await this.#awaited(life, service.resume());
      await this.#until(life, () => service.summary().paused === null);
    }
    const shown = new Set(rowsOf(service).map((row) => row.objectKey));
    for (const objectKey of this.promised)
      if (!shown.has(objectKey)) this.wrongs.push(`lost: ${objectKey} was queued and is gone`);
    const missing = objectKeys.filter((objectKey) => !shown.has(objectKey));
    if (missing.length > 0) await this.#enqueue(life, service, missing);
    await this.#until(life, () => isAtRest(service));
    if (!life.isAlive) return;
    this.#judge(rowsOf(service), objectKeys);
    await this.#decide(life, service, objectKeys);
    await this.#awaited(life, service.close());
  }

  async #enqueue(life: Life, service: ImportService, objectKeys: readonly string[]): Promise<void> {
    const [location] = this.platform.world.directory.locations;
    if (location === undefined) throw new Error('The demo account has no location');
    const settings = {
      teamId: location.teamId,
      projectId: null,
      projectName: null,
      fullIngestion: true,
      nameTemplate: '{basename}',
      descriptionTemplate: '',
      importReference: true,
    };
    const items = objectKeys.map((objectKey) => {
      const more = { modifiedMs: 0, etag: objectKey, storageClass: 'STANDARD', notPickable: null };
      const object = { objectKey, sizeBytes: 50_000_000, ...more };
      return { object, name: objectKey, description: '', fileName: objectKey };
    });
    const { id: locationId, name: locationName, bucket } = location;
    const answer = service.enqueue({ locationId, locationName, bucket, settings, items });
    if ((await this.#awaited(life, answer)) === null) return;
    for (const objectKey of objectKeys) this.promised.add(objectKey);
  }

  /** The operator has every import sent again that the app asks about: what is not in Pixop then comes to be there once. */
  async #decide(life: Life, service: ImportService, objectKeys: readonly string[]): Promise<void> {
    const asked = rowsOf(service).filter(({ state }) => state === 'needs-decision');
    if (asked.length === 0) return;
    this.parked += asked.length;
    const target = { jobIds: asked.map(({ jobId }) => jobId) };
    await this.#awaited(life, service.decide({ target, decision: { kind: 'import-again' } }));
    await this.#until(life, () => isAtRest(service));
    if (!life.isAlive) return;
    this.#judge(rowsOf(service), objectKeys);
    for (const { objectKey, state } of rowsOf(service))
      if (state !== 'done') this.wrongs.push(`stuck: ${objectKey} was imported again and is ${state}`);
  }

  /** Holds what the queue says against what Pixop has, by object. */
  #judge(rows: readonly JobRow[], objectKeys: readonly string[]): void {
    const videos = this.platform.videos();
    for (const objectKey of new Set([...objectKeys, ...this.promised, ...videos.keys()])) {
      const made = videos.get(objectKey) ?? [];
      const [row, ...others] = rows.filter((candidate) => candidate.objectKey === objectKey);
      if (made.length > 1) this.wrongs.push(`doubled: Pixop made ${made.length} videos of ${objectKey}`);
      if (row === undefined) this.wrongs.push(`lost: ${objectKey} is not in the queue`);
      else if (others.length > 0) this.wrongs.push(`doubled: ${objectKey} is queued twice`);
      else if (row.state === 'done' && (row.videoId === null || !made.includes(row.videoId)))
        this.wrongs.push(`lost: ${objectKey} is done without a video of its own`);
      else if (row.state === 'needs-decision' && made.length > 0)
        this.wrongs.push(`lost: ${objectKey} needs a decision though Pixop has it`);
      else if (!restStates.has(row.state)) this.wrongs.push(`stuck: ${objectKey} stays ${row.state}`);
    }
  }

  /** What came of a promise of the app, or null when the app died over it. */
  async #awaited<Result>(life: Life, promise: Promise<Result>): Promise<Result | null> {
    const settled: { result?: Result; error?: unknown } = {};
    void promise.then(
      (result) => (settled.result = result),
      (error: unknown) => (settled.error = error),
    );
    await this.#until(life, () => 'result' in settled || 'error' in settled);
    if ('error' in settled && life.isAlive) throw settled.error;
    return life.isAlive && settled.result !== undefined ? settled.result : null;
  }

  async #until(life: Life, isOver: () => boolean): Promise<void> {
    const isSoFar = (): boolean => !life.isAlive || isOver();
    if (!(await runUntil(this.platform.clock, LIMIT_MS, isSoFar)))
      this.wrongs.push('stuck: the queue did not come to rest');
  }
}

const restStates: ReadonlySet<JobRow['state']> = new Set(['done', 'needs-decision']);

const rowsOf = (service: ImportService): readonly JobRow[] => service.snapshot({ from: 0, count: 100 }).rows;

const isAtRest = (service: ImportService): boolean =>
  service.summary().paused === null && rowsOf(service).every((row) => restStates.has(row.state));
