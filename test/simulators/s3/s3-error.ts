import { xmlAnswer, type Answer } from './answer.ts';
import { element, XML_DECLARATION } from './xml.ts';

/** What an error tells beside its code and message. */
interface S3ErrorDetail {
  /** Elements of the error document, in order. */
  readonly elements?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal in S3's own words; thrown anywhere while a request is judged, answered in one place. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly status: number;
  readonly code: string;
  readonly detail: S3ErrorDetail;

  constructor(status: number, code: string, message: string, detail: S3ErrorDetail = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

/** The error as a document; an answer to HEAD keeps only the status and headers of it, as with S3. */
export function errorAnswer(error: S3Error, requestId: string): Answer {
  const elements = Object.entries(error.detail.elements ?? {}).map(([name, text]) => element(name, text));
  const body = [
    element('Code', error.code),
    element('Message', error.message),
    ...elements,
    element('RequestId', requestId),
    element('HostId', `${requestId}/simulator`),
  ].join('');
  return xmlAnswer(error.status, `${XML_DECLARATION}<Error>${body}</Error>`, error.detail.headers);
}

/** The refusal of a request that is understood and signed well, but not permitted. */
export function accessDenied(
  message = 'Access Denied',
  headers: Readonly<Record<string, string>> = {},
): S3Error {
  return new S3Error(403, 'AccessDenied', message, { headers });
}

/** The refusal of a request parameter. */
export function invalidArgument(message: string, name: string, value: string): S3Error {
  return new S3Error(400, 'InvalidArgument', message, {
    elements: { ArgumentName: name, ArgumentValue: value },
  });
}
