import { fork } from 'node:child_process';
import { toldSchema, type Order, type Told } from './orders.ts';

/** Longest time that a child may take to settle when nobody kills it, milliseconds. */
const PATIENCE_MS = 60_000;

/** How one process ended. */
export interface LifeEnd {
  readonly wasKilled: boolean;
  readonly rows: Extract<Told, { readonly kind: 'settled' }>['rows'] | null;
}

/** Starts the child and kills it some time after it has opened its queue; null lets it go on until all is settled. */
export function oneLife(program: string, order: Order, killAfterMs: number | null): Promise<LifeEnd> {
  const child = fork(program, [JSON.stringify(order)], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const endWithParent = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithParent);
  return new Promise((resolve, reject) => {
    let rows: LifeEnd['rows'] = null;
    const patience = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('A child did not come to an end'));
    }, PATIENCE_MS);
    let kill: NodeJS.Timeout | null = null;
    child.on('message', (message) => {
      const told = toldSchema.parse(message);
      if (told.kind === 'settled') rows = told.rows;
      else if (killAfterMs !== null) kill = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(patience);
      if (kill !== null) clearTimeout(kill);
      process.off('exit', endWithParent);
      if (signal === 'SIGKILL' || code === 0) resolve({ wasKilled: signal === 'SIGKILL', rows });
      else reject(new Error(`A child ended with ${code ?? signal}`));
    });
  });
}
