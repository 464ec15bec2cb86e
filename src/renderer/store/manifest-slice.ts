import type { Input, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { ManifestLine, ManifestList, ManifestState } from '../../shared/manifests.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Source } from '../../shared/session.ts';
import type { AppState, Slice } from './store.ts';

/** A manifest on its way from a file to a batch: at most one at a time. */
export interface ManifestSlice {
  /** The open manifest as main last told of it. */
  readonly manifest: ManifestState | null;
  /** Name of the file that is being read. */
  readonly manifestReading: string | null;
  /** Why it could not be read or looked up; what went wrong while looking is in the manifest itself. */
  readonly manifestError: AppError | null;
  /** Reads a manifest, and looks for its objects at once where there is no doubt about the source. */
  readonly readManifest: (fileName: string, text: () => Promise<string>) => Promise<void>;
  /** The same with a file of the system's dialog. */
  readonly openManifest: () => Promise<AppError | null>;
  readonly matchManifest: (locationId: string) => Promise<void>;
  readonly stopManifest: () => Promise<AppError | null>;
  readonly manifestChanged: (manifest: ManifestState) => void;
  readonly manifestLines: (input: Input<'manifests.lines'>) => Promise<Result<readonly ManifestLine[]>>;
  readonly manifestText: (list: ManifestList) => Promise<Result<Output<'manifests.text'>>>;
  readonly closeManifest: () => Promise<AppError | null>;
  /** Makes a draft of what was matched, and closes the manifest. */
  readonly openDraftFromManifest: () => Promise<void>;
}

/** Sources whose bucket can be listed. */
export const listableSources = ({ sources }: Pick<AppState, 'sources'>): readonly Source[] =>
  (sources ?? []).filter(({ access }) => access === 'ready' || access === 'unknown');

/** The one source that a manifest can mean, or null where the operator has to say. */
export function plainSource({ buckets }: ManifestState, sources: readonly Source[]): Source | null {
  const named = buckets.length === 0 ? sources : sources.filter(({ bucket }) => isNamed(buckets, bucket));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The source to begin with when the operator has to say. */
export const likelySource = (
  { buckets }: ManifestState,
  sources: readonly Source[],
  selectedLocationId: string | null,
): Source | null =>
  sources.find(({ bucket }) => isNamed(buckets, bucket)) ??
  sources.find(({ locationId }) => locationId === selectedLocationId) ??
  sources[0] ??
  null;

const isNamed = (buckets: ManifestState['buckets'], bucket: string): boolean =>
  buckets.some((one) => one.bucket === bucket);

/** Longest file name that main takes, in characters; the ending is what matters of it. */
const LONGEST_NAME = 255;

async function readText(text: () => Promise<string>): Promise<Result<string>> {
  try {
    return ok(await text());
  } catch (error) {
    return fail({
      code: 'storage',
      message: error instanceof Error ? error.message : 'The file could not be read.',
      detail: { source: 'disk', serviceCode: 'FILE_UNREADABLE' },
    });
  }
}

/** See {@link ManifestSlice}. */
export const createManifestSlice: Slice<ManifestSlice> = (client) => (set, get) => {
  const take = async (manifest: ManifestState): Promise<void> => {
    set({ manifest, manifestReading: null, manifestError: null });
    const source = plainSource(manifest, listableSources(get()));
    if (source !== null && manifest.rows > 0) await get().matchManifest(source.locationId);
  };
  return {
    manifest: null,
    manifestReading: null,
    manifestError: null,
    async readManifest(fileName, text) {
      set({ manifest: null, manifestReading: fileName, manifestError: null });
      const read = await readText(text);
      const result = read.ok
        ? await client.request('manifests.read', {
            fileName: fileName.slice(-LONGEST_NAME),
            text: read.value,
          })
        : read;
      // Closed, or another one was begun, while this one was read.
      if (get().manifestReading !== fileName) return;
      if (result.ok) await take(result.value);
      else set({ manifestReading: null, manifestError: result.error });
    },
    async openManifest() {
      const result = await client.request('manifests.open', null);
      if (!result.ok) return result.error;
      if (result.value !== null) await take(result.value);
      return null;
    },
    async matchManifest(locationId) {
      const { manifest } = get();
      if (manifest === null) return;
      const { manifestId } = manifest;
      set({ manifestError: null });
      const result = await client.request('manifests.match', { manifestId, locationId });
      if (get().manifest?.manifestId !== manifestId) return;
      if (!result.ok) set({ manifestError: result.error });
      // An event may have overtaken the answer, which only says that the search has begun.
      else if (get().manifest === manifest) set({ manifest: result.value });
    },
    async stopManifest() {
      const { manifest } = get();
      if (manifest === null) return null;
      const result = await client.request('manifests.stop', { manifestId: manifest.manifestId });
      return result.ok ? null : result.error;
    },
    manifestChanged(manifest) {
      if (get().manifest?.manifestId === manifest.manifestId) set({ manifest });
    },
    manifestLines: (input) => client.request('manifests.lines', input),
    async manifestText(list) {
      return client.request('manifests.text', { manifestId: get().manifest?.manifestId ?? '', list });
    },
    async closeManifest() {
      const { manifest } = get();
      set({ manifest: null, manifestReading: null, manifestError: null });
      if (manifest === null) return null;
      const result = await client.request('manifests.close', { manifestId: manifest.manifestId });
      return result.ok ? null : result.error;
    },
    async openDraftFromManifest() {
      const { manifest } = get();
      if (manifest === null) return;
      const result = await client.request('drafts.fromManifest', { manifestId: manifest.manifestId });
      if (!result.ok) {
        set({ manifestError: result.error });
        return;
      }
      await get().closeManifest();
      const [project, ...others] = manifest.projects;
      // A batch goes into one project: of several none is guessed.
      const draftProjectName = others.length === 0 ? (project ?? null) : null;
      get().showDraft({ draftId: result.value.draftId, draftProjectName });
    },
  };
};
