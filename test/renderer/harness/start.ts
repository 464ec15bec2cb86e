import '../../../src/renderer/jitless.ts';
import { BRIDGE_NAME } from '../../../src/shared/bridge.ts';
import { createFakeBridge } from './fake-bridge.ts';
import { scenarioOf } from './scenarios.ts';

const { bridge, emit } = createFakeBridge(scenarioOf(new URLSearchParams(location.search)));
// The preload's place: the bridge must be there before the renderer's first line runs.
Object.defineProperty(window, BRIDGE_NAME, { value: bridge });
// For browser tests: what main would publish.
Object.defineProperty(window, 'harness', { value: { emit } });
await import('../../../src/renderer/main.tsx');
