/** The server cannot start, for a reason its operator can mend. The message is one sentence or two for people. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
