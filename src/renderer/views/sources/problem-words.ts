import type { Text } from '../../text/text.ts';
import type { FieldProblem } from './credentials-draft.ts';

/** A field's problem in words, or null when it has none. */
export function problemWords(problem: FieldProblem | undefined, text: Text['sources']): string | null {
  switch (problem) {
    case undefined:
      return null;
    case 'required':
      return text.required;
    case 'too-short':
      return text.tooShort;
    case 'endpoint':
      return text.endpointInvalid;
    case 'bucket':
      return text.bucketInvalid;
  }
}
