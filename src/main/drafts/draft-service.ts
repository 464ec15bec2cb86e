import type { Input, Output } from '../../shared/contract.ts';
import type { ImportBadge } from '../../shared/browse.ts';
import { AppFailure } from '../../shared/errors.ts';
import type { BatchSettings, PreflightId } from '../../shared/imports.ts';
import type { ConnectionId } from '../../shared/session.ts';
import { SECOND } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import type { SelectedObject } from '../imports/selected-object.ts';
import { toFileName } from './file-name.ts';
import { planItem, type GivenWords } from './plan-item.ts';
import {
  groupFindings,
  objectFindings,
  preflight,
  type CheckedItem,
  type PreflightContext,
} from './preflight.ts';
import { parseTemplate } from './template.ts';

/** Where a draft's objects lie. */
export interface DraftLocation {
  /** Whose queue they go to, whatever is shown by then. */
  readonly connectionId: ConnectionId;
  readonly locationId: string;
  readonly locationName: string;
  readonly bucket: string;
}

/** What the queue is given when a draft starts. */
export interface BatchToQueue extends DraftLocation {
  readonly settings: BatchSettings;
  readonly items: readonly Pick<CheckedItem, 'object' | 'name' | 'description' | 'fileName'>[];
}

/** What a draft is made of. */
export interface DraftContents {
  readonly location: DraftLocation;
  readonly objects: readonly SelectedObject[];
  /** What is already decided for single objects, by object key. */
  readonly given?: ReadonlyMap<string, GivenWords>;
  /** Whether everything was meant and only part of it had been listed; not for what never was a listing. */
  readonly isPartial?: boolean;
}

/** What drafts need of the rest of the app. */
export interface DraftPorts {
  readonly clock: Clock;
  readonly newId: () => string;
  /** The listing's selection as it is now, and where it lies. */
  readonly takeSelection: (listingId: string) => Promise<DraftContents>;
  /** The objects that a manifest was matched with. */
  readonly takeManifest: (manifestId: string) => DraftContents;
  readonly badgeOf: (location: DraftLocation, object: SelectedObject) => ImportBadge;
  /** Whether another workstation of the team imported the object. */
  readonly isFromElsewhere: (location: DraftLocation, object: SelectedObject) => boolean;
  /** Whether a failed copy of the object is in the queue, where it can be restarted. */
  readonly hasFailedCopy: (location: DraftLocation, objectKey: string) => boolean;
  /** What is decided for every batch, whatever its sheet says; null leaves it to the sheet. */
  readonly importReference: boolean | null;
  /** Answers only when every import is on disk. */
  readonly enqueue: (batch: BatchToQueue) => Promise<{ readonly batchId: string; readonly queued: number }>;
}

/** What of the objects does not change with the settings, by place: it would be found anew with each letter of a template. */
interface ObjectFacts {
  readonly atMs: number;
  readonly fileNames: readonly string[];
  readonly findings: readonly (readonly PreflightId[])[];
}

interface Draft extends DraftContents {
  facts: ObjectFacts | null;
  /** The last result, for the settings it was made with: rows and summary are asked for separately. */
  checked: {
    readonly madeFrom: string;
    readonly items: readonly CheckedItem[];
    readonly templateError: string | null;
  } | null;
}

type DraftRequest = Input<'drafts.summary'>;

/** The batch sheet's side in the main process: a snapshot of what was dropped, checked anew with each change of settings. */
export interface DraftService {
  readonly fromSelection: (listingId: string) => Promise<Output<'drafts.fromSelection'>>;
  readonly fromManifest: (manifestId: string) => Output<'drafts.fromManifest'>;
  readonly summary: (request: DraftRequest) => Output<'drafts.summary'>;
  readonly rows: (request: Input<'drafts.rows'>) => Output<'drafts.rows'>;
  readonly start: (request: DraftRequest) => Promise<Output<'drafts.start'>>;
  readonly discard: (draftId: string) => void;
}

/** How long what was found of the objects holds; the queue goes on meanwhile. Before the start it is found anew. */
const FACTS_MS = 5 * SECOND;

/** See {@link DraftService}. */
export function createDraftService(ports: DraftPorts): DraftService {
  const drafts = new Map<string, Draft>();

  const find = (draftId: string): Draft => {
    const draft = drafts.get(draftId);
    if (draft === undefined)
      throw new AppFailure({ code: 'not-found', message: 'This selection is no longer open.' });
    return draft;
  };

  const decided = (settings: BatchSettings): BatchSettings =>
    ports.importReference === null ? settings : { ...settings, importReference: ports.importReference };

  const factsOf = (draft: Draft): ObjectFacts => {
    const nowMs = ports.clock.now();
    if (draft.facts !== null && Math.abs(nowMs - draft.facts.atMs) < FACTS_MS) return draft.facts;
    const { location, objects } = draft;
    const context: PreflightContext = {
      nowMs,
      badgeOf: (object) => ports.badgeOf(location, object),
      isFromElsewhere: (object) => ports.isFromElsewhere(location, object),
      hasFailedCopy: (object) => ports.hasFailedCopy(location, object.objectKey),
    };
    draft.facts = {
      atMs: nowMs,
      fileNames: draft.facts?.fileNames ?? objects.map(({ objectKey }) => toFileName(objectKey)),
      findings: objects.map((object) => objectFindings(object, context)),
    };
    return draft.facts;
  };

  const check = (request: DraftRequest): NonNullable<Draft['checked']> => {
    const settings = decided(request.settings);
    const draft = find(request.draftId);
    const madeFrom = JSON.stringify([request.settings, request.keep]);
    if (draft.checked?.madeFrom === madeFrom) return draft.checked;
    const name = parseTemplate(request.settings.nameTemplate);
    const description = parseTemplate(request.settings.descriptionTemplate);
    const unknown = [name, description].flatMap((parsed) => (parsed.ok ? [] : [parsed.unknownToken]));
    const literal = (): string => '';
    const templates = {
      name: name.ok ? name.fill : literal,
      description: description.ok ? description.fill : literal,
    };
    const { fileNames, findings } = factsOf(draft);
    const planned = draft.objects.map((object, index) =>
      planItem(
        object,
        fileNames[index] ?? '',
        index + 1,
        draft.objects.length,
        templates,
        settings,
        draft.given?.get(object.objectKey),
      ),
    );
    const items = preflight(planned, findings, new Set(request.keep));
    draft.checked = { madeFrom, items, templateError: unknown[0] ?? null };
    return draft.checked;
  };

  const open = (contents: DraftContents): { draftId: string } => {
    if (contents.objects.length === 0)
      throw new AppFailure({ code: 'bad-request', message: 'Nothing is selected.' });
    const draftId = ports.newId();
    drafts.set(draftId, { ...contents, facts: null, checked: null });
    return { draftId };
  };

  return {
    fromSelection: async (listingId) => open(await ports.takeSelection(listingId)),
    fromManifest: (manifestId) => open(ports.takeManifest(manifestId)),
    summary(request) {
      const { location, isPartial = false } = find(request.draftId);
      const { items, templateError } = check(request);
      const included = items.filter((item) => item.included);
      return {
        draftId: request.draftId,
        ...location,
        total: items.length,
        totalBytes: bytesOf(items),
        willStart: included.length,
        willStartBytes: bytesOf(included),
        findings: groupFindings(items, isPartial ? ['partial-listing'] : []),
        templateError,
      };
    },
    rows(request) {
      return check(request)
        .items.slice(request.from, request.from + request.count)
        .map(({ object, name, description, fileName, findings, included }) => ({
          objectKey: object.objectKey,
          sizeBytes: object.sizeBytes,
          name,
          description,
          fileName,
          findings: [...findings],
          included,
        }));
    },
    async start(request) {
      const draft = find(request.draftId);
      // Checked once more: something may have been queued since the sheet was opened.
      draft.checked = null;
      draft.facts = null;
      const { items, templateError } = check(request);
      if (templateError !== null)
        throw new AppFailure({ code: 'bad-request', message: `Unknown word ${templateError}.` });
      const included = items.filter((item) => item.included);
      if (included.length === 0)
        throw new AppFailure({ code: 'bad-request', message: 'Nothing is left to import.' });
      // A second Start while the first is being written must not queue the batch twice.
      drafts.delete(request.draftId);
      try {
        return await ports.enqueue({
          ...draft.location,
          settings: decided(request.settings),
          items: included,
        });
      } catch (error) {
        drafts.set(request.draftId, draft);
        throw error;
      }
    },
    discard: (draftId) => void drafts.delete(draftId),
  };
}

const bytesOf = (items: readonly CheckedItem[]): number =>
  items.reduce((sum, item) => sum + item.object.sizeBytes, 0);
