import type { Input, Output } from '../../shared/contract.ts';
import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import type { ManifestState } from '../../shared/manifests.ts';
import type { ConnectionId } from '../../shared/session.ts';
import type { Clock } from '../platform/clock.ts';
import type { S3Access } from '../s3/access.ts';
import type { FetchPage } from '../s3/page-fetcher.ts';
import { lookUp } from './look-up.ts';
import { linesOf, namedBuckets, namedProjects } from './manifest-lines.ts';
import type { ParsedManifest } from './manifest-row.ts';
import { isIn, matchRows, type MatchedManifest, type MatchedRow } from './match-rows.ts';
import { parseManifest } from './parse-manifest.ts';

/** Where a manifest's objects lie. */
export interface ManifestLocation {
  /** Whose location it is. */
  readonly connectionId: ConnectionId;
  readonly locationId: string;
  readonly locationName: string;
  readonly bucket: string;
}

/** What manifests need of the rest of the app. */
export interface ManifestPorts {
  readonly accessFor: (locationId: string) => Promise<S3Access>;
  readonly locationOf: (locationId: string) => Promise<ManifestLocation>;
  readonly pagesOf: (access: S3Access) => FetchPage;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly newId: () => string;
  readonly onChange: (state: ManifestState) => void;
}

/** From a file's text to objects that can be imported: one manifest at a time, the newest. */
export interface ManifestService {
  readonly read: (input: Input<'manifests.read'>) => Output<'manifests.read'>;
  readonly match: (input: Input<'manifests.match'>) => Promise<Output<'manifests.match'>>;
  readonly stop: (input: Input<'manifests.stop'>) => Output<'manifests.stop'>;
  readonly lines: (input: Input<'manifests.lines'>) => Output<'manifests.lines'>;
  readonly text: (input: Input<'manifests.text'>) => Output<'manifests.text'>;
  readonly close: (manifestId: string) => void;
  /** What was matched, in the manifest's order, and where it lies. */
  readonly matchedRows: (manifestId: string) => {
    readonly location: ManifestLocation;
    readonly rows: readonly MatchedRow[];
  };
}

interface OpenManifest {
  readonly manifestId: string;
  readonly fileName: string;
  readonly parsed: ParsedManifest;
  readonly buckets: ManifestState['buckets'];
  readonly projects: ManifestState['projects'];
  look: Look | null;
}

/** One search in one location; another location gets another. */
interface Look {
  readonly location: ManifestLocation;
  readonly stop: AbortController;
  readonly keys: number;
  settled: number;
  result: MatchedManifest | null;
  error: AppError | null;
}

/** Least time between two announcements of progress, in milliseconds. */
const ANNOUNCE_MS = 100;

/** See {@link ManifestService}. */
export function createManifestService(ports: ManifestPorts): ManifestService {
  let open: OpenManifest | null = null;

  const find = (manifestId: string): OpenManifest => {
    if (open?.manifestId !== manifestId)
      throw new AppFailure({ code: 'not-found', message: 'This manifest is no longer open.' });
    return open;
  };
  const drop = (): void => {
    open?.look?.stop.abort();
    open = null;
  };

  const search = async (manifest: OpenManifest, look: Look): Promise<void> => {
    let announcedAtMs = ports.clock.monotonic();
    const { bucket, locationId } = look.location;
    const wanted = manifest.parsed.rows.filter((row) => isIn(bucket, row));
    try {
      const fetch = ports.pagesOf(await ports.accessFor(locationId));
      const found = await lookUp(fetch, new Set(wanted.map(({ objectKey }) => objectKey)), {
        signal: look.stop.signal,
        onSettled(count) {
          look.settled += count;
          if (ports.clock.monotonic() - announcedAtMs < ANNOUNCE_MS || manifest.look !== look) return;
          announcedAtMs = ports.clock.monotonic();
          ports.onChange(stateOf(manifest));
        },
      });
      look.result = matchRows(manifest.parsed.rows, bucket, found);
    } catch (thrown) {
      look.error = toAppError(thrown);
    }
    if (open === manifest && manifest.look === look) ports.onChange(stateOf(manifest));
  };

  return {
    read({ fileName, text }) {
      const parsed = parseManifest(text, fileName);
      drop();
      const buckets = namedBuckets(parsed.rows);
      const projects = namedProjects(parsed.rows);
      open = { manifestId: ports.newId(), fileName, parsed, buckets, projects, look: null };
      return stateOf(open);
    },
    async match({ manifestId, locationId }) {
      const location = await ports.locationOf(locationId);
      const manifest = find(manifestId);
      manifest.look?.stop.abort();
      const keys = new Set(
        manifest.parsed.rows.filter((row) => isIn(location.bucket, row)).map(({ objectKey }) => objectKey),
      );
      const look: Look = {
        location,
        stop: new AbortController(),
        keys: keys.size,
        settled: 0,
        result: null,
        error: null,
      };
      manifest.look = look;
      // How it ends is kept in the look itself and told by `onChange`.
      void search(manifest, look);
      return stateOf(manifest);
    },
    stop({ manifestId }) {
      const manifest = find(manifestId);
      manifest.look?.stop.abort();
      return stateOf(manifest);
    },
    lines({ manifestId, list, from, count }) {
      const { parsed, look } = find(manifestId);
      return linesOf(parsed, look?.result ?? null, list, from, from + count);
    },
    text({ manifestId, list }) {
      const { parsed, look } = find(manifestId);
      const lines = linesOf(parsed, look?.result ?? null, list);
      return { text: lines.map(({ text }) => text).join('\n') };
    },
    close(manifestId) {
      if (open?.manifestId === manifestId) drop();
    },
    matchedRows(manifestId) {
      const { look } = find(manifestId);
      if (look?.result === null || look === null)
        throw new AppFailure({ code: 'bad-request', message: 'The manifest has not been matched yet.' });
      return { location: look.location, rows: look.result.matched };
    },
  };
}

function stateOf({ manifestId, fileName, parsed, buckets, projects, look }: OpenManifest): ManifestState {
  const result = look?.result ?? null;
  const matched = result?.matched ?? [];
  return {
    manifestId,
    fileName,
    phase: phaseOf(look),
    rows: parsed.rows.length,
    buckets,
    projects,
    locationId: look?.location.locationId ?? null,
    keys: look?.keys ?? 0,
    settled: look?.settled ?? 0,
    matchedBytes: matched.reduce((sum, { object }) => sum + object.sizeBytes, 0),
    respelled: matched.filter(({ row, object }) => row.objectKey !== object.objectKey).length,
    lists: {
      matched: matched.length,
      missing: result?.missing.length ?? 0,
      duplicate: result?.duplicate.length ?? 0,
      'other-bucket': result?.otherBucket.length ?? 0,
      unreadable: parsed.problems.length,
    },
    error: look?.error?.code === 'cancelled' ? null : (look?.error ?? null),
  };
}

function phaseOf(look: Look | null): ManifestState['phase'] {
  if (look === null) return 'read';
  if (look.result !== null) return 'matched';
  if (look.error !== null) return look.error.code === 'cancelled' ? 'stopped' : 'failed';
  return 'looking';
}
