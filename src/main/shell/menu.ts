import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Payload } from '../../shared/contract.ts';

/** A menu item that the renderer acts on. */
export type MenuCommand = Payload<'app.command'>['command'];

/** Builds the application menu. Its commands are the renderer's; roles are the system's own. */
export function installMenu(run: (command: MenuCommand) => void, development: boolean): void {
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
      label: '&File',
      submenu: [
        item('Open List…', 'open-manifest', 'CmdOrCtrl+O'),
        item('History', 'history', 'CmdOrCtrl+Shift+H'),
        { type: 'separator' },
        item('Settings…', 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('Refresh', 'refresh', 'CmdOrCtrl+R'),
        item('Command Palette…', 'palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        ...(development ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: '&Queue',
      submenu: [
        item('Pause sending', 'pause', 'CmdOrCtrl+Shift+P'),
        item('Resume sending', 'resume', 'CmdOrCtrl+Shift+R'),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard shortcuts', 'shortcuts', 'CmdOrCtrl+/')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  app.setName('Pixop Ingest');
}
