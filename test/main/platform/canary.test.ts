import { expect, it } from 'vitest';
import { createRedactor } from '../../../src/main/platform/redact.ts';
import { runCanary } from '../../harness/canary/run-canary.ts';

it('lets no secret out in any form while everything fails', async () => {
  const { failures, leaks, broken } = await runCanary(createRedactor(), 4);
  expect({ leaks, broken }).toEqual({ leaks: [], broken: [] });
  expect(failures).toBeGreaterThan(20);
});

it('finds what comes out when neither the log nor the diagnostics are redacted', async () => {
  const { leaks } = await runCanary({ add: () => undefined, redact: (text) => text }, 20);
  const places = new Set(leaks.map(({ where }) => where.replace(/[/-]\d.*|\/.*/, '')));
  expect(places).toEqual(new Set(['logs', 'export pixop-ingest-diagnostics']));
});
