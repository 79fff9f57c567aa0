/** How the page is answered: what the server has now, or what is kept when the server has nothing to say. */

interface Answers {
  /** The server's answer, under way. */
  readonly network: Promise<Response>;
  /** Resolves when a person has waited for the server long enough. */
  readonly patience: Promise<void>;
  /** What is kept; `undefined` when the browser has thrown it away. */
  readonly kept: () => Promise<Response | undefined>;
}

/**
 * The server's answer when it comes in time and is not the error of a server that is down or of the proxy before it.
 * Rejects when there is no answer of either kind.
 */
export async function networkFirst({ network, patience, kept }: Answers): Promise<Response> {
  const fromServer = network.then(
    (response) => (response.status < 500 ? response : undefined),
    () => undefined,
  );
  return (await Promise.race([fromServer, patience])) ?? (await kept()) ?? network;
}
