import {defineConfig} from 'vite';

export default defineConfig({
  logLevel: 'warn',
  build: {target: 'es2022', chunkSizeWarningLimit: 4_000},
});
