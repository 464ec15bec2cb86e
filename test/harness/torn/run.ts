import { createChance } from '../crash-steps/chance.ts';
import { damages } from './damage.ts';
import { examinationOf, type Opener } from './examine.ts';
import { compactedHistory, writtenHistory, type History } from './history.ts';

/** What a run came to. */
export interface TornReport {
  readonly cases: number;
  readonly byKind: ReadonlyMap<string, number>;
  readonly violations: readonly string[];
}

/** Journals of different ages, from the product's own hand. */
export async function histories(seed: number, imports: number): Promise<readonly History[]> {
  const run = await writtenHistory(imports, createChance(seed));
  return [run, await compactedHistory(run)];
}

/** Damages every journal in every way, opens what is left, and examines what was read. */
export async function runTorn(
  written: readonly History[],
  { seed, every, open }: { readonly seed: number; readonly every: number; readonly open?: Opener },
): Promise<TornReport> {
  const byKind = new Map<string, number>();
  const violations: string[] = [];
  let met = 0;
  for (const history of written) {
    const examine = examinationOf(history, open);
    for (const { how, bytes } of damages(history.bytes, createChance(seed))) {
      met += 1;
      if (met % every !== 0) continue;
      byKind.set(how, (byKind.get(how) ?? 0) + 1);
      const wrong = await examine(bytes).catch((error: unknown) => `threw ${String(error)}`);
      if (wrong !== null) violations.push(`${history.name}, ${how}, case ${met}: ${wrong}`);
    }
  }
  const cases = [...byKind.values()].reduce((sum, count) => sum + count, 0);
  return { cases, byKind, violations };
}
