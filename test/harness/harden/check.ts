import type { ParsedFile } from './ast.ts';
import type { Subject } from './subject.ts';

/** One thing that is looked at; answers what is wrong with it, nothing when all is well. */
export interface Check {
  readonly what: string;
  readonly run: (subject: Subject) => readonly string[] | Promise<readonly string[]>;
}

/** A line of the checklist. */
export interface Item {
  readonly number: number;
  readonly title: string;
  readonly checks: readonly Check[];
}

/** A rule over files: what of them breaks it. */
export type Rule = (files: readonly ParsedFile[]) => readonly string[];

/** A rule over the sources. */
export const inSource = (what: string, rule: Rule): Check => ({
  what: `${what} (source)`,
  run: ({ source }) => rule(source),
});

/** A rule over the sources and, once more, over what the build made of them. */
export const inBoth = (what: string, rule: Rule): readonly Check[] => [
  inSource(what, rule),
  { what: `${what} (bundles)`, run: ({ bundles }) => rule(bundles) },
];

/** Something to try rather than to read. */
export const tried = (what: string, run: Check['run']): Check => ({ what, run });

/** A condition as a rule's answer. */
export const unless = (holds: boolean, problem: string): readonly string[] => (holds ? [] : [problem]);
