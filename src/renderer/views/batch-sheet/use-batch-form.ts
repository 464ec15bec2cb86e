import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { BatchSettings, DraftSummary, PreflightId } from '../../../shared/imports.ts';
import type { DraftRequest } from '../../store/draft-slice.ts';
import { isImportReferenceManaged } from '../../store/settings-slice.ts';
import { currentTeamId } from '../../store/sources-slice.ts';
import { useApp, type AppState } from '../../store/store.ts';
import { givesName, nameProblemOf, problemOf, type TemplateProblem } from './template-problem.ts';

/** Typing is waited for this long before the whole draft is checked anew, milliseconds. */
const SETTLE_MS = 150;
/** Names videos by their files: what a sheet opens with, and what the rest is checked with while there is no name. */
const BY_FILE = '{basename}';

/** The batch sheet's state: what the operator chose, and what main says would come of it. */
export interface BatchForm {
  readonly settings: BatchSettings;
  readonly change: (change: Partial<BatchSettings>) => void;
  readonly keep: readonly PreflightId[];
  readonly setKept: (id: PreflightId, isKept: boolean) => void;
  /** What is asked of main for what is chosen now, never without a name; the same object until that changes. */
  readonly request: DraftRequest;
  /** Null until main has answered once. */
  readonly summary: DraftSummary | null;
  readonly error: AppError | null;
  /** The answer to the last start that was refused; what is in the way now may be something else. */
  readonly refusal: AppError | null;
  readonly refresh: () => void;
  readonly nameProblem: TemplateProblem | null;
  readonly descriptionProblem: TemplateProblem | null;
  /** Whether both templates are right, as far as main has answered. */
  readonly isFillable: boolean;
  readonly isStarting: boolean;
  /** Whether there is something to start, also while it is being started. */
  readonly canStart: boolean;
  /** Answers what was queued, or null when something was in the way, such as a start that is under way. */
  readonly start: () => Promise<Output<'drafts.start'> | null>;
}

/** What the sheet opens with: the settings of the last batch, for the team that is chosen now. */
export function firstSettings(state: AppState): BatchSettings {
  const settings = lastSettings(state);
  return isImportReferenceManaged(state)
    ? { ...settings, importReference: state.settings?.importReference ?? true }
    : settings;
}

function lastSettings(state: AppState): BatchSettings {
  const teamId = currentTeamId(state) ?? '';
  const last = state.settings?.lastBatch ?? null;
  if (last !== null)
    return last.teamId === teamId ? last : { ...last, teamId, projectId: null, projectName: null };
  return {
    teamId,
    projectId: null,
    projectName: null,
    fullIngestion: true,
    nameTemplate: BY_FILE,
    descriptionTemplate: '',
    importReference: state.settings?.importReference ?? true,
  };
}

/** See {@link BatchForm}. */
export function useBatchForm(draftId: string): BatchForm {
  const initial = useApp(firstSettingsOnce);
  const [settings, setSettings] = useState(initial);
  // What was chosen last, also while the screen has yet to show what comes of it: Enter may follow at once.
  const latest = useRef(initial);
  const [keep, setKeep] = useState<readonly PreflightId[]>([]);
  const [summary, setSummary] = useState<DraftSummary | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isStarting, setStarting] = useState(false);
  const isUnderWay = useRef(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [round, setRound] = useState(0);
  const summarise = useApp((state) => state.summariseDraft);
  const startDraft = useApp((state) => state.startDraft);
  const request = useMemo<DraftRequest>(
    () => ({
      draftId,
      settings: givesName(settings.nameTemplate) ? settings : { ...settings, nameTemplate: BY_FILE },
      keep: [...keep],
    }),
    [draftId, settings, keep],
  );

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      () => {
        void summarise(request).then((result) => {
          if (!isCurrent) return;
          startTransition(() => {
            if (result.ok) setSummary(result.value);
            setError(result.ok ? null : result.error);
          });
        });
      },
      summary === null ? 0 : SETTLE_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // The first answer is asked for at once; only that depends on the summary.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [request, round, summarise]);

  const unknown = summary?.templateError ?? null;
  const isFillable = unknown === null && givesName(settings.nameTemplate);
  return {
    settings,
    change: useCallback((change) => {
      latest.current = { ...latest.current, ...change };
      setSettings(latest.current);
    }, []),
    keep,
    setKept: (id, isKept) => setKeep(isKept ? [...keep, id] : keep.filter((other) => other !== id)),
    request,
    summary,
    error,
    refusal,
    refresh: useCallback(() => setRound((last) => last + 1), []),
    nameProblem: nameProblemOf(settings.nameTemplate, unknown),
    descriptionProblem: problemOf(settings.descriptionTemplate, unknown),
    isFillable,
    isStarting,
    canStart: summary !== null && summary.willStart > 0 && isFillable,
    async start() {
      if (isUnderWay.current || !givesName(latest.current.nameTemplate)) return null;
      isUnderWay.current = true;
      setStarting(true);
      const result = await startDraft({ ...request, settings: latest.current });
      isUnderWay.current = false;
      setStarting(false);
      const refused = result.ok ? null : result.error;
      setError(refused);
      setRefusal(refused);
      return result.ok ? result.value : null;
    },
  };
}

let cached: { readonly of: readonly unknown[]; readonly settings: BatchSettings } | null = null;

/** The first settings as one object for as long as what they come from stays the same, as the store's hook needs it. */
function firstSettingsOnce(state: AppState): BatchSettings {
  const of = [state.settings, state.session];
  if (cached === null || cached.of.some((item, index) => item !== of[index]))
    cached = { of, settings: firstSettings(state) };
  return cached.settings;
}
