import { Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Project } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './batch-sheet.module.css';

/** Stands for the team's default project: Pixop files videos there when none is named. */
const DEFAULT = 'default';
/** Longest project name, openapi.json `ProjectName`. */
const MAX_NAME = 47;

/** Where the videos are filed; a new project is made without leaving the sheet. */
export function ProjectField(props: {
  readonly teamId: string;
  readonly projectId: string | null;
  /** Told when the chosen project is not among those of the team. */
  readonly onMissing: () => void;
  readonly onChange: (projectId: string | null, name: string | null) => void;
}) {
  const { teamId, projectId, onMissing, onChange } = props;
  const text = useText();
  const listProjects = useApp((state) => state.listProjects);
  const wantedName = useApp((state) => state.draftProjectName);
  const createProject = useApp((state) => state.createProject);
  const [projects, setProjects] = useState<readonly Project[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [newName, setNewName] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  // What a list asks for is taken when it is there, and offered to be made when it is not.
  const choose = useEffectEvent((offered: readonly Project[]): void => {
    if (wantedName === null) return;
    const wanted = offered.find(({ name }) => name.toLowerCase() === wantedName.toLowerCase());
    onChange(wanted?.projectId ?? null, wanted?.name ?? null);
    if (wanted === undefined) setNewName(wantedName.slice(0, MAX_NAME));
  });

  useEffect(() => {
    let isCurrent = true;
    void listProjects(teamId).then((result) => {
      if (!isCurrent) return;
      if (result.ok) {
        setProjects(result.value);
        choose(result.value);
      }
      setError(result.ok ? null : result.error);
    });
    return () => void (isCurrent = false);
  }, [listProjects, teamId]);

  const isMissing =
    projects !== null && projectId !== null && !projects.some((project) => project.projectId === projectId);
  const missed = useEffectEvent(onMissing);
  useEffect(() => {
    if (isMissing) missed();
  }, [isMissing]);

  const create = async (): Promise<void> => {
    const name = newName?.trim() ?? '';
    if (name === '') return;
    setPending(true);
    const result = await createProject(teamId, name);
    setPending(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setProjects([...(projects ?? []), result.value]);
    setNewName(null);
    onChange(result.value.projectId, result.value.name);
  };

  return (
    // A name that is being typed becomes a project before anything is filed in it.
    <div className={styles['project']} {...(newName === null ? {} : { 'data-own-enter': true })}>
      {newName === null ? (
        <>
          <Select
            label={text.batch.project}
            options={[
              { id: DEFAULT, label: text.batch.defaultProject },
              ...(projects ?? []).map(({ projectId: id, name }) => ({ id, label: name })),
            ]}
            value={projectId ?? DEFAULT}
            onChange={(id) => {
              const chosen = projects?.find((project) => project.projectId === id);
              onChange(chosen?.projectId ?? null, chosen?.name ?? null);
            }}
          />
          <Button icon={Plus} onPress={() => setNewName('')}>
            {text.batch.newProject}
          </Button>
        </>
      ) : (
        <>
          <TextField
            label={text.batch.projectName}
            value={newName}
            onChange={setNewName}
            maxLength={MAX_NAME}
            autoFocus
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                void create();
              } else if (event.key === 'Escape') setNewName(null);
              else event.continuePropagation();
            }}
          />
          <Button isPending={isPending} isDisabled={newName.trim() === ''} onPress={() => void create()}>
            {text.batch.create}
          </Button>
          <Button variant="quiet" onPress={() => setNewName(null)}>
            {text.common.cancel}
          </Button>
        </>
      )}
      {error !== null && (
        <div className={styles['problem']}>
          <ErrorNotice error={error} />
        </div>
      )}
    </div>
  );
}
