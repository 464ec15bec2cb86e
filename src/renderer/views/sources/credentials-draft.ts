import type { S3CredentialsInput, S3Endpoint, Source } from '../../../shared/session.ts';

/** What the endpoint fields hold while they are being edited. */
export interface EndpointDraft {
  readonly endpoint: string;
  readonly region: string;
  readonly pathStyle: boolean;
}

/** What the credentials form holds while it is being edited; secrets live here only until the dialog closes. */
export interface CredentialsDraft extends EndpointDraft {
  readonly kind: S3CredentialsInput['kind'];
  readonly profile: string | null;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** What is wrong with a field; the form has the words. */
export type FieldProblem = 'required' | 'too-short' | 'endpoint' | 'bucket';

/** Problems by field; empty when the form can be sent. */
export type Problems<Draft> = Partial<Readonly<Record<keyof Draft, FieldProblem>>>;

/** Shortest access key id that the contract takes, in characters. */
const MIN_KEY_ID = 3;

/** The form as it opens: what is known of the source, never a secret. */
export function draftFor(source: Source | null): CredentialsDraft {
  return {
    kind: source?.credentials?.kind ?? 'profile',
    profile: source?.credentials?.kind === 'profile' ? source.credentials.label : null,
    accessKeyId: '',
    secretAccessKey: '',
    sessionToken: '',
    endpoint: source?.endpoint.endpoint ?? '',
    region: source?.endpoint.region ?? '',
    pathStyle: source?.endpoint.pathStyle ?? false,
  };
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '';
}

/** Problems of the endpoint fields; http is judged by main, which knows when loopback is allowed. */
export const endpointProblems = ({ endpoint }: EndpointDraft): Problems<EndpointDraft> =>
  endpoint.trim() === '' || isWebAddress(endpoint.trim()) ? {} : { endpoint: 'endpoint' };

/** Problems of a pair of access keys. */
export const keyProblems = (draft: {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}): Problems<typeof draft> => ({
  ...(draft.accessKeyId.trim() === ''
    ? { accessKeyId: 'required' }
    : draft.accessKeyId.trim().length < MIN_KEY_ID
      ? { accessKeyId: 'too-short' }
      : {}),
  ...(draft.secretAccessKey.trim() === '' ? { secretAccessKey: 'required' } : {}),
});

/** What keeps the form from being sent. */
export const credentialsProblems = (draft: CredentialsDraft): Problems<CredentialsDraft> => ({
  ...endpointProblems(draft),
  ...(draft.kind === 'profile' && draft.profile === null ? { profile: 'required' } : {}),
  ...(draft.kind === 'keys' ? keyProblems(draft) : {}),
});

/** The endpoint as main takes it. */
export const endpointOf = ({ endpoint, region, pathStyle }: EndpointDraft): S3Endpoint => ({
  endpoint: endpoint.trim() || null,
  region: region.trim() || null,
  pathStyle,
});

/** The credentials as main takes them; pasted keys lose the white space around them. */
export function credentialsOf(draft: CredentialsDraft): S3CredentialsInput {
  switch (draft.kind) {
    case 'profile':
      return { kind: 'profile', profile: draft.profile ?? '' };
    case 'default-chain':
      return { kind: 'default-chain' };
    case 'keys': {
      const sessionToken = draft.sessionToken.trim();
      return {
        kind: 'keys',
        accessKeyId: draft.accessKeyId.trim(),
        secretAccessKey: draft.secretAccessKey.trim(),
        ...(sessionToken === '' ? {} : { sessionToken }),
      };
    }
  }
}
