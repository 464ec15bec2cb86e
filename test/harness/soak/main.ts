import { MIB, SECOND } from '../../../src/shared/units.ts';
import { brokenReadings } from '../virtual-run/counted-port.ts';
import { soak, type SoakOptions } from './soak.ts';
import { liveBytes } from './live-bytes.ts';
import { faultsOf } from './verdict.ts';

/**
 * `npm run soak [-- --imports N] [--seed N]`: thousands of imports through the product's queue in virtual time, on a
 * platform that loses answers, fails copies and is used by somebody else too. Exits with 1 when a figure is missed.
 */
/** What product and simulator may add to resident memory and to the live heap between the warm-up and the end, bytes. */
const MAX_GROWTH = 50 * MIB;
/** Imports of a run with a mutant: enough for some windows of the limiter. */
const MUTANT_IMPORTS = 2_000;

const inMib = (bytes: number): string => `${Math.round(bytes / MIB)} MiB`;

const flag = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number`);
  return value;
};
const started = performance.now();
const imports = flag('imports', 20_000);
const options: SoakOptions = { imports, seed: flag('seed', 1), lostShare: 0.002, foreignPerMinute: 60 };

const none = { rss: 0, heap: 0 };
const memory = { warm: none, end: none };
const figures = await soak({
  ...options,
  async onPhase(phase) {
    memory[phase] = await liveBytes();
  },
});
const grown = { rss: memory.end.rss - memory.warm.rss, heap: memory.end.heap - memory.warm.heap };
const faults = [...faultsOf(figures)];
if (Math.max(grown.rss, grown.heap) >= MAX_GROWTH)
  faults.push(`memory grew by ${inMib(grown.rss)}, the heap by ${inMib(grown.heap)}`);

const { done, videos, doubled, requests, refused, restarted, decided, virtualMs } = figures;
console.log(`${done} of ${imports} imports done in ${Math.round(virtualMs / SECOND / 60)} virtual minutes`);
console.log(`ledger: ${videos} videos, ${doubled} doubled; journal: ${figures.misremembered} misremembered`);
console.log(`${requests} requests, ${refused} beyond the limit of a key that others use too`);
console.log(
  `${figures.lost} lost answers, ${restarted} copies restarted, ${decided} sent again by the operator`,
);
console.log(
  `since the warm-up: ${inMib(grown.rss)} resident, ${inMib(grown.heap)} live, the simulator’s included (each below ${inMib(MAX_GROWTH)})`,
);

for (const [name, distort] of Object.entries(brokenReadings)) {
  const mutant = await soak({ ...options, imports: MUTANT_IMPORTS, distort });
  const caught = faultsOf(mutant);
  console.log(`a budget that ${name}: ${caught.length > 0 ? `caught, ${caught.join(', ')}` : 'NOT CAUGHT'}`);
  if (caught.length === 0) faults.push(`a budget that ${name} was not caught`);
}
for (const fault of faults) console.error(`MISSED: ${fault}`);
console.log(
  `${faults.length === 0 ? 'passed' : 'failed'}; ${((performance.now() - started) / SECOND).toFixed(1)} s`,
);
process.exit(faults.length === 0 ? 0 : 1);
