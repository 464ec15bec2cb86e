import { register } from 'node:module';

/** Preloaded with `--import`: `electron` resolves to the host, in the app's own built bundle. */
const electron = new URL('./electron.ts', import.meta.url).href;
const hook = `export const resolve = (specifier, context, next) =>
  next(specifier === 'electron' ? ${JSON.stringify(electron)} : specifier, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
