import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { kuzuWasm } from './scripts/vite/kuzu-wasm.ts';
import { serviceWorker } from './scripts/vite/service-worker.ts';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 8787}`;

/** What is built for Node.js, by file name. */
const SERVER_PROGRAMS = { main: 'server/main.ts', admin: 'server/admin/main.ts' };

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), kuzuWasm(), serviceWorker()],
  publicDir: isSsrBuild ? false : 'public',
  build: {
    outDir: 'dist/client',
    target: isSsrBuild ? 'node20' : 'es2022',
    sourcemap: true,
    // In kB. The editor is one script of 600.
    chunkSizeWarningLimit: 800,
    reportCompressedSize: false,
    ...(isSsrBuild && { rolldownOptions: { input: SERVER_PROGRAMS } }),
  },
  worker: {
    format: 'es',
    plugins: () => [kuzuWasm()],
    // The server knows the engine's worker by this name (server/edge/security-headers.ts) and lets it reach nothing.
    rolldownOptions: { output: { entryFileNames: 'assets/isolated-[name]-[hash].js' } },
  },
  // The dependency optimiser would break the engine's own way of finding its code.
  optimizeDeps: { exclude: ['kuzu-wasm'] },
  server: {
    proxy: {
      '/api': server,
      '/parties': { target: server, ws: true },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'simulation/**/*.test.ts', 'scripts/**/*.test.ts'],
    setupFiles: ['src/i18n/testing/english.ts'],
    testTimeout: 30_000,
  },
}));
