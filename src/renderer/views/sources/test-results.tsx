import { Check, Minus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CredentialsTest } from '../../../shared/session.ts';
import { Banner } from '../../components/banner.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { cx } from '../../components/cx.ts';
import { describeError } from '../../text/describe-error.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { browsePolicy } from './browse-policy.ts';
import styles from './test-results.module.css';

type PermissionCheck = CredentialsTest['checks'][number];

/** What a test of credentials found: a verdict, each permission, and the policy that would grant what is missing. */
export function TestResults({
  test,
  bucket,
  profile,
  onRetry,
}: {
  readonly test: CredentialsTest;
  readonly bucket: string;
  readonly profile: string | null;
  readonly onRetry: () => void;
}) {
  const text = useText().sources;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Chromium answers with a promise here, which React would take for the effect's end.
    root.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isComplete = test.checks.every(({ outcome }) => outcome !== 'refused');
  return (
    <div ref={root} className={styles['results']}>
      <Verdict test={test} bucket={bucket} profile={profile} isComplete={isComplete} onRetry={onRetry} />
      {test.checks.length > 0 && (
        <ul aria-label={text.permissions} className={styles['checks']}>
          {test.checks.map((check) => (
            <CheckRow key={check.action} check={check} />
          ))}
        </ul>
      )}
      {!isComplete && <PolicyBox bucket={bucket} />}
    </div>
  );
}

function Verdict({
  test,
  bucket,
  profile,
  isComplete,
  onRetry,
}: {
  readonly test: CredentialsTest;
  readonly bucket: string;
  readonly profile: string | null;
  readonly isComplete: boolean;
  readonly onRetry: () => void;
}) {
  const text = useText().sources;
  if (test.error !== null) {
    return (
      <ErrorNotice
        error={test.error}
        context={{ bucket, ...(profile === null ? {} : { profile }) }}
        onRetry={onRetry}
      />
    );
  }
  const region = test.region === null ? null : <p>{text.regionFound(test.region)}</p>;
  if (!test.ok) return <Banner tone="danger" title={text.testFailed} />;
  return (
    <Banner tone={isComplete ? 'ok' : 'warn'} title={isComplete ? text.testOk(bucket) : text.testPartly}>
      {region}
    </Banner>
  );
}

function CheckRow({ check }: { readonly check: PermissionCheck }) {
  const text = useText();
  const format = useFormat();
  const { outcomes, notTested, purpose } = text.sources;
  const error = check.outcome === 'failed' ? check.error : null;
  const words =
    check.outcome === 'failed'
      ? notTested(describeError(check.error, text, format).title)
      : outcomes[check.outcome];
  return (
    <li className={styles['check']}>
      <OutcomeMark outcome={check.outcome} />
      <span className={styles['words']}>
        <span>
          <code>{check.action}</code> {purpose[check.action]}
        </span>
        <span className={styles['message']}>{words}</span>
        {error?.detail?.said !== undefined && (
          <bdi data-selectable className={styles['message']}>
            {displayKey(error.detail.said)}
          </bdi>
        )}
      </span>
    </li>
  );
}

/** Says by its form what the words beside it say. */
function OutcomeMark({ outcome }: Pick<PermissionCheck, 'outcome'>) {
  const [Icon, tone] =
    outcome === 'granted'
      ? ([Check, 'granted'] as const)
      : outcome === 'refused'
        ? ([X, 'refused'] as const)
        : ([Minus, 'untested'] as const);
  return (
    <span className={cx(styles['mark'], styles[tone])}>
      <Icon size={13} strokeWidth={2.6} aria-hidden />
    </span>
  );
}

/** The policy to give to whoever administers AWS. */
export function PolicyBox({ bucket }: { readonly bucket: string }) {
  const text = useText().sources;
  const policy = browsePolicy(bucket);
  return (
    <section aria-label={text.policy} className={styles['policy']}>
      <header className={styles['head']}>
        <h3 className={styles['title']}>{text.policy}</h3>
        <CopyButton text={policy} label={text.copyPolicy} />
      </header>
      {/* Reachable by keyboard, so that it can be scrolled. */}
      <pre tabIndex={0} className={styles['code']}>
        {policy}
      </pre>
    </section>
  );
}
