/** Development: the server, started anew at every change, and Vite's page in front of it. Both end together. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const tsx = fileURLToPath(import.meta.resolve('tsx/cli'));
const server = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'server/main.ts'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
createInterface(server.stdout).on('line', (line) => console.log(`[server] ${line}`));

const vite = await createServer();
const end = async (exitCode: number) => {
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
  await vite.close();
  process.exit(exitCode);
};
server.once('exit', (code) => void end(code ?? 1));
process.once('SIGINT', () => void end(0));
process.once('SIGTERM', () => void end(0));

await vite.listen();
console.log(`Kumiko is at ${vite.resolvedUrls?.local[0] ?? 'no address'} (development)`);
