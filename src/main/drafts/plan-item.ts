import type { BatchSettings, PreflightId } from '../../shared/imports.ts';
import type { SelectedObject } from '../imports/selected-object.ts';
import { cutToLength } from './graphemes.ts';
import type { Template } from './template.ts';

/** Longest video name, openapi.json `VideoName`. */
const MAX_NAME = 255;
/** Longest description, openapi.json `VideoDescription`. */
const MAX_DESCRIPTION = 511;
/** Longest description that leaves room for the import reference (36 characters, its separator and a margin). */
const MAX_DESCRIPTION_WITH_REFERENCE = 470;

/** What one object would be imported as, and what was mended to make it fit. */
export interface PlanItem {
  readonly object: SelectedObject;
  readonly name: string;
  readonly description: string;
  readonly fileName: string;
  readonly mended: readonly PreflightId[];
}

/** The two templates of a batch, parsed. */
export interface Templates {
  readonly name: Template;
  readonly description: Template;
}

/** What a manifest says of one object: it wins over the templates. */
export interface GivenWords {
  readonly name: string | null;
  readonly description: string | null;
}

/** Fills the templates for one object and makes the result fit Pixop's limits; `fileName` is that of its key. */
export function planItem(
  object: SelectedObject,
  fileName: string,
  ordinal: number,
  total: number,
  templates: Templates,
  settings: BatchSettings,
  given?: GivenWords,
): PlanItem {
  const facts = { objectKey: object.objectKey, modifiedMs: object.modifiedMs, ordinal, total };
  const fullName = oneLine(given?.name ?? templates.name(facts)) || fileName;
  const fullDescription = (given?.description ?? templates.description(facts)).trim();
  const maxDescription = settings.importReference ? MAX_DESCRIPTION_WITH_REFERENCE : MAX_DESCRIPTION;
  const name = cutToLength(fullName, MAX_NAME);
  const description = cutToLength(fullDescription, maxDescription);
  const mended: PreflightId[] = [];
  if (name !== fullName) mended.push('name-shortened');
  if (description !== fullDescription) mended.push('description-shortened');
  if (fileName !== object.objectKey.split('/').at(-1)) mended.push('file-name-sanitised');
  return { object, name, description, fileName, mended };
}

/** A name is one line: control characters of a hostile key become spaces. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
