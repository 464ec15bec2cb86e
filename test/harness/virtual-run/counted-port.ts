import type { PixopPort, RateReading } from '../../../src/main/imports/ports.ts';
import { AppFailure } from '../../../src/shared/errors.ts';

/** What went over the wire. */
export interface Traffic {
  submits: number;
  pages: number;
  statuses: number;
  others: number;
  /** Answers with 429: the limiter was run into. */
  refused: number;
  /** Import calls without an answer, or with one that proves nothing. */
  lost: number;
}

/** All requests together. */
export const requestsOf = ({ submits, pages, statuses, others }: Traffic): number =>
  submits + pages + statuses + others;

/** A port that counts what goes through it. */
export function countedPort(port: PixopPort): { readonly port: PixopPort; readonly traffic: Traffic } {
  const traffic: Traffic = { submits: 0, pages: 0, statuses: 0, others: 0, refused: 0, lost: 0 };
  const watch = async <Answer>(
    kind: 'pages' | 'statuses' | 'others',
    answer: Promise<Answer>,
  ): Promise<Answer> => {
    traffic[kind] += 1;
    try {
      return await answer;
    } catch (error) {
      if (error instanceof AppFailure && error.error.code === 'rate-limited') traffic.refused += 1;
      throw error;
    }
  };
  return {
    traffic,
    port: {
      async submitImport(request, signal) {
        traffic.submits += 1;
        const fact = await port.submitImport(request, signal);
        if (fact.kind === 'answered' && fact.status === 429) traffic.refused += 1;
        else if (fact.kind !== 'answered' || fact.status !== 202) traffic.lost += 1;
        return fact;
      },
      listVideos: (query, signal) => watch('pages', port.listVideos(query, signal)),
      videoInState: (videoId, signal) => watch('statuses', port.videoInState(videoId, signal)),
      restart: (videoId, skip, signal) => watch('others', port.restart(videoId, skip, signal)),
      abandon: (videoId, signal) => watch('others', port.abandon(videoId, signal)),
      checkAccount: (signal) => watch('others', port.checkAccount(signal)),
    },
  };
}

/** Budgets that do not keep to Pixop's word: each has to be caught by whoever counts refusals. */
export const brokenReadings = {
  'ignores what others use': (reading: RateReading): RateReading => ({
    ...reading,
    remaining: reading.limit,
  }),
  'takes the limit for a larger one': (reading: RateReading): RateReading => ({
    ...reading,
    limit: 2 * reading.limit,
    remaining: reading.remaining + reading.limit,
  }),
} as const;
