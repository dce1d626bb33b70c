import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineVariables } from './src/theme/mantine-variables.js';

/** The server answers to its own name alone, and takes changes from its own pages. */
const server = {
  target: 'http://127.0.0.1:3000',
  changeOrigin: true,
  headers: { Origin: 'http://127.0.0.1:3000' },
};

/** Builds to dist/web; in development proxies the API to a server started with `npm start`. */
export default defineConfig({
  plugins: [react(), mantineVariables()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Assets stay files: a data: URL would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': server, '/health': server } },
});
