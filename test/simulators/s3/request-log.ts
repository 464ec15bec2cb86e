/** What the simulator can be asked to do; `Refused` is a request that could not even be read. */
export type Operation =
  | 'ListBuckets'
  | 'HeadBucket'
  | 'GetBucketLocation'
  | 'ListObjectsV2'
  | 'HeadObject'
  | 'GetObject'
  | 'PutObject'
  | 'DeleteObject'
  | 'Refused';

/** One request and what became of it. */
export interface LoggedRequest {
  operation: Operation;
  bucket: string;
  key: string;
  query: Readonly<Record<string, string>>;
  /** The `Range` header, or null. */
  range: string | null;
  /** 0 while under way, and for good when the client never got an answer. */
  status: number;
  /** S3's error code, or null. */
  errorCode: string | null;
  /** Body bytes handed to the connection. */
  bytesServed: number;
}

/** Requests and bytes of one operation. */
interface OperationTotals {
  readonly requests: number;
  readonly bytesServed: number;
}

/** What has been asked of a server, so that tests can prove what a client does not do. */
export interface RequestLog {
  /** The latest requests, oldest first. */
  readonly entries: () => readonly LoggedRequest[];
  readonly totals: (operation: Operation) => OperationTotals;
  /** Requests under way now. */
  readonly inFlight: () => number;
  /** Most requests that were under way at one time. */
  readonly peakInFlight: () => number;
  readonly reset: () => void;
  /** For the server: a request has come. */
  readonly begin: () => LoggedRequest;
  /** For the server: it has been dealt with. */
  readonly end: (request: LoggedRequest) => void;
}

/** Requests remembered one by one; totals go on counting. Enough for 10 million keys of listing. */
const MAX_ENTRIES = 10_000;

/** Starts an empty log. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  let totals = new Map<Operation, OperationTotals>();
  let inFlight = 0;
  let peak = 0;
  const none: OperationTotals = { requests: 0, bytesServed: 0 };
  return {
    entries: () => entries,
    totals: (operation) => totals.get(operation) ?? none,
    inFlight: () => inFlight,
    peakInFlight: () => peak,
    reset() {
      entries = [];
      totals = new Map();
      peak = inFlight;
    },
    begin() {
      inFlight += 1;
      peak = Math.max(peak, inFlight);
      const request: LoggedRequest = {
        operation: 'Refused',
        bucket: '',
        key: '',
        query: {},
        range: null,
        status: 0,
        errorCode: null,
        bytesServed: 0,
      };
      entries.push(request);
      if (entries.length > MAX_ENTRIES) entries.shift();
      return request;
    },
    end(request) {
      inFlight -= 1;
      const before = totals.get(request.operation) ?? none;
      totals.set(request.operation, {
        requests: before.requests + 1,
        bytesServed: before.bytesServed + request.bytesServed,
      });
    },
  };
}
