/** Where the server listens for HTTP: beginning to, and coming to an end. */
import type { Server } from 'node:http';
import { StartupError } from '../startup-error';

export interface ListeningPlace {
  readonly host: string;
  readonly port: number;
}

/** @throws StartupError when it cannot listen there, in words for whoever starts it */
export function listen(server: Server, { host, port }: ListeningPlace): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListen(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explainListen(error: Error, host: string, port: number): Error {
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return new StartupError(`Port ${port} is in use. Stop the program that uses it, or set PORT to another.`);
    case 'EACCES':
      return new StartupError(`Port ${port} may not be used by this user. Set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupError(`This machine has no address "${host}". Set HOST to one it has, such as 127.0.0.1.`);
    default:
      return error;
  }
}

/**
 * Stops accepting, and resolves when the requests under way have been answered, or have taken too long.
 * @param deadline in milliseconds
 */
export function closeHttp(server: Server, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), deadline);
    // The error it may report is that it was not listening: then there is nothing to wait for either.
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}

/** The name under which a browser on this machine finds a server that listens at `host`. */
export function browserHost(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
