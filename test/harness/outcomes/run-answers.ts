import { judge, type Outcome } from '../../../src/main/imports/outcome.ts';
import type { SubmitFact } from '../../../src/main/imports/ports.ts';
import { createPixopClient, type PixopClient } from '../../../src/main/pixop/pixop-client.ts';
import type { AnswerCase } from './cases.ts';
import { expectedKind } from './expected.ts';
import { servePlanned } from './serve-answers.ts';

/** What a run of cases came to. */
export interface OutcomeReport {
  readonly cases: number;
  readonly kinds: Readonly<Record<Outcome['kind'], number>>;
  /** Intents that reached the server more or less than once. */
  readonly repeated: readonly string[];
  /** Cases that were judged otherwise than the rules say. */
  readonly misjudged: readonly string[];
}

/** What is put to the proof; another is given only to see the proof fail. */
export interface OnTrial {
  readonly judge: (fact: SubmitFact) => Outcome;
  readonly submit: PixopClient['submitImport'];
}

/** Import calls under way at the same time. */
const LANES = 8;

/** Serves every case over a real connection to the real client, and has its answer judged. */
export async function runAnswers(
  cases: Iterable<AnswerCase>,
  trial: (client: PixopClient) => OnTrial = (client) => ({ judge, submit: client.submitImport }),
): Promise<OutcomeReport> {
  const planned = new Map([...cases].map((one, index) => [`case-${index}.mov`, one]));
  const server = await servePlanned(planned);
  const client = createPixopClient({
    baseUrl: server.baseUrl,
    apiKey: async () => 'the-key-of-the-outcomes',
    onRate: () => undefined,
    onKeyRejected: () => undefined,
  });
  const onTrial = trial(client);
  const kinds = { accepted: 0, rejected: 0, 'not-executed': 0, withheld: 0, unknown: 0 };
  const misjudged: string[] = [];
  const left = planned.entries();
  const { signal } = new AbortController();

  async function lane(): Promise<void> {
    // The lanes draw from one iterator, so that each case goes to exactly one of them.
    for (const [objectKey, one] of left) {
      const fact = await onTrial.submit(
        { inputLocationId: 'l', teamId: 't', fullIngestion: false, body: { name: 'n', objectKey } },
        signal,
      );
      const { kind } = onTrial.judge(fact);
      kinds[kind] += 1;
      const expected = expectedKind(one);
      if (kind !== expected) misjudged.push(`${JSON.stringify(one)}: ${kind} instead of ${expected}`);
    }
  }

  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    await server.close();
  }
  const repeated = [...planned.keys()]
    .filter((objectKey) => server.deliveries.get(objectKey) !== 1)
    .map(
      (objectKey) =>
        `${JSON.stringify(planned.get(objectKey))}: ${server.deliveries.get(objectKey) ?? 0} deliveries`,
    );
  return { cases: planned.size, kinds, repeated, misjudged };
}
