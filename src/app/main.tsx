/** The page's beginning: which page it is by its address. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import { must } from '../shared/assert';
import { MessagePage } from '../ui/message-page/MessagePage';
import { EditorPage } from './EditorPage';
import { ErrorBoundary } from './ErrorBoundary';
import { StartRoute } from './StartRoute';

function Page() {
  const path = window.location.pathname;
  const room = /^\/g\/([A-Za-z0-9_-]+)\/?$/u.exec(path)?.[1];
  if (room !== undefined && typeof WebAssembly !== 'object') {
    return (
      <MessagePage title="This browser cannot run the graph database">
        <p>
          The editor needs WebAssembly, which this browser does not have or does not allow. Try a current browser, or
          allow it for this site.
        </p>
      </MessagePage>
    );
  }
  if (room !== undefined) return <EditorPage room={room} />;
  if (path === '/') return <StartRoute />;
  return (
    <MessagePage title="There is no such page">
      <p>Check the address, or begin from the list of graphs.</p>
    </MessagePage>
  );
}

createRoot(must(document.getElementById('root'), 'the root element')).render(
  <StrictMode>
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>
  </StrictMode>,
);
