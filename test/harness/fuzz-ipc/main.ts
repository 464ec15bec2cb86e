import { fuzzIpc } from './run-fuzz.ts';

/** `npm run fuzz:ipc [seed]`: every channel of the contract against forged senders and malformed inputs. */
const PER_CHANNEL = 20_000;
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
const started = performance.now();
const reports = await fuzzIpc(PER_CHANNEL, seed);
console.table(
  reports.map(({ name, forged, malformed, violations }) => ({
    channel: name,
    'forged senders refused': forged,
    'malformed inputs refused': malformed,
    violations: violations.length,
  })),
);
const violations = reports.flatMap(({ name, violations: found }) => found.map((what) => `${name}: ${what}`));
for (const violation of violations.slice(0, 50)) console.error(violation);
console.log(
  `${reports.length} channels, ${violations.length} violations, seed ${seed}; ${Math.round(performance.now() - started)} ms`,
);
process.exit(violations.length === 0 ? 0 : 1);
