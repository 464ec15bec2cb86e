import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ImportBadge } from '../../shared/browse.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { Forget } from '../../shared/history.ts';
import type { QueueChange, QueueSummary } from '../../shared/imports.ts';
import type { EnvironmentId } from '../../shared/session.ts';
import type { Milliseconds } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { BatchEnd } from './batch-ends.ts';
import type { Rules } from './core.ts';
import { EngineLoop } from './engine-loop.ts';
import { Engine } from './engine.ts';
import type { Signal } from './engine-io.ts';
import { exportedImports, isListed, isListedFailure, type ExportedImport } from './exported-import.ts';
import { fold, unfold } from './fold.ts';
import { History, settledStates } from './history.ts';
import { attemptPart } from './import-reference.ts';
import type { OpenJournal } from './journal-port.ts';
import { importsNeeding } from './location-use.ts';
import { ObjectBadges, type BadgedObject } from './object-badges.ts';
import { judge } from './outcome.ts';
import { planBatch, type BatchPlan } from './plan-batch.ts';
import type { LookAgain, PixopPort, RateReading } from './ports.ts';
import { QueueMirror } from './queue-mirror.ts';
import { conclude, LOOK_DELAYS_MS } from './reconcile.ts';
import { TeamKeeper, type TeamFile } from './team-keeper.ts';

/** What the queue of one account needs of the rest of the app. */
export interface ImportServicePorts {
  readonly environmentId: EnvironmentId;
  readonly clock: Clock;
  readonly log: Log;
  readonly openJournal: OpenJournal;
  readonly pixop: PixopPort;
  /** Without it objects are sent as they were picked. */
  readonly lookAgain?: LookAgain;
  /** Percent of Pixop's rate limit that is left to others. */
  readonly reservePercent: number;
  /** When an import whose outcome was not seen is looked for. Default: 0, 1, 5 and 15 minutes after. */
  readonly lookDelaysMs?: readonly Milliseconds[];
  readonly onChange: (change: QueueChange) => void;
  /** Told once when nothing more happens to a batch by itself. */
  readonly onBatchEnd: (end: BatchEnd) => void;
  /** Where what other workstations have imported is kept between two starts; without it, it is read anew. */
  readonly teamFile?: TeamFile;
  /** Told when something new is known of the imports of other workstations. */
  readonly onTeamImports?: () => void;
  /** Rules in place of the product's own, for a harness that has to notice it. */
  readonly rules?: Partial<Rules>;
}

type Affected = Output<'queue.retry'>;

/** The queue of one account: plans, sends, watches, and answers what screens ask. */
export interface ImportService {
  readonly snapshot: (window: Input<'queue.snapshot'>) => Output<'queue.snapshot'>;
  readonly pause: () => Promise<QueueSummary>;
  readonly resume: () => Promise<QueueSummary>;
  readonly retry: (target: Input<'queue.retry'>) => Promise<Affected>;
  readonly restart: (request: Input<'queue.restart'>) => Promise<Affected>;
  readonly abandon: (request: Input<'queue.abandon'>) => Promise<Affected>;
  readonly decide: (request: Input<'queue.decide'>) => Promise<Affected>;
  readonly candidates: (request: Input<'queue.candidates'>) => Promise<Output<'queue.candidates'>>;
  readonly remove: (target: Input<'queue.remove'>) => Promise<Affected>;
  readonly move: (request: Input<'queue.move'>) => Promise<Affected>;
  /** Answers when every import of the batch is on disk. */
  readonly enqueue: (plan: BatchPlan) => Promise<Output<'drafts.start'>>;
  readonly badgeOf: (bucket: string, object: BadgedObject) => ImportBadge;
  /** Whether another workstation of the team imported the object. */
  readonly isFromElsewhere: (bucket: string, object: BadgedObject) => boolean;
  /** The object halves of all references of other workstations. */
  readonly teamObjects: () => Iterable<string>;
  /** Somebody looks at objects of a team: what its other workstations import is watched for a while. */
  readonly looksAt: (teamId: string) => void;
  /** Whether a failed copy of the object is on the list, where it can be restarted. */
  readonly hasFailedCopy: (bucket: string, objectKey: string) => boolean;
  /** Every object key of a bucket that was ever queued here. */
  readonly queuedKeys: (bucket: string) => Iterable<string>;
  /** How many imports are waiting, on their way, not found or not wholly in: all of them need this account's key. */
  readonly unsettled: () => number;
  /** How many imports still need an input location at Pixop. */
  readonly importsNeeding: (locationId: string) => number;
  /** The imports on the list, in its order. */
  readonly exported: (failedOnly: boolean) => readonly ExportedImport[];
  /** Everything that was ever queued here. */
  readonly history: History;
  /** Forgets settled imports that were taken off the list; they then guard against doubles no longer. */
  readonly forget: (request: Pick<Forget, 'changedBeforeMs'>) => Promise<Affected>;
  readonly observeRate: (reading: RateReading) => void;
  readonly signal: (signal: Signal) => void;
  readonly setReservePercent: (percent: number) => void;
  readonly summary: () => QueueSummary;
  readonly close: () => Promise<void>;
}

/** Imports on their way at once: few enough to look for after an incident. */
const MAX_POSTS = 4;
/** A journal is written anew at start when it has this many more records than its queue needs. */
const WORTHWHILE_RECORDS = 2_000;

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const newAttempt = (): string => attemptPart(randomBytes(5));

/** Opens the queue and takes up what the last run left. */
export async function createImportService(ports: ImportServicePorts): Promise<ImportService> {
  const { clock, log, openJournal, pixop, environmentId } = ports;
  const opened = await openJournal('start');
  const folded = fold(opened);
  if (opened.keptAside !== null)
    log.warn('The torn end of the queue’s journal was kept', { as: opened.keptAside });
  if (opened.readOnly !== null || folded.anomalies > 0)
    log.error('The queue’s journal is only read', { cause: opened.readOnly, anomalies: folded.anomalies });
  else {
    const needed = unfold(folded.queue);
    if (opened.records.length - needed.length > WORTHWHILE_RECORDS) await opened.journal.compact(needed);
  }

  const engine = new Engine(folded, opened.readOnly, {
    judge,
    conclude,
    lookDelaysMs: ports.lookDelaysMs ?? LOOK_DELAYS_MS,
    maxPosts: MAX_POSTS,
    canary: true,
    newAttempt,
    newId: randomUUID,
    ...ports.rules,
  });
  const { core } = engine;
  const history = new History(core);
  const badges = new ObjectBadges(core, sha256);
  const team = new TeamKeeper(core.team, {
    file: ports.teamFile,
    log,
    onNews: () => ports.onTeamImports?.(),
  });
  await team.restore();
  const mirror = new QueueMirror(core, clock, ports.onChange, ports.onBatchEnd);
  const loop = new EngineLoop(engine, opened.journal, {
    clock,
    pixop,
    openJournal,
    lookAgain: ports.lookAgain ?? (async () => 'unknown'),
    onStep: () => {
      mirror.stepped();
      team.stepped();
    },
  });
  /** Positions that were given to batches which are still being written. */
  let lastPosition = 0;
  const affected = async (ask: Parameters<EngineLoop['ask']>[0]): Promise<Affected> => {
    const { affected } = await loop.ask(ask);
    return { affected };
  };

  loop.step({ kind: 'reserve', percent: ports.reservePercent });
  return {
    snapshot: (window) => mirror.snapshot(window),
    async pause() {
      await loop.ask({ kind: 'pause' });
      return mirror.summary;
    },
    async resume() {
      await loop.ask({ kind: 'resume' });
      return mirror.summary;
    },
    retry: (target) => affected({ kind: 'retry', target }),
    restart: (request) => affected({ kind: 'restart', ...request }),
    abandon: (request) => affected({ kind: 'abandon', ...request }),
    decide: (request) => affected({ kind: 'decide', ...request }),
    async candidates({ jobId }) {
      const { candidates } = await loop.ask({ kind: 'candidates', jobId });
      return [...candidates];
    },
    remove: (target) => affected({ kind: 'remove', target }),
    move: (request) => affected({ kind: 'move', ...request }),
    async enqueue(plan) {
      const batchId = randomUUID();
      const position = Math.max(core.queue.endPosition, lastPosition + 1);
      lastPosition = position + plan.items.length;
      const context = {
        environmentId,
        batchId,
        atMs: clock.now(),
        position,
        newId: randomUUID,
        newAttempt,
        sha256,
      };
      const { affected } = await loop.ask({ kind: 'enqueue', records: planBatch(plan, context) });
      return { batchId, queued: affected };
    },
    badgeOf: (bucket, object) => badges.of(bucket, object),
    isFromElsewhere: (bucket, object) => badges.isFromElsewhere(bucket, object),
    teamObjects: () => core.team.objects(),
    looksAt: (teamId) => loop.step({ kind: 'looks', teamId }),
    hasFailedCopy: (bucket, objectKey) => badges.hasFailedCopy(bucket, objectKey),
    queuedKeys: (bucket) => core.queue.objects.keys(bucket),
    unsettled: () =>
      [...core.queue.counts].reduce((sum, [state, count]) => sum + (settledStates.has(state) ? 0 : count), 0),
    importsNeeding: (locationId) => importsNeeding(core.queue, locationId),
    exported: (failedOnly) =>
      exportedImports(core.queue.jobs.values(), core.queue.batches, failedOnly ? isListedFailure : isListed),
    history,
    forget: (request) => affected({ kind: 'forget', ...request }),
    observeRate: (reading) => loop.step({ kind: 'rate', reading }),
    signal: (signal) => loop.step({ kind: 'signal', signal }),
    setReservePercent: (percent) => loop.step({ kind: 'reserve', percent }),
    summary: () => mirror.summary,
    async close() {
      await loop.close();
      await team.settled();
    },
  };
}
