import './jitless.ts';
import '@fontsource-variable/inter/wght.css';
import './style/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BRIDGE_NAME } from '../shared/bridge.ts';
import { App } from './app.tsx';
import { createClient } from './client.ts';
import { connect } from './store/connect.ts';
import { createAppStore } from './store/store.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const client = createClient(window[BRIDGE_NAME]);
const store = createAppStore(client);
connect(client, store);

createRoot(root).render(
  <StrictMode>
    <App store={store} />
  </StrictMode>,
);
