/** One answer to an import call. */
export interface AnswerCase {
  readonly status: number;
  readonly errorCode: string;
  readonly shape: BodyShape;
  readonly hasRateHeaders: boolean;
}

/** An id as Pixop gives it. */
export const videoId = '3f2b0c1e-3333-4333-8333-333333333333';

/** Larger than the client reads, bytes. */
const HUGE_BYTES = 5_300_000;

const documentedBody = (status: number, errorCode: string): object =>
  status === 202
    ? { videoId, upload: { uploadState: { uploadStatus: 'INITIAL', progressPercentage: 0 } } }
    : {
        timestamp: '2026-11-24T09:00:00Z',
        requestId: '7d1b6a0e-0000-4000-8000-000000000001',
        requestPath: '/api/v1/videos/in/s3',
        errorCode,
        message: `Said: ${errorCode}`,
        statusCode: status,
      };

/** The forms that a body can take, each made for a status and an error code. */
export const bodyShapes = {
  documented: (status: number, code: string) => JSON.stringify(documentedBody(status, code)),
  empty: () => '',
  html: () => '<!DOCTYPE html><title>Sign in</title>',
  truncatedJson: (status: number, code: string) => JSON.stringify(documentedBody(status, code)).slice(0, -20),
  /** The connection breaks in the middle of the body. */
  cut: (status: number, code: string) => JSON.stringify(documentedBody(status, code)),
  huge: (status: number, code: string) =>
    JSON.stringify({ ...documentedBody(status, code), padding: ' '.repeat(HUGE_BYTES) }),
  wrongTypes: (status: number, code: string) =>
    JSON.stringify({ statusCode: String(status), errorCode: [code], message: 7, videoId: 7 }),
  otherStatus: (status: number, code: string) =>
    JSON.stringify({ ...documentedBody(400, code), statusCode: status + 1, videoId: 'not-an-id' }),
  emptyObject: () => '{}',
  array: () => '[]',
  null: () => 'null',
  text: () => '"done"',
} as const;
/** One of {@link bodyShapes}. */
export type BodyShape = keyof typeof bodyShapes;

/** Every shape. */
const shapeNames: readonly BodyShape[] = Object.keys(bodyShapes).filter(
  (name): name is BodyShape => name in bodyShapes,
);

/** What gateways, proxies and faults answer, although Pixop documents none of it. */
const undocumentedStatuses: readonly number[] = [
  200, 201, 203, 204, 205, 206, 207, 226, 300, 301, 302, 303, 304, 307, 308, 402, 405, 406, 407, 408, 409,
  410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 431, 451, 499, 501, 502,
  503, 504, 505, 507, 508, 510, 511, 520, 521, 522, 523, 524, 525, 526, 530, 599,
];

/** Every documented status × code × shape × headers, and every other status with a code of each kind. */
export function* answerCases(
  documentedStatuses: readonly number[],
  errorCodes: readonly string[],
): Generator<AnswerCase, void> {
  for (const hasRateHeaders of [true, false]) {
    for (const status of documentedStatuses)
      for (const errorCode of status === 202 ? ['NONE'] : errorCodes)
        for (const shape of shapesFor(errorCode === errorCodes[0]))
          yield { status, errorCode, shape, hasRateHeaders };
    for (const status of undocumentedStatuses)
      for (const errorCode of ['INVALID_API_KEY', 'KEY_NOT_FOUND', 'TOO_MANY_REQUESTS'])
        for (const shape of shapesFor(false)) yield { status, errorCode, shape, hasRateHeaders };
  }
}

/** Huge bodies say the same for every code, and cost a second for every two hundred. */
const shapesFor = (isFirst: boolean): readonly BodyShape[] =>
  isFirst ? shapeNames : shapeNames.filter((shape) => shape !== 'huge');
