import { z } from 'zod';
import type { Milliseconds } from '../../shared/units.ts';
import { OBJECT_LENGTH } from './import-reference.ts';

/** How far the reading of a team's list has come: where the next one may stop, and whether a video has gone since. */
export interface Survey {
  /** Videos of the team; null where Pixop does not count them. */
  readonly total: number | null;
  /** Pixop's time of the newest video, epoch milliseconds. */
  readonly createdMs: Milliseconds;
  /** Pixop's time up to which changes have been read. */
  readonly updatedMs: Milliseconds;
}

interface Team {
  /** By the object half of a reference: the round in which it was seen last, doubled, and one more when it is copied. */
  readonly seen: Map<string, number>;
  round: number;
  survey: Survey | null;
}

const objectParts = z.string().regex(new RegExp(`^([0-9A-Z]{${OBJECT_LENGTH}})*$`));
const recordSchema = z.object({
  version: z.literal(1),
  teams: z.array(
    z.object({
      teamId: z.string(),
      total: z.number().nullable(),
      createdMs: z.number(),
      updatedMs: z.number(),
      /** Object halves one after the other. */
      copied: objectParts,
      copying: objectParts,
    }),
  ),
});

/** Imports that other workstations made, told by the references in their team's list of videos. */
export class TeamImports {
  /** Grows with everything that a badge could show differently. */
  revision = 0;
  /** Readings that have ended. */
  surveys = 0;
  readonly #teams = new Map<string, Team>();

  /** A video with a reference that no import of this workstation has. */
  saw(teamId: string, object: string, isCopied: boolean): void {
    const team = this.#team(teamId);
    const before = team.seen.get(object);
    // Of two videos of one object, one that is copied counts.
    const wasCopied = before !== undefined && (before & 1) === 1 && before >> 1 === team.round;
    const now = team.round * 2 + (isCopied || wasCopied ? 1 : 0);
    if (before === now) return;
    team.seen.set(object, now);
    if (before === undefined || (before & 1) !== (now & 1)) this.revision += 1;
  }

  /** What is known of an object, by the object half of its reference. */
  stateOf(object: string): 'copying' | 'copied' | null {
    let state: 'copying' | 'copied' | null = null;
    for (const { seen } of this.#teams.values()) {
      const value = seen.get(object);
      if (value !== undefined) state = (value & 1) === 1 || state === 'copied' ? 'copied' : 'copying';
    }
    return state;
  }

  get isEmpty(): boolean {
    return [...this.#teams.values()].every(({ seen }) => seen.size === 0);
  }

  /** The object half of every reference that is known. */
  *objects(): Iterable<string> {
    for (const { seen } of this.#teams.values()) yield* seen.keys();
  }

  surveyOf(teamId: string): Survey | null {
    return this.#teams.get(teamId)?.survey ?? null;
  }

  isCopying(teamId: string): boolean {
    return [...(this.#teams.get(teamId)?.seen.values() ?? [])].some((value) => (value & 1) === 0);
  }

  /** The team's whole list is going to be read. */
  beginRound(teamId: string): void {
    this.#team(teamId).round += 1;
  }

  /** A reading has ended; when it was of the whole list, what it did not show is gone. */
  surveyed(teamId: string, survey: Survey, isWhole: boolean): void {
    const team = this.#team(teamId);
    if (team.survey === null) this.revision += 1;
    team.survey = survey;
    this.surveys += 1;
    if (!isWhole) return;
    for (const [object, value] of team.seen) {
      if (value >> 1 >= team.round) continue;
      team.seen.delete(object);
      this.revision += 1;
    }
  }

  /** What is worth keeping for the next start. */
  record(): z.input<typeof recordSchema> {
    return {
      version: 1,
      teams: [...this.#teams].flatMap(([teamId, { seen, survey }]) => {
        if (survey === null) return [];
        const all = [...seen];
        const partsOf = (bit: 0 | 1): string =>
          all.flatMap(([object, value]) => ((value & 1) === bit ? [object] : [])).join('');
        return [{ teamId, ...survey, copied: partsOf(1), copying: partsOf(0) }];
      }),
    };
  }

  /** Takes up what an earlier run has kept; what cannot be understood is read from Pixop again. */
  restore(kept: unknown): void {
    const parsed = recordSchema.safeParse(kept);
    if (!parsed.success) return;
    for (const { teamId, total, createdMs, updatedMs, copied, copying } of parsed.data.teams) {
      const team = this.#team(teamId);
      for (const object of inParts(copying)) team.seen.set(object, 0);
      for (const object of inParts(copied)) team.seen.set(object, 1);
      team.survey = { total, createdMs, updatedMs };
    }
    this.revision += 1;
  }

  #team(teamId: string): Team {
    const known = this.#teams.get(teamId);
    if (known !== undefined) return known;
    const team: Team = { seen: new Map(), round: 0, survey: null };
    this.#teams.set(teamId, team);
    return team;
  }
}

const inParts = (text: string): readonly string[] =>
  Array.from({ length: text.length / OBJECT_LENGTH }, (_, index) =>
    text.slice(index * OBJECT_LENGTH, (index + 1) * OBJECT_LENGTH),
  );
