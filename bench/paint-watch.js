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

  /** As the browser itself tells of a pointer's way: once a frame, before the frame's callbacks. */
  const movePointer = (clientX, clientY) => {
    const target = document.elementFromPoint(clientX, clientY) ?? document.body;
    const how = { clientX, clientY, buttons: 1, bubbles: true, cancelable: true, composed: true, view: window };
    target.dispatchEvent(
      new PointerEvent('pointermove', { ...how, button: -1, isPrimary: true, pointerType: 'mouse' }),
    );
    target.dispatchEvent(new MouseEvent('mousemove', how));
  };

  const gaps = (times) => times.slice(1).map((time, index) => time - times[index]);

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
    circle: (x, y, radius, turn, duration) =>
      new Promise((resolve) => {
        const [all, drawn] = [[], []];
        const dragged = document.elementFromPoint(x, y).closest('.react-flow__node');
        let place = '';
        const next = (time) => {
          all.push(time);
          if (dragged.style.transform !== place) drawn.push(time);
          place = dragged.style.transform;
          const gone = time - all[0];
          const angle = (2 * Math.PI * gone) / turn;
          const isOver = gone >= duration;
          movePointer(...(isOver ? [x, y] : [x + radius * Math.sin(angle), y + radius * (1 - Math.cos(angle))]));
          if (isOver) resolve({ all: gaps(all), drawn: gaps(drawn) });
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  };
}
