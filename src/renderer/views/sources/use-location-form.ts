import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Source } from '../../../shared/session.ts';
import { currentTeamId } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import type { Problems } from './credentials-draft.ts';
import { emptyLocation, locationInput, locationProblems, type LocationDraft } from './location-draft.ts';

/** The state of the form for a new input location, shared by its dialog and the first run. */
export interface LocationForm {
  readonly draft: LocationDraft;
  readonly change: (change: Partial<LocationDraft>) => void;
  /** Empty until the form was sent once. */
  readonly problems: Problems<LocationDraft>;
  /** How often sending was refused because of them, for `useFocusOnProblem`. */
  readonly refusals: number;
  readonly isPending: boolean;
  readonly error: AppError | null;
  /** Creates the location in Pixop; answers it, or null when something is in the way. */
  readonly submit: () => Promise<Source | null>;
}

/** See {@link LocationForm}. */
export function useLocationForm(): LocationForm {
  const createSource = useApp((state) => state.createSource);
  const teamId = useApp(currentTeamId);
  const [draft, setDraft] = useState(emptyLocation);
  const [refusals, setRefusals] = useState(0);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const problems = locationProblems(draft);
  return {
    draft,
    problems: refusals > 0 ? problems : {},
    refusals,
    isPending,
    error,
    change: (change) => {
      setDraft({ ...draft, ...change });
      setError(null);
    },
    async submit() {
      if (Object.keys(problems).length > 0 || teamId === null) {
        setRefusals(refusals + 1);
        return null;
      }
      setPending(true);
      const result = await createSource(locationInput(draft, teamId));
      setPending(false);
      setError(result.ok ? null : result.error);
      return result.ok ? result.value : null;
    },
  };
}
