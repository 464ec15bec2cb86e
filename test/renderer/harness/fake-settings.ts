import { defaultSettings, settingsSchema, type Settings } from '../../../src/shared/settings.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';

/** The app's facts and its settings, kept for the page's life. */
export function createFakeSettings({ scenario }: FakeContext): FakeHandlers<'app' | 'settings'> {
  let settings: Settings = { ...defaultSettings, ...scenario.settings };
  return {
    'app.info': () => ({
      version: '0.1.0',
      platform: 'linux',
      locale: 'en-GB',
      timeZone: 'Europe/Copenhagen',
      homeHint: '~/.config/pixop-ingest',
      managed: scenario.managed,
    }),
    'app.open': () => null,
    'app.licences': () =>
      ['react', 'react-dom', 'zod', 'zustand'].map((name) => ({
        name,
        version: '1.0.0',
        licence: 'MIT',
        text: 'Permission is hereby granted, free of charge, to any person obtaining a copy of this software.',
      })),
    'app.saveDiagnostics': () => ({ savedAs: '~/Downloads/pixop-ingest-diagnostics-2026-11-24.json' }),
    'settings.get': () => settings,
    'settings.change': (change) => (settings = settingsSchema.parse({ ...settings, ...change })),
  };
}
