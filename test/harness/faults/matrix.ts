/** A test by its file below `test/` and (the beginning of) its sentence. */
type Named = readonly [file: string, sentence: string];

/** One thing that goes wrong, what the app then does, and what proves it. */
export interface Fault {
  readonly number: number;
  readonly fault: string;
  readonly behaviour: string;
  readonly tests: readonly Named[];
  /** A check by hand, or what is still open, in a sentence. */
  readonly byHand?: string;
}

const row = (
  number: number,
  fault: string,
  behaviour: string,
  tests: readonly Named[],
  byHand?: string,
): Fault => ({ number, fault, behaviour, tests, ...(byHand === undefined ? {} : { byHand }) });

const submit = 'main/pixop/submit-import.test.ts';
const pixop = 'main/pixop/pixop-client.test.ts';
const outcome = 'main/imports/outcome.test.ts';
const journal = 'main/storage/journal/journal.test.ts';
const listing = 'main/s3/list-run.test.ts';
const surroundings = 'main/s3/hostile-surroundings.test.ts';
const served = 'main/ipc/serve.test.ts';
const fuzzed = 'main/ipc/fuzz-ipc.test.ts';
const accounts = 'main/session/several-accounts.test.ts';
const trust = 'main/platform/trust.test.ts';
const sim: Named = ['main/imports/sim.test.ts', 'lose no import, double none, and leave none unexplained'];
const kill: Named = ['main/imports/kill9.test.ts', 'loses and doubles nothing when its process is killed'];
const steps: Named = [
  'main/imports/crash-steps.test.ts',
  'comes to one video for each object, at whichever call',
];

/** The faults that the app is held against; each row is a test or a named check by hand. */
export const matrix: readonly Fault[] = [
  row(1, 'DNS, refused', 'planned again', [
    [submit, 'says that nothing was sent when nobody listens'],
    [outcome, 'is planned again when nothing was sent'],
  ]),
  row(2, 'reset in mid-request', 'unknown', [
    ['main/pixop/outcomes.test.ts', 'are each judged as the rules say'],
  ]),
  row(3, 'reset after processing', 'one delivery, unknown', [
    [submit, 'delivers once to a server that processes it'],
  ]),
  row(4, 'time-out, late commit', 'adopted later', [
    sim,
    ['main/services.test.ts', 'finds an import whose answer was lost'],
  ]),
  row(5, 'offline for hours', 'waits, goes on', [
    sim,
    ['main/session/session-service.test.ts', 'never takes being offline for a bad key'],
  ]),
  row(6, 'captive portal', 'no success, no empty list', [
    [listing, 'takes a captive portal for what it is'],
    [submit, 'tells an HTML page as an answer'],
  ]),
  row(7, 'cut, endless or slow answer', 'capped, given up', [
    [submit, 'gives up on an answer without end'],
    ['main/s3/list-page.test.ts', 'survives any truncation of the body'],
  ]),
  row(8, '429 storm', 'waits as told, one budget', [
    [outcome, 'waits as long as a 429 says'],
    ['main/imports/soak.test.ts', 'brings a thousand imports through'],
  ]),
  row(9, '500 after commit', 'adopted', [sim]),
  row(10, '502, 503, 504', 'unknown', [[outcome, 'is unknown when somebody else than Pixop answered']]),
  row(11, '202 without a video', 'unknown', [[outcome, 'is accepted only by a 202 with a video id']]),
  row(12, 'key revoked', 'one pause, queue kept', [
    ['main/services.test.ts', 'pauses when the key is revoked'],
  ]),
  row(13, 'balance, account locked', 'pause with the code', [['main/faults.test.ts', 'pauses for the %s']]),
  row(14, 'input location deleted', 'no video, reason shown', [
    ['main/faults.test.ts', 'makes no video and says why'],
  ]),
  row(15, 'unknown status', 'never taken for done', [
    [pixop, 'knows that 204 means no video-in operation'],
    [pixop, 'takes no other video’s state'],
  ]),
  row(16, 'restart 409', 'status read again', [sim]),
  row(17, 'abandon answered late or 404', 'confirmed by reading', [
    sim,
    [pixop, 'takes no page of a proxy for a restart'],
  ]),
  row(18, 'list pages shift', 'read again', [sim]),
  row(19, 'another operator imports the same', 'said before the start', [
    ['main/drafts/draft-service.test.ts', 'leaves out what cannot or should not be imported'],
  ]),
  row(20, 'killed before the intent is on disk', 'planned', [kill, steps]),
  row(21, 'killed before the request', 'looked for, then decided', [kill, steps]),
  row(22, 'killed after the request', 'adopted', [kill, steps]),
  row(23, 'killed while the journal is replaced', 'the old or the new, whole', [steps]),
  row(24, 'power loss', 'as 20 to 23', [
    sim,
    [journal, 'would lose what it has confirmed if it did not sync'],
  ]),
  row(25, 'disk full or broken', 'nothing is sent', [
    [journal, 'refuses everything after a failed write'],
    sim,
  ]),
  row(26, 'journal cut, edited, restored', 'read only', [
    ['main/storage/journal/torn.test.ts', 'never says what was not written'],
    [journal, 'only reads what a newer app wrote'],
  ]),
  row(27, 'two writers', 'the second stops', [[journal, 'stops when somebody else has written to it']]),
  row(28, 'two instances', 'the first comes forward', [
    ['e2e/host.e2e.ts', 'ends a second start while the first runs'],
  ]),
  row(
    29,
    'sleep in mid-request',
    'unknown',
    [sim],
    'On a laptop: close the lid during a run, open it after a minute; nothing is doubled.',
  ),
  row(30, 'clock moved', 'monotonic timers', [sim], 'Set the clock back a day during a run; it goes on.'),
  row(31, 'keychain locked or absent', 'said, never plaintext', [
    ['keychain/keychain-vault.test.ts', 'falls back to memory with a reason'],
    ['main/session/session-service.test.ts', 'says that the keychain cannot be read'],
  ]),
  row(
    32,
    'another keyring',
    'key asked again',
    [],
    'Log in to another desktop: the key is asked for, the queue is there.',
  ),
  row(33, 'object overwritten after selection', 'looked at again after a wait, and not sent', [
    [
      'main/imports/look-again.test.ts',
      'looks once more at what has waited, and does not send what was replaced or is gone',
    ],
    ['main/look-again.test.ts', 'knows the object that a listing showed from one that took its place'],
  ]),
  row(34, 'repeated token', 'noticed', [[listing, 'notices a server that sends the same page for ever']]),
  row(35, 'control, RTL, zero-width keys', 'sent exactly, shown escaped', [
    ['renderer/text/display-key.test.ts', 'never lets a hostile character through'],
    ['main/drafts/draft-service.test.ts', 'sends the exact object key'],
  ]),
  row(36, 'EncodingType=url', 'decoded once or not at all', [
    ['main/s3/list-page.test.ts', 'is read by the scanner exactly as by the XML parser'],
  ]),
  row(37, '../, %2e, NUL in keys', 'opaque', [
    [listing, 'gives every hostile key exactly'],
    ['main/browse/odd-keys.test.ts', 'come back byte for byte'],
  ]),
  row(38, 'long keys and names', 'shortened by letters', [
    ['main/drafts/naming.test.ts', 'never exceeds the length and never cuts a letter'],
    ['main/s3/list-page.test.ts', 'keeps keys of 1,024 bytes whole'],
  ]),
  row(39, 'folders, empty, archived objects', 'not picked, reason shown', [
    ['main/drafts/draft-service.test.ts', 'leaves out what cannot or should not be imported'],
  ]),
  row(40, 'HTML in keys and errors', 'text only', [
    ['main/shell/harden.test.ts', 'is broken by'],
    ['e2e/host.e2e.ts', 'keeps the content security policy in force'],
  ]),
  row(41, 'formulas in CSV', 'made harmless', [
    ['main/manifests/export-imports.test.ts', 'has no cell that a spreadsheet would run'],
  ]),
  row(42, '__proto__ in a call', 'refused', [[fuzzed, 'refuses every forged sender']]),
  row(43, 'huge call', 'refused', [[served, 'refuses a payload over its cap']]),
  row(44, 'forged sender', 'refused', [
    [fuzzed, 'refuses every forged sender'],
    [fuzzed, 'finds the one channel that does not look'],
  ]),
  row(
    45,
    'navigation, windows',
    'denied',
    [['e2e/host.e2e.ts', 'shows the built page on its own origin']],
    'More: lines 8 to 11 of npm run harden.',
  ),
  row(46, 'DevTools, inspector, RUN_AS_NODE', 'off by fuses', [
    ['package/package.test.ts', 'are set in the binary and read back'],
  ]),
  row(47, 'endpoints in the environment', 'ignored', [[surroundings, 'go where the operator said']]),
  row(48, 'key in logs', 'never', [
    ['main/platform/canary.test.ts', 'lets no secret out in any form'],
    ['main/platform/canary.test.ts', 'finds what comes out'],
  ]),
  row(49, 'key pasted with odd characters', 'trimmed or refused', [
    [pixop, 'loses the white space and invisible characters'],
  ]),
  row(50, 'unknown authority, old TLS', 'refused, no way around', [
    [trust, 'is refused to a server whose authority'],
    [trust, 'is refused to a server that knows nothing newer'],
  ]),
  row(51, 'redirect to another host', 'refused', [
    [surroundings, 'never follow a %i to another host'],
    [submit, 'tells a %i redirect'],
  ]),
  row(52, 'endpoint http, link-local, file', 'refused', [[surroundings, 'is refused before it is stored']]),
  row(53, 'presigned URL', 'none is made', [
    ['main/platform/canary.test.ts', 'lets no secret out in any form'],
  ]),
  row(54, 'an older app', 'reads only', [[journal, 'only reads what a newer app wrote']]),
  row(55, 'the key of another account', 'refused while imports are open', [
    [accounts, 'is refused while imports of the first are not settled'],
    [accounts, 'is refused also after the first one’s key was removed'],
    [accounts, 'is not what one odd answer makes of the first'],
    ['main/several-queues.test.ts', 'go on side by side, each under its own key'],
  ]),
  row(56, 'the list of accounts is lost', 'their queues are found', [
    [accounts, 'are never given to another account, even when the list of accounts was lost'],
  ]),
];
