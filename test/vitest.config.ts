import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
// Importing `electron` outside Electron would try to download its binary; services never import it, and this makes sure.
const env = {
  ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent',
  // The app brings its own Node; that the tests' may be older is no news.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};
const project = (name: string, include: readonly string[], testTimeout: number) => ({
  root,
  test: { name, include: [...include], env, testTimeout, hookTimeout: 60_000 },
});

export default defineConfig({
  root,
  test: {
    projects: [
      project('architecture', ['test/architecture.test.ts'], 30_000),
      project('unit', ['test/{shared,main,renderer,simulators,demo}/**/*.test.{ts,tsx}'], 60_000),
      // Packages the built app, with a stand-in for Electron's binary.
      project('package', ['test/package/**/*.test.ts'], 60_000),
      // Checks against Pixop's own OpenAPI file, which is not part of the project.
      project('contract', ['test/contract/**/*.test.ts'], 60_000),
      // Needs a Secret Service: `npm test` starts gnome-keyring under dbus for it.
      project('keychain', ['test/keychain/**/*.test.ts'], 60_000),
      // Needs a Ceph gateway: `npm run test:ceph` starts one.
      project('ceph', ['test/ceph/**/*.ceph.ts'], 180_000),
      {
        ...project('e2e', ['test/e2e/**/*.e2e.ts'], 120_000),
        test: {
          ...project('e2e', ['test/e2e/**/*.e2e.ts'], 120_000).test,
          fileParallelism: false,
          maxConcurrency: 2,
          // A machine under load may be slower than an operator's patience: once more, and the report says so.
          retry: 1,
        },
      },
    ],
  },
});
