import type { ImportBadge } from '../../shared/browse.ts';
import type { PreflightFinding, PreflightId } from '../../shared/imports.ts';
import { MINUTE } from '../../shared/units.ts';
import { MAX_OBJECT_BYTES, type SelectedObject } from '../imports/selected-object.ts';
import type { PlanItem } from './plan-item.ts';

/** An object written this recently may still be replaced by whoever writes it. */
const RECENT_MS = 5 * MINUTE;
/** Files that travel with videos and are none. */
const sidecar =
  /(^|\/)\._[^/]*$|\.(xml|srt|vtt|scc|stl|txt|md5|json|csv|pdf|edl|aaf|ale|jpe?g|png|tiff?|wav|aiff?|mp3|ds_store)$/i;

/** What each finding does to its objects: `blocked` cannot be kept, `exclude` can. */
const effects: Readonly<Record<PreflightId, PreflightFinding['effect']>> = {
  'over-500-gb': 'blocked',
  'zero-bytes': 'blocked',
  archived: 'blocked',
  'duplicate-key': 'blocked',
  missing: 'blocked',
  sidecar: 'exclude',
  'already-queued': 'exclude',
  'already-imported': 'exclude',
  // Its video is at Pixop: restarted as well, there would be two.
  'copy-failed': 'exclude',
  'imported-elsewhere': 'exclude',
  'name-shortened': 'fixed',
  'description-shortened': 'fixed',
  'file-name-sanitised': 'fixed',
  'partial-listing': 'notice',
  'recently-written': 'notice',
  'duplicate-name': 'notice',
};

/** One object of a draft with everything the preflight found of it. */
export interface CheckedItem extends PlanItem {
  readonly findings: readonly PreflightId[];
  readonly included: boolean;
}

/** What the preflight needs to know besides the objects. */
export interface PreflightContext {
  readonly nowMs: number;
  /** What is known of the object's imports. */
  readonly badgeOf: (object: SelectedObject) => ImportBadge;
  /** Whether another workstation of the team imported it. */
  readonly isFromElsewhere: (object: SelectedObject) => boolean;
  /** Whether a failed copy of the object is in the queue, where it can be restarted. */
  readonly hasFailedCopy: (object: SelectedObject) => boolean;
}

/** What is found of an object whatever it would be called. */
export function objectFindings(object: SelectedObject, context: PreflightContext): readonly PreflightId[] {
  const badge = context.badgeOf(object);
  const found: PreflightId[] = [];
  if (object.sizeBytes > MAX_OBJECT_BYTES) found.push('over-500-gb');
  if (object.sizeBytes === 0) found.push('zero-bytes');
  if (object.notPickable === 'archived' || object.notPickable === 'restoring') found.push('archived');
  if (sidecar.test(object.objectKey)) found.push('sidecar');
  if (context.nowMs - object.modifiedMs < RECENT_MS) found.push('recently-written');
  if (context.isFromElsewhere(object)) found.push('imported-elsewhere');
  else if (badge === 'imported') found.push('already-imported');
  else if (badge === 'queued' || badge === 'copying' || badge === 'decision') found.push('already-queued');
  if (context.hasFailedCopy(object)) found.push('copy-failed');
  return found;
}

/** Checks every object of a draft before anything is sent; order is kept. `known` are the findings of the objects, by place. */
export function preflight(
  items: readonly PlanItem[],
  known: readonly (readonly PreflightId[])[],
  keep: ReadonlySet<PreflightId>,
): readonly CheckedItem[] {
  const names = new Map<string, number>();
  for (const { name } of items) names.set(name, (names.get(name) ?? 0) + 1);
  return items.map((item, index) => {
    const isTwice = (names.get(item.name) ?? 0) > 1;
    const findings: PreflightId[] = [...item.mended, ...(known[index] ?? [])];
    if (isTwice) findings.push('duplicate-name');
    const included = findings.every((id) => {
      const effect = effects[id];
      return effect === 'fixed' || effect === 'notice' || (effect === 'exclude' && keep.has(id));
    });
    const { object, name, description, fileName, mended } = item;
    return { object, name, description, fileName, mended, findings, included };
  });
}

/**
 * The findings grouped for the batch sheet, the ones that stop something first. `ofAll` were found of the draft as a
 * whole: no single object is an example of them.
 */
export function groupFindings(
  items: readonly CheckedItem[],
  ofAll: readonly PreflightId[] = [],
): PreflightFinding[] {
  const groups = new Map<PreflightId, { count: number; bytes: number; examples: string[] }>();
  const bytes = items.reduce((sum, { object }) => sum + object.sizeBytes, 0);
  for (const id of ofAll) groups.set(id, { count: items.length, bytes, examples: [] });
  for (const item of items) {
    for (const id of item.findings) {
      // What is left out is not mended.
      if (effects[id] === 'fixed' && !item.included) continue;
      const group = groups.get(id) ?? { count: 0, bytes: 0, examples: [] };
      group.count += 1;
      group.bytes += item.object.sizeBytes;
      if (group.examples.length < 3) group.examples.push(item.object.objectKey);
      groups.set(id, group);
    }
  }
  // The order of `effects` is the order of weight.
  return Object.keys(effects).flatMap((id) => {
    const known = id as PreflightId;
    const group = groups.get(known);
    return group === undefined ? [] : [{ id: known, effect: effects[known], ...group }];
  });
}
