import type { Input, Output } from '../../shared/contract.ts';
import type { Forget } from '../../shared/history.ts';
import type { Result } from '../../shared/result.ts';
import type { Slice } from './store.ts';

/** What the history window asks of main; nothing of it is mirrored, since it is looked at and closed again. */
export interface HistorySlice {
  readonly historyImports: (input: Input<'history.imports'>) => Promise<Result<Output<'history.imports'>>>;
  readonly historyBatches: () => Promise<Result<Output<'history.batches'>>>;
  readonly exportHistory: (input: Input<'history.export'>) => Promise<Result<Output<'history.export'>>>;
  readonly countForgettable: (of: Forget) => Promise<Result<Output<'history.forgettable'>>>;
  readonly forgetHistory: (of: Forget) => Promise<Result<Output<'history.forget'>>>;
}

/** See {@link HistorySlice}. */
export const createHistorySlice: Slice<HistorySlice> = (client) => () => ({
  historyImports: (input) => client.request('history.imports', input),
  historyBatches: () => client.request('history.batches', null),
  exportHistory: (input) => client.request('history.export', input),
  countForgettable: (of) => client.request('history.forgettable', of),
  forgetHistory: (of) => client.request('history.forget', of),
});
