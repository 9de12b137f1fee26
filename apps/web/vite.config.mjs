import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { antdStyles } from './scripts/antd-styles.mjs';
import { deskChunks, phoneChunks } from './scripts/chunks.mjs';
import { phonePages } from './scripts/phone-pages.mjs';
import { phoneWorker } from './scripts/phone-worker.mjs';
import { precompress } from './scripts/precompress.mjs';
import { routeAddresses } from './scripts/route-addresses.mjs';

/**
 * Two pages: the desk (/) and the phone (/m), each with its own entry and built apart, so that neither is cut along what the other needs.
 * Nothing is inlined: the CSP allows files only.
 */
export default defineConfig(({ command }) => ({
  plugins: [antdStyles(), routeAddresses(), react(), phonePages(), phoneWorker(), precompress()],
  optimizeDeps: { entries: ['index.html', 'm.html'] },
  build: {
    target: ['chrome111', 'safari16.4', 'firefox114'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  ...(command === 'build' ? { environments: { client: desk(), phone: phone() }, builder: { buildApp: oneAfterTheOther } } : {}),
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 8080}` } },
}));

function desk() {
  return { build: { rolldownOptions: { input: { desk: 'index.html' }, output: { codeSplitting: deskChunks } } } };
}

/** Added to the folder that the desk was built into. */
function phone() {
  const entryFileNames = ({ name }) => (name === 'worker' ? 'm-sw.js' : 'assets/[name]-[hash].js');
  const input = { phone: 'm.html', worker: 'src/phone/worker/service-worker.ts' };
  const rolldownOptions = { input, output: { entryFileNames, codeSplitting: phoneChunks } };
  return { consumer: 'client', build: { emptyOutDir: false, copyPublicDir: false, rolldownOptions } };
}

async function oneAfterTheOther({ build, environments }) {
  await build(environments.client);
  await build(environments.phone);
}
