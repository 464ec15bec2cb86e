import type { CasePlan } from './run-case.ts';

/** Processes and disks that lack one precaution, with the loss that shows it. */
export const mutants: Readonly<Record<string, Omit<CasePlan, 'death'>>> = {
  'has a disk that only claims to sync': { loss: 'all', isLying: true },
  'goes on before its records are written': {
    loss: 'all',
    mutant: {
      journal: (opened) => {
        const { journal } = opened;
        const append = async (records: readonly unknown[]): Promise<void> => void journal.append(records);
        return {
          ...opened,
          journal: { append, compact: (records) => journal.compact(records), close: () => journal.close() },
        };
      },
    },
  },
  'puts a new journal in the old one’s place before it is synced': {
    loss: 'bytes',
    mutant: {
      fs: (fs) => ({
        ...fs,
        openNew: async (path) => ({ ...(await fs.openNew(path)), sync: async () => undefined }),
      }),
    },
  },
};
