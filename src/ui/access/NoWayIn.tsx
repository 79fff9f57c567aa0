/** There is a graph's address, and no way in by it. Whether there is such a graph is not known here, and not said. */
import { MessagePage } from '../message-page/MessagePage';

/** @param reason the server's words, or those of the page */
export function NoWayIn({ reason }: { reason: string }) {
  return (
    <MessagePage title="This link opens no graph">
      <p>{reason}</p>
      <p>A graph opens only by its whole link, with the part after “#”.</p>
    </MessagePage>
  );
}
