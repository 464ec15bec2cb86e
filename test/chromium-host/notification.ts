import type * as Electron from 'electron';
import { EventEmitter } from 'node:events';
import type { HostOperator } from './operator.ts';
import { strict } from './strict.ts';

/** Makes `electron.Notification`: what is shown is told on the output, and a click goes to the newest. */
export function createNotification(operator: Pick<HostOperator, 'onClickNotification'>): object {
  return class HostNotification extends EventEmitter {
    static isSupported(): boolean {
      return true;
    }

    private readonly options: Electron.NotificationConstructorOptions;

    constructor(options: Electron.NotificationConstructorOptions) {
      super();
      this.options = options;
      return strict('Notification', this);
    }

    show(): void {
      const { title, body } = this.options;
      process.stdout.write(`${JSON.stringify({ notification: { title, body } })}\n`);
      operator.onClickNotification(() => this.emit('click'));
    }
  };
}
