import type { Input, RequestName } from '../../../src/shared/contract.ts';
import { defaultBrowseView } from '../../../src/shared/browse.ts';

const pixopId = '00000000-0000-4000-8000-000000000001';
const localId = 'a-1';
const endpoint = { endpoint: 'https://s3.example', region: 'eu-north-1', pathStyle: true };
const settings = {
  teamId: pixopId,
  projectId: pixopId,
  projectName: null,
  fullIngestion: true,
  nameTemplate: '{basename}',
  descriptionTemplate: '',
  importReference: true,
};
const draft = { draftId: localId, settings, keep: [] };
const target = { states: ['failed' as const], batchId: null, errorCode: null };

/** One input of each call that is taken: what the forged senders send, and what the malformed ones are made from. */
export const honestInputs: { readonly [N in RequestName]: Input<N> } = {
  'app.info': null,
  'app.open': { page: 'video', videoId: pixopId },
  'settings.get': null,
  'settings.change': { appearance: 'dark', queueShare: 0.5, lastBatch: settings },
  'session.get': null,
  'session.selectEnvironment': { environmentId: 'staging' },
  'session.saveKey': { apiKey: 'a-key' },
  'session.clearKey': null,
  'session.check': null,
  'teams.list': null,
  'projects.list': { teamId: pixopId },
  'projects.create': { teamId: pixopId, name: 'Season 1' },
  'sources.list': { teamId: pixopId },
  'sources.create': {
    teamId: pixopId,
    name: 'Media',
    bucket: 'media',
    accessKeyId: 'AKIAEXAMPLE',
    secretAccessKey: 'a-secret',
    endpoint,
    browseWithSameKeys: true,
  },
  'sources.saveCredentials': {
    locationId: pixopId,
    credentials: { kind: 'keys', accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a-secret' },
    endpoint,
  },
  'sources.testCredentials': { locationId: pixopId },
  'sources.clearCredentials': { locationId: pixopId },
  'sources.awsProfiles': null,
  'browse.open': { locationId: pixopId, prefix: '', scope: 'folder', view: defaultBrowseView },
  'browse.view': { listingId: localId, view: defaultBrowseView },
  'browse.rows': { listingId: localId, from: 0, count: 1 },
  'browse.select': { listingId: localId, change: { kind: 'range', from: 0, to: 1, additive: false } },
  'browse.find': { listingId: localId, text: 'a', after: 0 },
  'browse.stop': { listingId: localId },
  'browse.close': { listingId: localId },
  'drafts.fromSelection': { listingId: localId },
  'drafts.summary': draft,
  'drafts.rows': { ...draft, from: 0, count: 1 },
  'drafts.start': draft,
  'drafts.discard': { draftId: localId },
  'queue.snapshot': { from: 0, count: 1 },
  'queue.pause': null,
  'queue.resume': null,
  'queue.retry': { jobIds: [localId] },
  'queue.restart': { target, skipChecksumValidation: false },
  'queue.abandon': target,
  'queue.decide': { target, decision: { kind: 'choose', videoId: pixopId } },
  'queue.candidates': { jobId: localId },
  'queue.remove': target,
  'queue.move': { jobIds: [localId], to: 'top' },
  'manifests.read': { fileName: 'list.csv', text: 'key' },
  'manifests.open': null,
  'manifests.match': { manifestId: localId, locationId: pixopId },
  'manifests.stop': { manifestId: localId },
  'manifests.lines': { manifestId: localId, list: 'missing', from: 0, count: 1 },
  'manifests.text': { manifestId: localId, list: 'missing' },
  'manifests.close': { manifestId: localId },
  'drafts.fromManifest': { manifestId: localId },
  'queue.export': { format: 'csv', failedOnly: false },
};
