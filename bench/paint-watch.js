/*
 * Runs in the page, from before anything else: tells when something was painted, counted from what caused it.
 * Plain JavaScript, because it is sent to the page as it is; its type is in paint-watch.d.ts.
 */
{
  let lastMessage = 0;
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url, protocols) {
      super(url, protocols);
      this.addEventListener('message', () => {
        lastMessage = performance.now();
      });
    }
  };
  let lastDrop = 0;
  window.addEventListener('drop', () => (lastDrop = performance.now()), { capture: true });

  /** After the frame that shows the present state was handed over: a task that follows the next frame's callbacks. */
  const afterPaint = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(undefined);
      });
    });

  const onceInPage = (holds) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!holds()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });

  window.paints = {
    newNode: async () => {
      const nodes = document.getElementsByClassName('react-flow__node');
      const before = nodes.length;
      await onceInPage(() => nodes.length > before);
      return (await afterPaint()) - lastDrop;
    },
    text: async (nodeId, text) => {
      const node = document.querySelector(`.react-flow__node[data-id="${nodeId}"]`);
      let received = 0;
      await onceInPage(() => {
        const shown = node?.textContent.includes(text) ?? false;
        if (shown) received = lastMessage;
        return shown;
      });
      return (await afterPaint()) - received;
    },
  };
}
