/**
 * Calls back when the browser gives reason to look whether the connection still stands: the network came or went, or the
 * page came back to the front. These are hints only; browsers are often wrong about them.
 * @returns stops it
 */
export function onPageHint(look: () => void): () => void {
  const whenSeen = () => {
    if (!document.hidden) look();
  };
  const ofWindow = ['online', 'offline', 'pageshow'] as const;
  for (const event of ofWindow) window.addEventListener(event, look);
  document.addEventListener('visibilitychange', whenSeen);
  return () => {
    for (const event of ofWindow) window.removeEventListener(event, look);
    document.removeEventListener('visibilitychange', whenSeen);
  };
}
