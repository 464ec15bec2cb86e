import type { AppError } from '../../../src/shared/errors.ts';
import type { Managed } from '../../../src/shared/policy.ts';
import type { Saved } from '../../../src/shared/saved.ts';
import type { Session } from '../../../src/shared/session.ts';
import { savedThings } from './saved-things.ts';
import type { UpdateState } from '../../../src/shared/updates.ts';
import type { Settings } from '../../../src/shared/settings.ts';

/** What a scripted main process is told to be like; each fake area reads its own part. */
export interface Scenario {
  /** Time that every answer takes. */
  readonly latencyMs: number;
  readonly settings: Partial<Settings>;
  readonly key: Session['key'];
  /** False before Pixop has ever answered for the key. */
  readonly hasAccount: boolean;
  /** How many accounts are connected. */
  readonly accounts: 'one' | 'several';
  /** `unread`: the history of one of several accounts is on a broken disk. */
  readonly history: 'whole' | 'unread';
  readonly sessionError: AppError | null;
  /** Makes the first question fail. */
  readonly failsToStart: boolean;
  readonly hasKeychain: boolean;
  /** What the workstation's organisation has decided. */
  readonly managed: Managed | null;
  readonly update: UpdateState;
  /** Which input locations the team has. */
  readonly sources: 'none' | 'mixed' | 'many' | 'failing';
  /** What the operator has saved. */
  readonly saved: readonly Saved[];
  /** What every test of credentials answers. */
  readonly credentials: 'good' | 'no-get-object' | 'sso-expired' | 'denied';
  /** What the selected bucket is like. */
  readonly listing:
    'videos' | 'large' | 'empty' | 'hostile' | 'failing' | 'archived' | 'listing' | 'forbidden' | 'documents';
  /** What comes of looking into videos. */
  readonly previews: 'good' | 'denied' | 'spent';
  /** What files are called in the listing, the batch and the queue; nothing for the script's own names. */
  readonly names: readonly string[];
  /** What the queue is like. */
  readonly queue:
    'empty' | 'one' | 'running' | 'limit' | 'large' | 'errors' | 'paused' | 'decision' | 'done' | 'read-only';
}

const ready: Scenario = {
  latencyMs: 0,
  settings: { firstRunDone: true },
  key: 'valid',
  hasAccount: true,
  accounts: 'one',
  history: 'whole',
  sessionError: null,
  failsToStart: false,
  hasKeychain: true,
  managed: null,
  update: { kind: 'idle', checkedAtMs: Date.UTC(2026, 10, 18, 7, 30) },
  sources: 'mixed',
  saved: [],
  credentials: 'good',
  listing: 'videos',
  previews: 'good',
  names: [],
  queue: 'empty',
};

const offline: AppError = {
  code: 'offline',
  message: 'getaddrinfo ENOTFOUND api.pixop.com',
  detail: { source: 'pixop' },
};
const rejected: AppError = {
  code: 'unauthorised',
  message: 'The API key is invalid.',
  detail: { source: 'pixop', serviceCode: 'INVALID_API_KEY', httpStatus: 401, requestId: '7f3d9a52c1e84b60' },
};

/** The scenarios that the page's `?scenario=` chooses from. */
const scenarios = {
  ready: {},
  'first-run': { settings: { firstRunDone: false }, key: 'absent', sources: 'none' },
  'first-run-rejected': { settings: { firstRunDone: false }, key: 'rejected', sessionError: rejected },
  'first-run-offline': {
    settings: { firstRunDone: false },
    key: 'unchecked',
    hasAccount: false,
    sessionError: offline,
  },
  'start-failure': { failsToStart: true },
  'first-run-memory': {
    settings: { firstRunDone: false },
    key: 'absent',
    sources: 'none',
    hasKeychain: false,
  },
  'first-run-source': { settings: { firstRunDone: false }, sources: 'mixed' },
  'first-run-create': { settings: { firstRunDone: false }, sources: 'none' },
  'no-sources': { sources: 'none' },
  'many-sources': { sources: 'many' },
  'sources-failing': { sources: 'failing' },
  'missing-permission': { credentials: 'no-get-object' },
  'sso-expired': { credentials: 'sso-expired' },
  denied: { credentials: 'denied' },
  offline: { key: 'unchecked', sessionError: offline, queue: 'running' },
  'key-rejected': { key: 'rejected', sessionError: rejected, queue: 'running' },
  'key-absent': { key: 'absent' },
  'several-accounts': { accounts: 'several' },
  'several-accounts-busy': { accounts: 'several', queue: 'running' },
  'several-accounts-unread': { accounts: 'several', queue: 'running', history: 'unread' },
  'no-keychain': { hasKeychain: false },
  staging: { settings: { firstRunDone: true, environmentId: 'staging' } },
  'listing-large': { listing: 'large' },
  'listing-empty': { listing: 'empty' },
  'listing-hostile': { listing: 'hostile' },
  hostile: { listing: 'hostile', queue: 'errors' },
  'listing-failing': { listing: 'failing' },
  'listing-archived': { listing: 'archived' },
  'listing-going-on': { listing: 'listing' },
  'listing-forbidden': { listing: 'forbidden' },
  'listing-documents': { listing: 'documents' },
  'previews-denied': { previews: 'denied' },
  'previews-spent': { previews: 'spent' },
  saved: { saved: savedThings },
  'saved-going-on': { saved: savedThings, listing: 'listing' },
  'saved-large': { saved: savedThings, listing: 'large', sources: 'many' },
  'update-ready': { update: { kind: 'ready', version: '0.2.0' } },
  'update-failed': { update: { kind: 'failed', message: 'The answer is no list of versions.' } },
  'update-unsupported': { update: { kind: 'unsupported' } },
  managed: {
    update: { kind: 'off' },
    managed: {
      environment: true,
      importReference: true,
      updateChannel: true,
      allowedEndpoints: ['api.pixop.com', '*.amazonaws.com'],
    },
  },
  'queue-one': { queue: 'one' },
  'queue-running': { queue: 'running' },
  'queue-limit': { queue: 'limit' },
  'queue-30000': { queue: 'large' },
  'queue-paused': { queue: 'paused' },
  'queue-done': { queue: 'done' },
  'queue-decision': { queue: 'decision' },
  'read-only': { queue: 'read-only' },
  errors: { queue: 'errors' },
} satisfies Readonly<Record<string, Partial<Scenario>>>;

/** Names for `?scenario=`. */
export type ScenarioName = keyof typeof scenarios;

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);

/** The scenario of a page's query: `scenario`, `theme` (light, dark), `language` (en, da), `latency` (milliseconds), `names` (JSON). */
export function scenarioOf(query: URLSearchParams): Scenario {
  const name = query.get('scenario') ?? 'ready';
  if (!isScenario(name))
    throw new Error(`No scenario ${name}; there are ${Object.keys(scenarios).join(', ')}`);
  const chosen: Scenario = { ...ready, ...scenarios[name] };
  const theme = query.get('theme');
  const language = query.get('language');
  return {
    ...chosen,
    latencyMs: Number(query.get('latency') ?? chosen.latencyMs),
    names: JSON.parse(query.get('names') ?? '[]'),
    settings: {
      ...chosen.settings,
      ...(theme === 'light' || theme === 'dark' ? { appearance: theme } : {}),
      ...(language === 'en' || language === 'da' ? { language } : {}),
    },
  };
}
