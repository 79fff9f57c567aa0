import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 8787}`;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  publicDir: isSsrBuild ? false : 'public',
  build: {
    outDir: 'dist/client',
    target: isSsrBuild ? 'node20' : 'es2022',
    sourcemap: true,
    // The engine is one file of 15 MB by nature; it is loaded by the worker alone.
    chunkSizeWarningLimit: 20_000,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  // The dependency optimiser would break the engine's own way of finding its code.
  optimizeDeps: { exclude: ['kuzu-wasm'] },
  server: {
    proxy: {
      '/api': server,
      '/parties': { target: server, ws: true },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 30_000,
  },
}));
