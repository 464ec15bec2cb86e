import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import type { JsonFile } from '../storage/json-file.ts';

const boundsSchema = z.object({
  width: z.number().int().min(960).max(16_384),
  height: z.number().int().min(600).max(16_384),
  x: z.number().int().optional(),
  y: z.number().int().optional(),
});
const stateSchema = z.object({ bounds: boundsSchema, maximized: z.boolean() });

/** Where the window was when it was last closed. */
export interface WindowState {
  readonly bounds: {
    readonly width: number;
    readonly height: number;
    readonly x?: number;
    readonly y?: number;
  };
  readonly maximized: boolean;
}

const freshState: WindowState = { bounds: { width: 1_440, height: 900 }, maximized: false };

/** The remembered state, or a fresh one when there is none or its place is on no display that is connected now. */
export async function loadWindowState(
  file: JsonFile,
  isVisible: (bounds: WindowState['bounds']) => boolean,
): Promise<WindowState> {
  const parsed = stateSchema.safeParse(await file.load());
  if (!parsed.success) return freshState;
  const { width, height, x, y } = parsed.data.bounds;
  const placed = x !== undefined && y !== undefined ? { width, height, x, y } : { width, height };
  return { bounds: isVisible(placed) ? placed : { width, height }, maximized: parsed.data.maximized };
}

/** Saves the state as the window closes. */
export function rememberWindowState(
  window: BrowserWindow,
  file: JsonFile,
  onError: (error: unknown) => void,
): void {
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    file.save({ bounds, maximized: window.isMaximized() }).catch(onError);
  });
}
