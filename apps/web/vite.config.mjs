import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { phonePages } from './scripts/phone-pages.mjs';
import { phoneWorker } from './scripts/phone-worker.mjs';
import { precompress } from './scripts/precompress.mjs';

/** Two pages: the desk (/) and the phone (/m), each with its own entry. Nothing is inlined: the CSP allows files only. */
export default defineConfig({
  plugins: [react(), phonePages(), phoneWorker(), precompress()],
  build: {
    target: ['chrome111', 'safari16.4', 'firefox114'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { desk: 'index.html', phone: 'm.html', worker: 'src/phone/worker/service-worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'm-sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 8080}` } },
});
