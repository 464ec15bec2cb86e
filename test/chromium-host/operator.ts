import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A question of the system's own dialog. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly cancelId: number;
}

/** The person in front of the system's own dialogs and notifications, driven by lines on this process's input. */
export interface HostOperator {
  /** Takes the answer that was given beforehand, else the first button that is not the cancelling one. */
  readonly answer: (question: Question) => Promise<number>;
  readonly onClickNotification: (click: () => void) => void;
}

const line = z.union([z.object({ answerNext: z.number() }), z.object({ click: z.literal('notification') })]);

/** Listens to the input, and tells on the output what was asked. */
export function createOperator(): HostOperator {
  let next: number | null = null;
  let click = (): void => undefined;
  createInterface({ input: process.stdin }).on('line', (text) => {
    const said = line.parse(JSON.parse(text));
    if ('answerNext' in said) next = said.answerNext;
    else click();
  });
  process.stdin.unref();
  return {
    async answer(question) {
      process.stdout.write(`${JSON.stringify({ question })}\n`);
      const response = next ?? question.buttons.findIndex((_, index) => index !== question.cancelId);
      next = null;
      return response;
    },
    onClickNotification: (listener) => (click = listener),
  };
}
