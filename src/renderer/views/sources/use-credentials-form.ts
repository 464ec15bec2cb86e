import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { CredentialsTest, Source } from '../../../shared/session.ts';
import { useApp } from '../../store/store.ts';
import {
  credentialsOf,
  credentialsProblems,
  draftFor,
  endpointOf,
  type CredentialsDraft,
  type Problems,
} from './credentials-draft.ts';

/** The credentials form's state, shared by its dialog and the first run. */
export interface CredentialsForm {
  readonly draft: CredentialsDraft;
  readonly change: (change: Partial<CredentialsDraft>) => void;
  /** Empty until the form was sent once: nobody is blamed for fields not reached yet. */
  readonly problems: Problems<CredentialsDraft>;
  readonly profiles: readonly string[];
  /** How often sending was refused because of them, for `useFocusOnProblem`. */
  readonly refusals: number;
  readonly isPending: boolean;
  /** The last test's answer, until the form changes. */
  readonly test: CredentialsTest | null;
  readonly error: AppError | null;
  /** Tests and stores; answers whether the bucket can be browsed now. */
  readonly submit: () => Promise<boolean>;
}

/** See {@link CredentialsForm}. */
export function useCredentialsForm(source: Source): CredentialsForm {
  const saveCredentials = useApp((state) => state.saveCredentials);
  const listAwsProfiles = useApp((state) => state.listAwsProfiles);
  const [draft, setDraft] = useState(() => draftFor(source));
  const [refusals, setRefusals] = useState(0);
  const [isPending, setPending] = useState(false);
  const [profiles, setProfiles] = useState<readonly string[]>([]);
  const [test, setTest] = useState<CredentialsTest | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void listAwsProfiles().then((result) => {
      if (!isCurrent) return;
      if (result.ok) setProfiles(result.value);
      else setError(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [listAwsProfiles]);

  const problems = credentialsProblems(draft);
  return {
    draft,
    problems: refusals > 0 ? problems : {},
    refusals,
    profiles,
    isPending,
    test,
    error,
    change: (change) => {
      setDraft({ ...draft, ...change });
      setTest(null);
      setError(null);
    },
    async submit() {
      if (Object.keys(problems).length > 0) {
        setRefusals(refusals + 1);
        return false;
      }
      setPending(true);
      const result = await saveCredentials({
        locationId: source.locationId,
        credentials: credentialsOf(draft),
        endpoint: endpointOf(draft),
      });
      setPending(false);
      setTest(result.ok ? result.value.test : null);
      setError(result.ok ? null : result.error);
      return result.ok && result.value.test.ok;
    },
  };
}
