import type { ImportService } from '../../../src/main/imports/import-service.ts';
import { MINUTE } from '../../../src/shared/units.ts';
import type { VirtualClock } from '../../simulators/pixop/core/virtual-clock.ts';
import type { PixopWorld } from '../../simulators/pixop/core/world.ts';

/** Somebody who looks at the queue once a minute and does what it asks for. */
export interface Operator {
  restarted: number;
  decided: number;
  resumed: number;
  readonly leave: () => void;
}

const everyOneIn = (state: 'failed' | 'needs-decision') => ({
  states: [state],
  batchId: null,
  errorCode: null,
});

/** Puts an operator in front of the queue, and now and then lets a line or a server of Pixop's have a bad moment. */
export function attend(
  clock: VirtualClock,
  service: ImportService,
  { faults }: PixopWorld,
  random: () => number,
): Operator {
  let leave = (): void => undefined;
  const operator: Operator = { restarted: 0, decided: 0, resumed: 0, leave: () => leave() };
  const look = async (): Promise<void> => {
    const { counts, paused } = service.summary();
    if (paused !== null) {
      operator.resumed += 1;
      await service.resume();
    }
    if (counts.failed > 0) {
      const { affected } = await service.restart({
        target: everyOneIn('failed'),
        skipChecksumValidation: false,
      });
      operator.restarted += affected;
    }
    if (counts['needs-decision'] > 0) {
      const decision = { kind: 'import-again' } as const;
      const { affected } = await service.decide({ target: everyOneIn('needs-decision'), decision });
      operator.decided += affected;
    }
    const mishap = random();
    if (mishap < 0.02) faults.errorNext += 1;
    else if (mishap < 0.04) faults.resetNext += 1;
    else if (mishap < 0.05) faults.hangNext += 1;
  };
  const again = (): void => {
    leave = clock.after(MINUTE, () => {
      void look();
      again();
    });
  };
  again();
  return operator;
}
