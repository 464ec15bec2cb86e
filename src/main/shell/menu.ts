import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Payload } from '../../shared/contract.ts';
import type { ShellWords } from './words/en.ts';

/** A menu item that the renderer acts on. */
export type MenuCommand = Payload<'app.command'>['command'];

/** Builds the application menu, anew with each language. Its commands are the renderer's; roles are the system's own. */
export function installMenu(
  words: ShellWords['menu'],
  run: (command: MenuCommand) => void,
  development: boolean,
): void {
  const item = (label: string, command: MenuCommand, accelerator: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    accelerator,
    click: () => run(command),
  });
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        item(words.openList, 'open-manifest', 'CmdOrCtrl+O'),
        item(words.history, 'history', 'CmdOrCtrl+Shift+H'),
        { type: 'separator' },
        item(words.settings, 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: words.view,
      submenu: [
        item(words.refresh, 'refresh', 'CmdOrCtrl+R'),
        item(words.palette, 'palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        ...(development ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: words.queue,
      submenu: [
        item(words.pause, 'pause', 'CmdOrCtrl+Shift+P'),
        item(words.resume, 'resume', 'CmdOrCtrl+Shift+R'),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item(words.shortcuts, 'shortcuts', 'CmdOrCtrl+/')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  app.setName('Pixop Ingest');
}
